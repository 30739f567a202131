/// Numbers as they are kept where the same one comes many times in a row: each with how often it comes.
enum RunLengths {
    /// No benchmark has more processes; a damaged count must not ask for all memory.
    private static let most: Int64 = 1_000_000

    /// Appends to `pairs` two numbers for each stretch of equal ones: the number, and how often it comes.
    static func append(_ numbers: [Int], to pairs: inout [Int64]) {
        let start = pairs.count
        for number in numbers {
            if pairs.count > start, pairs[pairs.count - 2] == Int64(number) {
                pairs[pairs.count - 1] += 1
            } else {
                pairs.append(Int64(number))
                pairs.append(1)
            }
        }
    }

    /// The numbers that some pairs stand for.
    static func numbers(_ pairs: ArraySlice<Int64>) -> [Int] {
        var numbers: [Int] = []
        for index in stride(from: pairs.startIndex, to: pairs.endIndex, by: 2) {
            numbers.append(contentsOf: repeatElement(Int(pairs[index]), count: Int(pairs[index + 1])))
        }
        return numbers
    }

    /// Whether some pairs can stand for the processes of a benchmark.
    static func areSound(_ pairs: ArraySlice<Int64>) -> Bool {
        var total: Int64 = 0
        for index in stride(from: pairs.startIndex, to: pairs.endIndex, by: 2) {
            guard pairs[index] >= 0, (0...most).contains(pairs[index + 1]) else { return false }
            total += pairs[index + 1]
            guard total <= most else { return false }
        }
        return true
    }
}
