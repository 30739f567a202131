/// One benchmark of the Python performance suite, as far as made-up measurements need to know it.
struct Workload: Sendable {
    /// The name pyperf gives it.
    let name: String
    /// Its group in the suite; most have none.
    let tag: String?
    /// Mean seconds under Python 3.12.6 on the machine `vultr`; nil where that suite does not have it.
    let before: Double?
    /// Mean seconds under the example's 3.14.0a6+ on the machine `vultr`; nil where that suite does not have it.
    let after: Double?

    init(_ name: String, tag: String?, _ before: Double?, _ after: Double?) {
        self.name = name
        self.tag = tag
        self.before = before
        self.after = after
    }

    /// The share of the old time that the new version takes; 1 where only one of them was measured.
    var change: Double {
        guard let before, let after else { return 1 }
        return after / before
    }

    /// Mean seconds under Python 3.12.6, or the only ones known.
    var start: Double { before ?? after ?? 0 }

    /// The 25 workloads of the small runs: some of every tag, and those that the sample's story is about.
    static let few: [Workload] = {
        let names: Set = [
            "2to3", "async_generators", "asyncio_websockets", "chaos", "coroutines", "deepcopy", "deepcopy_memo",
            "deltablue", "docutils", "float", "genshi_text", "json_dumps", "json_loads", "logging_silent", "mako", "nbody",
            "pickle_pure_python", "pidigits", "pyflate", "python_startup", "regex_compile", "regex_v8", "richards", "telco",
            "xml_etree_parse",
        ]
        return all.filter { names.contains($0.name) }
    }()

    /// The workloads of the large runs: all that the older suite has, 105.
    static let usual = all.filter { $0.before != nil }
}
