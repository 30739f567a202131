import Foundation

@testable import Archive

/// Any bytes as a results file: held against Foundation's parser, and against the locator, which reads the same text in its own way.
enum JSONHarness {
    static func run(_ bytes: [UInt8]) {
        let padded = bytes + [UInt8](repeating: 0x20, count: JSONParser.padding)
        padded.withUnsafeBufferPointer { padded in
            let text = UnsafeBufferPointer(rebasing: padded[..<bytes.count])
            let parser = JSONParser()
            let value = parser.withDocument(text) { Value($0) }
            let examined = JSONLocator.examine(text)
            switch (value, examined) {
            case (nil, .success(let unreadable)): hold(!unreadable.isEmpty, "the parser refuses what the locator accepts")
            case (.some, .failure(let fault)): hold(fault.message.contains("too deeply"), "the locator refuses: \(fault.message)")
            case (.some, .success(let unreadable)): hold(unreadable.isEmpty, "the parser reads \(unreadable)")
            case (nil, .failure(let fault)): hold((0...bytes.count).contains(fault.offset), "a fault behind the end")
            }
            compareWithFoundation(bytes, value)
            readAsResults(bytes)
        }
    }

    /// A document as values that can be compared.
    indirect enum Value: Equatable {
        case null, bool(Bool), number(Double), string(String), array([Value]), object([String: Value])

        init(_ element: JSONElement) {
            switch element.kind {
            case .missing, .null: self = .null
            case .bool: self = .bool(element.bool ?? false)
            case .integer, .double: self = .number(element.number ?? .nan)
            case .string: self = .string(element.string ?? "")
            case .array:
                var list: [Value] = []
                element.forEachItem { _, item in list.append(Value(item)) }
                self = .array(list)
            case .object:
                var members: [String: Value] = [:]
                element.forEachMember { key, value in members[String(decoding: key, as: UTF8.self)] = Value(value) }
                self = .object(members)
            }
        }

        init(_ object: Any) {
            switch object {
            case let list as [Any]: self = .array(list.map(Value.init))
            case let members as [String: Any]: self = .object(members.mapValues(Value.init))
            case let string as String: self = .string(string)
            case let number as NSNumber:
                self = Value.isBool(number) ? .bool(number.boolValue) : .number(number.doubleValue)
            default: self = .null
            }
        }

        private static func isBool(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
    }

    /// Foundation takes other encodings than UTF-8, keeps fewer levels, and drops a byte order mark, also at the start of a string; all else
    /// must agree.
    private static func compareWithFoundation(_ bytes: [UInt8], _ value: Value?) {
        let isOtherEncoding =
            bytes.prefix(4).contains(0) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        let hasMark = bytes.contains([0xEF, 0xBB, 0xBF]) || bytes.map { $0 | 0x20 }.contains(Array("ufeff".utf8))
        guard !isOtherEncoding, !hasMark, depth(bytes) < 400 else { return }
        let theirs: Value?
        do {
            theirs = Value(try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]))
        } catch {
            theirs = nil
        }
        guard let value else {
            // What only Foundation reads has numbers beyond ours: those are made readable in a second step.
            if theirs != nil { hold(hasLongNumber(bytes) || hasLastComma(bytes), "Foundation reads what we refuse") }
            return
        }
        guard let theirs else {
            hold(hasLongNumber(bytes), "Foundation refuses what we read")
            return
        }
        // Of a key that stands twice Foundation keeps another value, and of a number of many digits a rounder one.
        if case .number(let number) = value,
            let exact = Double(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        {
            hold(number == exact, "we read \(number), the library \(exact)")
        }
        hold(theirs == value || hasTwins(bytes) || hasLongNumber(bytes), "Foundation reads \(theirs), we \(value)")
    }

    private static func depth(_ bytes: [UInt8]) -> Int { bytes.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } }

    /// More than twelve digits, or a power: where doubles end, parsers differ.
    private static func hasLongNumber(_ bytes: [UInt8]) -> Bool {
        var digits = 0
        for byte in bytes {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            digits = isDigit ? digits + 1 : byte == UInt8(ascii: ".") ? digits : 0
            if digits > 12 || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { return true }
        }
        return false
    }

    /// Foundation lets a comma stand before a closing brace.
    private static func hasLastComma(_ bytes: [UInt8]) -> Bool {
        let signs = bytes.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return zip(signs, signs.dropFirst()).contains {
            $0 == UInt8(ascii: ",") && [UInt8(ascii: "}"), UInt8(ascii: "]")].contains($1)
        }
    }

    private static func hasTwins(_ bytes: [UInt8]) -> Bool { bytes.count { $0 == UInt8(ascii: ":") } > 1 }

    /// What a run promises, and that a file that gives none says why.
    private static func readAsResults(_ bytes: [UInt8]) {
        guard
            let name = RunName(stem: "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1", folder: "bm-20240605-3.13.0-abcdef1")
        else { return }
        var reader = RunReader(Limits([.benchmarks: 40, .values: 60, .nameBytes: 30]))
        let outcome = reader.read(bytes, as: "run.json", name: name)
        guard let run = outcome.run else {
            hold(!outcome.problems.isEmpty, "a file without a run and without a problem")
            return
        }
        hold(Set(run.samples.map(\.benchmark)).count == run.samples.count, "a name twice")
        for sample in run.samples {
            hold(!sample.values.isEmpty && sample.values.allSatisfy { $0 > 0 && $0.isFinite }, "a bad value")
            hold(sample.valuesPerProcess.reduce(0, +) == sample.values.count, "values lost")
        }
    }
}
