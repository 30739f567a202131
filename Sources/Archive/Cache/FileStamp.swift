#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a file system says of a file: size, inode, and the times of the last change of its content and of anything about it tell
/// whether it is the one that was looked at before.
///
/// A program may set the time of a file's content back, as those do that unpack and copy; nobody sets the other.
public struct FileStamp: Sendable {
    /// How many bytes the file has.
    public let size: Int
    private let modified: UInt64
    private let changed: UInt64
    private let inode: UInt64

    /// Whether the stamp, when it was taken, was old enough to tell a later change.
    ///
    /// A file whose content was changed less than two seconds before it is looked at may be changed again within the resolution of its time.
    public let isSettled: Bool

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
        #if canImport(Darwin)
            let (content, anything) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (content, anything) = (status.st_mtim, status.st_ctim)
        #endif
        size = Int(status.st_size)
        inode = UInt64(status.st_ino)
        (modified, changed) = (FileStamp.nanoseconds(content), FileStamp.nanoseconds(anything))
        isSettled = content.tv_sec < time(nil) - 2
    }

    private init(size: Int, modified: UInt64, changed: UInt64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
        isSettled = true
    }

    /// A time as a number; times that no clock reaches may share one.
    private static func nanoseconds(_ time: timespec) -> UInt64 {
        UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
    }

    /// The stamp of no file.
    static let none = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

    /// Whether the content was not touched between two stamps, by which the file may have been moved.
    public func isMoved(from earlier: FileStamp) -> Bool {
        size == earlier.size && modified == earlier.modified && inode == earlier.inode
    }
}

extension FileStamp: Hashable {
    /// Whether both say the same of a file, whenever they were taken.
    public static func == (left: FileStamp, right: FileStamp) -> Bool {
        left.isMoved(from: right) && left.changed == right.changed
    }

    /// Hashes what the file system says.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(inode)
        hasher.combine(changed)
    }
}

extension FileStamp: ByteCodable {
    /// Adds the stamp to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(size)
        writer.write(modified)
        writer.write(changed)
        writer.write(inode)
    }

    /// Takes a stamp from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(
            size: try reader.int(), modified: try reader.uint64(), changed: try reader.uint64(), inode: try reader.uint64())
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
