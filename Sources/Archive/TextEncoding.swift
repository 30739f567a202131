/// Whether bytes are a text in UTF-8.
public enum TextEncoding {
    /// Line and column, both from 1 and the column in Unicode scalars, of the first byte that belongs to no character; nil where all do.
    ///
    /// O(bytes).
    public static func firstFault(in bytes: [UInt8]) -> (line: Int, column: Int)? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var (line, column) = (1, 1)
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar):
                if scalar.first == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) } else { column += 1 }
            case .error: return (line, column)
            case .emptyInput: return nil
            }
        }
    }
}
