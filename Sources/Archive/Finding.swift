/// What is wrong with a value of a JSON document, before anybody has looked where in the text it stands.
struct Finding {
    let severity: Problem.Severity
    let path: JSONPath
    /// The sentence, or what stands before the value's text in it.
    let message: String
    /// What stands behind the value's text; nil where the sentence does not quote it.
    let rest: String?
    let hint: String?

    init(
        _ path: JSONPath, _ message: String, quoting rest: String? = nil, severity: Problem.Severity = .error, hint: String? = nil
    ) {
        self.severity = severity
        self.path = path
        self.message = message
        self.rest = rest
        self.hint = hint
    }
}

/// Findings with their places, which are looked up all at once: a file of many faults is walked through as often as one of a single fault.
struct PlacedFindings {
    private let findings: [Finding]
    private let text: UnsafeBufferPointer<UInt8>
    private let offsets: [(offset: Int, isOwn: Bool)?]

    /// Looks up the places.
    ///
    /// O(text + findings).
    init(_ findings: [Finding], in text: UnsafeBufferPointer<UInt8>) {
        self.findings = findings
        self.text = text
        guard !findings.isEmpty else {
            offsets = []
            return
        }
        var places = JSONPlaces()
        let nodes = findings.map { places.want($0.path) }
        let located = JSONLocator.locate(places, in: text)
        offsets = nodes.map { located.nearest(to: $0) }
    }

    /// The findings as problems of a file.
    func problems(file: String) -> [Problem] {
        let places = JSONLocator.places(of: offsets.compactMap { $0?.offset }, in: text)
        return zip(findings, offsets).map { finding, found in
            let place = found.flatMap { places[$0.offset] }
            let excerpt = found.map { $0.isOwn ? self.excerpt(at: $0.offset) : "" } ?? ""
            return Problem(
                finding.severity, file: file, line: place?.line, column: place?.column, path: finding.path.description,
                finding.message + (finding.rest.map { "`\(excerpt)`" + $0 } ?? ""), hint: finding.hint)
        }
    }

    /// The text of a value as the file has it, at most 40 bytes.
    private func excerpt(at offset: Int) -> String {
        let stops = Set(",]}\r\n".utf8)
        let excerpt = String(decoding: text[offset...].prefix(40).prefix { !stops.contains($0) }, as: UTF8.self)
        guard let last = excerpt.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(excerpt[...last])
    }
}
