/// Reads results files, one after another: one reader for each task that reads.
struct RunReader: ~Copyable {
    private let limits: Limits
    private let parser: JSONParser
    private var buffer: FileBuffer
    /// Where the task that reads also reads and keeps records.
    var desk = Cache.Desk()

    /// What reading one file gave: a run, unless nothing of it could be kept, and the problems on the way.
    struct Outcome: Sendable {
        var run: Run?
        var problems: [Problem] = []
    }

    init(_ limits: Limits = .standard) {
        self.limits = limits
        parser = JSONParser()
        buffer = FileBuffer(padding: JSONParser.padding)
    }

    /// Loads a file, whose content ``outcome(as:name:hash:)`` then reads.
    ///
    /// - Returns: the content's hash
    mutating func load(_ path: String) throws(FileFailure) -> ContentHash {
        try buffer.read(path, largest: limits[.fileBytes])
        return ContentHash(of: buffer.bytes)
    }

    /// Reads the file that was loaded last.
    ///
    /// - Parameter file: the path to name it by: relative to the archive, or as passed
    borrowing func outcome(as file: String, name: RunName, hash: ContentHash) -> Outcome {
        let text = buffer.bytes.bindMemory(to: UInt8.self)
        let identity = Identity(file: file, name: name, hash: hash)
        let limits = limits
        let outcome = parser.withDocument(text) { root in RunReader.outcome(of: root, text: text, identity, limits) }
        return outcome ?? readRepaired(text, identity)
    }

    /// Reads one file.
    mutating func read(_ path: String, as file: String, name: RunName) -> Outcome {
        do {
            let hash = try load(path)
            return outcome(as: file, name: name, hash: hash)
        } catch {
            return Outcome(problems: [RunReader.problem(error, file: file)])
        }
    }

    /// Reads bytes that stand in no file.
    mutating func read(_ bytes: [UInt8], as file: String, name: RunName) -> Outcome {
        bytes.withUnsafeBytes { buffer.fill($0) }
        return outcome(as: file, name: name, hash: ContentHash(of: buffer.bytes))
    }

    /// What is wrong with a file that cannot be read.
    static func problem(_ failure: FileFailure, file: String) -> Problem {
        Problem(
            .error, file: file, "The file cannot be read: \(failure.reason).",
            hint: failure.isTooLarge ? Limits.hint(.fileBytes, "Take it out of `results`") : nil)
    }

    /// What is known of a run before its text is parsed.
    private struct Identity {
        let file: String
        let name: RunName
        let hash: ContentHash
    }

    private static func outcome(of root: JSONElement, text: UnsafeBufferPointer<UInt8>, _ identity: Identity, _ limits: Limits)
        -> Outcome
    {
        var interpreter = PyperfInterpreter(limits)
        let samples = interpreter.samples(of: root)
        let metadata = samples.isEmpty ? Metadata() : interpreter.metadata(of: root)
        let problems = PlacedFindings(interpreter.findings, in: text).problems(file: identity.file)
        guard !samples.isEmpty else {
            let nothing = Problem(
                .error, file: identity.file, "The file holds no benchmark with a value.",
                hint: "Run the benchmarks anew, or remove the file.")
            return Outcome(problems: problems.isEmpty ? [nothing] : problems)
        }
        let run = Run(file: identity.file, name: identity.name, metadata: metadata, samples: samples, hash: identity.hash)
        return Outcome(run: run, problems: problems)
    }

    /// Reads a text that simdjson refused: numbers such as `NaN`, which Python writes and JSON has not, are texts in a copy, so that
    /// only the benchmarks that hold them are lost; a text that is broken otherwise becomes a problem.
    private func readRepaired(_ text: UnsafeBufferPointer<UInt8>, _ identity: Identity) -> Outcome {
        switch JSONLocator.examine(text) {
        case .failure(let fault):
            return Outcome(problems: [RunReader.problem(fault, in: text, file: identity.file)])
        case .success(let unreadable):
            let copy = RunReader.readable(text, unreadable)
            let limits = limits
            let outcome = copy.withUnsafeBufferPointer { padded in
                parser.withDocument(UnsafeBufferPointer(rebasing: padded[..<(copy.count - JSONParser.padding)])) { root in
                    RunReader.outcome(of: root, text: text, identity, limits)
                }
            }
            let fault = JSONLocator.Fault(offset: 0, message: "The file is no JSON document")
            return outcome ?? Outcome(problems: [RunReader.problem(fault, in: text, file: identity.file)])
        }
    }

    /// A text with quotes around the numbers that cannot be read, and the parser's padding behind.
    private static func readable(_ text: UnsafeBufferPointer<UInt8>, _ unreadable: [Range<Int>]) -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(text.count + 2 * unreadable.count + JSONParser.padding)
        var copied = 0
        for range in unreadable {
            copy.append(contentsOf: text[copied..<range.lowerBound])
            // An integer of many digits is read as what it is once it looks like a fraction.
            let isInteger = text[range].allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIIDigit } && range.count < 300
            if !isInteger { copy.append(UInt8(ascii: "\"")) }
            copy.append(contentsOf: text[range])
            copy.append(contentsOf: isInteger ? Array("e0".utf8) : Array("\"".utf8))
            copied = range.upperBound
        }
        copy.append(contentsOf: text[copied...])
        copy.append(contentsOf: repeatElement(0x20, count: JSONParser.padding))
        return copy
    }

    private static func problem(_ fault: JSONLocator.Fault, in text: UnsafeBufferPointer<UInt8>, file: String) -> Problem {
        let (line, column) = JSONLocator.place(of: fault.offset, in: text)
        return Problem(
            .error, file: file, line: line, column: column, "\(fault.message); the file was left out.",
            hint: "Was the file copied whole? Fetch it again, or run the benchmarks anew.")
    }
}
