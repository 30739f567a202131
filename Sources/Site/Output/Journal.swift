import Archive

/// The files that were put into a site since its manifest was written, a line each.
///
/// A build that ends too soon writes no manifest. By the journal the next one knows all the same what stands in the folder: it need not
/// make it again, and may remove it where it is no longer due. It stands in the site, as `.benchfolio.journal`, until a manifest takes its
/// place.
struct Journal: Sendable {
    static let path = SitePath(".benchfolio.journal")

    private let place: String
    private let folder: String
    private let lines: GrowingFile
    /// Whether an earlier build ended too soon.
    let wasThere: Bool
    /// What it noted.
    let files: [String: Manifest.File]

    /// Reads the journal of the site in a folder; a line that was cut off notes nothing, for its file was not put into place.
    init(folder: String) {
        self.folder = folder
        place = "\(folder)/\(Journal.path.text)"
        lines = GrowingFile(place)
        let bytes = FileContents.bytes(at: place)
        wasThere = bytes != nil
        var files: [String: Manifest.File] = [:]
        for line in (bytes ?? []).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            if let (path, file) = Manifest.File.read(line) { files[path] = file }
        }
        self.files = files
    }

    /// Whether there is a journal now.
    var isThere: Bool { FileHashes.Stamp(of: place) != nil }

    /// Notes a file that is about to be put into place; returns the system's words where that fails.
    func note(_ file: Manifest.File, at path: SitePath) -> String? {
        var line = file.line(path.text)
        return line.withUTF8 { lines.append(UnsafeRawBufferPointer($0)) }
    }

    /// Removes the journal; returns the system's words where that fails.
    func remove() -> String? {
        lines.close()
        return FileOutput.remove(Journal.path.text, under: folder)
    }
}
