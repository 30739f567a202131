import Foundation

/// The upright axis that all charts of a listing share: a scale of ratios, and where on it 1.0 stands.
struct RunAxis: Sendable, Hashable {
    /// Where 1.0 stands.
    enum Middle: Sendable, Hashable {
        /// Near the foot: hardly any run is slower.
        case low
        /// In the middle.
        case centre
        /// Near the top: hardly any run is faster.
        case high
    }

    /// The height of the chart's field in pixels.
    static let height = 140.0
    /// The part of the height beyond 1.0 on the side that is not used.
    static let margin = 0.1

    /// The scale of ratios.
    let scale: RatioScale
    /// Where 1.0 stands.
    let middle: Middle

    /// The axis that shows all these ratios largest, and bands around 1.0 as far as an axis reaches; it ends at 1.05 or beyond.
    ///
    /// 1.0 leaves the middle when all that one side shows is shorter than the margin there.
    ///
    /// - Parameter bands: half the heights of bands around 1.0, as logarithms
    static func fitting(_ ratios: [Double], bands: [Double] = []) -> RunAxis {
        let edges = bands.map { exp($0) }
        let scale = RatioScale.fitting(ratios, least: max(1.05, edges.max() ?? 1))
        let positions = (ratios + edges + edges.map { 1 / $0 }).map(scale.position)
        let share = margin / (1 - margin)
        let middle: Middle =
            if positions.allSatisfy({ $0 > -share }) {
                .low
            } else if positions.allSatisfy({ $0 < share }) {
                .high
            } else {
                .centre
            }
        return RunAxis(scale: scale, middle: middle)
    }

    /// The distance of 1.0 from the top in pixels.
    var one: Double {
        switch middle {
        case .low: Self.height * (1 - Self.margin)
        case .centre: Self.height / 2
        case .high: Self.height * Self.margin
        }
    }

    /// The distance of a ratio from the top in pixels.
    func top(of ratio: Double) -> Double {
        let unit = middle == .centre ? Self.height / 2 : Self.height * (1 - Self.margin)
        return min(Self.height, max(0, one - unit * scale.position(ratio)))
    }

    /// The ratios that get a line, from the top.
    var ticks: [Double] {
        let slower = scale.ticks.map { 1 / $0 }
        return switch middle {
        case .low: scale.ticks.reversed() + [1]
        case .centre: scale.ticks.reversed() + [1] + slower
        case .high: [1] + slower
        }
    }
}
