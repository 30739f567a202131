#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The three streams that a process is born with.
enum StandardStreams {
    /// Takes the numbers of those that are closed: the next file that is opened would get them, and what the tool says would be written into
    /// it.
    ///
    /// What is read from them or written to them fails as before.
    static func takeMissing() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest number that is free is taken, and all below this one are.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
