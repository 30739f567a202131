import Foundation
import Synchronization

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
