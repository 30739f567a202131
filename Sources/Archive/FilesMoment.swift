/// How some files stood at one moment, to tell later whether one of them was touched since.
///
/// A file that was changed and put back has the time of it in its inode.
public struct FilesMoment: Sendable {
    private let stamps: [ExactText: FileStamp]

    /// Looks at files; one that is not there is none.
    public init(_ paths: [String]) {
        stamps = Dictionary(paths.compactMap { path in FileStamp(of: path).map { (ExactText(path), $0) } }) { first, _ in first }
    }

    /// The first path, in code-point order, of what stands otherwise than before, has come or has gone; nil where nothing has.
    public func firstChange(since earlier: FilesMoment) -> String? {
        let all = Set(stamps.keys).union(earlier.stamps.keys).filter { stamps[$0] != earlier.stamps[$0] }
        return all.map(\.text).min { $0.precedes($1) }
    }
}
