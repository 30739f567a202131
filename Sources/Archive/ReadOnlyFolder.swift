#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A folder that nothing may be written into, as an archive's results are.
///
/// Folders are told apart by what the file system says they are and not by their names: a name may lead through links, or be spelled in
/// more ways than one.
public struct ReadOnlyFolder: Sendable {
    private let identity: Identity?

    private struct Identity: Equatable {
        let device: UInt64
        let inode: UInt64

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            (device, inode) = (UInt64(bitPattern: Int64(status.st_dev)), UInt64(status.st_ino))
        }
    }

    /// Takes a folder; where there is none, nothing is in it.
    public init(_ path: String) { identity = Identity(path) }

    /// Whether a path leads to the folder or into it, or will do so when what is missing of it is made.
    ///
    /// O(depth²).
    public func contains(_ path: String) -> Bool {
        var (there, missing): (Substring, [Substring]) = (path.utf8.first == UInt8(ascii: "/") ? path[...] : "./\(path)", [])
        while true {
            if let place = FileSystem.resolved(String(there)) {
                // What is missing may lead back to something that is there.
                return missing.contains("..") ? contains(ReadOnlyFolder.joined(place, missing)) : isAbove(place)
            }
            guard there != "/", let slash = there.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
            missing.insert(there[there.utf8.index(after: slash)...], at: 0)
            there = slash == there.startIndex ? "/" : there[..<slash]
        }
    }

    /// Whether a path leads to the folder itself.
    public func isItself(_ path: String) -> Bool { identity != nil && Identity(path) == identity }

    /// Whether the folder is the one at a path without links, or one above it.
    private func isAbove(_ path: String) -> Bool {
        guard let identity else { return false }
        var place = path[...]
        while true {
            if Identity(place.isEmpty ? "/" : String(place)) == identity { return true }
            guard let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
            place = place[..<slash]
        }
    }

    private static func joined(_ place: String, _ names: [Substring]) -> String {
        var parts = place.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
        for name in names where !name.isEmpty && name != "." {
            if name == ".." { _ = parts.popLast() } else { parts.append(name) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
