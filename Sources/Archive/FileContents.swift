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

    /// The names of the files in a folder with an ending, sorted by code point; empty where there is no such folder.
    public static func names(in folder: String, ending: String) -> [String] {
        names(of: .file, in: folder).filter { $0.hasSuffix(ending) }
    }

    /// The names of the folders in a folder, sorted by code point; empty where there is no such folder.
    public static func folders(in folder: String) -> [String] { names(of: .folder, in: folder) }

    private static func names(of kind: FileSystem.Kind, in folder: String) -> [String] {
        do {
            return try FileSystem.entries(of: folder).filter { $0.kind == kind }.map(\.name)
        } catch {
            return []
        }
    }
}
