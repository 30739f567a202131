import Foundation

/// A logarithmic axis of ratios around 1.0: 2x faster is as far from the middle as 2x slower.
///
/// Its end is one of few fixed values, so that two charts with the same end can be held against each other.
struct RatioScale: Sendable, Hashable {
    /// The ratio at the end of the axis; the other end is its inverse.
    let limit: Double

    /// The ends that an axis may have.
    static let limits: [Double] = [1.05, 1.1, 1.25, 1.5, 2, 4]

    /// The scale with the smallest end that at most one ratio in twenty lies beyond, and never less than `least`.
    ///
    /// The charts of reports use `least: 1.25`: then a machine's noise does not look like news. O(n·limits).
    static func fitting(_ ratios: [Double], least: Double = 1.25) -> RatioScale {
        let allowed = ratios.count / 20
        for limit in limits where limit >= least {
            if ratios.count(where: { isBeyond($0, limit) }) <= allowed { return RatioScale(limit: limit) }
        }
        return RatioScale(limit: 4)
    }

    /// The place of a ratio between -1 (slower, the end of the axis) and 1 (faster, the other end); beyond the ends it is the end.
    func position(_ ratio: Double) -> Double {
        guard ratio.isFinite, ratio > 0 else { return 0 }
        return min(1, max(-1, log(ratio) / log(limit)))
    }

    /// Whether a ratio lies beyond the end of the axis, so that its bar is cut off there.
    func clips(_ ratio: Double) -> Bool {
        Self.isBeyond(ratio, limit)
    }

    /// The two ratios above 1 that get a line: one about half way, and the end.
    ///
    /// No more than two, so that their labels have room on a phone.
    var ticks: [Double] {
        switch limit {
        case ...1.05: [1.02, limit]
        case ...1.1: [1.05, limit]
        case ...1.25: [1.1, limit]
        case ...1.5: [1.25, limit]
        case ...2: [1.5, limit]
        default: [2, limit]
        }
    }

    private static func isBeyond(_ ratio: Double, _ limit: Double) -> Bool {
        // A ratio that is the end itself must not be cut by the last bit of a logarithm.
        max(ratio, 1 / ratio) > limit * (1 + 1e-9)
    }
}
