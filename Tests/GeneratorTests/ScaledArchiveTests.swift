import Generator
import Testing

@Suite struct ScaledArchiveTests {
    @Test(arguments: [0, 1, 7, 100, 1000, 10_000])
    func `it holds as many runs as were asked for, each under its own path`(runs: Int) {
        let paths = GeneratedArchive.scaled(runs: runs).files.map(\.path).filter { $0.hasPrefix("results/") }
        #expect(paths.count == runs)
        #expect(Set(paths).count == runs)
    }

    @Test func `a run has the size and the shape of a public one, and is the same twice`() throws {
        let file = try #require(GeneratedArchive.scaled(runs: 100).files.last)
        let again = try #require(GeneratedArchive.scaled(runs: 100).files.last)
        #expect(file.path == again.path)
        #expect(file.bytes() == again.bytes())
        #expect((1_200_000..<1_800_000).contains(file.bytes().count))
        let benchmarks = try ResultsFile(file.text()).benchmarks
        #expect(benchmarks.count == 105)
        for benchmark in benchmarks { #expect((benchmark["runs"] as? [Any])?.count == 21) }
    }

    @Test func `its commits have several machines, forks and builds`() {
        let paths = GeneratedArchive.scaled(runs: 1000).files.map(\.path).filter { $0.hasPrefix("results/") }
        let names = paths.map { $0.split(separator: "/")[2].split(separator: "-") }
        let folders = paths.map { $0.split(separator: "/")[1].split(separator: "-") }
        #expect(Set(names.map { $0[2] }).count == 5)
        #expect(Set(names.map { $0[4] }) == ["python", "faster%2dcpython", "mpage", "lazy%2dimports"])
        #expect(Set(folders.map { $0.count > 4 ? $0[4] : "" }) == ["", "JIT", "NOGIL"])
        #expect(Set(names.filter { $0[4] == "python" && $0[5] == "main" }.map { $0[7] }).count == 99)
    }

    @Test func `another seed gives other commits`() {
        let paths = [1, 2].map { GeneratedArchive.scaled(runs: 20, seed: $0).files.map(\.path) }
        #expect(paths[0] != paths[1])
    }
}
