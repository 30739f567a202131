import Archive
import Comparisons

/// What the pages about runs depend on.
struct RunKeys: Sendable {
    private let keys: [RunDigest: ContentHash]
    private let catalogue: Catalogue

    /// Gathers what each run's line in a listing depends on: the run, and its comparisons with their figures.
    init(_ catalogue: Catalogue) {
        keys = Dictionary(
            catalogue.runs.map { run in
                var key = PageKey(run.hash, "run")
                key.add(run, in: catalogue.map)
                for entry in catalogue.entries(of: run) {
                    key.add(entry.pair, in: catalogue.map)
                    key.add(entry.figures)
                    ShownVerdict(entry.verdict, entry.words).addSummary(to: &key)
                }
                return (run, key.hash)
            }
        ) { first, _ in first }
        self.catalogue = catalogue
    }

    /// What the page of a run depends on: its line, its neighbours, and what is wrong with its file.
    func page(of run: RunDigest, _ edition: Edition) -> ContentHash {
        var key = PageKey(edition.hash, "run page")
        let (previous, next) = catalogue.neighbours(of: run)
        for run in [run, previous, next] {
            key.add(run?.file ?? "")
            if let hash = run.flatMap({ keys[$0] }) { key.add(hash) }
        }
        key.add(catalogue.problems(of: run.file))
        return key.hash
    }

    /// What a page depends on that lists runs: their lines, and what else it says.
    func list(of runs: [RunDigest], _ edition: Edition, _ kind: String, _ words: [String]) -> ContentHash {
        var key = PageKey(edition.hash, kind)
        key.add(words)
        for run in runs {
            if let hash = keys[run] { key.add(hash) }
        }
        return key.hash
    }
}
