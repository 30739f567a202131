import Foundation

/// A part of the unavoidable work, and what it took.
struct Part {
    let name: String
    private(set) var seconds = 0.0
    private(set) var bytes = 0
    private(set) var files = 0

    init(_ name: String) { self.name = name }

    /// Does the part's work on one file, on this thread.
    ///
    /// - Parameter work: returns how many bytes it worked on
    mutating func add(_ work: () throws -> Int) rethrows {
        let begun = Part.processorSeconds
        let count = try work()
        seconds += Part.processorSeconds - begun
        bytes += count
        files += 1
    }

    /// Name, processor seconds, bytes and files, with tabs between.
    var line: String { "\(name)\t\(String(format: "%.6f", seconds))\t\(bytes)\t\(files)" }

    /// The process's time, which is this thread's: there is no other.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
