import ArgumentParser

/// The tool of `make bench`: it measures what no build can do without, and runs the hot stages of a build one by one.
///
/// It is no part of the product; nothing imports it.
@main
struct BenchfolioFloor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchfolio-floor", abstract: "Measures the least work that a build of an archive can be.",
        subcommands: [FloorCommand.self, StageCommand.self], defaultSubcommand: FloorCommand.self)
}
