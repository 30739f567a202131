#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why a file or folder could not be read or written.
public struct FileFailure: Error, Sendable, Hashable {
    /// The system's words, or ours.
    public let reason: String
    /// Whether there is nothing of that name.
    public let isAbsence: Bool
    /// Whether there was no more room for it.
    public let isLackOfRoom: Bool
    /// Whether the file has more bytes than are read.
    public let isTooLarge: Bool

    /// A folder stands where a file has to.
    public static let isFolder = FileFailure(EISDIR)

    init(_ code: CInt) {
        reason = String(cString: strerror(code))
        isAbsence = code == ENOENT
        isLackOfRoom = [ENOSPC, EDQUOT, EFBIG].contains(code)
        isTooLarge = false
    }

    private init(_ reason: String, isTooLarge: Bool = false) {
        self.reason = reason
        isAbsence = false
        isLackOfRoom = false
        self.isTooLarge = isTooLarge
    }

    /// A link leads out of the archive, whose files alone are read.
    static let isOutside = FileFailure("it is a link that leads out of the archive")

    /// A pipe, a socket or a device stands where a file was expected.
    static let noFile = FileFailure("it is a pipe, a socket or a device")

    /// A file has more bytes than it may.
    static func tooLarge(_ bytes: Int, limit: Int) -> FileFailure {
        FileFailure("it has \(Limits.size(bytes)), and at most \(Limits.size(limit)) are read", isTooLarge: true)
    }
}
