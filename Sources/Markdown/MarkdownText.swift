/// Writing plain text so that Markdown reads it as that text.
public enum MarkdownText {
    /// Text as inline Markdown: nothing in it is taken for markup, also at the start of a line or in a table's cell.
    ///
    /// A backslash goes before each sign that could mean something. An underscore between ASCII letters and digits cannot, and stays
    /// bare, so that names stay readable. A line end is written as a space: inline text is one line.
    public static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\\", "`", "*", "[", "]", "<", "&", "|", "~", "$":
                result += "\\"
            case "_":
                if !isInsideWord(index, of: scalars) { result += "\\" }
            case "#", ">", "-", "+", "=", ":":
                if index == 0 { result += "\\" }
            case ".", ")":
                if isAfterLeadingNumber(index, of: scalars) { result += "\\" }
            case "\n", "\r":
                result += " "
                continue
            default:
                break
            }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// A name inside a line of Markdown, shown as it is, and written as it is where nothing in it could mean something.
    ///
    /// Only what libcmark takes for markup in the midst of a line gets its backslash. A line end becomes a space, and a control character
    /// U+FFFD, which no page may hold.
    public static func name(_ name: String) -> String {
        var text = TextBytes()
        text.append(name: name)
        return String(text)
    }

    /// A link that shows `text` and leads to `destination`; neither can end it early or add markup.
    ///
    /// What cannot stand in a destination is percent-encoded; percent signs stay, so an encoded destination is not encoded twice.
    public static func link(_ text: String, to destination: String) -> String {
        var link = "[" + escaped(text) + "]("
        for byte in destination.utf8 {
            switch byte {
            case UInt8(ascii: "&"):
                link += "&amp;"
            case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "\""):
                let digits = String(byte, radix: 16, uppercase: true)
                link += byte < 16 ? "%0" + digits : "%" + digits
            default:
                link.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return link + ")"
    }

    private static func isInsideWord(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        var before = index - 1
        while before >= 0, scalars[before] == "_" { before -= 1 }
        var after = index + 1
        while after < scalars.count, scalars[after] == "_" { after += 1 }
        return before >= 0 && after < scalars.count && isWordASCII(scalars[before]) && isWordASCII(scalars[after])
    }

    private static func isWordASCII(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func isAfterLeadingNumber(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        (1...9).contains(index) && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
    }
}
