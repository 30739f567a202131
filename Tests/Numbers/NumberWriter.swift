import Foundation
import Reports
import Site

/// The program of `make numbers`: it writes the text of each number that it reads, one a line, for another implementation to look at.
///
/// Numbers come from standard input in 64 bits each. `decimals 2` writes as reports do; `shortest`, `rounded` and `thousandths` as data
/// files do, where the last takes whole numbers.
@main
enum NumberWriter {
    static func main() {
        let numbers = FileHandle.standardInput.readDataToEndOfFile()
        let append = form(CommandLine.arguments.dropFirst())
        var lines: [UInt8] = []
        lines.reserveCapacity(4 * numbers.count)
        numbers.withUnsafeBytes { bytes in
            for bits in bytes.bindMemory(to: UInt64.self) {
                append(bits, &lines)
                lines.append(UInt8(ascii: "\n"))
            }
        }
        FileHandle.standardOutput.write(Data(lines))
    }

    private static func form(_ words: ArraySlice<String>) -> (UInt64, inout [UInt8]) -> Void {
        switch words.first {
        case "decimals":
            guard let decimals = words.last.flatMap(Int.init) else { fatalError("say how many decimals") }
            return { $1 += DecimalText.text(Double(bitPattern: $0), decimals: decimals).utf8 }
        case "shortest": return digits { $0.set(Double(bitPattern: $1)) }
        case "rounded": return digits { $0.set(rounded: Double(bitPattern: $1)) }
        case "thousandths": return digits { $0.set(thousandths: Int(bitPattern: UInt($1))) }
        default: fatalError("the form must be decimals, shortest, rounded or thousandths")
        }
    }

    private static func digits(_ set: @escaping (inout Digits, UInt64) -> Void) -> (UInt64, inout [UInt8]) -> Void {
        var digits = Digits()
        return { bits, lines in
            set(&digits, bits)
            digits.withASCII { lines += $0 }
        }
    }
}
