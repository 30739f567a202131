import Archive
import Foundation

/// The folder a site is written to, which is this process's alone as long as the value is there.
final class OutputFolder: Sendable {
    /// Its path, as it was passed.
    let path: String
    /// The folders that had to be made, the uppermost first.
    private let made: [String]
    private let lock: FolderLock?

    /// Makes the folder where it is missing, and waits until no other build writes to it.
    init(_ path: String) throws(Problem) {
        var made: [String] = []
        if FileOutput.kind(of: path) == .nothing, let failure = FileOutput.makePublicFolder(path, making: { made.append($0) }) {
            OutputFolder.remove(made)
            throw OutputFolder.problem(path, failure)
        }
        self.path = path
        self.made = made
        lock = try OutputFolder.locked(path)
    }

    /// Removes the folder if it was made for this build and nothing was written to it.
    func leave() { OutputFolder.remove(made) }

    private static func remove(_ made: [String]) {
        _ = made.reversed().allSatisfy { FileOutput.removeEmptyFolder($0) }
    }

    private static func locked(_ path: String) throws(Problem) -> FolderLock? {
        var outcome = FolderLock.take(path, waits: false)
        if case .taken = outcome {
            Console.writeError("benchfolio: another build writes to \(path); waiting for its end.\n")
            outcome = FolderLock.take(path, waits: true)
        }
        // The other build may have taken the folder away again, where it found nothing to write.
        if case .unusable(let failure) = outcome, failure.isAbsence, FileOutput.makePublicFolder(path) == nil {
            outcome = FolderLock.take(path, waits: true)
        }
        switch outcome {
        case .held(let lock): return lock
        case .unusable(let failure): throw problem(path, failure)
        case .taken: return nil
        case .impossible(let failure):
            Console.show([
                Problem(
                    .note, file: path, "The folder cannot be kept for this build alone: \(failure.reason).",
                    hint: "Let no other build write to it at the same time.")
            ])
            return nil
        }
    }

    private static func problem(_ path: String, _ failure: FileFailure) -> Problem {
        Problem(
            .error, file: path, "No site can be written here: \(failure.reason).",
            hint: "Name a folder that you may read and write: --output FOLDER.")
    }
}
