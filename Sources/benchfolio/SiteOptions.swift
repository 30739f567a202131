import Archive
import ArgumentParser
import Foundation

/// The arguments of every command that makes a part of a site.
struct SiteOptions: ParsableArguments {
    @Argument(help: "The archive's folder, which holds results/ and bench_runner.toml.", completion: .directory)
    var archive = "Content"

    @Option(name: .shortAndLong, help: "The folder the site is written to.", completion: .directory)
    var output: String

    @Option(help: "The folder of page templates (default: the ones that came with the tool).", completion: .directory)
    var templates: String?

    @Flag(help: "Say where the time went, stage by stage.")
    var timings = false

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output must name a folder.") }
        if templates == "" { throw ValidationError("--templates must name a folder.") }
    }
}

/// The arguments of every command that reads an archive.
struct ReadingOptions: ParsableArguments {
    @Option(help: "How many files are worked on at once (default: one for each processor).")
    var jobs: Int?

    @Option(help: "The folder that keeps what was read before (default: in the user's cache folder).", completion: .directory)
    var cache: String?

    @Flag(name: .customLong("no-cache"), help: "Read and make everything anew, and keep nothing.")
    var withoutCache = false

    @Flag(help: "Let warnings count as errors in the exit status.")
    var strict = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if cache == "" { throw ValidationError("--cache must name a folder.") }
        if cache != nil, withoutCache { throw ValidationError("--cache and --no-cache exclude each other.") }
    }

    /// How many tasks work at once.
    var taskCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    /// What keeps what was read of an archive before; nil where nothing is to be kept.
    ///
    /// - Parameter keeps: whether what is read now is kept as well
    func cache(of archive: String, keeps: Bool = true) throws(Problem) -> Cache? {
        guard let folder = cacheFolder else { return nil }
        return Cache(folder: try Place.cache(folder, archive: archive), keeps: keeps)
    }

    /// Reads an archive that was not read before by this command.
    func reader(of archive: String, keeps: Bool = true) throws(Problem) -> ArchiveReader {
        ArchiveReader(root: archive, jobs: taskCount, cache: try cache(of: archive, keeps: keeps))
    }

    private var cacheFolder: String? {
        guard !withoutCache else { return nil }
        if let cache { return cache }
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return "\(folder)/benchfolio" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        #if os(macOS)
            return "\(home)/Library/Caches/benchfolio"
        #else
            return "\(home)/.cache/benchfolio"
        #endif
    }
}
