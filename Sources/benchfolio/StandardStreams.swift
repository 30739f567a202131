#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The three streams that a process is born with.
enum StandardStreams {
    /// Opens those that are closed onto nothing: the next file that is opened would take their numbers, and what the tool says would be
    /// written into it.
    static func openMissing() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest number that is free is taken, and all below this one are.
            _ = open("/dev/null", O_RDWR)
        }
    }
}
