import Archive
import Foundation
import TestSupport
import Testing

@testable import Site

/// Builds after one change.
@Suite struct IncrementalTests {
    /// The files that differ between the site before and after a build, by their time or by their being there.
    private func changes(of site: TestSite, by change: () throws -> Void) async throws -> [String] {
        try await site.build()
        let before = try site.stamps(of: "site")
        try change()
        try await site.build()
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
        return try differences(before, site.stamps(of: "site"))
    }

    @Test func `one more run writes its own pages and those that name it`() async throws {
        let site = try TestSite()
        let changed = try await changes(of: site) {
            try site.write(TinyRun(nickname: "mac", hash: "d7159b0", day: 20, mergeBase: "3c71ebd", time: 0.94))
        }
        let (run, before) = (
            "runs/20250320-mac-x86_64-python-main-3.14.0a6-dev-d7159b0",
            "runs/20250309-mac-x86_64-python-main-3.14.0a6-dev-3c71ebd"
        )
        #expect(
            changed == [
                ".benchfolio", "404.html", "assets/commits.js", "assets/search-index.js", "commits/d7159b0/index.html",
                "data/commits.json", "data/site.json",
                "feed.xml", "forks/python/badge.json", "forks/python/badge.svg", "forks/python/feed.xml",
                "forks/python/index.html",
                "index.html", "machines/mac/badge.json", "machines/mac/badge.svg", "machines/mac/feed.xml",
                "machines/mac/index.html",
                "\(before)/index.html", "\(before)/vs-3.12.6.html", "\(before)/vs-base.html",
                "\(run)/index.html", "\(run)/vs-3.12.6.csv", "\(run)/vs-3.12.6.html", "\(run)/vs-3.12.6.json",
                "\(run)/vs-3.12.6.md",
                "\(run)/vs-base.csv", "\(run)/vs-base.html", "\(run)/vs-base.json", "\(run)/vs-base.md",
            ])
    }

    @Test func `a run on an older page of a machine's listing moves the noise on its first`() async throws {
        let runs = (0..<202).map { index in
            TinyRun(
                hash: "\(1_000_000 + index)", day: index % 28 + 1, month: 4 + index % 101 / 28, year: index < 101 ? 2024 : 2025,
                time: index.isMultiple(of: 2) ? 1 : 1.01, more: 17)
        }
        let site = try TestSite(runs)
        let changed = try await changes(of: site) {
            try site.write(TinyRun(hash: "2000000", day: 2, month: 6, year: 2024, time: 1.5, more: 17))
        }
        let place = "machines/linux/index.html"
        #expect(site.exists("site/machines/linux/2024.html"))
        #expect(try site.read("site/\(place)").contains("<td>200 pairs of runs</td>"))
        #expect(changed.contains(place))
    }

    @Test func `what a listing's first page says of the badge follows a run that stands on another`() async throws {
        let branch = (0..<201).map {
            TinyRun(fork: "mpage", ref: "topic", hash: "\(1_000_000 + $0)", day: $0 % 28 + 1, more: 17)
        }
        var main = TinyRun(hash: "e21dcee", year: 2024, time: 0.5, more: 17)
        let release = TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", year: 2023, more: 17)
        let site = try TestSite(branch + [main, release])
        let changed = try await changes(of: site) {
            main.time = 0.25
            try site.write(main)
        }
        let folder = "machines/linux"
        #expect(try site.read("site/\(folder)/index.html").contains("<a href=\"badge.svg\">linux: 4.00x faster vs. 3.12.6</a>"))
        #expect(try site.read("site/\(folder)/2024.html").contains("<title>linux in 2024: 4.00x faster vs. 3.12.6 "))
        #expect(!(try site.read("site/\(folder)/2024.html")).contains("badge.svg"))
        #expect(
            changed.filter { $0.hasPrefix(folder) }
                == ["2024.html", "badge.json", "badge.svg", "index.html"].map { "\(folder)/\($0)" })
    }

    @Test func `a changed baseline makes the reports against it anew, and no others`() async throws {
        let site = try TestSite()
        let changed = try await changes(of: site) {
            var base = TinyRun.archive[1]
            base.time = 1.5
            try site.write(base)
        }
        let reports = changed.filter { $0.hasPrefix("runs/") && !$0.hasSuffix(".html") }
        #expect(
            reports == [
                "runs/20250304-mac-x86_64-python-main-3.14.0a6-dev-bff67e2/vs-3.12.6.csv",
                "runs/20250304-mac-x86_64-python-main-3.14.0a6-dev-bff67e2/vs-3.12.6.json",
                "runs/20250304-mac-x86_64-python-main-3.14.0a6-dev-bff67e2/vs-3.12.6.md",
                "runs/20250309-mac-x86_64-python-main-3.14.0a6-dev-3c71ebd/vs-3.12.6.csv",
                "runs/20250309-mac-x86_64-python-main-3.14.0a6-dev-3c71ebd/vs-3.12.6.json",
                "runs/20250309-mac-x86_64-python-main-3.14.0a6-dev-3c71ebd/vs-3.12.6.md",
            ])
        #expect(!changed.contains { $0.contains("linux") })
    }

    @Test func `a run that is gone takes its pages and folders along`() async throws {
        let site = try TestSite()
        let gone = TinyRun.archive[11]
        let changed = try await changes(of: site) { site.remove("archive/\(gone.path)") }
        let folder = "runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a"
        #expect(changed.contains("\(folder)/index.html"))
        #expect(!site.exists("site/\(folder)"))
        #expect(!site.exists("site/forks/mpage"))
        #expect(!site.exists("site/commits/ccaa69a"))
        #expect(try site.emptyFolders(in: "site") == [])
        #expect(site.exists("site/runs"))
    }

    @Test func `a file that the tool did not write stays, also in the folder of a run that is gone`() async throws {
        let site = try TestSite()
        let folder = "runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a"
        try await site.build()
        try site.write("mine", to: "site/\(folder)/notes.txt")
        try site.write("mine", to: "site/CNAME")
        site.remove("archive/\(TinyRun.archive[11].path)")
        let outcome = try await site.build()
        #expect(outcome.notes == [])
        #expect(try site.files(in: "site/\(folder)") == ["notes.txt"])
        #expect(try site.read("site/CNAME") == "mine")
        try await site.build(cache: nil)
        #expect(try site.read("site/\(folder)/notes.txt") == "mine")
    }

    @Test func `a page that somebody edited is restored as long as it is due`() async throws {
        let site = try TestSite()
        let page = "site/runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a/vs-base.html"
        try await site.build()
        let before = try site.contents(of: "site")
        try site.write("edited", to: page)
        site.remove("site/assets/style.css")
        site.remove("site/.nojekyll")
        let outcome = try await site.build()
        #expect(outcome.written == 3)
        #expect(try differences(site.contents(of: "site"), before) == [])
    }

    @Test func `a page that somebody edited stays with a note when it is no longer due`() async throws {
        let site = try TestSite()
        let folder = "runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a"
        try await site.build()
        try site.write("edited", to: "site/\(folder)/index.html")
        site.remove("archive/\(TinyRun.archive[11].path)")
        let outcome = try await site.build()
        #expect(
            outcome.notes.map(\.message) == [
                "The site no longer has this page, but its file stays: it was changed since it was written."
            ])
        #expect(try site.files(in: "site/\(folder)") == ["index.html"])
        #expect(try site.read("site/\(folder)/index.html") == "edited")
        let next = try await site.build()
        #expect(next.isUnchanged)
        #expect(next.notes == [])
    }

    @Test func `an input rewritten in the second of the build, with its size, is noticed`() async throws {
        let site = try TestSite()
        var run = TinyRun.archive[11]
        let place = "archive/\(run.path)"
        // A file may be changed again within its second, and at any time of a second that has not come yet: whatever the machine's
        // load, this one is too young to be trusted.
        let (size, now) = (8_000, Date(timeIntervalSinceNow: 3600))
        for time in [1.75, 1.25, 1.5] {
            for change in [0, 0.125] {
                run.time = time + change
                try site.write(run.text + String(repeating: " ", count: size - run.text.utf8.count), to: place)
                // The same file as far as size, time and inode can tell.
                try site.age(place, now)
                if change == 0 { try await site.build() }
            }
            let outcome = try await site.build()
            #expect(!outcome.isUnchanged)
            #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
        }
    }

    @Test func `another template makes every page anew, and parses nothing`() async throws {
        let site = try TestSite()
        try await site.build()
        try site.write("<p>New.</p>", to: "templates/neighbours.mustache")
        try site.write("1.1", to: "tool")
        let clean = try await site.cleanBuild()
        // What is made of a file is kept: a record of a run that is parsed is written anew.
        func records() throws -> [String: String] { try site.stamps(of: "cache").filter { $0.key.hasPrefix("run-") } }
        let before = try records()
        #expect(before.count == TinyRun.archive.count)
        let outcome = try await site.build()
        #expect(outcome.problems == [])
        #expect(try records() == before)
        #expect(try differences(site.contents(of: "site"), clean) == [])
    }

    @Test func `only what the new style changes is written`() async throws {
        let site = try TestSite()
        #expect(
            try await changes(of: site) { try site.write("body { color: navy }", to: "templates/assets/style.css/0-base.css") }
                == [
                    ".benchfolio", "assets/style.css",
                ])
    }

    @Test func `a configuration that turns from absent to unreadable is noticed`() async throws {
        let site = try TestSite()
        #expect(try await site.build().problems == [])
        try FileManager.default.createDirectory(atPath: site.path("archive/site.toml"), withIntermediateDirectories: true)
        let outcome = try await site.build()
        #expect(outcome.problems.map(\.message) == ["The file cannot be read: Is a directory."])
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
    }

    @Test func `the years' pages of a listing name the newest one's new year`() async throws {
        let old = (0..<180).map { TinyRun(hash: "aaaa\($0 + 100)", day: $0 % 28 + 1, month: $0 % 12 + 1, year: 2023, time: 1.0) }
        let new = (0..<22).map { TinyRun(hash: "bbbb0\($0 + 10)", day: $0 + 1, month: 2, year: 2024, time: 1.0) }
        let site = try TestSite(old + new)
        try await site.build()
        for run in new {
            site.remove("archive/\(run.path)")
            var later = run
            later.year = 2025
            try site.write(later)
        }
        try await site.build()
        #expect(try site.read("site/machines/linux/2023.html").contains(">2025<"))
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
    }

    @Test func `the years' pages of a listing spell the machine's name as the newest run does`() async throws {
        let old = (0..<201).map {
            TinyRun(nickname: "b\u{E9}", hash: "aaaa\($0 + 100)", day: $0 % 28 + 1, month: $0 % 12 + 1, year: 2023)
        }
        var newest = TinyRun(nickname: "b\u{E9}", hash: "bbbb001", year: 2024)
        let site = try TestSite(old + [newest])
        try await site.build()
        site.remove("archive/\(newest.path)")
        newest.nickname = "be\u{301}"
        try site.write(newest)
        try await site.build()
        let clean = try await site.cleanBuild()
        #expect(clean.keys.contains { $0.hasPrefix("machines/") && $0.hasSuffix("/2023.html") })
        #expect(try differences(site.contents(of: "site"), clean) == [])
    }

    @Test func `spellings of one commit share no page, whatever the number of tasks`() async throws {
        let full = "3c71ebd0" + String(repeating: "1", count: 32)
        let spellings = ["3c71eb", "3c71ebd", "3c71ebd0"].map { TinyRun(nickname: "mac", hash: $0, day: 9, commit: full) }
        let site = try TestSite(spellings)
        let clean = try await site.cleanBuild(jobs: 1)
        for jobs in [2, 3, 7] { #expect(try differences(await site.cleanBuild(jobs: jobs), clean) == []) }
        #expect(clean["commits/\(full)/index.html"] == clean["commits/3c71eb/index.html"])
        // A page that is somebody's own is nobody's alias.
        try site.write(TinyRun(nickname: "mac", hash: full, day: 9, commit: full))
        try await site.build()
        #expect(try site.read("site/commits/\(full)/index.html").contains("<title>Commit \(full) "))
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
        #expect(try await site.build().isUnchanged)
    }

    @Test func `labels that meet rename the reports, and every link to them`() async throws {
        func base(_ nickname: String, _ version: String) -> TinyRun {
            TinyRun(nickname: nickname, version: version, hash: "aaaaaaa", day: 1, month: 1)
        }
        let site = try TestSite(
            TinyRun.archive + [base("linux", "3.14.0=")],
            configuration: TinyRun.configuration.replacing("\"3.13.0\"", with: "\"3.13.0\", \"3.14.0=\", \"3.14.0_\""))
        try await site.build()
        let folder = "site/runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a"
        #expect(site.exists("\(folder)/vs-3.14.0_.html"))
        try site.write(base("mac", "3.14.0_"))
        try await site.build()
        #expect(!site.exists("\(folder)/vs-3.14.0_.html"))
        #expect(try site.read("\(folder)/index.html").contains("href=\"vs-3.14.0_~"))
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
    }

    @Test func `a run page names the baseline that it has nothing in common with`() async throws {
        var base = TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", month: 9, year: 2024)
        base.prefix = "other_"
        // Between the two stands a run, so that the baseline is no neighbour.
        var middle = TinyRun(hash: "bff67e2", month: 1)
        middle.prefix = "third_"
        let site = try TestSite([base, middle, TinyRun(hash: "e21dcee")])
        #expect(try await site.build().problems.count { $0.severity == .error } == 2)
        site.remove("archive/\(base.path)")
        base.ref = "tag"
        try site.write(base)
        try await site.build()
        #expect(
            try site.read("site/runs/20250301-linux-x86_64-python-main-3.14.0a6-dev-e21dcee/index.html").contains(
                "python-tag-3.12.6"))
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
    }

    @Test func `a link to a folder is noticed`() async throws {
        let site = try TestSite()
        try await site.build()
        try FileManager.default.createSymbolicLink(
            atPath: site.path("archive/results/elsewhere"), withDestinationPath: site.path("archive"))
        #expect(try await site.build().problems.map(\.severity) == [.note])
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
    }

    @Test func `parts of a build leave word of what they wrote`() async throws {
        let site = try TestSite()
        let writer = SiteWriter(folder: site.path("site"))
        let key = ContentHash(of: "key")
        try writer.write(Array("old".utf8), to: .home, key: key)
        #expect(site.exists("site/.benchfolio.journal"))
        try writer.finishPart()
        #expect(try site.files(in: "site") == [".benchfolio", "index.html"])
        let next = SiteWriter(folder: site.path("site"))
        #expect(next.areCurrent([.home], key: key))
        #expect(!next.areCurrent([.problems], key: key))
        #expect(await next.unchangedSite(fingerprint: ContentHash(of: "unfinished!"), jobs: 1) == nil)
        let last = SiteWriter(folder: site.path("site"))
        try last.write(Array("new".utf8), to: .problems, key: key)
        #expect(try last.finish(fingerprint: key, comparisons: 0, problems: []) == [])
        try last.finishPart()
        #expect(try site.files(in: "site") == [".benchfolio", "problems/index.html"])
        #expect(await SiteWriter(folder: site.path("site")).unchangedSite(fingerprint: key, jobs: 1) != nil)
    }
}
