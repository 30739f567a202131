import Foundation
import Testing

/// What stands in a folder at one moment: each file's bytes and the time it was last written.
struct FolderContents: Equatable {
    /// One file.
    struct File: Equatable {
        var bytes: Data
        var written: Date
    }

    /// The files by their paths below the folder.
    private(set) var files: [String: File] = [:]

    /// Reads a folder with everything in it; fails the test where it holds no file.
    init(of folder: URL) throws {
        let root = folder.resolvingSymlinksInPath()
        let keys: [URLResourceKey] = [.isRegularFileKey, .contentModificationDateKey]
        let found = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys))
        for case let url as URL in found {
            let values = try url.resourceValues(forKeys: Set(keys))
            guard values.isRegularFile == true else { continue }
            let path = String(url.resolvingSymlinksInPath().path.dropFirst(root.path.count + 1))
            files[path] = File(bytes: try Data(contentsOf: url), written: try #require(values.contentModificationDate))
        }
        try #require(!files.isEmpty, "no file in \(folder.path)")
    }

    /// The paths in code-point order.
    var paths: [String] { files.keys.sorted() }

    /// One file as text; fails the test where it is not there.
    func text(_ path: String) throws -> String {
        String(decoding: try #require(files[path], "there is no \(path)").bytes, as: UTF8.self)
    }

    /// The paths of the pages.
    var pages: [String] { paths.filter { $0.hasSuffix(".html") } }

    /// The paths at which two folders differ: in one of them alone, or with other bytes.
    func differences(from other: FolderContents) -> [String] {
        Set(paths).union(other.paths).filter { files[$0]?.bytes != other.files[$0]?.bytes }.sorted()
    }
}
