import Archive
import Comparisons
import Reports
import Testing

@Suite struct AgreementTests {
    private static let five: [(String, Machine.System)] = [
        ("linux", .linux), ("arminc", .linux), ("darwin", .darwin), ("pythonperf1", .windows), ("pythonperf1_win32", .windows),
    ]

    /// The sentence of machines of which some are faster, some slower, some the same, all others unclear.
    private func sentence(
        of machines: [(String, Machine.System)] = five, faster: Set<String> = [], slower: Set<String> = [],
        same: Set<String> = []
    ) -> String? {
        Agreement(
            machines.map { name, system in
                let word: VerdictWord =
                    faster.contains(name) ? .faster : slower.contains(name) ? .slower : same.contains(name) ? .same : .unclear
                return Agreement.Voice(machine: Machine(nickname: name, system: system), word: word)
            }
        ).sentence
    }

    @Test func `all machines of one system are called by it`() {
        #expect(
            sentence(slower: ["pythonperf1", "pythonperf1_win32"])
                == "slower on 2 of 5 machines: both Windows; unclear on arminc, darwin and linux")
        let more = Self.five + [("pythonperf2", Machine.System.linux)]
        #expect(
            sentence(of: more, faster: ["linux", "arminc", "pythonperf2"])
                == "faster on 3 of 6 machines: all 3 Linux; unclear on darwin, pythonperf1 and pythonperf1_win32")
    }

    @Test func `others are called by their names, in their order`() {
        #expect(
            sentence(slower: ["linux"], same: ["arminc"])
                == "slower on 1 of 5 machines: linux; no overall change on arminc; "
                + "unclear on darwin, pythonperf1 and pythonperf1_win32")
        #expect(
            sentence(slower: ["linux", "darwin"], same: ["pythonperf1", "pythonperf1_win32"])
                == "slower on 2 of 5 machines: darwin and linux; no overall change on both Windows; unclear on arminc")
        #expect(
            sentence(faster: ["linux", "darwin", "arminc"])
                == "faster on 3 of 5 machines: arminc, darwin and linux; unclear on both Windows")
    }

    @Test func `machines that contradict each other are both named, the slower ones first`() {
        #expect(
            sentence(faster: ["darwin"], slower: ["pythonperf1"])
                == "slower on 1 of 5 machines: pythonperf1; faster on 1 of 5 machines: darwin; "
                + "unclear on arminc, linux and pythonperf1_win32")
    }

    @Test func `machines that agree are not named`() {
        #expect(sentence(faster: Set(Self.five.map(\.0))) == "faster on all 5 machines")
        #expect(sentence(of: Array(Self.five.prefix(2)), slower: ["linux", "arminc"]) == "slower on both machines")
        #expect(sentence(same: Set(Self.five.map(\.0))) == "no overall change on all 5 machines")
        #expect(sentence(of: Array(Self.five.prefix(2)), same: ["linux", "arminc"]) == "no overall change on both machines")
    }

    @Test func `machines without a clear change are named as well`() {
        #expect(
            sentence(same: ["linux"])
                == "no overall change on linux; unclear on arminc, darwin, pythonperf1 and pythonperf1_win32")
        #expect(sentence() == "unclear on all 5 machines")
    }

    @Test func `a single machine agrees with nobody`() {
        #expect(sentence(of: [("linux", .linux)], slower: ["linux"]) == nil)
        #expect(Agreement([]).sentence == nil)
    }

    @Test func `a machine whose runs say different things is unclear, in whatever order`() {
        let linux = Machine(nickname: "linux", system: .linux)
        let mac = Machine(nickname: "mac", system: .darwin)
        let voices = [
            Agreement.Voice(machine: linux, word: .faster), Agreement.Voice(machine: mac, word: .slower),
            Agreement.Voice(machine: linux, word: .slower),
        ]
        for voices in [voices, voices.reversed()] {
            #expect(
                Agreement(voices).sentence == "slower on 1 of 2 machines: mac; unclear on linux; the runs on linux disagree")
            #expect(Agreement(voices).voices.map(\.word) == [.unclear, .slower])
        }
        #expect(Agreement([voices[1], voices[1], voices[2], voices[2]]).sentence == "slower on both machines")
    }
}
