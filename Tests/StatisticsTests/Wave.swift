import Statistics
import Testing

// `[center + spread*((i*step) % modulus - half)/half for i in range(60)]` with `half = modulus // 2`: sixty values that look measured.
func wave(center: Double, spread: Double, step: Int, modulus: Int) -> [Double] {
    let half = modulus / 2
    return (0..<60).map { index in
        let offset = Double((index * step) % modulus - half)
        return center + spread * offset / Double(half)
    }
}

// The summary of values that have one.
func summary(of values: [Double]) throws -> Summary {
    try #require(Summary(values))
}
