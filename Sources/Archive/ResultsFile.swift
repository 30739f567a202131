/// One file of the results tree, with what its name says it is.
public struct ResultsFile: Sendable, Hashable {
    /// What a file in the results tree is.
    public enum Kind: Sendable, Hashable {
        /// The results of a run.
        case run(RunName)
        /// Something the established tool keeps beside the results: interpreter statistics, tables, plots, a folder's `README.md`.
        case byproduct
        /// Anything else.
        case foreign
        /// Results by their ending, under a name that says nothing.
        case misnamed
    }

    /// The path relative to the archive's root: `results/…`.
    public let path: String
    /// What the name says it is.
    public let kind: Kind

    /// Tells what a path is by its name alone.
    public init(path: String) {
        self.path = path
        let parts = path.split(separator: "/")
        let name = parts.last.map(String.init) ?? ""
        let folder = parts.count > 1 ? String(parts[parts.count - 2]) : ""
        kind = ResultsFile.kind(name: name, folder: folder)
    }

    private static func kind(name: String, folder: String) -> Kind {
        if name == "README.md" || name == ".gitkeep" || summaries.contains(name) { return .byproduct }
        guard let dot = name.lastIndex(of: ".") else { return .foreign }
        let (stem, suffix) = (String(name[..<dot]), name[name.index(after: dot)...])
        if suffix == "svg" { return .byproduct }
        guard let run = RunName(stem: stem, folder: folder) else { return suffix == "json" ? .misnamed : .foreign }
        switch (run.extras.first, suffix) {
        case (nil, "json"): return .run(run)
        case ("pystats", "json"), ("pystats", "md"), ("vs", "md"): return .byproduct
        case (_, "json"): return .misnamed
        case (_, _): return .foreign
        }
    }

    /// The numbers that the pictures over all results were drawn from, which stand at the top of a results tree.
    private static let summaries: Set<String> = [
        "longitudinal.json", "memory_long.json", "configs.json", "memory_configs.json", "benchmarks.json",
    ]
}
