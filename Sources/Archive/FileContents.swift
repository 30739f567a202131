/// Reading whole files for other targets.
public enum FileContents {
    /// The bytes of a file; nil where it cannot be read.
    public static func bytes(at path: String) -> [UInt8]? {
        var buffer = FileBuffer()
        do {
            try buffer.read(path)
            return Array(buffer.bytes)
        } catch {
            return nil
        }
    }

    /// The bytes of a file that has at most so many.
    public static func bytes(at path: String, largest: Int) throws(FileFailure) -> [UInt8] {
        var buffer = FileBuffer()
        try buffer.read(path, largest: largest)
        return Array(buffer.bytes)
    }

    /// What stands in a folder, each by name and sorted by code point: files, folders, and what is neither, such as a link that leads nowhere;
    /// all empty where there is no such folder.
    public static func listing(of folder: String) -> (files: [String], folders: [String], others: [String]) {
        var listing: (files: [String], folders: [String], others: [String]) = ([], [], [])
        for entry in entries(of: folder) {
            switch entry.kind {
            case .file: listing.files.append(entry.name)
            case .folder: listing.folders.append(entry.name)
            case .other: listing.others.append(entry.name)
            }
        }
        return listing
    }

    /// The names of whatever stands in a folder with an ending, sorted by code point; empty where there is no such folder.
    public static func allNames(in folder: String, ending: String) -> [String] {
        entries(of: folder).map(\.name).filter { $0.hasEnding(ending) }
    }

    /// Whether a path leads by a link out of a folder.
    public static func isOutside(_ path: String, of folder: String) -> Bool {
        FileSystem.isOutside(path, of: FileSystem.resolved(folder))
    }

    private static func entries(of folder: String) -> [FileSystem.Entry] {
        do { return try FileSystem.entries(of: folder) } catch { return [] }
    }
}

extension String {
    /// Whether the text ends with these bytes: a mark that joins the point of an ending to one character hides none.
    public func hasEnding(_ ending: String) -> Bool { utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
