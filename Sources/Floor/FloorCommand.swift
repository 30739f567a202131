import Archive
import ArgumentParser

/// `benchfolio-floor ARCHIVE SITE COPY`: the processor time of the unavoidable work.
struct FloorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor", abstract: "Prints the processor time of reading, parsing, converting and copying everything once.",
        discussion: """
            ARCHIVE's runs are read and parsed with simdjson, SITE's Markdown is converted, SITE's files are copied to COPY: each once, \
            on one thread. A line for each part: name, processor seconds, bytes, files.
            """)

    @Argument(help: "The archive.", completion: .directory)
    var archive: String

    @Argument(help: "The site that was built from it.", completion: .directory)
    var site: String

    @Argument(help: "A folder that is not there yet, for the copy.", completion: .directory)
    var copy: String

    func run() throws {
        let inputs = InputFiles(archive: archive)
        let outputs = try OutputFiles(site: site)
        let parts = try inputs.parsed() + [try outputs.converted(), try outputs.copied(to: copy)]
        for part in parts { print(part.line) }
    }
}
