import Archive
import Testing

@Suite struct RunNameTests {
    @Test func `a name gives its parts`() throws {
        let name = try #require(
            RunName(
                stem: "bm-20240605-pythonperf2-x86_64-python-v3.13.0b2-3.13.0b2-3a83b17", folder: "bm-20240605-3.13.0b2-3a83b17"))
        #expect(name.date == "20240605")
        #expect(name.dashedDate == "2024-06-05")
        #expect(name.nickname == "pythonperf2")
        #expect(name.architecture == "x86_64")
        #expect(name.fork == "python")
        #expect(name.ref == "v3.13.0b2")
        #expect(name.version == Version("3.13.0b2"))
        #expect(name.hash == "3a83b17")
        #expect(name.flags == .none)
        #expect(name.extras == [])
        #expect(name.isUpstream)
    }

    @Test(arguments: [
        ("mark%2dshannon", "mark-shannon"), ("a%2db%2dc", "a-b-c"), ("100%", "100%"), ("%2", "%2"), ("%zz", "%zz"), ("%2d", "-"),
        ("x%2D", "x-"), ("%+5", "%+5"), ("%C3%a9", "é"),
    ])
    func `a dash in a fork is written as %2d`(written: String, fork: String) throws {
        let name = try #require(
            RunName(stem: "bm-20240605-linux-x86_64-\(written)-main-3.13.0-abcdef1", folder: "bm-20240605-3.13.0-abcdef1"))
        #expect(name.fork == fork)
        #expect(!name.isUpstream)
    }

    @Test(
        arguments: [
            ("bm-20240605-3.13.0-abcdef1", [], "", []),
            ("bm-20240605-3.13.0-abcdef1-JIT", ["JIT"], "JIT", ["JIT"]),
            ("bm-20240605-3.13.0-abcdef1-PYTHON_UOPS", ["PYTHON_UOPS"], "PYTHON_UOPS", ["T2"]),
            (
                "bm-20240605-3.13.0-abcdef1-TAILCALL,NOGIL,JIT", ["JIT", "NOGIL", "TAILCALL"], "JIT,NOGIL,TAILCALL",
                ["JIT", "NOGIL", "TAILCALL"]
            ),
        ] as [(String, [String], String, [String])])
    func `flags come from the folder, sorted`(folder: String, names: [String], text: String, shown: [String]) throws {
        let name = try #require(RunName(stem: "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1", folder: folder))
        #expect(name.flags.names == names)
        #expect(name.flags.text == text)
        #expect(name.flags.shownNames == shown)
        #expect(name.flags.isDefault == names.isEmpty)
    }

    @Test func `flags that the field does not know tell builds apart`() {
        #expect(Flags(text: "CLANG") != .none)
        #expect(Flags(text: "CLANG,JIT") != Flags(text: "JIT"))
        #expect(Flags(text: "JIT,CLANG") == Flags(text: "CLANG,JIT"))
    }

    @Test func `flags sort by their names, the default build first`() {
        let sorted = [Flags(text: "TAILCALL"), Flags(text: "JIT,NOGIL"), .none, Flags(text: "JIT")].sorted()
        #expect(sorted.map(\.text) == ["", "JIT", "JIT,NOGIL", "TAILCALL"])
    }

    @Test func `a build between releases has a plus behind its version`() throws {
        let name = try #require(
            RunName(stem: "bm-20240605-linux-x86_64-python-a_branch-3.13.0a5+-abcdef1", folder: "bm-20240605-3.13.0a5+-abcdef1"))
        #expect(name.version.text == "3.13.0a5+")
        #expect(name.ref == "a_branch")
    }

    @Test func `parts behind the hash are extras`() throws {
        let stem = "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1-pystats-vs-3.10.4"
        #expect(RunName(stem: stem, folder: "bm-20240605-3.13.0-abcdef1")?.extras == ["pystats", "vs", "3.10.4"])
    }

    @Test(arguments: [
        "", "bm", "README", "bm-20240605-linux-x86_64-python-main-3.13.0", "xm-20240605-linux-x86_64-python-main-3.13.0-abcdef1",
        "bm-2024065-linux-x86_64-python-main-3.13.0-abcdef1", "bm-2024-06-05-linux-x86_64-python-main-3.13.0",
        "bm-yyyymmdd-linux-x86_64-python-main-3.13.0-abcdef1", "bm-20240605--x86_64-python-main-3.13.0-abcdef1",
        "bm-20240605-linux-x86_64-python-main-3.13.0-", "bm-２０２４０６０５-linux-x86_64-python-main-3.13.0-abcdef1",
    ])
    func `a stem of another form is no run's`(stem: String) {
        #expect(RunName(stem: stem, folder: "bm-20240605-3.13.0-abcdef1") == nil)
    }

    @Test(arguments: [
        "", "results", "bm-20240605-3.13.0", "xm-20240605-3.13.0-abcdef1", "bm-20240605-3.13.0-abcdef1-JIT-NOGIL",
        "bm-20240605--abcdef1",
    ])
    func `a folder of another form is no run's`(folder: String) {
        #expect(RunName(stem: "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1", folder: folder) == nil)
    }

    @Test func `a stem is the name without folder and ending`() {
        #expect(RunPath.stem(of: "results/a/bm-1-3.12.0-x.json") == "bm-1-3.12.0-x")
        #expect(RunPath.stem(of: "plain") == "plain")
        #expect(RunPath.stem(of: "") == "")
    }
}
