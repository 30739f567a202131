import Archive
import ArgumentParser
import Foundation
import Synchronization

/// What the tool says: results on stdout, problems and progress on stderr.
enum Console {
    /// Shows problems, the notes last since they matter least.
    static func show(_ problems: [Problem]) {
        let ordered = problems.filter { $0.severity != .note }.sorted() + problems.filter { $0.severity == .note }.sorted()
        for problem in ordered { writeError("\(problem)\n") }
    }

    /// Writes to stderr.
    static func writeError(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

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

/// A bar on the terminal for work of more than half a second; nothing where stderr is no terminal.
final class ProgressBar: Sendable {
    private let total: Int
    private let label: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let begun = ContinuousClock.now
    private let state = Mutex((done: 0, shown: -1))

    init(_ label: String, total: Int) {
        self.label = label
        self.total = total
    }

    /// Counts one thing as done.
    func advance() {
        state.withLock { state in
            state.done += 1
            let percent = total == 0 ? 100 : state.done * 100 / total
            guard isShown, percent != state.shown, ContinuousClock.now - begun > .milliseconds(500) else { return }
            state.shown = percent
            let filled = percent * 30 / 100
            let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: 30 - filled)
            Console.writeError("\r\(label) [\(bar)] \(state.done) of \(total)")
        }
    }

    /// Takes the bar away.
    func finish() {
        if state.withLock({ $0.shown >= 0 }) { Console.writeError("\r\u{1B}[K") }
    }
}
