/// Pseudo-random numbers that are the same on every machine and in every year.
///
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014). What follows it is addition,
/// multiplication, division and square roots, which IEEE 754 rounds in one way, so the files come out equal to the byte
/// everywhere; a logarithm or a sine from a C library would not do.
struct Draws: Sendable {
    private var state: UInt64

    /// Starts the sequence of one subject; equal seeds and words give equal sequences, whatever else was drawn before.
    init(seed: UInt64, _ words: String...) {
        // FNV-1a over the words; a byte that no word holds ends each of them.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for word in words {
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        state = hash
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// An even draw from 0 up to, but not including, 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A bell-shaped draw with mean 0 and deviation 1, between -3.5 and 3.5: the sum of four even ones.
    mutating func bell() -> Double {
        let bits = next()
        let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
        return (Double(sum) - 131_070) / 37_837.227_45
    }

    /// A hexadecimal text, as the name of a commit.
    mutating func hexadecimal(digits: Int) -> String {
        var text = ""
        while text.count < digits {
            let word = String(next(), radix: 16)
            text += String(repeating: "0", count: 16 - word.count) + word
        }
        return String(text.prefix(digits))
    }
}
