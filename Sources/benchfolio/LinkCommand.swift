import Archive
import ArgumentParser
import Site

/// `benchfolio link`: the way to a commit's page.
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Prints the address of a commit's page, or a comment or status that leads there.",
        discussion: """
            The commit is named by 4 or more of the first digits of its hash. With --format markdown it prints a comment for the commit's \
            pull request, whose first line is a mark to find it again by; with --format status the JSON of a commit status for GitHub. Only \
            that commit is compared.

            Example: benchfolio link ccaa69a Content --base-url https://example.org/benchmarks/
            """)

    /// What is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case url, markdown, status
    }

    @Argument(help: "The first digits of the commit's hash, or all of them.")
    var hash: String

    @Argument(help: "The archive's folder, which holds results/ and bench_runner.toml.", completion: .directory)
    var archive = "Content"

    @Option(help: "What is printed: url, markdown or status.")
    var format = Format.url

    @Option(name: .customLong("base-url"), help: "Where the site is published (default: base_url in the archive's site.toml).")
    var baseURL: String?

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard let baseURL, !WebAddress.isBase(baseURL) else { return }
        throw ValidationError("--base-url must begin with https:// or http:// and a host, and have no `?`, `#` or space in it.")
    }

    func run() async throws {
        do {
            let archive = try reading.reader(of: try Place.archive(archive))
            let link = try CommitLink(
                to: hash, in: await Material(reading: archive, tree: archive.tree()), baseURL: baseURL)
            let text = try text(link)
            Console.show(link.problems)
            if link.url == nil {
                Console.writeError(
                    "benchfolio: the archive does not say where its site is published, so this is no whole address; name it by "
                        + "--base-url or base_url in site.toml.\n")
            }
            try Console.write(text)
            try Console.end(link.problems, strict: reading.strict)
        } catch let problem as Problem {
            Console.show([problem])
            throw ExitCode(2)
        }
    }

    private func text(_ link: CommitLink) throws(Problem) -> String {
        switch format {
        case .url: "\(link.url ?? link.path.text)\n"
        case .markdown: try link.comment()
        case .status: link.status
        }
    }
}
