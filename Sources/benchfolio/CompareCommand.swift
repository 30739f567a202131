import Archive
import ArgumentParser
import Comparisons
import Reports

/// `benchfolio compare`: one report on stdout.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Prints the report of one comparison.",
        discussion: """
            The files are named in the report as they are passed.

            Example: benchfolio compare Content/results/*-a4a2d2b/*-vultr-*.json Content/results/*-ccaa69a/*-vultr-*.json \
            --config Content/bench_runner.toml
            """)

    @Argument(help: "The results file to compare with.", completion: .file(extensions: ["json"]))
    var base: String

    @Argument(help: "The results file to compare.", completion: .file(extensions: ["json"]))
    var head: String

    @Option(help: "What the report calls the baseline (default: its version).")
    var label: String?

    @Option(help: "A bench_runner.toml that knows the machines and excluded benchmarks.", completion: .file(extensions: ["toml"]))
    var config: String?

    func run() throws {
        let hint = "Name the bench_runner.toml of the archive, or leave --config away."
        let (configuration, problems) =
            config.map { ConfigurationReader.configuration(at: $0, as: $0, hint: hint) } ?? (.empty, [])
        let (base, baseProblems) = digest(base, configuration)
        let (head, headProblems) = digest(head, configuration)
        let all = problems + baseProblems + headProblems
        Console.show(all)
        guard let base, let head else { throw ExitCode(2) }
        let pair = Pair(label: label ?? base.name.version.text, head: head, base: base)
        let comparison: Comparison
        do throws(Problem) {
            comparison = try Comparer(excludedBenchmarks: configuration.excludedBenchmarks).comparison(of: pair)
        } catch {
            Console.show([error])
            throw ExitCode(2)
        }
        try Console.write(String(Report.markdown(comparison)))
        try Console.end(all, strict: false)
    }

    private func digest(_ path: String, _ configuration: Configuration) -> (RunDigest?, [Problem]) {
        let (run, problems) = ArchiveReader.run(at: path)
        return (run.map { RunDigest($0, machine: configuration.machine($0.name.nickname)) }, problems)
    }
}
