import Foundation

/// The ways into the program that a fuzzer takes; FUZZ_HARNESS names one.
private let harness: @Sendable ([UInt8]) -> Void =
    switch ProcessInfo.processInfo.environment["FUZZ_HARNESS"] {
    case "json": { JSONHarness.run($0) }
    case "name": { NameHarness.run($0) }
    case "version": { VersionHarness.run($0) }
    case "toml": { TOMLHarness.run($0) }
    case "markdown": { MarkdownHarness.run($0) }
    case "convert": { MarkdownHarness.convert($0) }
    case "template": { TemplateHarness.run($0) }
    default: { _ in fatalError("FUZZ_HARNESS must be json, name, version, toml, markdown or template") }
    }

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    harness(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// Ends the process with what did not hold, so that the fuzzer keeps the input.
func hold(_ holds: Bool, _ what: @autoclosure () -> String) {
    if holds { return }
    FileHandle.standardError.write(Data("does not hold: \(what())\n".utf8))
    abort()
}
