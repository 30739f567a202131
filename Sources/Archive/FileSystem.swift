#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads folders and files; nothing in this module writes below an archive.
enum FileSystem {
    enum Kind: Hashable {
        case file, folder
        /// What is neither, and is not opened.
        case other(Other)
    }

    /// What stands in a folder and is neither a file nor a folder.
    enum Other: Hashable {
        case linkToFolder, linkToNothing, linkInCircle, linkOutside
        /// A pipe, a socket or a device: reading one may never end.
        case special
        /// The name's bytes are no UTF-8: what is shown of it opens nothing.
        case unreadableName
    }

    /// A folder that is open.
    #if canImport(Darwin)
        typealias Stream = UnsafeMutablePointer<DIR>
    #else
        typealias Stream = OpaquePointer
    #endif

    struct Entry {
        let name: String
        let kind: Kind
    }

    /// The entries of a folder, sorted by code point; symbolic links are followed to files, never to folders.
    ///
    /// - Parameter border: the folder, with every link in its path resolved, that no link may lead out of; nil where any may
    static func entries(of folder: String, within border: String? = nil) throws(FileFailure) -> [Entry] {
        guard let stream = opendir(folder) else { throw FileFailure(errno) }
        defer { closedir(stream) }
        return try entries(in: stream, of: folder, within: border)
    }

    /// The entries of a folder that is open; where not all of them can be had, none is: what is missing would pass for removed.
    static func entries(in stream: Stream, of folder: String, within border: String? = nil) throws(FileFailure) -> [Entry] {
        var entries: [Entry] = []
        while true {
            // The end and a failure look the same but for the number.
            errno = 0
            guard let entry = readdir(stream) else {
                if errno == 0 { break }
                throw FileFailure(errno)
            }
            let (name, isReadable) = name(of: entry)
            if name == "." || name == ".." { continue }
            let kind = isReadable ? kind(of: Int32(entry.pointee.d_type), at: "\(folder)/\(name)", within: border) : nil
            entries.append(Entry(name: name, kind: kind ?? .other(.unreadableName)))
        }
        return entries.sorted { $0.name.precedes($1.name) }
    }

    /// The name of an entry, and whether it is UTF-8.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> (text: String, isReadable: Bool) {
        // The record ends behind the name; as a tuple, all that a name may take would be read.
        let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
        let name = UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
        let text = String(decoding: name, as: UTF8.self)
        return (text, text.utf8.elementsEqual(name))
    }

    /// A path without links and dots; nil where there is nothing.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// What stands at a path.
    ///
    /// - Parameter type: the type that the folder's entry has; some file systems leave it open
    static func kind(of type: Int32, at path: String, within border: String?) -> Kind {
        switch type {
        case Int32(DT_REG): return .file
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return kind(ofLink: path, within: border)
        case Int32(DT_UNKNOWN):
            switch FileOutput.kind(of: path) {
            case .file: return .file
            case .folder: return .folder
            case .link, .nothing: return kind(ofLink: path, within: border)
            case .other: return .other(.special)
            }
        default: return .other(.special)
        }
    }

    private static func kind(ofLink path: String, within border: String?) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .other(errno == ELOOP ? .linkInCircle : .linkToNothing) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return leads(path, outOf: border) ? .other(.linkOutside) : .file
        case S_IFDIR: return .other(.linkToFolder)
        default: return .other(.special)
        }
    }

    /// Whether what stands at a path stands outside of a folder, whose path has no links.
    static func isOutside(_ path: String, of border: String?) -> Bool { resolved(path) != nil && leads(path, outOf: border) }

    private static func leads(_ path: String, outOf border: String?) -> Bool {
        guard let border else { return false }
        guard let place = resolved(path) else { return true }
        // By bytes: a slash and the mark that a name may begin with are one character.
        return !place.utf8.starts(with: (border == "/" ? border : border + "/").utf8)
    }
}
