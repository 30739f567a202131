/// A file without which nothing can be measured.
struct UnusableFile: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "\(path): \(reason)" }
}
