// Stands in for `Archive.Problem` until that is merged; then this file goes.

/// What is wrong with an input: its place, a plain sentence, and what would mend it.
public struct Problem: Error, Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable {
        case error, warning, note
    }

    /// How much it matters.
    public var severity: Severity
    /// The file, as the reader would name it.
    public var file: String
    /// The line, counted from 1.
    public var line: Int?
    /// The column in characters, counted from 1.
    public var column: Int?
    /// The JSON path, where the file is JSON.
    public var path: String?
    /// What is wrong, as one sentence.
    public var message: String
    /// What would mend it.
    public var hint: String?

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
}
