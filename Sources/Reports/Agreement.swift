import Archive
import Comparisons

/// What several machines say about the same two builds: the strongest evidence an archive holds.
public enum Agreement {
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
    public static func joined(_ voices: [Voice]) -> [Voice] {
        let machines = Dictionary(grouping: voices, by: \.machine.nickname).sorted { $0.key.precedes($1.key) }
        return machines.compactMap { _, voices in
            voices.first.map { Voice(machine: $0.machine, word: disagree(voices) ? .unclear : $0.word) }
        }
    }

    /// `slower on 2 of 5 machines: both Windows; no overall change on darwin; unclear on arminc and linux`, and `; the runs on linux
    /// disagree` where they do; nil where fewer than two machines speak.
    ///
    /// O(n log n).
    public static func sentence(_ all: [Voice]) -> String? {
        let voices = joined(all)
        guard voices.count > 1 else { return nil }
        let parts = [VerdictWord.slower, .faster, .same, .unclear].compactMap { part($0, of: voices) }
        let torn = voices.map(\.machine).filter { machine in disagree(all.filter { $0.machine.nickname == machine.nickname }) }
        return (parts + (torn.isEmpty ? [] : ["the runs on \(list(torn.map(\.nickname))) disagree"])).joined(separator: "; ")
    }

    private static func disagree(_ voices: [Voice]) -> Bool { Set(voices.map(\.word)).count > 1 }

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
