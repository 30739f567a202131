import Archive
import Comparisons
import Reports

/// The permanent page of one commit: its address, and what may be said of the commit elsewhere with a link to it.
public struct CommitLink: Sendable {
    /// The path of the page in the site.
    public let path: SitePath
    /// What is wrong with the files of the commit's runs, and which of its comparisons could not be made.
    public let problems: [Problem]

    let commit: CommitNames.Commit
    private let site: SiteConfiguration
    /// The runs of the commit, and those alone have comparisons here.
    let catalogue: Catalogue
    private let material: Material

    /// Finds a commit, and makes its comparisons and no others.
    ///
    /// - Parameters:
    ///   - hash: the first four or more digits of its hash, or all of them
    ///   - baseURL: where the site is published; nil takes the address that the archive names, if it does
    public init(to hash: String, in material: Material, baseURL: String? = nil) throws(Problem) {
        commit = try CommitNames(material.runs).commit(hash)
        self.material = material
        site = SiteConfiguration(baseURL: baseURL ?? material.site.baseURL)
        let short = commit.hash
        let runs = material.runs.filter { $0.name.hash == short }
        let files = Set(runs.map(\.file))
        let map = SiteMap(runs: material.runs, pairs: material.pairs)
        var (entries, problems): ([Catalogue.Entry], [Problem]) = ([], material.problems.filter { files.contains($0.file) })
        for pair in material.pairs where pair.head.name.hash == short {
            do throws(Problem) {
                let verdict = material.judge.verdict(of: pair)
                entries.append(
                    Catalogue.Entry(
                        pair: pair, paths: map.paths(of: pair), figures: Figures(try material.comparer.comparison(of: pair)),
                        verdict: verdict, words: VerdictWords(verdict)))
            } catch {
                problems.append(error)
            }
        }
        self.problems = problems
        catalogue = Catalogue(
            runs: runs, entries: entries, problems: [], configuration: material.configuration, site: material.site,
            map: map, prose: [], noise: [:])
        path = catalogue.map.commit(short)
    }

    /// The address of the page; nil where nobody has said where the site is published.
    public var url: String? { url(of: path) }

    /// A comment on the commit's pull request, in Markdown.
    ///
    /// O(n log n) in the benchmarks.
    public func comment() throws(Problem) -> String {
        guard let main = answers.all.first?.foremost else { return CommitComment(self, main: nil).markdown }
        return CommitComment(self, main: (main, try material.comparer.comparison(of: main.pair))).markdown
    }

    /// The JSON of a commit status, on one line.
    public var status: String { CommitStatus(answers, summary: summary, problems: problems, url: url).json }

    /// What the comparisons come down to.
    var answers: CommitAnswers { CommitAnswers(catalogue.runs.flatMap(catalogue.entries)) }

    /// How many runs there are and where they were made.
    var summary: String { CommitPage.summary(of: catalogue.runs) }

    /// The address of a page of the site.
    func url(of path: SitePath) -> String? { site.address(of: path.text) }
}
