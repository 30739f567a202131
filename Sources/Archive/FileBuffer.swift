#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Bytes of one file after another in memory that is kept between them, with the padding a parser wants behind.
public struct FileBuffer: ~Copyable {
    private var storage: UnsafeMutableRawBufferPointer
    private let padding: Int
    /// How many bytes a file may have of which nobody has said how many.
    public static let standardLargest = 1 << 30
    /// How many bytes the file that was read last has.
    public private(set) var count = 0

    /// Makes a buffer; the readable bytes behind each file's are `padding`.
    public init(padding: Int = 0) {
        self.padding = padding
        // Most buffers ask whether a file stands as it stood, and never read it.
        storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    deinit { storage.deallocate() }

    /// The bytes of the file that was read last.
    public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

    /// Reads a file, or what stands in its first `limit` bytes.
    ///
    /// A pipe is not waited for, and nothing but a file is read: another thing may have no end.
    ///
    /// - Parameter largest: how many bytes a file may have; of one that has more nothing is read
    public mutating func read(_ path: String, upTo limit: Int = .max, largest: Int = standardLargest) throws(FileFailure) {
        count = 0
        var status = stat()
        // Opening a device may already do something; what is put in the file's place after this look is still not read.
        if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) { throw .noFile }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw errno == ENXIO ? .noFile : FileFailure(errno) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { throw FileFailure(errno) }
        guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else { throw .noFile }
        guard Int(status.st_size) <= largest else { throw .tooLarge(Int(status.st_size), limit: largest) }
        reserve(min(Int(status.st_size) + 1, limit))
        while count < limit {
            guard count <= largest else { throw .tooLarge(count, limit: largest) }
            if count + padding == storage.count { reserve(storage.count * 2) }
            let end = min(storage.count - padding, limit)
            let room = UnsafeMutableRawBufferPointer(rebasing: storage[count..<end])
            let length = systemRead(descriptor, room)
            if length < 0, errno == EINTR { continue }
            guard length >= 0 else { throw FileFailure(errno) }
            if length == 0 { return }
            count += length
        }
    }

    /// Takes bytes as if they had been read.
    mutating func fill(_ bytes: UnsafeRawBufferPointer) {
        count = 0
        reserve(bytes.count)
        storage.copyMemory(from: bytes)
        count = bytes.count
    }

    private mutating func reserve(_ wanted: Int) {
        guard storage.count < wanted + padding else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted + wanted / 4 + padding, alignment: 64)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
        storage.deallocate()
        storage = larger
    }
}

private func systemRead(_ descriptor: CInt, _ room: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, room.baseAddress, room.count)
}
