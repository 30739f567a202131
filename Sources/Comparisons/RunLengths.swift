import Archive

/// Numbers as they are kept where the same one comes many times in a row: each with how often it comes.
struct RunLengths: ByteCodable {
    let numbers: [Int]

    init(_ numbers: [Int]) { self.numbers = numbers }

    func write(to writer: inout ByteWriter) {
        var runs: [(number: Int, count: Int)] = []
        for number in numbers {
            if runs.last?.number == number { runs[runs.count - 1].count += 1 } else { runs.append((number, 1)) }
        }
        writer.write(runs.count)
        for run in runs {
            writer.write(run.number)
            writer.write(run.count)
        }
    }

    init(from reader: inout ByteReader) throws(DamagedRecord) {
        var numbers: [Int] = []
        for _ in 0..<max(0, try reader.int()) {
            let (number, count) = (try reader.int(), try reader.int())
            // A damaged count must not ask for all memory; no benchmark has a million processes.
            guard (0...1_000_000).contains(count), numbers.count + count <= 1_000_000 else { throw DamagedRecord() }
            numbers.append(contentsOf: repeatElement(number, count: count))
        }
        self.numbers = numbers
    }
}
