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

    /// `slower on 2 of 5 machines: both Windows; no overall change on darwin; unclear on arminc and linux`; nil where fewer than two
    /// machines speak.
    ///
    /// Where a machine spoke more than once, its last word counts. O(machines).
    public static func sentence(_ voices: [Voice]) -> String? {
        let last = Dictionary(voices.map { ($0.machine.nickname, $0) }) { _, last in last }
        let voices = last.values.sorted { $0.machine.nickname.utf8.lexicographicallyPrecedes($1.machine.nickname.utf8) }
        guard voices.count > 1 else { return nil }
        return [VerdictWord.slower, .faster, .same, .unclear].compactMap { part($0, of: voices) }.joined(separator: "; ")
    }

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
        guard let last = nicknames.last, nicknames.count > 1 else { return nicknames.joined() }
        return "\(nicknames.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static let words: [Machine.System: String] = [.linux: "Linux", .windows: "Windows", .darwin: "macOS"]
}
