#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

import Synchronization

/// A file that bytes are only ever added to; it is opened once, when the first are.
public final class GrowingFile: Sendable {
    private let place: String
    private let descriptor = Mutex<CInt?>(nil)

    /// Names a file, which need not exist; its folder must, and a symbolic link is no such file.
    public init(_ place: String) { self.place = place }

    deinit { close() }

    /// Adds bytes to the end in one piece; returns what failed.
    public func append(_ bytes: UnsafeRawBufferPointer) -> FileFailure? {
        descriptor.withLock { opened in
            let descriptor = opened ?? open(place, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND | O_NOFOLLOW | O_NONBLOCK, 0o644)
            guard descriptor >= 0 else { return FileFailure(errno) }
            opened = descriptor
            return FileOutput.write(bytes, to: descriptor)
        }
    }

    /// Lets go of the file; the next bytes open it again.
    public func close() {
        descriptor.withLock { opened in
            if let descriptor = opened { systemClose(descriptor) }
            opened = nil
        }
    }
}

private func systemClose(_ descriptor: CInt) { close(descriptor) }
