#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension String {
    /// Whether the text comes before another in code-point order, which is the order of their bytes in UTF-8.
    ///
    /// O(length). Thousands of paths are put in order by every build, and a sequence would hand their bytes out one by one.
    public func precedes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                UnsafeRawBufferPointer(left).precedes(UnsafeRawBufferPointer(right))
            }
        }
        return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Whether both texts are the same code points.
    ///
    /// O(length).
    public func isSame(as other: String) -> Bool {
        let isSame = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                UnsafeRawBufferPointer(left).equals(UnsafeRawBufferPointer(right))
            }
        }
        return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}

/// A text that is told from others by its code points.
///
/// To Swift two texts are equal where Unicode calls them equivalent, however they are spelled; to pyperf, and to the order of a report's
/// rows, they are not. What a set or a dictionary holds of such texts, and which spelling it keeps, would hang on what came first.
public struct ExactText: Sendable {
    /// The text.
    public let text: String

    /// Takes a text.
    public init(_ text: String) { self.text = text }
}

extension ExactText: ExpressibleByStringLiteral {
    /// Takes a text of the source.
    public init(stringLiteral text: String) { self.init(text) }
}

extension ExactText: Hashable {
    /// Whether both texts are the same code points.
    public static func == (left: ExactText, right: ExactText) -> Bool { left.text.isSame(as: right.text) }

    /// Hashes the bytes of the text.
    public func hash(into hasher: inout Hasher) {
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        if isHashed == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes come before others.
    ///
    /// O(length).
    public func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
        guard let one = baseAddress, let two = other.baseAddress else { return count < other.count }
        let order = memcmp(one, two, Swift.min(count, other.count))
        return order == 0 ? count < other.count : order < 0
    }

    /// Whether these are the same bytes.
    ///
    /// O(length).
    public func equals(_ other: UnsafeRawBufferPointer) -> Bool {
        guard let one = baseAddress, let two = other.baseAddress else { return count == other.count }
        return count == other.count && memcmp(one, two, count) == 0
    }

    /// Where the line that holds a place ends: the place of its line feed; nil where there is none.
    ///
    /// O(length).
    public func lineEnd(from place: Int) -> Int? {
        guard place < count, let start = baseAddress, let end = memchr(start + place, 0x0A, count - place) else { return nil }
        return UnsafeRawPointer(end) - start
    }
}
