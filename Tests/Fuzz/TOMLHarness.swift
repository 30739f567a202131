@testable import Archive

/// Any text as a configuration: it is read, or what is wrong with it stands at a place; its parser is never ended by it.
enum TOMLHarness {
    static func run(_ bytes: [UInt8]) {
        var file = TOMLFile(bytes, file: "bench_runner.toml")
        hold(file.isReadable || file.problems.count == 1, "no reason why it cannot be read")
        hold(
            file.isReadable || file.problems.allSatisfy { $0.line ?? 0 > 0 && $0.column ?? 0 > 0 }, "a problem without its place")
        file.expectKeys(["bases", "runners"], in: [])
        for table in file.tables(in: ["runners"]) { _ = file.string("os", in: ["runners", table]) }
        _ = file.distinctStrings("versions", in: ["bases"])
    }
}
