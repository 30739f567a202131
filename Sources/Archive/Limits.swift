/// How much of an input is read; what passes a limit is left out with a problem.
///
/// An archive sets them in the table `[limits]` of its `site.toml`. The standard ones are far beyond what anybody measures, and keep
/// a broken or hostile file from taking all memory.
public struct Limits: Sendable, Hashable {
    /// One limit, by the name of its key in `site.toml`.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        /// Bytes of a results file.
        case fileBytes = "file_bytes"
        /// Benchmarks of a run.
        case benchmarks
        /// Values of one benchmark in one run.
        case values
        /// Bytes of a benchmark's name or tag.
        case nameBytes = "name_bytes"
        /// Tags of one benchmark.
        case tags
        /// Bytes of a text that a run says of itself, such as the name of its processor.
        case textBytes = "text_bytes"
        /// Bytes of a prose page.
        case pageBytes = "page_bytes"
        /// Columns of a table in Markdown.
        case tableColumns = "table_columns"

        /// The limit where an archive sets none.
        public var standard: Int {
            switch self {
            case .fileBytes: 256 << 20
            case .benchmarks: 10_000
            case .values: 1_000_000
            case .nameBytes: 255
            case .tags: 20
            case .textBytes: 16 << 10
            case .pageBytes: 256 << 10
            case .tableColumns: 1_024
            }
        }

        /// Whether it has a say in what is read of a results file.
        fileprivate var isOfRuns: Bool {
            switch self {
            case .fileBytes, .benchmarks, .values, .nameBytes, .tags, .textBytes: true
            case .pageBytes, .tableColumns: false
            }
        }

        /// The largest limit that may be set: beyond it a number would be wrong, or a page never done.
        public var largest: Int {
            switch self {
            case .fileBytes: 4_000_000_000
            case .benchmarks: 1_000_000
            case .values: 10_000_000
            case .nameBytes: 65_536
            case .tags: 1_000
            case .textBytes: 1 << 20
            case .pageBytes: 16 << 20
            case .tableColumns: 10_000
            }
        }
    }

    private var own: [Key: Int]

    /// The limits of an archive that sets none.
    public static let standard = Limits()

    /// Makes limits; those that are not named are the standard ones.
    public init(_ own: [Key: Int] = [:]) { self.own = own.filter { $0.value != $0.key.standard } }

    /// One of the limits.
    public subscript(key: Key) -> Int { own[key] ?? key.standard }

    /// What tells these limits from others that read something else of a run; empty for the standard ones.
    var textOfRuns: String {
        own.filter(\.key.isOfRuns).sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue)=\($0.value)" }
            .joined(separator: ",")
    }
}

extension Limits {
    /// `268435456 bytes`, with larger units where they come out even: `256 MB`.
    static func size(_ bytes: Int) -> String {
        if bytes >= 1 << 20, bytes.isMultiple(of: 1 << 20) { return "\(bytes >> 20) MB" }
        if bytes >= 1 << 10, bytes.isMultiple(of: 1 << 10) { return "\(bytes >> 10) kB" }
        return "\(bytes) bytes"
    }

    /// What would mend that something passes a limit.
    public static func hint(_ key: Key, _ cure: String) -> String {
        "\(cure), or raise `\(key.rawValue)` in [limits] of site.toml."
    }
}
