import Archive
import Foundation
import Markdown

/// The files of a built site.
struct OutputFiles {
    private let site: String
    /// The paths in the site, in code-point order.
    private let paths: [String]

    init(site: String) throws {
        self.site = site
        let all = try FileManager.default.subpathsOfDirectory(atPath: site)
        paths = all.filter { OutputFiles.isFile("\(site)/\($0)") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Converts each report, which was read before.
    func converted() throws -> Part {
        var part = Part("convert")
        let converter = MarkdownConverter()
        for path in paths where path.hasSuffix(".md") {
            guard let bytes = FileContents.bytes(at: "\(site)/\(path)") else {
                throw UnusableFile(path: path, reason: "it cannot be read")
            }
            var text = TextBytes()
            text += String(decoding: bytes, as: UTF8.self)
            part.add {
                _ = converter.convert(text)
                return bytes.count
            }
        }
        return part
    }

    /// Reads each file and writes it to a new folder.
    func copied(to copy: String) throws -> Part {
        var part = Part("copy")
        var buffer = FileBuffer()
        for path in paths {
            try part.add {
                try buffer.read("\(site)/\(path)")
                if let failure = FileOutput.create("\(copy)/\(path)", buffer.bytes) {
                    throw UnusableFile(path: path, reason: failure.reason)
                }
                return buffer.count
            }
        }
        return part
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
