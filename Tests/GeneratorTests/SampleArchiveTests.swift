import Foundation
import Generator
import Testing

@Suite struct SampleArchiveTests {
    private let files = GeneratedArchive.sample().files
    private var results: [GeneratedFile] { files.filter { $0.path.hasPrefix("results/") } }

    @Test func `the same archive is made twice, and another one from another seed`() {
        let again = GeneratedArchive.sample().files
        #expect(files.map(\.path) == again.map(\.path))
        #expect(files.map { $0.bytes() } == again.map { $0.bytes() })
        let other = GeneratedArchive.sample(seed: 1).files
        #expect(other.map { $0.bytes() } != again.map { $0.bytes() })
    }

    @Test func `every path follows the rules of names, and none occurs twice`() throws {
        let name =
            #/
                results / bm- (\d{8}-[0-9a-z.]+\+?-[0-9a-f]{7}) (-[A-Z_,]+)?
                / bm- (\d{8}) - (\w+) - (\w+) - ([\w%]+) - ([\w.]+) - ([0-9a-z.]+\+?-[0-9a-f]{7}) \.json
            /#
        for file in results {
            let parts = try #require(file.path.wholeMatch(of: name), "\(file.path)").output
            #expect(parts.1 == parts.3 + "-" + parts.8, "folder and file name differ in \(file.path)")
            #expect(parts.7.count <= 20)
        }
        #expect(Set(files.map(\.path)).count == files.count)
    }

    @Test func `it has three machines, three forks and four sets of flags`() {
        let folders = results.map { $0.path.split(separator: "/")[1].split(separator: "-") }
        let names = results.map { $0.path.split(separator: "/")[2].split(separator: "-") }
        #expect(Set(names.map { "\($0[2])-\($0[3])" }) == ["vultr-x86_64", "macmini-arm64", "winbox-amd64"])
        #expect(Set(names.map { String($0[4]) }) == ["python", "mpage", "faster%2dcpython"])
        #expect(Set(folders.map { $0.count > 4 ? String($0[4]) : "" }) == ["", "JIT", "NOGIL", "JIT,TAILCALL"])
        for machine in ["vultr", "macmini", "winbox"] {
            let versions = names.filter { $0[2] == machine && $0[4] == "python" }.map { String($0[6]) }
            #expect(versions.contains("3.12.6") && versions.contains("3.13.0"), "\(machine) lacks a baseline")
        }
    }

    @Test func `it stays under 6 MB`() {
        #expect(files.count == 41)
        #expect(files.reduce(0) { $0 + $1.bytes().count } < 6_000_000)
    }

    @Test func `one file holds one value that is no time, all others are sound`() throws {
        var spoiled: [String] = []
        for file in results {
            for (name, values) in try ResultsFile(file.text()).values() {
                #expect(values.count == (file.path.contains("first_look") ? 30 : 60))
                if values.contains(where: { !($0 > 0) }) { spoiled.append("\(file.path) \(name)") }
            }
        }
        #expect(spoiled.count == 1)
        #expect(spoiled.first?.contains("-winbox-") == true && spoiled.first?.hasSuffix(" pidigits") == true)
    }

    @Test func `every file says that it was generated, and agrees with its name`() throws {
        for file in results {
            let root = try ResultsFile(file.text()).root
            let parts = file.path.split(separator: "/")[2].dropLast(5).split(separator: "-")
            #expect(root["generator"] as? String == "benchfolio generate: these measurements are made up")
            #expect(try #require(root["commit_id"] as? String).hasPrefix(parts[7]))
            #expect(try #require(root["commit_fork"] as? String) == parts[4].split(separator: "%2d").joined(separator: "-"))
            let date = try #require(root["commit_date"] as? String)
            #expect(date.prefix(10).filter { $0 != "-" } == parts[1])
        }
    }

    @Test func `merge bases lead to runs of the main branch on the same machine`() throws {
        let names = results.map { $0.path.split(separator: "/")[2].split(separator: "-") }
        var known = 0
        for file in results {
            guard let base = try ResultsFile(file.text()).root["commit_merge_base"] as? String else { continue }
            let machine = file.path.split(separator: "/")[2].split(separator: "-")[2]
            if names.contains(where: { $0[2] == machine && $0[4] == "python" && base.hasPrefix($0[7].dropLast(5)) }) {
                known += 1
            }
        }
        #expect(known == 29)
    }
}
