/// Reads the two configuration files at an archive's root.
public struct ConfigurationReader: Sendable {
    /// The name of the file the field's tools share.
    public static let benchmarksFile = "bench_runner.toml"
    /// The name of the optional file about the site.
    public static let siteFile = "site.toml"

    /// Reads `bench_runner.toml`.
    ///
    /// Tables and keys that are not ours are left alone.
    ///
    /// - Parameters:
    ///   - path: where the file stands
    ///   - file: the path to name it by in problems
    /// - Returns: what could be read, and the problems: a broken file gives an empty configuration and says so
    public static func configuration(at path: String, as file: String = benchmarksFile) -> (Configuration, [Problem]) {
        let text: String
        do { text = try contents(of: path) } catch {
            return (
                .empty,
                [
                    Problem(
                        .error, file: file, "The file cannot be read: \(error.reason).",
                        hint: "Put a bench_runner.toml with `[bases] versions = [\"…\"]` beside `results`.")
                ]
            )
        }
        var toml = TOMLFile(text, file: file)
        toml.expectTables(["bases", "benchmarks", "runners"])
        let bases = toml.strings("versions", in: ["bases"]) ?? []
        if toml.isReadable, bases.isEmpty {
            toml.report(
                "versions", in: ["bases"], "No version is named that runs are to be compared with.",
                hint: "Add `[bases] versions = [\"3.12.0\"]`, with versions the archive holds.")
        }
        let machines = toml.tables(in: ["runners"]).map { nickname in
            Machine(
                nickname: nickname,
                system: Machine.System(name: toml.string("os", in: ["runners", nickname]) ?? "unknown"),
                plotName: toml.string("name", in: ["runners", nickname, "plot"]))
        }
        let configuration = Configuration(
            bases: bases.map(Version.init), compareToDefault: toml.strings("compare_to_default", in: ["bases"]) ?? [],
            excludedBenchmarks: Set(toml.strings("excluded_benchmarks", in: ["benchmarks"]) ?? []), machines: machines)
        return (configuration, toml.problems)
    }

    /// Reads `site.toml`; its absence is no problem.
    public static func site(at path: String, as file: String = siteFile) -> (SiteConfiguration, [Problem]) {
        let text: String
        do { text = try contents(of: path) } catch {
            if error.isAbsence { return (.standard, []) }
            return (.standard, [Problem(.error, file: file, "The file cannot be read: \(error.reason).")])
        }
        var toml = TOMLFile(text, file: file)
        let standard = SiteConfiguration.standard
        let site = SiteConfiguration(
            title: toml.string("title") ?? standard.title, description: toml.string("description"),
            baseURL: baseURL(&toml), language: toml.string("language") ?? standard.language,
            commitLink: toml.string("commit", in: ["links"]) ?? standard.commitLink,
            refLink: toml.string("ref", in: ["links"]) ?? standard.refLink)
        return (site, toml.problems)
    }

    /// The address of the site: one of the web, or a path from the server's root, which is enough to lead home.
    private static func baseURL(_ toml: inout TOMLFile) -> String? {
        guard let url = toml.string("base_url") else { return nil }
        if !["https://", "http://", "/"].contains(where: url.hasPrefix) {
            toml.report(
                "base_url", in: [], "`base_url` is no address.",
                hint: "Write it whole, as a browser shows it: base_url = \"https://…/\".")
        }
        return url
    }

    private static func contents(of path: String) throws(FileFailure) -> String {
        var buffer = FileBuffer()
        try buffer.read(path)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}
