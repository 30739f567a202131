import Archive
import Comparisons

/// What runs say about the machine and the build, in a reader's words.
enum Environment {
    /// The properties that at least one of the runs states, in a fixed order, with each run's value.
    static func rows(_ runs: [RunDigest]) -> [EnvironmentTable.Row] { rows(runs.map(\.metadata)) }

    /// The same for what the files say.
    static func rows(_ files: [Metadata]) -> [EnvironmentTable.Row] {
        properties.map { property in
            EnvironmentTable.Row(
                property.name, files.map { $0[property.key].map { shortened($0, property.key) } },
                mayDiffer: varying.contains(property.key))
        }.filter { row in
            row.values.contains { $0 != nil }
        }
    }

    private static let properties: [(key: String, name: String)] = [
        ("platform", "Operating system"), ("cpu_model_name", "Processor"), ("cpu_count", "Processors"),
        ("cpu_affinity", "Processors used"), ("cpu_config", "Processor settings"), ("aslr", "Address space layout"),
        ("hostname", "Host"), ("boot_time", "Booted"), ("date", "Measured"), ("python_version", "Python"),
        ("python_compiler", "Compiler"), ("perf_version", "pyperf"), ("performance_version", "pyperformance"),
        ("benchmark_hash", "Benchmarks' hash"), ("commit_id", "Commit"), ("commit_branch", "Branch"),
        ("commit_date", "Commit date"),
        ("commit_merge_base", "Merge base"),
    ]

    /// What differs between any two runs.
    private static let varying: Set<String> = [
        "boot_time", "date", "python_version", "commit_id", "commit_branch", "commit_date", "commit_merge_base",
    ]

    /// A time without the parts of its second.
    private static func shortened(_ text: String, _ key: String) -> String {
        key == "date" ? String(text.prefix(19)) : text
    }
}
