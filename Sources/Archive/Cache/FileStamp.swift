#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a file system says of a file: size, time of change in nanoseconds and inode tell whether it is the one that was looked at before.
public struct FileStamp: Sendable, Hashable {
    /// How many bytes the file has.
    public let size: Int
    private let seconds: Int
    private let nanoseconds: Int
    private let inode: UInt64

    /// Asks for the stamp of a file; nil where there is no such file.
    ///
    /// - Parameter followsLinks: whether a symbolic link to a file counts as that file, or as none
    public init?(of path: String, followsLinks: Bool = true) {
        var status = stat()
        guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        self.init(status)
    }

    /// Takes what was asked already; nil where it is about no file.
    init?(_ status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int(status.st_size)
        inode = UInt64(status.st_ino)
        #if canImport(Darwin)
            (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
        #else
            (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        #endif
    }

    private init(size: Int, seconds: Int, nanoseconds: Int, inode: UInt64) {
        self.size = size
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.inode = inode
    }

    /// The stamp of no file.
    static let none = FileStamp(size: -1, seconds: 0, nanoseconds: 0, inode: 0)

    /// Whether the stamp is old enough to tell a later change.
    ///
    /// A file that was changed less than two seconds before it is looked at may be changed again within the resolution of its time.
    public var isSettled: Bool { Int(time(nil)) - seconds > 2 }
}

extension FileStamp: ByteCodable {
    /// Adds the stamp to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(size)
        writer.write(seconds)
        writer.write(nanoseconds)
        writer.write(inode)
    }

    /// Takes a stamp from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(size: try reader.int(), seconds: try reader.int(), nanoseconds: try reader.int(), inode: try reader.uint64())
    }
}

/// A folder whose files are asked for by their paths below it: the way to the folder itself is gone once and not for each of them.
public struct StampedFolder: ~Copyable, Sendable {
    private let descriptor: CInt

    /// Opens a folder; where it cannot be opened, no file stands in it.
    public init(_ path: String) { descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The stamp of a file, of a path without a zero byte; nil where there is none, or a symbolic link.
    public func stamp(_ path: UnsafeRawBufferPointer) -> FileStamp? {
        withUnsafeTemporaryAllocation(byteCount: path.count + 1, alignment: 1) { name in
            name.copyMemory(from: path)
            name[path.count] = 0
            guard descriptor >= 0, let start = name.baseAddress else { return nil }
            var status = stat()
            guard fstatat(descriptor, start.assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                return nil
            }
            return FileStamp(status)
        }
    }
}
