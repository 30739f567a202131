#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads folders and files; nothing in this module writes below an archive.
enum FileSystem {
    enum Kind { case file, folder, other }

    struct Entry {
        let name: String
        let kind: Kind
    }

    /// The entries of a folder, sorted by code point; symbolic links are followed to files, never to folders.
    static func entries(of folder: String) throws(FileFailure) -> [Entry] {
        guard let stream = opendir(folder) else { throw FileFailure(errno) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            entries.append(Entry(name: name, kind: kind(of: Int32(entry.pointee.d_type), at: "\(folder)/\(name)")))
        }
        return entries.sorted { $0.name.precedes($1.name) }
    }

    private static func kind(of type: Int32, at path: String) -> Kind {
        if type == Int32(DT_REG) { return .file }
        if type == Int32(DT_DIR) { return .folder }
        var status = stat()
        guard type == Int32(DT_LNK) || type == Int32(DT_UNKNOWN), stat(path, &status) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return type == Int32(DT_LNK) ? .other : .folder
        default: return .other
        }
    }
}

/// Why a file or folder could not be read or written, in the system's words.
public struct FileFailure: Error, Sendable, Hashable {
    /// The system's words.
    public let reason: String
    /// Whether there is nothing of that name.
    public let isAbsence: Bool
    /// Whether there was no more room for it.
    public let isLackOfRoom: Bool

    /// A folder stands where a file has to.
    public static let isFolder = FileFailure(EISDIR)

    init(_ code: CInt) {
        reason = String(cString: strerror(code))
        isAbsence = code == ENOENT
        isLackOfRoom = [ENOSPC, EDQUOT, EFBIG].contains(code)
    }
}
