import Archive

/// The files that were put into a site since its manifest was written, a line each.
///
/// A build that ends too soon writes no manifest. By the journal the next one knows all the same what stands in the folder: it need not
/// make it again, and may remove it where it is no longer due. It stands in the site, as `.benchfolio.journal`, until a manifest takes its
/// place.
struct Journal: Sendable {
    static let path = SitePath(".benchfolio.journal")

    private let folder: SiteFolder
    private let lines: GrowingFile
    /// Whether an earlier build ended too soon.
    let wasThere: Bool
    /// What it noted: of each file all that it was or was about to be, the last one last.
    let files: [String: [Manifest.File]]

    /// Reads the journal of the site in a folder; a line that was cut off notes nothing, for its file was not put into place.
    init(folder: SiteFolder) {
        self.folder = folder
        lines = GrowingFile(folder.place(Journal.path.text))
        // A link of this name is nobody's, and is not written through.
        if [.link, .other].contains(FileOutput.kind(of: folder.place(Journal.path.text))) {
            _ = folder.remove(Journal.path.text)
        }
        let bytes = folder.bytes(Journal.path.text)
        wasThere = bytes != nil
        var files: [String: [Manifest.File]] = [:]
        let newline = UInt8(ascii: "\n")
        for line in (bytes ?? []).split(separator: newline, omittingEmptySubsequences: false).dropLast() {
            if let (path, file) = Manifest.File.read(line) { files[path, default: []].append(file) }
        }
        self.files = files
        // What is noted next must not be lost with the line that was cut off.
        if let last = bytes?.last, last != newline { _ = [newline].withUnsafeBytes { lines.append($0) } }
    }

    /// Whether there is a journal now.
    var isThere: Bool { FileOutput.kind(of: folder.place(Journal.path.text)) == .file }

    /// Notes a file that is about to be put into place; returns what failed.
    func note(_ file: Manifest.File, at path: String) -> Problem? {
        var line = file.line(path)
        let failure = line.withUTF8 { lines.append(UnsafeRawBufferPointer($0)) }
        return failure.map { folder.problem(Journal.path.text, $0) }
    }

    /// Removes the journal; returns what failed.
    func remove() -> Problem? {
        lines.close()
        return FileOutput.remove(folder.place(Journal.path.text)).map { folder.problem(Journal.path.text, $0) }
    }
}
