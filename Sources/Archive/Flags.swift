/// The build flags of a run: the names in a results folder's last part, such as `JIT,TAILCALL`.
public struct Flags: Sendable, Hashable {
    /// The flags' names, sorted by code point.
    public let names: [String]

    /// The default build.
    public static let none = Flags([])

    /// Makes a set of flags.
    public init(_ names: [String]) {
        self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Reads the last part of a folder's name.
    public init(text: String) {
        self.init(text.split(separator: ",").map(String.init))
    }

    /// Whether this is the default build.
    public var isDefault: Bool { names.isEmpty }

    /// The names joined by commas, as the folder has them; empty for the default build.
    public var text: String { names.joined(separator: ",") }

    /// What a reader is shown: the names of the flags the field knows, `PYTHON_UOPS` as `T2`.
    ///
    /// Flags that the field does not know are told apart when runs are matched, and shown under their own name.
    public var shownNames: [String] { names.map { $0 == "PYTHON_UOPS" ? "T2" : $0 } }
}

extension Flags: Comparable {
    /// The default build first, then by the names in their order.
    public static func < (left: Flags, right: Flags) -> Bool {
        left.names.lexicographicallyPrecedes(right.names) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
