/// What a results file says about the whole run: keys and texts, sorted by key.
public struct Metadata: Sendable, Hashable {
    /// The keys that anything is made of; others are not read, since a file may have any number of them.
    public static let keys: Set<String> = [
        "aslr", "benchmark_hash", "boot_time", "commit_branch", "commit_date", "commit_id", "commit_merge_base", "cpu_affinity",
        "cpu_config", "cpu_count", "cpu_model_name", "date", "github_action_url", "hostname", "perf_version",
        "performance_version", "platform", "python_compiler", "python_version",
    ]

    /// The entries, sorted by key; numbers as the file's reader prints them.
    public let entries: [Entry]

    /// One key with its text.
    public struct Entry: Sendable, Hashable {
        /// The key in pyperf's own words.
        public let key: String
        /// The value as text.
        public let text: String

        /// Makes an entry.
        public init(key: String, text: String) {
            self.key = key
            self.text = text
        }
    }

    /// Makes metadata from entries in any order; of two with one key the last stays.
    public init(_ entries: [Entry] = []) {
        var texts: [String: String] = [:]
        for entry in entries { texts[entry.key] = entry.text }
        self.entries = texts.map(Entry.init).sorted { $0.key.precedes($1.key) }
    }

    /// The text of a key, where the file has it.
    ///
    /// O(entries).
    public subscript(key: String) -> String? { entries.first { $0.key == key }?.text }

    /// The commit's date and time, ISO 8601 with its offset.
    public var commitDate: String? { self["commit_date"] }
    /// The commit's full hash.
    public var commitID: String? { self["commit_id"] }
    /// The branch or tag that was measured, or the commit's full hash where it was none.
    public var commitBranch: String? { self["commit_branch"] }
    /// The upstream commit that the run's branch left the main line at, as a full hash.
    public var mergeBase: String? { self["commit_merge_base"] }
    /// What was measured with which benchmarks: runs of one value hold comparable work.
    public var benchmarkHash: String? { self["benchmark_hash"] }
    /// The operating system's own long name.
    public var platform: String? { self["platform"] }
    /// The processor's name.
    public var processor: String? { self["cpu_model_name"] }
    /// The version of the measuring tool.
    public var perfVersion: String? { self["perf_version"] }
    /// The page of the automation that made the run.
    public var actionURL: String? { self["github_action_url"] }
    /// When the first process of the run was started, local time.
    public var measuredAt: String? { self["date"] }
}

extension Metadata: ByteCodable {
    /// Adds the entries to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(entries.count)
        for entry in entries {
            writer.write(entry.key)
            writer.write(entry.text)
        }
    }

    /// Takes entries from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        let count = try reader.int()
        var entries: [Entry] = []
        for _ in 0..<max(0, count) { entries.append(Entry(key: try reader.string(), text: try reader.string())) }
        self.entries = entries
    }
}
