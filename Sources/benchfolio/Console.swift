import Archive
import ArgumentParser
import Foundation

/// What the tool says: results on stdout, problems and progress on stderr.
enum Console {
    /// Shows problems, the notes last since they matter least.
    static func show(_ problems: [Problem]) {
        let ordered = problems.filter { $0.severity != .note }.sorted() + problems.filter { $0.severity == .note }.sorted()
        for problem in ordered { writeError("\(problem)\n") }
    }

    /// Writes to stderr; where nothing can be written there, nobody can be told.
    static func writeError(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    /// Says why an archive without a run ends a command.
    static func writeNoRun() { writeError("benchfolio: there is no run to build a site from.\n") }

    /// Writes a closing fact to stdout; what it tells of stands whether it can be told or not.
    static func close(_ line: String) { _ = write(line + "\n", to: STDOUT_FILENO) }

    /// Writes to stdout what the command was asked for, and ends the tool with 2 where that fails.
    static func write(_ text: String) throws {
        guard let number = write(text, to: STDOUT_FILENO) else { return }
        writeError("benchfolio: the output cannot be written: \(String(cString: strerror(number))).\n")
        throw ExitCode(2)
    }

    /// Writes all of a text; the number of the error where that fails.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return count < 0 ? errno : EIO }
            bytes = bytes.dropFirst(count)
        }
        return nil
    }

    /// `3 problems`, without the notes.
    static func count(_ problems: [Problem]) -> String {
        count(problems.count { $0.severity != .note }, "problem")
    }

    /// `1 run`, `3 runs`.
    static func count(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}

extension Console {
    /// Ends with 1 where there are errors, or warnings that count as such.
    static func end(_ problems: [Problem], strict: Bool) throws {
        let counts = problems.contains { $0.severity == .error || (strict && $0.severity == .warning) }
        if counts { throw ExitCode(1) }
    }
}
