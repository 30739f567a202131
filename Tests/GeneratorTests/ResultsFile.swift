import Foundation
import Testing

/// One results file as a test reads it, by means that are not the project's own.
struct ResultsFile {
    let root: [String: Any]
    let benchmarks: [[String: Any]]

    init(_ text: String) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["version"] as? String == "1.0")
        root = try #require(object["metadata"] as? [String: Any])
        benchmarks = try #require(object["benchmarks"] as? [[String: Any]])
    }

    /// The values of each benchmark, in the order of the file.
    func values() throws -> [(name: String, values: [Double])] {
        try benchmarks.map { benchmark in
            let metadata = try #require(benchmark["metadata"] as? [String: Any])
            let runs = try #require(benchmark["runs"] as? [[String: Any]])
            return (try #require(metadata["name"] as? String), runs.flatMap { $0["values"] as? [Double] ?? [] })
        }
    }

    /// The mean of each benchmark.
    func means() throws -> [String: Double] {
        var means: [String: Double] = [:]
        for (name, values) in try values() { means[name] = values.reduce(0, +) / Double(values.count) }
        return means
    }
}
