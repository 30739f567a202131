import Archive
import Comparisons

/// A verdict in words: made once for each comparison, and shown wherever it is named.
public struct VerdictWords: Sendable, Hashable {
    /// What the comparison comes down to.
    public let sentence: String
    /// The 95 % interval of the overall mean, in the direction of the measured change, as in `1.31x to 1.35x`; nil where no benchmark
    /// counts for it.
    public let interval: String?
    /// What became of memory.
    public let memory: String
    /// What a reader must know about the figures.
    public let cautions: [String]

    /// Puts a verdict into words.
    public init(_ verdict: Verdict) {
        sentence = VerdictSentence(verdict).text
        interval = verdict.overall.map(VerdictSentence.interval)
        memory = MemorySentence.text(verdict)
        cautions = CautionText.texts(verdict)
    }

    /// The cautions but for the benchmark that decides alone, of which the sentence speaks.
    ///
    /// - Parameter verdict: the verdict that these are the words of
    public func otherCautions(of verdict: Verdict) -> [String] {
        zip(verdict.cautions, cautions).compactMap { caution, text in
            if case .driver = caution { nil } else { text }
        }
    }
}

extension VerdictWords: ByteCodable {
    /// Adds the words to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(sentence)
        writer.write(interval)
        writer.write(memory)
        writer.write(cautions)
    }

    /// Takes words from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        sentence = try reader.string()
        interval = try reader.optional()
        memory = try reader.string()
        cautions = try reader.list()
    }
}
