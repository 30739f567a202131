import Archive
import CSimdJSON

/// The runs of an archive as files, for reading and parsing and no more.
///
/// The tool's own reader asks simdjson for every value; this one takes the bare library, so that the floor does not move with the tool.
struct InputFiles {
    private let paths: [String]

    init(archive: String) {
        let tree = ArchiveReader(root: archive, jobs: 1).tree()
        paths = tree.runs.map { "\(archive)/\($0.file.path)" }
    }

    /// Reads each file into memory and parses it; a file that is no JSON costs what it costs to find that out.
    func parsed() throws -> [Part] {
        var (reading, parsing) = (Part("read"), Part("parse"))
        guard let parser = csj_parser_new() else {
            throw UnusableFile(path: "simdjson", reason: "there is no memory for a parser")
        }
        defer { csj_parser_free(parser) }
        var buffer = FileBuffer(padding: csj_padding())
        for path in paths {
            try reading.add {
                try buffer.read(path)
                return buffer.count
            }
            let text = buffer.bytes
            parsing.add {
                var root = csj_element()
                _ = csj_parse(parser, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count, &root)
                return text.count
            }
        }
        return [reading, parsing]
    }
}
