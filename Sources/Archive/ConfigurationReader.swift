/// Reads the two configuration files at an archive's root.
public struct ConfigurationReader: Sendable {
    /// The name of the file the field's tools share.
    public static let benchmarksFile = "bench_runner.toml"
    /// What would mend an archive without it.
    public static let missingHint = "Put a bench_runner.toml with `[bases] versions = [\"…\"]` beside `results`."
    /// The name of the optional file about the site.
    public static let siteFile = "site.toml"

    /// Reads `bench_runner.toml`.
    ///
    /// Tables and keys that are not ours are left alone.
    ///
    /// - Parameters:
    ///   - path: where the file stands
    ///   - file: the path to name it by in problems
    ///   - border: the folder, with every link in its path resolved, that the file must stand in; nil where it may stand anywhere
    ///   - hint: what would mend it where the file cannot be read
    /// - Returns: what could be read, and the problems: a broken file gives an empty configuration and says so
    public static func configuration(
        at path: String, as file: String = benchmarksFile, within border: String? = nil, hint: String = missingHint
    ) -> (Configuration, [Problem]) {
        let bytes: [UInt8]
        do { bytes = try contents(of: path, within: border) } catch {
            return (
                .empty,
                [
                    Problem(
                        .error, file: file, "The file cannot be read: \(error.reason).",
                        hint: hint)
                ]
            )
        }
        var toml = TOMLFile(bytes, file: file)
        toml.expectTables(["bases", "benchmarks", "runners"])
        let bases = toml.distinctStrings("versions", in: ["bases"])
        if toml.isReadable, bases.isEmpty {
            toml.report(
                "versions", in: ["bases"], "No version is named that runs are to be compared with.",
                hint: "Add `[bases] versions = [\"3.12.0\"]`, with versions the archive holds.")
        }
        let machines = toml.tables(in: ["runners"]).map { nickname in
            Machine(
                nickname: nickname,
                system: Machine.System(name: toml.string("os", in: ["runners", nickname]) ?? "unknown"))
        }
        let configuration = Configuration(
            bases: bases.map(Version.init), compareToDefault: toml.distinctStrings("compare_to_default", in: ["bases"]),
            excludedBenchmarks: Set((toml.strings("excluded_benchmarks", in: ["benchmarks"]) ?? []).map { ExactText($0) }),
            machines: machines)
        return (configuration, toml.problems)
    }

    /// Reads `site.toml`; its absence is no problem.
    public static func site(
        at path: String, as file: String = siteFile, within border: String? = nil
    ) -> (SiteConfiguration, [Problem]) {
        let bytes: [UInt8]
        do { bytes = try contents(of: path, within: border) } catch {
            if error.isAbsence { return (.standard, []) }
            return (.standard, [Problem(.error, file: file, "The file cannot be read: \(error.reason).")])
        }
        var toml = TOMLFile(bytes, file: file)
        let standard = SiteConfiguration.standard
        toml.expectTables(["links", "limits"])
        toml.expectKeys(["title", "description", "base_url", "language", "links", "limits"], in: [], severity: .warning)
        toml.expectKeys(["commit", "ref"], in: ["links"], severity: .warning)
        toml.expectKeys(Limits.Key.allCases.map(\.rawValue), in: ["limits"])
        var limits: [Limits.Key: Int] = [:]
        for key in Limits.Key.allCases { limits[key] = toml.number(key.rawValue, in: ["limits"], upTo: key.largest) }
        let site = SiteConfiguration(
            title: toml.words("title") ?? standard.title, description: toml.string("description"),
            baseURL: toml.baseAddress("base_url"), language: toml.language("language") ?? standard.language,
            commitLink: toml.address("commit", in: ["links"], filling: ["fork", "commit"]) ?? standard.commitLink,
            refLink: toml.address("ref", in: ["links"], filling: ["fork", "ref"]) ?? standard.refLink, limits: Limits(limits))
        return (site, toml.problems)
    }

    /// How many bytes of a configuration file are read: places of faults are looked for in the text again and again, and nobody writes as
    /// much by hand.
    public static let largestFile = 1 << 20

    private static func contents(of path: String, within border: String?) throws(FileFailure) -> [UInt8] {
        if FileSystem.isOutside(path, of: border) { throw .isOutside }
        return try FileContents.bytes(at: path, largest: largestFile)
    }
}
