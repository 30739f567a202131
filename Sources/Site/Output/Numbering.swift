/// Values that are named by numbers, from 0 on, in the order in which they came.
struct Numbering<Value: Hashable> {
    /// The values, each once.
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    /// The number of a value, which gets the next one where it is new.
    mutating func number(of value: Value) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
