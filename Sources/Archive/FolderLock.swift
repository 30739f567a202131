#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Keeps a folder for one process at a time.
///
/// The system locks the folder itself, so there is no file to see, and the lock ends with the process, in whatever way that ends.
public final class FolderLock: Sendable {
    private let descriptor: CInt

    /// What came of asking for a lock.
    public enum Outcome: Sendable {
        /// It is this process's until the value goes.
        case held(FolderLock)
        /// Another process has it.
        case taken
        /// The file system has no locks, or not for folders.
        case impossible(FileFailure)
        /// The folder cannot be opened.
        case unusable(FileFailure)
    }

    private init(_ descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Asks for a folder's lock.
    ///
    /// - Parameter waits: whether to wait until the process that has it lets go
    public static func take(_ folder: String, waits: Bool) -> Outcome {
        while true {
            let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return .unusable(FileFailure(errno)) }
            let lock = FolderLock(descriptor)
            while flock(descriptor, LOCK_EX | (waits ? 0 : LOCK_NB)) != 0 {
                switch errno {
                case EINTR: continue
                case EWOULDBLOCK: return .taken
                default: return .impossible(FileFailure(errno))
                }
            }
            // While this process waited, the folder may have been removed and made anew.
            if isSame(descriptor, folder) { return .held(lock) }
        }
    }

    /// Whether an open file or folder is still the one that stands at a place.
    static func isSame(_ descriptor: CInt, _ folder: String) -> Bool {
        var (own, there) = (stat(), stat())
        guard fstat(descriptor, &own) == 0, stat(folder, &there) == 0 else { return false }
        return own.st_dev == there.st_dev && own.st_ino == there.st_ino
    }
}
