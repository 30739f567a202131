import Foundation
import TestSupport
import Testing

@testable import Archive

/// Reads results files that stand in the test's own text.
struct Reading {
    static let file = "results/run.json"

    /// The name that all of them have.
    static func name() throws -> RunName {
        try #require(
            RunName(stem: "bm-20240605-linux-x86_64-python-main-3.13.0b2-3a83b17", folder: "bm-20240605-3.13.0b2-3a83b17"))
    }

    /// What reading a text gives.
    static func read(_ text: String) throws -> RunReader.Outcome { try read(Array(text.utf8)) }

    /// What reading some bytes gives.
    static func read(_ bytes: [UInt8]) throws -> RunReader.Outcome {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: folder.url.appendingPathComponent("run.json"))
        var reader = RunReader()
        return reader.read(folder.path("run.json"), as: file, name: try name())
    }

    /// A document with benchmarks written in JSON, each on a line of its own from line 2 on.
    static func document(_ benchmarks: String..., metadata: String = #"{"unit": "second"}"#) -> String {
        """
        {"version": "1.0", "metadata": \(metadata), "benchmarks": [
        \(benchmarks.joined(separator: ",\n"))
        ]}
        """
    }

    /// A benchmark with one process of some values, written in JSON.
    static func benchmark(_ name: String, values: String = "1.5, 2.5", metadata: String = "") -> String {
        #"{"metadata": {"name": "\#(name)"\#(metadata)}, "runs": [{"values": [\#(values)]}]}"#
    }
}
