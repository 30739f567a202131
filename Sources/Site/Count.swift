/// Counting words.
enum Count {
    /// `1 run`, `3 runs`.
    static func words(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        count == 1 ? "1 \(singular)" : "\(count) \(plural ?? singular + "s")"
    }
}
