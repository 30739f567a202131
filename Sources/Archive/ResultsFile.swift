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
    /// Names a file.
    public init(path: String) { self.path = path }

    /// What the name says it is.
    ///
    /// O(length).
    public var kind: Kind {
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).suffix(2).map { String(Substring($0)) }
        return ResultsFile.kind(name: parts.last ?? "", folder: parts.count > 1 ? parts[0] : "")
    }

    /// Whether the name may be that of a run's results, as far as one sees at once: all such names have eight parts and this ending.
    ///
    /// A build that finds nothing changed takes no name apart.
    public var mayBeRun: Bool {
        var path = path
        return path.withUTF8 { bytes in
            guard bytes.suffix(5).elementsEqual(".json".utf8) else { return false }
            let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            return bytes[start...].count { $0 == UInt8(ascii: "-") } == 7
        }
    }

    private static func kind(name: String, folder: String) -> Kind {
        if name == "README.md" || name == ".gitkeep" || summaries.contains(name) { return .byproduct }
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return .foreign }
        let (stem, suffix) = (String(name[..<dot]), name[name.utf8.index(after: dot)...])
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
