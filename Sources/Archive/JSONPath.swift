/// The way from a JSON document's root to one of its values.
struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    var steps: [Step]

    static let root = JSONPath(steps: [])

    func key(_ name: String) -> JSONPath { JSONPath(steps: steps + [.key(name)]) }
    func index(_ position: Int) -> JSONPath { JSONPath(steps: steps + [.index(position)]) }

    /// The path in the usual notation: `$.benchmarks[0].runs[1].values[0]`.
    var description: String {
        steps.reduce(into: "$") { text, step in
            switch step {
            case .key(let name): text += ".\(name)"
            case .index(let position): text += "[\(position)]"
            }
        }
    }
}
