import CMark

/// libcmark's tree of one document.
///
/// The only file that touches C: nodes are named by their place in `blocks`, never by address.
///
/// Each tree stands alone, so trees can be made and rendered in parallel.
struct CMarkTree: ~Copyable {
    /// A block that may need more than libcmark does with it.
    struct Block {
        enum Kind: Equatable { case paragraph, heading(level: Int), rawHTML }

        let kind: Kind
        /// Lines are counted from 0, the end is the last line.
        let startLine: Int, endLine: Int
        /// How many bytes of the first line stand before the block.
        let startOffset: Int
        /// The innermost of `containers` around the block.
        let container: Int?
    }

    /// A block quote or list item: what may put a prefix before the lines in it.
    struct Container {
        enum Kind { case quote, item }

        let kind: Kind
        let startLine: Int
        let parent: Int?
    }

    /// The library's own word for its version.
    static var libraryVersion: String { String(cString: cmark_version_string()) }

    private let root: OpaquePointer?
    private var nodes: [OpaquePointer] = []
    /// Headings, raw HTML and paragraphs of more than one line, in the order of the text.
    private(set) var blocks: [Block] = []
    private(set) var containers: [Container] = []

    /// Parses UTF-8 as CommonMark.
    ///
    /// Never fails; bytes that are not UTF-8 pass through.
    init(_ bytes: [UInt8]) {
        root = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
        }
        collectBlocks()
    }

    deinit {
        if let root { cmark_node_free(root) }
    }

    /// Whether the text is one paragraph or nothing: that is, whether its first line starts no other block.
    var isOnlyText: Bool {
        guard let first = cmark_node_first_child(root) else { return true }
        return cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH
    }

    /// Puts markup in the place of a block.
    ///
    /// The block's own node and text are gone then.
    mutating func replace(_ block: Int, with markup: [UInt8]) {
        guard let node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
        // libcmark takes C strings: the markup ends at the first zero byte, and has none before it.
        let terminated = markup + [0]
        terminated.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { _ = cmark_node_set_on_enter(node, $0.baseAddress) }
        }
        if cmark_node_replace(nodes[block], node) == 1 {
            cmark_node_free(nodes[block])
            nodes[block] = node
        } else {
            cmark_node_free(node)
        }
    }

    /// What a heading holds: its text without markup, a line end in it as a space, and the HTML between its tags.
    func content(ofHeading block: Int) -> (text: String, html: [UInt8]) {
        if let text = barePlainText(of: nodes[block]) {
            var html: [UInt8] = []
            HTMLEscaping.append(text.indices, of: text, to: &html)
            return (String(decoding: text, as: UTF8.self), html)
        }
        // libcmark writes `<h1>…</h1>` and a line end.
        return (plainText(of: block), Array(html(of: block).dropFirst("<h1>".utf8.count).dropLast("</h1>\n".utf8.count)))
    }

    /// The text of a block without its markup; a line end in it is a space.
    private func plainText(of block: Int) -> String {
        var text = ""
        Self.forEachNode(in: nodes[block]) { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE:
                if let literal = cmark_node_get_literal(node) { text += String(cString: literal) }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
        return text
    }

    /// Puts its own text in the place of each piece of raw HTML in a line.
    func showMarkup() {
        Self.forEachNode(in: root) { node in
            guard cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE, let text = cmark_node_new(CMARK_NODE_TEXT) else { return }
            cmark_node_set_literal(text, cmark_node_get_literal(node))
            if cmark_node_replace(node, text) == 1 { cmark_node_free(node) } else { cmark_node_free(text) }
        }
    }

    /// Replaces the destination of each link.
    ///
    /// Images and their sources stay.
    func mapLinks(_ destination: (String) -> String) {
        Self.forEachNode(in: root) { node in
            guard cmark_node_get_type(node) == CMARK_NODE_LINK, let url = cmark_node_get_url(node) else { return }
            let old = String(cString: url)
            let new = destination(old)
            if new != old { cmark_node_set_url(node, new) }
        }
    }

    /// The whole document as HTML, without raw HTML and unsafe links.
    func html() -> [UInt8] { Self.render(root) { [UInt8]($0) } ?? [] }

    /// One block as HTML.
    private func html(of block: Int) -> [UInt8] { Self.render(nodes[block]) { [UInt8]($0) } ?? [] }
}

extension CMarkTree {
    /// Hands each node to `body`, a parent before its children; one that has none may be replaced and freed there.
    private static func forEachNode(in root: OpaquePointer?, _ body: (OpaquePointer?) -> Void) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_DONE: return
            case CMARK_EVENT_ENTER: body(cmark_iter_get_node(iterator))
            default: break
            }
        }
    }

    private static func render<Result>(_ node: OpaquePointer?, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        guard let rendered = cmark_render_html(node, CMARK_OPT_DEFAULT) else { return nil }
        defer { free(rendered) }
        return body(UnsafeRawBufferPointer(start: rendered, count: strlen(rendered)))
    }

    /// The bytes of a node that holds nothing but text, as most headings do; quicker than an iterator and a renderer.
    private func barePlainText(of node: OpaquePointer) -> [UInt8]? {
        var text: [UInt8] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            guard cmark_node_get_type(child) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(child) else { return nil }
            text.append(contentsOf: UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
            next = cmark_node_next(child)
        }
        return text
    }

    private mutating func collectBlocks() {
        var next = cmark_node_first_child(root)
        var container: Int?
        while let node = next {
            let entersNode = enter(node, in: &container)
            if entersNode, let child = cmark_node_first_child(node) {
                next = child
                continue
            }
            if entersNode { leave(node, from: &container) }
            next = cmark_node_next(node)
            var parent = cmark_node_parent(node)
            while next == nil, let above = parent, above != root {
                leave(above, from: &container)
                next = cmark_node_next(above)
                parent = cmark_node_parent(above)
            }
        }
    }

    /// Notes a node; whether its children are to be noted as well.
    private mutating func enter(_ node: OpaquePointer, in container: inout Int?) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: open(.quote, node, in: &container)
        case CMARK_NODE_ITEM: open(.item, node, in: &container)
        case CMARK_NODE_LIST: break
        case CMARK_NODE_PARAGRAPH:
            if cmark_node_get_end_line(node) > cmark_node_get_start_line(node) { note(.paragraph, node, in: container) }
            return false
        case CMARK_NODE_HEADING:
            note(.heading(level: Int(cmark_node_get_heading_level(node))), node, in: container)
            return false
        case CMARK_NODE_HTML_BLOCK:
            note(.rawHTML, node, in: container)
            return false
        default:
            return false
        }
        return true
    }

    private mutating func open(_ kind: Container.Kind, _ node: OpaquePointer, in container: inout Int?) {
        containers.append(Container(kind: kind, startLine: Int(cmark_node_get_start_line(node)) - 1, parent: container))
        container = containers.count - 1
    }

    private func leave(_ node: OpaquePointer, from container: inout Int?) {
        guard cmark_node_get_type(node) != CMARK_NODE_LIST, let current = container else { return }
        container = containers[current].parent
    }

    private mutating func note(_ kind: Block.Kind, _ node: OpaquePointer, in container: Int?) {
        nodes.append(node)
        blocks.append(
            Block(
                kind: kind, startLine: Int(cmark_node_get_start_line(node)) - 1, endLine: Int(cmark_node_get_end_line(node)) - 1,
                startOffset: Int(cmark_node_get_start_column(node)) - 1, container: container))
    }
}
