import Synchronization

/// Runs tasks where they are made, on the caller's thread and in the order in which they are made.
///
/// Callgrind counts such a program exactly; it does not survive the system's pool of threads.
final class CallersThread: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) { UnownedJob(job).runSynchronously(on: asUnownedTaskExecutor()) }

    /// Runs asynchronous work, with all tasks it makes, to its end.
    static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
        let ending = Ending()
        Task(executorPreference: CallersThread()) {
            do {
                try await work()
                ending.result.withLock { $0 = .success(()) }
            } catch {
                ending.result.withLock { $0 = .failure(error) }
            }
        }
        try ending.result.withLock(\.self).get()
    }

    /// How the work ended; work that waits for another thread has not ended, and never will.
    private final class Ending: Sendable {
        let result = Mutex<Result<Void, any Error>>(.failure(UnusableThread()))
    }
}

/// The work waits for something that does not happen on its thread.
struct UnusableThread: Error {}
