import Synchronization

/// A part of what was made of a run that few ask for: it is read when somebody does, and once.
public final class LatePart<Part: Sendable>: Sendable {
    private enum State: Sendable {
        case here(Part)
        case away(@Sendable () throws(Problem) -> Part)
    }

    private let state: Mutex<State>

    /// Takes a part that is at hand.
    public init(_ part: Part) { state = Mutex(.here(part)) }

    /// Takes a part that can be read.
    ///
    /// - Parameter reading: reads it; fails where what it was made of is not there any more
    public init(reading: @escaping @Sendable () throws(Problem) -> Part) { state = Mutex(.away(reading)) }

    /// The part.
    ///
    /// Where several tasks ask at once, one of them reads and the others wait.
    public func get() throws(Problem) -> Part {
        try state.withLock { state throws(Problem) in
            switch state {
            case .here(let part): return part
            case .away(let reading):
                let part = try reading()
                state = .here(part)
                return part
            }
        }
    }
}

/// What is made of a run and kept: that which every build asks for, and apart from it that which few do.
public protocol KeptContent: ByteCodable {
    /// What is kept apart.
    associatedtype Rest: ByteCodable

    /// How the cache knows the content; its version changes whenever the bytes, or what is computed from a results file, do.
    static var kind: Cache.Kind { get }
    /// How the cache knows what is kept apart.
    static var restKind: Cache.Kind { get }

    /// What is kept apart; a content that comes from a record has none until it is given one.
    var rest: LatePart<Rest> { get set }
}
