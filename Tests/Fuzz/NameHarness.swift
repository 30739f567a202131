@testable import Archive
@testable import Site

/// Any text as the path of a results file: a name that follows the form gives safe places, whatever stands in it.
enum NameHarness {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let file = ResultsFile(path: "results/" + text)
        if case .run(let name) = file.kind {
            hold(name.date.utf8.count == 8 && name.dashedDate.utf8.count == 10, "a date of another length")
            hold(!name.nickname.isEmpty && !name.hash.isEmpty, "an empty part")
            for part in [name.nickname, name.fork, name.ref, name.version.text, name.hash, name.flags.text] {
                check(SafeName(part))
            }
        }
        check(SafeName(text))
        let problem = Problem(.error, file: text, path: text, text, hint: text)
        hold(problem.description.split(separator: "\n", omittingEmptySubsequences: false).count == 2, "a problem of more lines")
        let parts = text.split(separator: "\n").map(String.init)
        hold(Set(SafeName.apart(parts).values.map { $0.text.lowercased() }).count == Set(parts).count, "names that meet")
    }

    private static func check(_ name: SafeName) {
        let safe = name.text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "~"):
                true
            default: false
            }
        }
        hold(
            safe && (1...200).contains(name.text.utf8.count) && !name.text.allSatisfy { $0 == "." },
            "an unsafe name: \(name.text)")
    }
}

/// Any texts as versions: they stand in one order.
enum VersionHarness {
    static func run(_ bytes: [UInt8]) {
        let versions = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 3).map {
            Version(String(decoding: $0, as: UTF8.self))
        }
        for one in versions {
            hold(!(one < one) && one.isLevel(with: one), "below itself")
            _ = (one.series, one.isAlpha, one.line)
            for two in versions {
                hold(!(one < two && two < one), "below each other")
                for three in versions {
                    if one < two, two < three { hold(one < three, "no order of three") }
                    if one.isLevel(with: two), two.isLevel(with: three) { hold(one.isLevel(with: three), "no level of three") }
                }
            }
        }
    }
}
