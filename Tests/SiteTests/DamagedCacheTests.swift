import Archive
import Foundation
import TestSupport
import Testing

@testable import Site

/// Whatever happens to the cache costs time, never correctness.
@Suite struct DamagedCacheTests {
    /// A site whose pages have to be made anew, by what is in the cache: what the cache says comes to light.
    private func expectCleanSite(_ site: TestSite, _ clean: [String: Data], _ comment: Comment) async throws {
        if site.exists("site") { site.remove("site") }
        let outcome = try await site.build()
        #expect(outcome.problems == [], comment)
        #expect(try differences(site.contents(of: "site"), clean) == [], comment)
    }

    /// The records, of each kind, by their paths.
    private func records(_ site: TestSite) throws -> [String: [UInt8]] {
        let contents = try site.contents(of: "cache").mapValues { [UInt8]($0) }
        #expect(
            Set(contents.keys.map { $0.prefix { $0 != "-" } }) == ["run", "values", "figures", "verdicts", "hashes", "stamps"])
        return contents
    }

    private func put(_ bytes: some Sequence<UInt8>, at record: String, in site: TestSite) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: site.path("cache/\(record)")))
    }

    @Test func `records that are cut off count as none`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try await site.build()
        let records = try records(site)
        for length in [0, 1, 39, 40, 41, 48, 100, 1000] {
            for (record, bytes) in records { try put(bytes.prefix(length), at: record, in: site) }
            try await expectCleanSite(site, clean, "\(length)")
        }
        for (record, bytes) in records { try put(bytes.dropLast(), at: record, in: site) }
        try await expectCleanSite(site, clean, "without the last byte")
        for (record, bytes) in records { try put(bytes + [0], at: record, in: site) }
        try await expectCleanSite(site, clean, "with one more byte")
    }

    @Test func `records with a flipped bit count as none`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try await site.build()
        let records = try records(site)
        var generator = SeededGenerator(seed: 7)
        for round in 0..<12 {
            for (record, bytes) in records.sorted(by: { $0.key < $1.key }) {
                var bytes = bytes
                // The first rounds hit the header, where a mistake would show least.
                let place = Int.random(in: 0..<(round < 6 ? 40 : bytes.count), using: &generator)
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                try put(bytes, at: record, in: site)
            }
            try await expectCleanSite(site, clean, "round \(round)")
        }
    }

    @Test func `records of another key count as none`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try await site.build()
        let records = try records(site)
        for kind in ["run", "figures"] {
            let own = records.filter { $0.key.hasPrefix(kind) }.sorted { $0.key < $1.key }
            for (place, other) in zip(own, own.dropFirst() + own.prefix(1)) { try put(other.value, at: place.key, in: site) }
        }
        try await expectCleanSite(site, clean, "exchanged")
    }

    @Test func `records of another version count as none`() async throws {
        let folder = try TemporaryFolder()
        let (old, new) = (Cache.Kind("run", version: 1), Cache.Kind("run", version: 2))
        let cache = Cache(folder: folder.path)
        let key = ContentHash(of: "key")
        cache.keep("made by version 1", old, key)
        #expect(cache.record(old, key, as: String.self) == "made by version 1")
        #expect(cache.record(new, key, as: String.self) == nil)
        let name = "\(key.text.prefix(2))/\(key.text)"
        try FileManager.default.moveItem(atPath: folder.path("run-1"), toPath: folder.path("run-2"))
        #expect(FileManager.default.fileExists(atPath: folder.path("run-2/\(name)")))
        #expect(cache.record(new, key, as: String.self) == nil)
    }

    @Test func `folders in the places of records are passed over`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try await site.build()
        for record in try records(site).keys {
            site.remove("cache/\(record)")
            try site.write("", to: "cache/\(record)/file")
        }
        try await expectCleanSite(site, clean, "folders")
        #expect(try site.files(in: "cache").filter { $0.hasSuffix(".new") } == [])
        try await expectCleanSite(site, clean, "folders, again")
    }

    @Test func `a cache that cannot be written is done without`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try site.write("in the way", to: "cache")
        try await expectCleanSite(site, clean, "a file in place of the cache's folder")
        #expect(try await site.build().isUnchanged)
        #expect(try site.read("cache") == "in the way")
    }

    @Test func `a full disk costs the cache only`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        // Every record goes to a device that is always full.
        try await site.build()
        for record in try records(site).keys {
            site.remove("cache/\(record)")
            try FileManager.default.createSymbolicLink(
                atPath: site.path("cache/\(record).new"), withDestinationPath: "/dev/full")
        }
        try await expectCleanSite(site, clean, "full")
        #expect(try site.files(in: "cache").filter { !$0.hasSuffix(".new") } == [])
    }

    /// Runs of other numbers of values: the classic test of two such runs asks for the values themselves.
    private static let unequal = [
        TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", year: 2024, processes: 8),
        TinyRun(hash: "e21dcee", time: 0.9, processes: 9),
    ]

    @Test func `values that are lost are read from the results once more`() async throws {
        let site = try TestSite(Self.unequal, configuration: TinyRun.configuration.replacing(", \"3.13.0\"", with: ""))
        let clean = try await site.cleanBuild()
        let report = "runs/20250301-linux-x86_64-python-main-3.14.0a6-dev-e21dcee/vs-3.12.6.md"
        #expect(String(decoding: try #require(clean[report]), as: UTF8.self).contains("- Reliability score: "))
        try await site.build()
        for damage in ["none", "cut off", "lost"] {
            for name in try site.files(in: "cache") where !name.hasPrefix("run-") {
                if !name.hasPrefix("values-") || damage == "lost" {
                    site.remove("cache/\(name)")
                } else if damage == "cut off" {
                    try put([UInt8](repeating: 7, count: 50), at: name, in: site)
                }
            }
            try await expectCleanSite(site, clean, "\(damage)")
        }
    }

    @Test func `values that are lost together with their file are a problem of that file`() async throws {
        let site = try TestSite(Self.unequal)
        try await site.build()
        for name in try site.files(in: "cache") where name.hasPrefix("values-") { site.remove("cache/\(name)") }
        let archive = ArchiveReader(root: site.path("archive"), jobs: 1, cache: Cache(folder: site.path("cache")))
        let material = await Material(reading: archive, tree: archive.tree())
        let pair = try #require(material.pairs.first)
        let (place, text) = ("archive/\(Self.unequal[1].path)", Self.unequal[1].text)
        try site.write(text + " ", to: place)
        let changed = #expect(throws: Problem.self) { try material.comparer.comparison(of: pair) }
        #expect(
            changed?.description == """
                \(Self.unequal[1].path): error: The file was changed while the site was made, and its values are asked for again.
                  hint: Build again.
                """)
        site.remove(place)
        let gone = #expect(throws: Problem.self) { try material.comparer.comparison(of: pair) }
        #expect(gone?.message == "The file cannot be read: No such file or directory.")
        try site.write(text, to: place)
        #expect(try material.comparer.comparison(of: pair).madePerformanceTest != nil)
    }
}
