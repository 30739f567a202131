import Foundation
import Synchronization

/// Where a command's time went: wall and processor time of each stage.
final class Stopwatch: Sendable {
    private struct Lap: Sendable {
        let stage: String
        let amount: String
        let wall: Duration
        let processor: Double
    }

    private let begun = ContinuousClock.now
    private let state = Mutex((laps: [Lap](), wall: ContinuousClock.now, processor: Stopwatch.processorSeconds))

    /// Ends a stage that began when the one before ended.
    ///
    /// - Parameter amount: how much was done, such as `81 runs`
    func lap(_ stage: String, _ amount: String = "") {
        let (wall, processor) = (ContinuousClock.now, Stopwatch.processorSeconds)
        state.withLock { state in
            state.laps.append(Lap(stage: stage, amount: amount, wall: wall - state.wall, processor: processor - state.processor))
            (state.wall, state.processor) = (wall, processor)
        }
    }

    /// Seconds since the command began.
    var seconds: Double { Stopwatch.seconds(ContinuousClock.now - begun) }

    /// A line for each stage: wall time, processor time, amount, and amount a second.
    var description: String {
        let head = "stage                       wall s    cpu s  amount\n"
        return state.withLock(\.laps).reduce(into: head) { text, lap in
            let wall = Stopwatch.seconds(lap.wall)
            let rate = lap.amount.split(separator: " ").first.flatMap { Double($0) }.map { wall > 0 ? $0 / wall : 0 }
            let stage = lap.stage.padding(toLength: 24, withPad: " ", startingAt: 0)
            text += stage + String(format: "%10.3f%9.3f  ", wall, lap.processor) + lap.amount
            text += rate.map { String(format: ", %.0f a second", $0) } ?? ""
            text += "\n"
        }
    }

    private static func seconds(_ duration: Duration) -> Double { Double(duration / .microseconds(1)) / 1e6 }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
