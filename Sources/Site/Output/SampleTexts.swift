import Comparisons
import Synchronization

/// What the files for other programs say of each sample of a run, whatever the run is held against: put into digits once.
struct SampleTexts: Sendable {
    private let json: [UInt8]
    private let csv: [UInt8]
    private let ends: [Ends]

    /// Where the texts of a sample end.
    private struct Ends: Sendable {
        let jsonLabel: Int
        let json: Int
        let csvLabel: Int
        let csv: Int
    }

    /// The columns of the label.
    static let labelColumns = ["name", "tags", "unit"]
    /// The columns of the figures, such as `baseMean`.
    static func figureColumns(_ side: String) -> [String] { ["Mean", "Deviation", "Count"].map { side + $0 } }

    /// Writes the texts.
    ///
    /// About 120 bytes a sample. O(samples).
    init(_ samples: RunSamples) {
        var json = JSONText(capacity: 128 * samples.count)
        var csv = CSVText(capacity: 64 * samples.count)
        var (digits, ends): (Digits, [Ends]) = (Digits(), [])
        ends.reserveCapacity(samples.count)
        for sample in samples {
            json.beginPart()
            csv.beginPart()
            SampleTexts.writeLabel(of: sample, &json, &csv)
            let labels = (json.count, csv.count)
            csv.beginPart()
            SampleTexts.writeFigures(of: sample, &digits, &json, &csv)
            ends.append(Ends(jsonLabel: labels.0, json: json.count, csvLabel: labels.1, csv: csv.count))
        }
        self.json = json.bytes
        self.csv = csv.bytes
        self.ends = ends
    }

    private static func writeLabel(of sample: SampleDigest, _ json: inout JSONText, _ csv: inout CSVText) {
        json.text("name", sample.benchmark)
        json.texts("tags", sample.tags)
        json.text("unit", sample.unit.name)
        csv.text(sample.benchmark)
        csv.text(sample.tags.joined(separator: ";"))
        csv.text(sample.unit.name)
    }

    private static func writeFigures(
        of sample: SampleDigest, _ digits: inout Digits, _ json: inout JSONText, _ csv: inout CSVText
    ) {
        let summary = sample.summary
        json.beginPart()
        json.openObject()
        func put(_ key: StaticString) {
            json.key(key)
            json.digits(digits)
            csv.digits(digits)
        }
        digits.set(summary.mean)
        put("mean")
        digits.set(summary.standardDeviation)
        put("deviation")
        digits.set(summary.count)
        put("count")
        json.closeObject()
    }

    /// Adds the members `name`, `tags` and `unit`, and their fields.
    func addLabel(at index: Int, _ json: inout JSONText, _ csv: inout CSVText) {
        json.part(self.json, (index == 0 ? 0 : ends[index - 1].json)..<ends[index].jsonLabel)
        csv.part(self.csv, (index == 0 ? 0 : ends[index - 1].csv)..<ends[index].csvLabel)
    }

    /// Adds the object of mean, deviation and count, and their fields.
    func addFigures(at index: Int, _ json: inout JSONText, _ csv: inout CSVText) {
        json.part(self.json, ends[index].jsonLabel..<ends[index].json)
        csv.part(self.csv, ends[index].csvLabel..<ends[index].csv)
    }
}

/// The texts of the runs so far: a run takes part in many comparisons.
final class KnownSampleTexts: Sendable {
    private let texts = Mutex<[ObjectIdentifier: SampleTexts]>([:])

    /// The texts of a run, made when they are asked for first.
    func texts(of run: RunDigest) -> SampleTexts {
        let key = ObjectIdentifier(run)
        if let known = texts.withLock({ $0[key] }) { return known }
        let made = SampleTexts(run.samples)
        texts.withLock { $0[key] = made }
        return made
    }
}
