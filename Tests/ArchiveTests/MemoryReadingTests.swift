import Testing

@testable import Archive

@Suite struct MemoryReadingTests {
    private func memory(own: String = "", root: String = "{}", hasOwn: Bool = true, _ processes: String...) throws
        -> MemoryReadings?
    {
        let metadata = hasOwn ? #""metadata": {"name": "a"\#(own)}, "# : ""
        let runs = processes.enumerated().map { index, metadata in
            #"{\#(index == 0 ? #""warmups": [[1, 1.0]]"# : #""values": [1]"#), "metadata": \#(metadata)}"#
        }
        return try Reading.read(
            #"{"version": "1.0", "metadata": \#(root), "benchmarks": [{\#(metadata)"runs": [\#(runs.joined(separator: ", "))]}]}"#
        ).run?.samples.first?.memory
    }

    @Test func `each process that has a reading gives one, the calibration too`() throws {
        let memory = try memory(#"{"mem_max_rss": 100}"#, #"{"mem_max_rss": 200}"#, "{}", #"{"mem_max_rss": 300.5}"#)
        #expect(memory == MemoryReadings(command: [], process: [100, 200, 300.5]))
    }

    @Test func `the command's peak comes first, unless it is zero`() throws {
        let memory = try memory(
            #"{"mem_max_rss": 100, "command_max_rss": 7}"#, #"{"command_max_rss": 0, "mem_max_rss": 200}"#,
            #"{"command_max_rss": 9}"#)
        #expect(memory == MemoryReadings(command: [7, 9], process: [200]))
    }

    @Test func `a reading of the benchmark itself is the only one`() throws {
        #expect(
            try memory(own: #", "mem_max_rss": 55"#, #"{"mem_max_rss": 100}"#, #"{"mem_max_rss": 200}"#)
                == MemoryReadings(command: [], process: [55]))
        #expect(
            try memory(own: #", "mem_max_rss": 55, "command_max_rss": 44"#, "{}", #"{"mem_max_rss": 200}"#)
                == MemoryReadings(command: [44], process: []))
        #expect(
            try memory(own: #", "mem_max_rss": 55, "command_max_rss": 0"#, "{}", "{}")
                == MemoryReadings(command: [], process: [55]))
    }

    @Test func `the root's reading counts only where a benchmark has no metadata of its own`() throws {
        let root = #"{"name": "a", "mem_max_rss": 77}"#
        #expect(try memory(root: root, "{}", #"{"mem_max_rss": 200}"#) == MemoryReadings(command: [], process: [200]))
        #expect(
            try memory(root: root, hasOwn: false, "{}", #"{"mem_max_rss": 200}"#) == MemoryReadings(command: [], process: [77]))
    }

    @Test func `what is no positive number is no reading`() throws {
        let memory = try memory(
            #"{"mem_max_rss": null}"#, #"{"mem_max_rss": "5"}"#, #"{"mem_max_rss": -5}"#, #"{"mem_max_rss": 0}"#,
            #"{"mem_max_rss": NaN}"#)
        #expect(memory == MemoryReadings.none)
        #expect(memory?.isEmpty == true)
    }

    @Test func `Windows' own readings are none`() throws {
        #expect(try memory("{}", #"{"mem_peak_pagefile_usage": 100}"#) == MemoryReadings.none)
    }
}
