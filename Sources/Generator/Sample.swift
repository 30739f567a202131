/// The values of one benchmark in one run, in the order pyperf took them.
struct Sample: Sendable {
    /// How many worker processes usually measure; a calibration process stands before them.
    static let processes = 20
    /// How many values each of them takes.
    static let valuesPerProcess = 3

    /// All values of all processes, in seconds.
    private(set) var values: [Double]

    /// Draws values whose mean and deviation are those of `timing`, to the accuracy of a double.
    ///
    /// Values of one process resemble each other, and a few are slow rather than fast: both are so in real runs.
    init(_ timing: Timing, processes: Int = Sample.processes, _ draws: inout Draws) {
        let shape = Sample.shape(processes, &draws)
        guard let stall = timing.stalled else {
            values = shape.map { timing.mean * (1 + timing.spread * $0) }
            return
        }
        values = shape.map { stall.quiet * (1 + timing.spread * $0) }
        let isStalled = { (index: Int) in index % stall.every == stall.every - 1 }
        let quiet = values.indices.filter { !isStalled($0) }.reduce(0) { $0 + values[$1] }
        let stalled = values.indices.filter(isStalled)
        let slow = (timing.mean * Double(values.count) - quiet) / Double(stalled.count)
        for (place, index) in stalled.enumerated() {
            values[index] = slow * (1 + 0.02 * (Double(place) - Double(stalled.count - 1) / 2))
        }
    }

    /// Numbers with mean 0 and deviation 1, leaning to the right.
    private static func shape(_ processes: Int, _ draws: inout Draws) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(processes * valuesPerProcess)
        for _ in 0..<processes {
            let process = 0.8 * draws.bell()
            for _ in 0..<valuesPerProcess { numbers.append(process + draws.bell()) }
        }
        standardise(&numbers)
        for index in numbers.indices { numbers[index] += 0.15 * numbers[index] * numbers[index] }
        standardise(&numbers)
        return numbers
    }

    private static func standardise(_ numbers: inout [Double]) {
        let count = Double(numbers.count)
        let mean = numbers.reduce(0, +) / count
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let deviation = variance.squareRoot()
        for index in numbers.indices { numbers[index] = (numbers[index] - mean) / deviation }
    }
}
