import CXXHash

/// The XXH3-128 hash of some bytes; equal bytes have equal hashes, and different bytes different ones for all that can happen by chance.
public struct ContentHash: Sendable, Hashable {
    /// The upper half.
    public let high: UInt64
    /// The lower half.
    public let low: UInt64

    /// Makes a hash from its halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Hashes bytes at about the speed of memory.
    public init(of bytes: UnsafeRawBufferPointer) {
        let hash = benchfolio_hash(bytes.baseAddress, bytes.count)
        self.init(high: hash.high64, low: hash.low64)
    }

    /// Hashes bytes.
    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { ContentHash(of: $0) }
    }

    /// Hashes a text's UTF-8 bytes.
    public init(of text: String) {
        var text = text
        self = text.withUTF8 { ContentHash(of: UnsafeRawBufferPointer($0)) }
    }

    /// The hash as 32 hexadecimal digits.
    public var text: String {
        String(unsafeUninitializedCapacity: 32) { buffer in
            for index in 0..<32 {
                let half = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (index % 16))) & 15
                buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 32
        }
    }

    /// Reads 32 hexadecimal digits, small letters among them, in UTF-8; nil where these are others.
    public init?(digits: some Collection<UInt8>) {
        // Thousands of hashes are read before every build; bytes in one piece are not asked for one by one.
        let whole = digits.withContiguousStorageIfAvailable { ContentHash(reading: $0) }
        guard let hash = whole ?? Array(digits).withUnsafeBufferPointer({ ContentHash(reading: $0) }) else { return nil }
        self = hash
    }

    private init?(reading digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == 32 else { return nil }
        var (high, low) = (UInt64(0), UInt64(0))
        for digit in digits {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            high = high << 4 | low >> 60
            low = low << 4 | UInt64(value)
        }
        self.init(high: high, low: low)
    }
}
