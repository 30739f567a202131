/// One file of a generated archive: where it goes, and a recipe for what it holds.
public struct GeneratedFile: Sendable {
    /// The place relative to the archive's root, parts joined by `/`.
    public let path: String
    private let recipe: Recipe

    private enum Recipe: Sendable {
        case text(String)
        case run(RunPlan)
    }

    init(path: String, text: String) {
        self.path = path
        recipe = .text(text)
    }

    init(_ run: RunPlan) {
        path = run.path
        recipe = .run(run)
    }

    /// The content, made anew at each call: up to 2 MB, some milliseconds.
    public func bytes() -> [UInt8] {
        switch recipe {
        case .text(let text): [UInt8](text.utf8)
        case .run(let run): RunFile.bytes(of: run)
        }
    }

    /// The content as text.
    public func text() -> String { String(decoding: bytes(), as: UTF8.self) }
}
