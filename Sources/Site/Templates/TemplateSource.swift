import Archive
import Foundation

/// The text of one template as it stands on disk.
public struct TemplateSource: Sendable, Hashable {
    /// The name other templates include it by: the file's name without `.mustache`.
    public var name: String
    /// The file as the reader would name it.
    public var file: String
    /// The text.
    public var text: String

    /// Makes a source.
    public init(name: String, file: String, text: String) {
        self.name = name
        self.file = file
        self.text = text
    }

    /// How many bytes a template may have: those that ship have a few thousand.
    static let largest = 1 << 20

    /// Reads all `*.mustache` files of a folder, in the order of their names; their problems name the folder by its own name alone, since
    /// they stand on a page of the site.
    ///
    /// - Throws: a problem when the folder or a file cannot be read, or a file is not UTF-8.
    public static func read(folder: String) throws(Problem) -> [TemplateSource] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasEnding(".mustache") }.sorted()
        } catch {
            throw Problem(
                .error, file: folder, "The folder of templates cannot be read.",
                hint: "Name a folder that holds \(TemplateName.home.fileName) and the other templates.")
        }
        var sources: [TemplateSource] = []
        for name in names {
            sources.append(try read("\(folder)/\(name)", as: "\(shownName(of: folder))/\(name)", name: name))
        }
        return sources
    }

    /// A folder's own name, whatever path leads to it.
    public static func shownName(of folder: String) -> String {
        let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
        return name == "/" ? "" : name
    }

    private static func read(_ path: String, as file: String, name: String) throws(Problem) -> TemplateSource {
        let bytes: [UInt8]
        do throws(FileFailure) { bytes = try FileContents.bytes(at: path, largest: largest) } catch {
            throw Problem(.error, file: file, "The template cannot be read: \(error.reason).")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard let text = String(validating: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self) else {
            throw Problem(.error, file: file, "The template is no UTF-8 text.", hint: "Save it as UTF-8.")
        }
        return TemplateSource(
            name: String(decoding: name.utf8.dropLast(".mustache".count), as: UTF8.self), file: file, text: text)
    }
}
