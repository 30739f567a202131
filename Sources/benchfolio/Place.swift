import Archive
import ArgumentParser
import Foundation
import Site

/// Finds the folders a command works on.
enum Place {
    /// Checks that an archive's folder is there; where it is not, the problem names the folder that may have been meant.
    static func archive(_ path: String) throws(Problem) -> String {
        guard !path.isEmpty else {
            throw Problem(
                .error, file: "''", "A folder without a name is none.",
                hint: "Name the folder that holds results/ and bench_runner.toml.")
        }
        guard !isFolder(path) else { return trimmed(path) }
        let parent = path.contains("/") ? (path as NSString).deletingLastPathComponent : "."
        let name = (path as NSString).lastPathComponent
        let nearest = NearestName.nearest(to: name, among: folders(in: parent.isEmpty ? "/" : parent))
        throw Problem(
            .error, file: path, "There is no such folder.",
            hint: nearest.map { "Is `\(parent == "." ? $0 : "\(parent)/\($0)")` meant?" }
                ?? "Name the folder that holds results/ and bench_runner.toml.")
    }

    /// Checks that a site is not written over what it is made from, which is only ever read.
    static func output(_ path: String, archive root: String, templates: String) throws(Problem) -> String {
        let read = [
            ("the archive's results", "\(root)/results"), ("the archive's pages", "\(root)/pages"), ("the templates", templates),
        ]
        let place: String? =
            if let name = folder(ofSite: path, meeting: root) {
                "into the archive, which stands where the site has its folder `\(name)`"
            } else if let (words, _) = read.first(where: { ReadOnlyFolder($0.1).contains(path) }) {
                "into \(words)"
            } else if ReadOnlyFolder(root).isItself(path) {
                "over the archive"
            } else {
                nil
            }
        guard let place else { return trimmed(path) }
        throw Problem(
            .error, file: path, "The site would be written \(place).", hint: "Name a folder of its own: --output FOLDER.")
    }

    /// The folder at a site's root whose files or folders would come to stand in the archive; nil where none would.
    private static func folder(ofSite path: String, meeting root: String) -> String? {
        SitePath.foldersOfFiles.first { ReadOnlyFolder("\(path)/\($0)").isItself(root) }
            ?? SitePath.foldersOfFolders.first { ReadOnlyFolder("\(path)/\($0)").contains(root) }
    }

    /// Checks that nothing is kept among the archive's files; a folder of its own may stand beside them.
    static func cache(_ path: String, archive root: String) throws(Problem) -> String {
        let read = ["results", "pages"].map { "\(root)/\($0)" }
        guard read.contains(where: { ReadOnlyFolder($0).contains(path) }) || ReadOnlyFolder(root).isItself(path) else {
            return path
        }
        throw Problem(
            .error, file: path, "What was read would be kept among the archive's files.",
            hint: "Name another folder: --cache FOLDER; or keep nothing: --no-cache.")
    }

    /// The templates: the folder that was named, else the one that came with the tool.
    static func templates(_ named: String?) throws(Problem) -> String {
        if let named { return trimmed(named) }
        guard let folder = beside("Templates") else {
            throw Problem(
                .error, file: "Templates", "The folder of templates cannot be found.",
                hint: "Run the tool from its checkout, or name the folder: --templates FOLDER.")
        }
        return folder
    }

    /// The prose pages that came with the tool, for archives that bring none.
    static var prose: String? { beside("Content/pages") }

    /// The program that runs.
    static var program: String? { Bundle.main.executablePath }

    /// A path from the root of the file system, as it is written, without its dots.
    static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    /// A folder beside the program or above it, as in a checkout; in the working directory where there is none, and that is a checkout.
    private static func beside(_ name: String) -> String? {
        guard var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else { return nil }
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent(name).path
            if isFolder(candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        return isFolder("Templates") && isFolder(name) ? name : nil
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func folders(in folder: String) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { isFolder("\(folder)/\($0)") }.sorted()
        } catch {
            return []
        }
    }

    private static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
