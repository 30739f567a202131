import ArgumentParser

@main
struct Benchfolio: ParsableCommand {
    func run() throws {}
}
