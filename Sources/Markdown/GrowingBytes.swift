/// Bytes that only grow, in memory of their own.
///
/// A table of a thousand cells is tens of thousands of small pieces, and an array asks for each of them whether it is shared, and goes
/// the way of any sequence. This is nobody else's, so a piece is one comparison and a copy. No pointer leaves it but inside a call.
public struct GrowingBytes: ~Copyable {
    @usableFromInline var storage: UnsafeMutableRawBufferPointer
    /// How many bytes were added.
    public var count: Int { end }
    @usableFromInline var end = 0

    /// Makes room for so many bytes.
    public init(capacity: Int) {
        storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(capacity, 64), alignment: 8)
    }

    deinit { storage.deallocate() }

    /// Adds bytes.
    @inlinable @inline(__always)
    public mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if storage.count - end < bytes.count { grow(bytes.count) }
        guard let start = storage.baseAddress, let source = bytes.baseAddress else { return }
        (start + end).copyMemory(from: source, byteCount: bytes.count)
        end += bytes.count
    }

    /// Adds a byte.
    @inlinable @inline(__always)
    public mutating func append(_ byte: UInt8) {
        if end == storage.count { grow(1) }
        storage[end] = byte
        end += 1
    }

    /// Adds a text of the source.
    @inlinable @inline(__always)
    public mutating func append(_ literal: StaticString) {
        append(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Adds so many bytes, all of which `write` writes, from the place on that it is given.
    @inlinable @inline(__always)
    public mutating func append(count: Int, _ write: (UnsafeMutableRawPointer) -> Void) {
        if storage.count - end < count { grow(count) }
        guard let start = storage.baseAddress else { return }
        write(start + end)
        end += count
    }

    /// Adds the digits of a whole number.
    ///
    /// From the last digit to the first: the place of the first is known from how many there are.
    @inlinable
    public mutating func append(decimal number: UInt) {
        if number < 10 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
        let digits = Self.digits(of: number)
        if storage.count - end < digits { grow(digits) }
        end += digits
        var (rest, place) = (number, end)
        while rest > 0 {
            let (tens, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place -= 1
            storage[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = tens
        }
    }

    @inlinable
    static func digits(of number: UInt) -> Int {
        var (count, limit) = (1, UInt(10))
        while number >= limit {
            count += 1
            let (next, isTooLarge) = limit.multipliedReportingOverflow(by: 10)
            if isTooLarge { break }
            limit = next
        }
        return count
    }

    /// What was added.
    public borrowing func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(rebasing: storage[..<end]))
    }

    /// What was added, as a list.
    public var list: [UInt8] { withBytes { Array($0) } }

    /// What was added, as text.
    public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    @usableFromInline @inline(never)
    mutating func grow(_ wanted: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * (storage.count + wanted), alignment: 8)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<end]))
        storage.deallocate()
        storage = larger
    }
}
