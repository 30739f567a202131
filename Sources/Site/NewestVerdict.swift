import Archive
import Comparisons
import Reports

/// The one verdict that speaks for a machine or a fork where there is room for one alone: in a link preview, on a badge.
struct NewestVerdict {
    let entry: Catalogue.Entry
    var run: RunDigest { entry.pair.head }

    /// The verdict of the newest run that was compared, of some that stand the newest first; nil where none was.
    ///
    /// Its line of development is that of the highest version, and on it the newest commit counts. Default builds go first. Among these goes
    /// the upstream fork, whose line a machine follows: what somebody tried on a branch must not speak for the machine. And it is asked how
    /// far it has come since a release, the first configured version, as one asks at the head of a README; what a branch is asked is what it
    /// changed, so its merge base goes first. Where several machines measured the newest build, the one that is the least in doubt speaks, and
    /// of those that are as sure one that is not unclear. O(n log n) in the runs.
    init?(of runs: [RunDigest], in catalogue: Catalogue) {
        let compared = runs.filter { !catalogue.entries(of: $0).isEmpty }
        let plain = compared.filter(\.name.flags.isDefault)
        let asked = [plain.filter(\.name.isUpstream), plain].first { !$0.isEmpty } ?? compared
        // Listings begin with the highest version, of which a build from between two releases may be an older one.
        guard let line = asked.first?.name.version.line,
            let newest = History.ordered(asked.filter { $0.name.version.line == line }, of: \.self).last
        else { return nil }
        let build = compared.filter { $0.name.isOfSameBuild(as: newest.name) }
        self.init(build, in: catalogue, versionsFirst: newest.name.isUpstream && newest.name.flags.isDefault)
    }

    /// The most telling verdict of one run; nil where it was not compared.
    ///
    /// It is news: what a commit or a build changed, and where nothing says that, how far it is from the first configured version.
    init?(_ run: RunDigest, in catalogue: Catalogue) { self.init([run], in: catalogue, versionsFirst: false) }

    private init?(_ runs: [RunDigest], in catalogue: Catalogue, versionsFirst: Bool) {
        let columns = catalogue.columns(of: runs)
        let order = versionsFirst ? columns : columns.newsFirst
        let answers = order.lazy.map { column in runs.compactMap { catalogue.entry(of: $0, in: column) } }
        guard let entry = answers.first(where: { !$0.isEmpty })?.min(by: { $0.doubt < $1.doubt }) else { return nil }
        self.entry = entry
    }

    /// The run's title with what it comes down to: `3.14.0a6+ ccaa69a on vultr: 1.07x faster vs. 3.12.6`.
    var title: String { "\(run.title): \(phrase)" }

    /// What it comes down to and against what: `1.07x faster vs. 3.12.6`.
    var phrase: String { "\(ShortVerdict(entry.verdict).phrase) vs. \(entry.pair.baselineWords)" }

    /// The same without the baseline's commit, with the build where it is not the default one: `1.07x faster vs. merge base, JIT build`.
    ///
    /// - Parameter isFork: whether it speaks for a fork, which does not say on which machine
    func message(isFork: Bool) -> String {
        let build = run.name.flags.isDefault ? "" : ", \(run.flagWords) build"
        let place = isFork ? " on \(run.name.nickname)" : ""
        return "\(ShortVerdict(entry.verdict).phrase) \(entry.column.title)\(build)\(place)"
    }

    /// All of it: `3.14.0a6+ ccaa69a on vultr against 3.12.6: 1.07x faster overall (1.05x to 1.09x): …`.
    var report: String { "\(run.title) against \(entry.pair.baselineWords): \(entry.words.sentence)" }

    /// The verdict as a sentence of its own: `Against 3.12.6: 1.07x faster overall (1.05x to 1.09x): …`.
    var sentence: String { "Against \(entry.pair.baselineWords): \(entry.words.sentence)" }
}

extension Catalogue.Entry {
    /// As pages show it: what they do not show decides nothing on them.
    ///
    /// Of two that are as sure, one that says something comes first.
    fileprivate var doubt: (Int, Int) { (verdict.overall?.stepsOfDoubt ?? .max, verdict.word == .unclear ? 1 : 0) }
}

extension RunName {
    fileprivate func isOfSameBuild(as other: RunName) -> Bool {
        fork == other.fork && ref == other.ref && hash == other.hash && flags == other.flags
    }
}
