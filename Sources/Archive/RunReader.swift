/// Reads results files, one after another: one reader for each task that reads.
struct RunReader: ~Copyable {
    private let parser: JSONParser
    private var buffer: FileBuffer
    /// Where the task that reads also reads and keeps records.
    var desk = Cache.Desk()

    /// What reading one file gave: a run, unless nothing of it could be kept, and the problems on the way.
    struct Outcome: Sendable {
        var run: Run?
        var problems: [Problem] = []
    }

    init() {
        parser = JSONParser()
        buffer = FileBuffer(padding: JSONParser.padding)
    }

    /// Loads a file, whose content ``outcome(as:name:hash:)`` then reads.
    ///
    /// - Returns: the content's hash
    mutating func load(_ path: String) throws(FileFailure) -> ContentHash {
        try buffer.read(path)
        return ContentHash(of: buffer.bytes)
    }

    /// Reads the file that was loaded last.
    ///
    /// - Parameter file: the path to name it by: relative to the archive, or as passed
    borrowing func outcome(as file: String, name: RunName, hash: ContentHash) -> Outcome {
        let text = buffer.bytes.bindMemory(to: UInt8.self)
        let identity = Identity(file: file, name: name, hash: hash)
        let outcome = parser.withDocument(text) { root in RunReader.outcome(of: root, text: text, identity) }
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

    /// What is wrong with a file that cannot be read.
    static func problem(_ failure: FileFailure, file: String) -> Problem {
        Problem(.error, file: file, "The file cannot be read: \(failure.reason).")
    }

    /// What is known of a run before its text is parsed.
    private struct Identity {
        let file: String
        let name: RunName
        let hash: ContentHash
    }

    private static func outcome(of root: JSONElement, text: UnsafeBufferPointer<UInt8>, _ identity: Identity) -> Outcome {
        var interpreter = PyperfInterpreter(file: identity.file, text: text)
        let samples = interpreter.samples(of: root)
        let metadata = interpreter.metadata(of: root)
        guard !samples.isEmpty else {
            if interpreter.problems.isEmpty {
                interpreter.problems.append(Problem(.error, file: identity.file, "The file holds no benchmark with a value."))
            }
            return Outcome(problems: interpreter.problems)
        }
        let run = Run(file: identity.file, name: identity.name, metadata: metadata, samples: samples, hash: identity.hash)
        return Outcome(run: run, problems: interpreter.problems)
    }

    /// Reads a text that simdjson refused: numbers such as `NaN`, which Python writes and JSON has not, are blanked out in a copy,
    /// so that only the benchmarks that hold them are lost; a text that is broken otherwise becomes a problem.
    private func readRepaired(_ text: UnsafeBufferPointer<UInt8>, _ identity: Identity) -> Outcome {
        switch JSONLocator.examine(text) {
        case .failure(let fault):
            return Outcome(problems: [RunReader.problem(fault, in: text, file: identity.file)])
        case .success(let unreadable):
            var copy = Array(text) + [UInt8](repeating: 0x20, count: JSONParser.padding)
            for range in unreadable {
                for index in range { copy[index] = 0x20 }
                copy.replaceSubrange(range.lowerBound..<(range.lowerBound + 2), with: [0x22, 0x22])
            }
            let outcome = copy.withUnsafeBufferPointer { padded in
                parser.withDocument(UnsafeBufferPointer(rebasing: padded[..<text.count])) { root in
                    RunReader.outcome(of: root, text: text, identity)
                }
            }
            let fault = JSONLocator.Fault(offset: 0, message: "The file is no JSON document")
            return outcome ?? Outcome(problems: [RunReader.problem(fault, in: text, file: identity.file)])
        }
    }

    private static func problem(_ fault: JSONLocator.Fault, in text: UnsafeBufferPointer<UInt8>, file: String) -> Problem {
        let (line, column) = JSONLocator.place(of: fault.offset, in: text)
        return Problem(
            .error, file: file, line: line, column: column, "\(fault.message); the file was left out.",
            hint: "Was the file copied whole? Fetch it again, or run the benchmarks anew.")
    }
}
