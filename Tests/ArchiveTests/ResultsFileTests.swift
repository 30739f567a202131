import Archive
import Testing

@Suite struct ResultsFileTests {
    private static let folder = "results/bm-20240605-3.13.0-abcdef1"
    private static let stem = "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1"

    private func kind(_ path: String) -> String {
        switch ResultsFile(path: path).kind {
        case .run: return "run"
        case .byproduct: return "byproduct"
        case .foreign: return "foreign"
        case .misnamed: return "misnamed"
        }
    }

    @Test(arguments: [
        (".json", "run"), ("-pystats.json", "byproduct"), ("-pystats-nbody.json", "byproduct"), ("-pystats.md", "byproduct"),
        ("-pystats-nbody.md", "byproduct"), ("-pystats-vs-base.md", "byproduct"), ("-vs-3.10.4.md", "byproduct"),
        ("-vs-base.md", "byproduct"),
        ("-vs-default_base_vs_JIT.md", "byproduct"), ("-vs-base.svg", "byproduct"), ("-vs-base-mem.svg", "byproduct"),
        ("-other.json", "misnamed"), ("-vs-base.json", "misnamed"), (".md", "foreign"), (".txt", "foreign"),
        ("-other.md", "foreign"),
        (".json.gz", "foreign"), (".JSON", "foreign"), (".\u{301}json", "foreign"),
    ])
    func `a file is told by its extras and its ending`(ending: String, expected: String) {
        let path = "\(Self.folder)/\(Self.stem)\(ending)"
        #expect(kind(path) == expected)
        #expect(ResultsFile(path: path).mayBeRun == (expected == "run"))
    }

    @Test(arguments: [
        "results/bm-20230705-3.13.0a0-8f3cbcd-PYTHON_UOPS/bm-20230705-linux-x86_64-mdboom-tier2_pystats_misses-3.13.0a0-8f3cbcd.json",
        "results/bm-20230706-3.13.0a0-76bc52b-PYTHON_UOPS/bm-20230706-linux-x86_64-mdboom-tier2_pystats_misses-3.13.0a0-76bc52b.json",
    ])
    func `pystats inside the ref makes no pystats file`(path: String) throws {
        let folder = try #require(path.split(separator: "/").dropLast().last)
        let name = try #require(RunName(stem: RunPath.stem(of: path), folder: String(folder)))
        #expect(ResultsFile(path: path).kind == .run(name))
        #expect(ResultsFile(path: path).mayBeRun)
        #expect(name.ref == "tier2_pystats_misses")
        #expect(name.flags.names == ["PYTHON_UOPS"])
    }

    @Test(arguments: [
        ("results/README.md", "byproduct"), ("results/a/README.md", "byproduct"), ("results/longitudinal.svg", "byproduct"),
        ("results/longitudinal.json", "byproduct"), ("results/any.svg", "byproduct"), ("results/notes.txt", "foreign"),
        ("results/Makefile", "foreign"), ("results/run.json", "misnamed"), ("results/.json", "misnamed"),
    ])
    func `files without a run's name are told by their own`(path: String, expected: String) {
        #expect(kind(path) == expected)
    }

    @Test func `a run in a folder that is not its own kind is misnamed`() {
        #expect(kind("results/\(Self.stem).json") == "misnamed")
        #expect(kind("results/other/\(Self.stem).json") == "misnamed")
        #expect(kind("results/deep/down/bm-20240605-3.13.0-abcdef1/\(Self.stem).json") == "run")
    }
}
