import Testing

/// One shell block of the README: the text between a line "```sh" and the next "```".
struct ReadmeBlock: Sendable, CustomTestStringConvertible {
    /// The line of the README on which the block's first command stands, counted from 1.
    var line: Int
    /// The commands, each with its line end.
    var text: String

    var testDescription: String { "README.md:\(line)" }

    /// All shell blocks of a Markdown text, in order.
    ///
    /// A block that is never closed runs to the end.
    static func all(in markdown: String) -> [ReadmeBlock] {
        var blocks: [ReadmeBlock] = []
        var open: ReadmeBlock?
        for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if var block = open {
                if line == "```" {
                    blocks.append(block)
                    open = nil
                } else {
                    block.text += line + "\n"
                    open = block
                }
            } else if line == "```sh" {
                open = ReadmeBlock(line: index + 2, text: "")
            }
        }
        if let open { blocks.append(open) }
        return blocks
    }
}
