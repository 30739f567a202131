import Foundation
import Synchronization

/// What happens when somebody asks the tool to end before its time.
///
/// The system sends signals to a process, not to a value: this is the one place that belongs to the whole process.
enum Interruption {
    private struct Ending {
        var words = ""
        var work: @Sendable () -> Void = {}
    }

    private static let ending = Mutex(Ending())

    /// Where a signal is written and where it is read: little else may be done in a signal's handler than to write a byte.
    private static let pipe: (reading: CInt, writing: CInt) = {
        var ends: [CInt] = [-1, -1]
        return makePipe(&ends) == 0 ? (ends[0], ends[1]) : (-1, -1)
    }()

    /// Takes the signals that ask for an end; those that are ignored stay so.
    static func watch() {
        // A file that may not grow any further is a problem like any other.
        signal(SIGXFSZ, SIG_IGN)
        guard pipe.reading >= 0 else { return }
        Thread.detachNewThread {
            var number: UInt8 = 0
            while read(pipe.reading, &number, 1) != 1 {}
            end(CInt(number))
        }
        for number in [SIGINT, SIGTERM] {
            let before = signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                write(Interruption.pipe.writing, &byte, 1)
            }
            if isIgnoring(before) { signal(number, SIG_IGN) }
        }
    }

    /// Says what comes first when the tool is asked to end, and what there is to know then.
    static func comesFirst(_ words: String, _ work: @escaping @Sendable () -> Void) {
        ending.withLock { $0 = Ending(words: "; \(words)", work: work) }
    }

    private static func end(_ number: CInt) -> Never {
        let ending = ending.withLock { $0 }
        ending.work()
        let line = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
        Console.writeError("\(line)benchfolio: interrupted\(ending.words).\n")
        _exit(128 + number)
    }

    private static func isIgnoring(_ handler: (@convention(c) (CInt) -> Void)?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

private func makePipe(_ ends: UnsafeMutablePointer<CInt>) -> CInt { pipe(ends) }
