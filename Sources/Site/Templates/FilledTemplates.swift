import Archive
import Synchronization

/// The templates that were filled with marks so far, each for a shape of its view.
///
/// Pages of one kind have few shapes, however many pages there are.
final class FilledTemplates: Sendable {
    private struct Key: Hashable, Sendable {
        let name: TemplateName
        let shape: [UInt8]
    }

    private let known = Mutex<[Key: FilledTemplate?]>([:])

    /// The template of a shape, which is made where there is none yet; nil where it cannot be made.
    func template(
        _ name: TemplateName, _ shape: [UInt8], making: () throws(Problem) -> FilledTemplate?
    ) throws(Problem) -> FilledTemplate? {
        let key = Key(name: name, shape: shape)
        if let template = known.withLock({ $0[key] }) { return template }
        let template = try making()
        known.withLock { $0[key] = .some(template) }
        return template
    }
}
