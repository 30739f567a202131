import Archive
import Comparisons

/// What several machines say about the same two builds: the strongest evidence an archive holds.
public struct Agreement {
    /// What one machine says.
    public struct Voice: Sendable, Hashable {
        /// The machine.
        public let machine: Machine
        /// Its verdict.
        public let word: VerdictWord

        /// Makes a voice.
        public init(machine: Machine, word: VerdictWord) {
            self.machine = machine
            self.word = word
        }
    }

    /// One voice of each machine, in code-point order of their names: a machine whose runs say different things is unclear.
    public let voices: [Voice]
    /// The machines whose runs say different things.
    private let torn: [String]

    /// Joins what the runs of each machine say.
    ///
    /// O(n log n).
    public init(_ all: [Voice]) {
        let machines = Dictionary(grouping: all, by: \.machine.nickname).sorted { $0.key.precedes($1.key) }
        let torn = machines.filter { Set($0.value.map(\.word)).count > 1 }.map(\.key)
        voices = machines.compactMap { nickname, voices in
            voices.first.map { Voice(machine: $0.machine, word: torn.contains(nickname) ? .unclear : $0.word) }
        }
        self.torn = torn
    }

    /// `slower on 2 of 5 machines: both Windows; no overall change on darwin; unclear on arminc and linux`, and `; the runs on linux
    /// disagree` where they do; nil where fewer than two machines speak.
    public var sentence: String? {
        guard voices.count > 1 else { return nil }
        let parts = [VerdictWord.slower, .faster, .same, .unclear].compactMap { Agreement.part($0, of: voices) }
        return (parts + (torn.isEmpty ? [] : ["the runs on \(Agreement.list(torn)) disagree"])).joined(separator: "; ")
    }

    /// `slower` where a machine says so, else `faster` where one says that; nil where none has a clear verdict.
    public var direction: VerdictWord? { [.slower, .faster].first { word in voices.contains { $0.word == word } } }

    private static func part(_ word: VerdictWord, of voices: [Voice]) -> String? {
        let those = voices.filter { $0.word == word }.map(\.machine)
        guard !those.isEmpty else { return nil }
        guard those.count < voices.count else {
            return "\(text(word)) on \(voices.count == 2 ? "both" : "all \(voices.count)") machines"
        }
        let names = names(those, among: voices.map(\.machine))
        return word.isClear
            ? "\(text(word)) on \(those.count) of \(voices.count) machines: \(names)" : "\(text(word)) on \(names)"
    }

    private static func text(_ word: VerdictWord) -> String { word == .same ? "no overall change" : word.rawValue }

    /// `both Windows` where these are all the machines of one system, otherwise their names.
    private static func names(_ those: [Machine], among all: [Machine]) -> String {
        let nicknames = those.map(\.nickname)
        let alike = all.filter { $0.system == those.first?.system }.map(\.nickname)
        if let system = those.first.flatMap({ words[$0.system] }), alike == nicknames, those.count > 1 {
            return those.count == 2 ? "both \(system)" : "all \(those.count) \(system)"
        }
        return list(nicknames)
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static let words: [Machine.System: String] = [.linux: "Linux", .windows: "Windows", .darwin: "macOS"]
}
