import Comparisons
import TestSupport
import Testing

@testable import Site

/// Where pages stand, and the way from one to another.
@Suite struct SiteMapTests {
    @Test func `each kind of page stands where other programs look for it`() throws {
        let run = try ListedRun(fork: "faster%2dcpython", flags: "JIT,NOGIL").digest()
        let base = try ListedRun(version: "3.12.0", hash: "0fb18b0").digest()
        let pair = Pair(label: "3.12.0", head: run, base: base)
        let map = SiteMap(runs: [run, base], pairs: [pair])
        let name = "20250402-box-x86_64-faster-cpython-main-3.14.0a6-dev-ccaa69a-JIT_NOGIL"
        #expect(map.run(run).text == "runs/\(name)/index.html")
        #expect(map.report(pair).text == "runs/\(name)/vs-3.12.0.html")
        #expect(map.paths(of: pair).markdown.text == "runs/\(name)/vs-3.12.0.md")
        #expect(map.paths(of: pair).json.text == "runs/\(name)/vs-3.12.0.json")
        #expect(map.paths(of: pair).csv.text == "runs/\(name)/vs-3.12.0.csv")
        #expect(map.machine("box").text == "machines/box/index.html")
        #expect(map.fork("faster-cpython").text == "forks/faster-cpython/index.html")
        #expect(map.commit("ccaa69a").text == "commits/ccaa69a/index.html")
        #expect(SitePath.index.text == "data/site.json")
        #expect(SitePath.home.text == "index.html")
        #expect(SitePath.notFound.text == "404.html")
    }

    @Test func `a label follows the rule of all names`() throws {
        let (head, base) = (try ListedRun().digest(), try ListedRun(version: "3.13.0b2+", hash: "0fb18b0").digest())
        let pair = Pair(label: "3.13.0b2+", head: head, base: base)
        #expect(SiteMap(runs: [head, base], pairs: [pair]).report(pair).text.hasSuffix("/vs-3.13.0b2-dev.html"))
    }

    // The digits are those of Python's `xxhash.xxh3_128_hexdigest(path)[:6]`.
    @Test func `two runs that would meet both get digits of their path's hash`() throws {
        let runs = [
            try ListedRun().digest(), try ListedRun(ref: "Main").digest(), try ListedRun(folder: "results/more").digest(),
        ]
        let map = SiteMap(runs: runs, pairs: [])
        #expect(
            runs.map { map.run($0).text } == [
                "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a~908428/index.html",
                "runs/20250402-box-x86_64-python-Main-3.14.0a6-dev-ccaa69a~04e976/index.html",
                "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a~a2fcbb/index.html",
            ])
    }

    @Test func `the order of the runs changes no path`() throws {
        let runs = [try ListedRun().digest(), try ListedRun(ref: "Main").digest(), try ListedRun(flags: "JIT").digest()]
        let (map, other) = (SiteMap(runs: runs, pairs: []), SiteMap(runs: runs.reversed(), pairs: []))
        #expect(runs.map { map.run($0) } == runs.map { other.run($0) })
    }

    @Test func `builds of one commit do not meet`() throws {
        let runs = try ["", "JIT", "NOGIL", "JIT,NOGIL"].map { try ListedRun(flags: $0).digest() }
        let map = SiteMap(runs: runs, pairs: [])
        #expect(Set(runs.map { map.run($0) }).count == 4)
        #expect(map.run(runs[0]).text.hasSuffix("-ccaa69a/index.html"))
        #expect(map.run(runs[1]).text.hasSuffix("-ccaa69a-JIT/index.html"))
    }

    @Test(arguments: [
        ("index.html", "machines/a/index.html", "machines/a/index.html"),
        ("machines/a/index.html", "index.html", "../../index.html"),
        ("machines/a/index.html", "machines/b/index.html", "../b/index.html"),
        ("machines/a/index.html", "machines/a/2024.html", "2024.html"),
        ("machines/a/index.html", "machines/a/index.html", "index.html"),
        ("runs/x/vs-base.html", "runs/x/index.html", "index.html"),
        ("runs/x/vs-base.html", "commits/x/index.html", "../../commits/x/index.html"),
        ("404.html", "index.html", "index.html"), ("a/a/a.html", "a/b/a.html", "../b/a.html"),
    ])
    func `a link is relative and names a file`(page: String, target: String, expected: String) {
        #expect(SitePath(page).href(to: SitePath(target)) == expected)
    }

    @Test func `walking a link from its page leads to its target`() {
        var generator = SeededGenerator(seed: 3)
        func path() -> SitePath {
            let depth = Int.random(in: 0...3, using: &generator)
            let folders = (0..<depth).map { _ in ["a", "b", "index.html"].randomElement(using: &generator) ?? "a" }
            return SitePath(
                (folders + [["index.html", "a", "vs-base.html"].randomElement(using: &generator) ?? "a"]).joined(separator: "/"))
        }
        for _ in 0..<3_000 {
            let (page, target) = (path(), path())
            #expect(Self.walk(page.href(to: target), from: page.text) == target.text, "\(page.text) to \(target.text)")
            #expect(Self.walk(page.root + target.text, from: page.text) == target.text, "\(page.text)")
        }
    }

    /// Follows a link as a browser does: from the page's folder, part by part.
    private static func walk(_ link: String, from page: String) -> String {
        var folders = page.split(separator: "/").dropLast()
        for part in link.split(separator: "/") {
            if part == ".." { folders.removeLast() } else { folders.append(part) }
        }
        return folders.joined(separator: "/")
    }
}
