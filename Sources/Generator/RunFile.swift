/// Writes one planned run as pyperf JSON 1.0.
struct RunFile {
    private let run: RunPlan
    /// The moment the next process starts.
    private var moment: Moment

    /// The file's bytes; takes time in proportion to their number.
    static func bytes(of run: RunPlan) -> [UInt8] {
        var output =
            switch run.detail {
            case .brief: JSONWriter(openDepth: 4, capacity: 600_000)
            case .full: JSONWriter(openDepth: .max, capacity: 2_000_000)
            }
        var file = RunFile(run)
        file.write(&output)
        return output.bytes
    }

    private init(_ run: RunPlan) {
        self.run = run
        var draws = Draws(seed: run.seed, "start", run.path)
        moment = run.commit.date.later(by: 3600 * (2 + 20 * draws.fraction()))
    }

    private mutating func write(_ output: inout JSONWriter) {
        output.object { output in
            output.text("version", "1.0")
            output.object("metadata") { writeRoot(&$0) }
            output.array("benchmarks") { output in
                for workload in run.workloads {
                    guard let timing = run.timing(of: workload) else { continue }
                    output.object { write(workload, timing, &$0) }
                }
            }
        }
    }

    private func writeRoot(_ output: inout JSONWriter) {
        let machine = run.machine
        output.text("benchmark_hash", run.commit.progress < 0.5 ? "6d2583" : "b1c9f0")
        output.text("boot_time", machine.boot.bootText)
        output.text("commit_branch", run.ref)
        output.text("commit_date", run.commit.date.gitText)
        output.text("commit_fork", run.fork)
        output.text("commit_id", run.commit.id)
        if let mergeBase = run.mergeBase { output.text("commit_merge_base", mergeBase) }
        output.integer("cpu_count", machine.processorCount)
        if let processor = machine.processor { output.text("cpu_model_name", processor) }
        output.text("generator", "benchfolio generate: these measurements are made up")
        output.text("hostname", machine.nickname)
        output.text("perf_version", "2.8.1")
        output.text("performance_version", "1.11.0")
        output.text("platform", run.platform)
        output.text("unit", "second")
    }

    private mutating func write(_ workload: Workload, _ timing: Timing, _ output: inout JSONWriter) {
        var draws = Draws(seed: run.seed, "values", run.path, workload.name)
        let loops = RunFile.loops(timing.typical)
        output.object("metadata") { writeMetadata(workload, loops, &$0) }
        var sample = Sample(timing, processes: run.processes, &draws).values
        if run.detail == .brief { sample = sample.map(rounded) }
        if case .spoiled(workload.name) = run.incident { sample[31] = 0 }
        let memory = run.residentBytes(of: workload)
        output.array("runs") { output in
            output.object { writeCalibration(timing, loops, memory, &draws, &$0) }
            for first in stride(from: 0, to: sample.count, by: Sample.valuesPerProcess) {
                output.object {
                    writeProcess(sample[first..<first + Sample.valuesPerProcess], timing, loops, memory, &draws, &$0)
                }
            }
        }
    }

    private func writeMetadata(_ workload: Workload, _ loops: Int, _ output: inout JSONWriter) {
        if run.detail == .full { output.text("description", "A made-up measurement under the name of \(workload.name)") }
        output.integer("loops", loops)
        output.text("name", workload.name)
        switch run.detail {
        case .brief:
            output.text("python_compiler", run.machine.compiler)
        case .full:
            output.text("python_cflags", "-fno-strict-overflow -Wsign-compare -DNDEBUG -g -O3 -Wall")
            output.text("python_compiler", run.machine.compiler)
            output.text("python_executable", "/home/benchmarking/venv/cpython-\(run.commit.hash)/bin/python")
            output.text("python_implementation", "cpython")
        }
        output.text("python_version", "\(run.commit.version) (64-bit) revision \(run.commit.hash)")
        output.array("tags") { tags in
            if let tag = workload.tag { tags.text(nil, tag) }
        }
        if run.detail == .full { output.text("timer", run.machine.timer) }
    }
}

// MARK: - Processes

extension RunFile {
    /// The first process only finds out how many loops are needed: it doubles them until one value takes a tenth of a second.
    private mutating func writeCalibration(
        _ timing: Timing, _ loops: Int, _ memory: Double, _ draws: inout Draws, _ output: inout JSONWriter
    ) {
        var attempts: [(loops: Int, seconds: Double)] = []
        var attempt = 1
        while attempt <= loops {
            attempts.append((attempt, rounded(timing.typical * (1.04 + 0.03 * draws.fraction()))))
            attempt *= 2
        }
        let duration = attempts.reduce(0.1) { $0 + Double($1.loops) * $1.seconds }
        output.object("metadata") { output in
            output.integer("calibrate_loops", loops)
            writeState(duration, memory, &draws, &output)
        }
        output.array("warmups") { output in
            for attempt in attempts { writeWarmup(attempt.loops, attempt.seconds, &output) }
        }
        moment = moment.later(by: duration + 0.05)
    }

    private mutating func writeProcess(
        _ values: ArraySlice<Double>, _ timing: Timing, _ loops: Int, _ memory: Double, _ draws: inout Draws,
        _ output: inout JSONWriter
    ) {
        let warmup = rounded(timing.typical * (1.015 + 0.02 * draws.fraction()))
        let duration = 0.1 + Double(loops) * values.reduce(warmup, +)
        output.object("metadata") { writeState(duration, memory, &draws, &$0) }
        output.array("values") { output in
            for value in values { output.number(nil, value) }
        }
        output.array("warmups") { writeWarmup(loops, warmup, &$0) }
        moment = moment.later(by: duration + 0.05)
    }

    private func writeWarmup(_ loops: Int, _ seconds: Double, _ output: inout JSONWriter) {
        output.array(nil) { pair in
            pair.integer(nil, loops)
            pair.number(nil, seconds)
        }
    }

    /// What pyperf notes of a process besides its values.
    private func writeState(_ duration: Double, _ memory: Double, _ draws: inout Draws, _ output: inout JSONWriter) {
        if run.detail == .full && run.machine.system == "linux" {
            let frequencies = (0..<4).map { "\($0)=\(2000 + draws.next() % 1000) MHz" }
            output.text("cpu_freq", frequencies.joined(separator: "; "))
        }
        output.text("date", moment.pyperfText)
        output.number("duration", run.detail == .full ? duration : Double(Int(duration * 1000)) / 1000)
        if run.detail == .full { output.number("load_avg_1min", Double(100 + draws.next() % 8) / 100) }
        // Windows has another measure, which must not be held against the others'.
        let key: StaticString = run.machine.system == "windows" ? "mem_peak_pagefile_usage" : "mem_max_rss"
        output.integer(key, run.residentBytes(around: memory, &draws))
        if run.detail == .full {
            output.integer("runnable_threads", Int(1 + draws.next() % 2))
            output.number("uptime", moment.seconds(since: run.machine.boot))
        }
    }

    /// The smallest power of two that makes a value take a tenth of a second, as pyperf chooses it.
    private static func loops(_ seconds: Double) -> Int {
        var loops = 1
        while Double(loops) * seconds < 0.1 { loops *= 2 }
        return loops
    }

    /// In a brief file seven digits: more than a clock has, and enough that no printed figure depends on the rest.
    private func rounded(_ value: Double) -> Double {
        guard run.detail == .brief else { return value }
        var scale = 1.0
        while value * scale < 1_000_000 { scale *= 10 }
        return (value * scale).rounded() / scale
    }
}
