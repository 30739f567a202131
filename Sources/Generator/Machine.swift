/// A made-up machine: what its files say about it, and how its measurements behave.
struct Machine: Sendable {
    /// The nickname in file names and in the configuration.
    let nickname: String
    /// The architecture as Python names it there.
    let architecture: String
    /// `linux`, `darwin` or `windows`.
    let system: String
    /// What Python says of the operating system.
    let platform: String
    /// What pyperf says of the processor; Windows says nothing.
    let processor: String?
    /// How many processors the system counts.
    let processorCount: Int
    /// What Python was built with.
    let compiler: String
    /// What pyperf measures with.
    let timer: String
    /// When the system was started.
    let boot: Moment
    /// Its time relative to the machine `vultr`.
    let slowness: Double
    /// The typical deviation of values inside a run, relative to their mean.
    let spread: Double
    /// The deviation of one benchmark between runs of the same code: each build lies differently in memory.
    let buildNoise: Double
    /// The deviation of a whole run.
    let runNoise: Double

    /// A Linux server.
    static let vultr = Machine(
        nickname: "vultr", architecture: "x86_64", system: "linux", platform: "Linux-6.8.0-52-generic-x86_64-with-glibc2.39",
        processor: "AMD EPYC 7443P 24-Core Processor", processorCount: 48, compiler: "GCC 13.3.0",
        timer: "clock_gettime(CLOCK_MONOTONIC), resolution: 1.00 ns", boot: Moment(2024, 8, 19, hour: 6, minute: 14, second: 5),
        slowness: 1, spread: 0.005, buildNoise: 0.006, runNoise: 0.002)

    /// A Mac.
    static let macmini = Machine(
        nickname: "macmini", architecture: "arm64", system: "darwin", platform: "macOS-15.3-arm64-arm-64bit-Mach-O",
        processor: "Apple M2", processorCount: 8, compiler: "Clang 16.0.0 (clang-1600.0.26.6)",
        timer: "mach_absolute_time(), resolution: 41.7 ns", boot: Moment(2024, 9, 2, hour: 21, minute: 40, second: 33),
        slowness: 0.62, spread: 0.004, buildNoise: 0.004, runNoise: 0.002)

    /// A Windows computer: the noisiest, and without memory figures that can be compared.
    static let winbox = Machine(
        nickname: "winbox", architecture: "amd64", system: "windows", platform: "Windows-11-10.0.26100-SP0",
        processor: nil, processorCount: 24, compiler: "MSC v.1942 64 bit (AMD64)",
        timer: "QueryPerformanceCounter(), resolution: 100 ns", boot: Moment(2024, 9, 5, hour: 4, minute: 1, second: 58),
        slowness: 1.24, spread: 0.012, buildNoise: 0.011, runNoise: 0.005)

    /// A small ARM board.
    static let pi5 = Machine(
        nickname: "pi5", architecture: "aarch64", system: "linux", platform: "Linux-6.6.62-v8-aarch64-with-glibc2.36",
        processor: "Cortex-A76", processorCount: 4, compiler: "GCC 12.2.0",
        timer: "clock_gettime(CLOCK_MONOTONIC), resolution: 1.00 ns", boot: Moment(2024, 8, 30, hour: 12, minute: 25, second: 41),
        slowness: 2.9, spread: 0.006, buildNoise: 0.005, runNoise: 0.002)

    /// A desktop with an Intel processor.
    static let nuc = Machine(
        nickname: "nuc", architecture: "x86_64", system: "linux", platform: "Linux-6.1.0-28-amd64-x86_64-with-glibc2.36",
        processor: "13th Gen Intel(R) Core(TM) i7-1360P", processorCount: 16, compiler: "GCC 12.2.0",
        timer: "clock_gettime(CLOCK_MONOTONIC), resolution: 1.00 ns", boot: Moment(2024, 8, 25, hour: 17, minute: 8, second: 12),
        slowness: 0.81, spread: 0.007, buildNoise: 0.009, runNoise: 0.003)
}
