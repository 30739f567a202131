import Foundation

/// Where a bar and its line lie, in whole numbers: down from the top, and across from 1.0 in the bar's own direction.
struct BarPlace {
    /// The top of the row.
    let top: Int
    /// 1 where the bar leads to the right, and -1 where to the left.
    let sign: Int
    /// Whether the bar leads to the right.
    var isAbove: Bool { sign > 0 }
    /// The bar's length.
    let size: Int
    /// The end of the line away from 1.0, and the other, which is negative beyond 1.0.
    let far: Int
    let near: Int
    /// Whether the bar goes on beyond the axis, and either end of its line.
    let isSizeCut: Bool
    let isFarCut: Bool
    let isNearCut: Bool

    private let hasLine: Bool
    private let half: Int

    /// How far the point of a bar reaches back that goes on beyond the axis, and that of a line.
    private static let point = (bar: 24, line: 12)

    /// Places a change; `unit` is the length of one natural logarithm.
    init(_ change: RoundedChange, top: Int, unit: Double, half: Int) {
        // What lies beyond the axis by less than half a unit ends with it: nobody could see the difference.
        func place(_ thousandths: Int) -> Int {
            let length = (log(Double(abs(thousandths)) / 1000) * unit).rounded()
            return (thousandths < 0 ? -1 : 1) * Int(min(length, Double(half + 1)))
        }
        let (size, far, near) = (place(change.size), place(change.far), place(change.near))
        self.top = top
        self.half = half
        sign = change.isAbove ? 1 : -1
        isSizeCut = size > half
        isFarCut = far > half
        isNearCut = near < -half
        hasLine = change.far > change.size && near < half
        self.size = min(size, half)
        self.far = min(far, half)
        self.near = max(near, -half)
    }

    /// The bar and its line as steps of a path: the bar is closed and can be filled, the line is open.
    func writePath(isThin: Bool, _ out: inout HTMLWriter) {
        let thickness = isThin ? 4 : 10
        out.markup("M0 ")
        out.number(top + 9 - thickness / 2)
        if isSizeCut {
            out.step("h", sign * (size - Self.point.bar))
            out.step("l", sign * Self.point.bar, thickness / 2)
            out.step("l", -sign * Self.point.bar, thickness / 2)
        } else {
            out.step("h", sign * size)
            out.step("v", thickness)
        }
        out.markup("H0z")
        if hasLine { writeLine(middle: thickness / 2, &out) }
    }

    /// From where the bar began: the near end, the line, the far end.
    private func writeLine(middle: Int, _ out: inout HTMLWriter) {
        let back = sign * Self.point.line
        if isNearCut {
            out.step("m", sign * near + back, middle - 3)
            out.step("l", -back, 3)
            out.step("l", back, 3)
            out.step("m", -back, -3)
        } else {
            out.step("m", sign * near, middle - 3)
            out.markup("v6m0-3")
        }
        out.step("h", sign * (far - near))
        if isFarCut {
            out.step("m", -back, -3)
            out.step("l", back, 3)
            out.step("l", -back, 3)
        } else {
            out.markup("m0-3v6")
        }
    }
}

extension HTMLWriter {
    /// A step of a path along one axis: `h213`.
    fileprivate mutating func step(_ command: StaticString, _ length: Int) {
        markup(command)
        number(length)
    }

    /// A step of a path: `m-60 5`, `m60-3`.
    fileprivate mutating func step(_ command: StaticString, _ across: Int, _ down: Int) {
        markup(command)
        number(across)
        if down >= 0 { markup(" ") }
        number(down)
    }

    /// A place on the axis, of which 1,000 parts are the width, as a number of per cent: `-21.3`.
    mutating func place(_ parts: Int) {
        if parts < 0 { markup("-") }
        let (whole, rest) = abs(parts).quotientAndRemainder(dividingBy: 10)
        number(whole)
        if rest > 0 {
            markup(".")
            number(rest)
        }
    }
}
