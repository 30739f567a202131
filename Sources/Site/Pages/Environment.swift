import Comparisons

/// What runs say about the machine and the build, in a reader's words.
enum Environment {
    /// The properties that at least one of the runs states, in a fixed order, with each run's value.
    static func rows(_ runs: [RunDigest]) -> [EnvironmentTable.Row] {
        properties.map { property in EnvironmentTable.Row(property.name, runs.map { $0.metadata[property.key] }) }.filter { row in
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
}
