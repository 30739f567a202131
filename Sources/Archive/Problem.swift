/// What is wrong with an input: where, in one plain sentence, and what would mend it.
///
/// A problem is data. It is collected and shown on stderr, in `data/site.json` and on the problems page; it is thrown only where
/// nothing can go on.
public struct Problem: Error, Sendable, Hashable {
    /// How much a problem matters.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// A run, a benchmark, a page or a setting was lost.
        case error
        /// All that is known to be results was kept, but for texts beyond a limit; something looks wrong.
        case warning
        /// Something was passed over that is no part of an archive.
        case note
    }

    /// How much it matters.
    public let severity: Severity
    /// The file's path as the reader of the message knows it: relative to the archive's root, or as passed.
    public let file: String
    /// The line, from 1, where one is known.
    public let line: Int?
    /// The column in Unicode scalars, from 1, where one is known.
    public let column: Int?
    /// The place inside a JSON document, such as `$.benchmarks[0].runs[1].values[0]`.
    public let path: String?
    /// One sentence that says what is wrong.
    public let message: String
    /// One sentence that says what would mend it.
    public let hint: String?

    /// Makes a problem.
    public init(
        _ severity: Severity, file: String, line: Int? = nil, column: Int? = nil, path: String? = nil, _ message: String,
        hint: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.message = message
        self.hint = hint
    }

    /// `file`, `file:line` or `file:line:column`, as editors and terminals follow it.
    public var place: String {
        guard let line else { return file }
        guard let column else { return "\(file):\(line)" }
        return "\(file):\(line):\(column)"
    }
}

extension Problem: CustomStringConvertible {
    /// The problem as a terminal shows it: one line, and the hint on a second.
    ///
    /// Names come from files that anybody may have written: what would move a terminal's cursor or end the line is shown as its code.
    public var description: String {
        var text = "\(place): \(severity.rawValue): \(message)"
        if let path { text += " (\(path))" }
        text = Problem.shown(text)
        if let hint { text += "\n  hint: \(Problem.shown(hint))" }
        return text
    }

    /// A text with `\u{1B}` and its like for control characters, line ends and marks that turn the direction of writing.
    private static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        return text.unicodeScalars.reduce(into: "") { shown, scalar in
            if isHidden(scalar) {
                shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Problem: Comparable {
    /// Problems stand in the order of their files, and inside a file in the order of their places.
    public static func < (left: Problem, right: Problem) -> Bool {
        if !left.file.isSame(as: right.file) { return left.file.precedes(right.file) }
        let (leftPlace, rightPlace) = ((left.line ?? 0, left.column ?? 0), (right.line ?? 0, right.column ?? 0))
        if leftPlace != rightPlace { return leftPlace < rightPlace }
        return left.message.precedes(right.message)
    }
}

extension Problem: ByteCodable {
    /// Adds the problem to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(severity.rawValue)
        writer.write(file)
        writer.write(line)
        writer.write(column)
        writer.write(path)
        writer.write(message)
        writer.write(hint)
    }

    /// Takes a problem from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        guard let severity = Severity(rawValue: try reader.string()) else { throw DamagedRecord() }
        self.severity = severity
        file = try reader.string()
        line = try reader.optional()
        column = try reader.optional()
        path = try reader.optional()
        message = try reader.string()
        hint = try reader.optional()
    }

    /// Takes a problem from the bytes of one; nil where they are damaged.
    public init?(record: [UInt8]) {
        let problem = record.withUnsafeBytes { bytes -> Problem? in
            var reader = ByteReader(bytes)
            do throws(DamagedRecord) {
                return try Problem(from: &reader)
            } catch {
                return nil
            }
        }
        guard let problem else { return nil }
        self = problem
    }

    /// The same problem of a file with the same content under another path.
    func moved(to file: String) -> Problem {
        Problem(severity, file: file, line: line, column: column, path: path, message, hint: hint)
    }
}
