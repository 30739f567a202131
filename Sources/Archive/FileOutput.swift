#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

import Synchronization

/// Writing whole files, for the site and the cache; never below an archive.
public enum FileOutput {
    /// Writes a file, with the folders above it; returns the system's words where that fails, and nil where it went well.
    public static func create(_ place: String, _ bytes: UnsafeRawBufferPointer) -> String? {
        create(place) { write(bytes, to: $0) }
    }

    /// Moves a file over another; returns the system's words where that fails.
    public static func move(_ place: String, to target: String) -> String? {
        rename(place, target) == 0 ? nil : String(cString: strerror(errno))
    }

    /// Removes a file, and the folders above it that are empty then, up to `root`; a file that is gone already is no failure.
    public static func remove(_ path: String, under root: String) -> String? {
        guard unlink("\(root)/\(path)") == 0 || errno == ENOENT else { return String(cString: strerror(errno)) }
        var folder = path
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            guard rmdir("\(root)/\(folder)") == 0 else { break }
        }
        return nil
    }

    private static func create(_ place: String, _ body: (CInt) -> String?) -> String? {
        let descriptor = descriptor(of: place, O_TRUNC)
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        let failure = body(descriptor)
        guard close(descriptor) == 0 else { return failure ?? String(cString: strerror(errno)) }
        return failure
    }

    /// Opens a file for writing, with the folders above it; negative where that fails.
    fileprivate static func descriptor(of place: String, _ way: CInt) -> CInt {
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | way
        let descriptor = open(place, flags, 0o644)
        guard descriptor < 0, errno == ENOENT else { return descriptor }
        makeFolders(above: place)
        return open(place, flags, 0o644)
    }

    fileprivate static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> String? {
        var rest = bytes
        while !rest.isEmpty {
            let count = systemWrite(descriptor, rest)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(cString: strerror(errno)) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return nil
    }

    /// Makes the folders above a file, from the last that is there on; where one cannot be made, opening the file says why.
    private static func makeFolders(above place: String) {
        guard let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")), slash > place.startIndex else { return }
        let folder = String(place[..<slash])
        guard mkdir(folder, 0o755) != 0, errno == ENOENT else { return }
        makeFolders(above: folder)
        mkdir(folder, 0o755)
    }
}

/// A file that bytes are only ever added to; it is opened once, when the first are.
public final class GrowingFile: Sendable {
    private let place: String
    private let descriptor = Mutex<CInt?>(nil)

    /// Names a file, which need not exist.
    public init(_ place: String) { self.place = place }

    deinit { close() }

    /// Adds bytes to the end in one piece; returns the system's words where that fails.
    public func append(_ bytes: UnsafeRawBufferPointer) -> String? {
        descriptor.withLock { open in
            let descriptor = open ?? FileOutput.descriptor(of: place, O_APPEND)
            guard descriptor >= 0 else { return String(cString: strerror(errno)) }
            open = descriptor
            return FileOutput.write(bytes, to: descriptor)
        }
    }

    /// Lets go of the file; the next bytes open it again.
    public func close() {
        descriptor.withLock { open in
            if let descriptor = open { systemClose(descriptor) }
            open = nil
        }
    }
}

private func systemClose(_ descriptor: CInt) { close(descriptor) }

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
