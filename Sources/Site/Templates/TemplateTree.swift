import Archive

/// The tags of a template as they stand inside each other.
struct TemplateTree: Sendable {
    /// One tag with what stands inside it.
    struct Node: Sendable {
        var tag: TemplateTag
        var children: [Node]
    }

    /// The template's file, for messages.
    var file: String
    /// The outermost tags.
    var nodes: [Node]

    /// How many tags one template may have.
    ///
    /// The engine's time grows with the square of them. Those that ship have 60 at most.
    static let largest = 2_000
    /// How deeply tags may stand inside each other: the engine calls itself once for each level.
    static let deepest = 50

    /// Nests the tags of a template; sections that are never closed, or closed under another name, are problems, and so are more or
    /// deeper tags than the engine can take.
    static func parse(_ source: TemplateSource) -> (tree: TemplateTree, problems: [Problem]) {
        var (tags, problems) = TemplateScanner.scan(source)
        if let tag = firstTooDeep(in: tags) {
            let problem = Problem(
                .error, file: source.file, line: tag.line, column: tag.column,
                "\(tag.spelling) stands inside of more than \(deepest) others.", hint: "Nest them less deeply.")
            return (TemplateTree(file: source.file, nodes: []), [problem])
        }
        tags.reverse()
        let nodes = nest(&tags, inside: nil, file: source.file, problems: &problems)
        return (TemplateTree(file: source.file, nodes: nodes), problems)
    }

    private static func firstTooDeep(in tags: [TemplateTag]) -> TemplateTag? {
        var depth = 0
        return tags.first { tag in
            if tag.kind.opens { depth += 1 } else if tag.kind == .end { depth = max(0, depth - 1) }
            return depth > deepest
        }
    }

    /// Takes tags from the end of the list up to the one that closes `opener`.
    private static func nest(
        _ tags: inout [TemplateTag], inside opener: TemplateTag?, file: String, problems: inout [Problem]
    ) -> [Node] {
        var nodes: [Node] = []
        while let tag = tags.popLast() {
            switch tag.kind {
            case .text, .html, .partial:
                nodes.append(Node(tag: tag, children: []))
            case .section, .inverted, .parent, .block:
                nodes.append(Node(tag: tag, children: nest(&tags, inside: tag, file: file, problems: &problems)))
            case .end:
                if let opener, opener.name == tag.name { return nodes }
                problems.append(mismatch(tag, inside: opener, file: file))
                if opener != nil { return nodes }
            }
        }
        if let opener {
            problems.append(
                Problem(
                    .error, file: file, line: opener.line, column: opener.column, "\(opener.spelling) is never closed.",
                    hint: "Add {{/\(opener.name)}} where it should end."))
        }
        return nodes
    }

    private static func mismatch(_ tag: TemplateTag, inside opener: TemplateTag?, file: String) -> Problem {
        guard let opener else {
            return Problem(
                .error, file: file, line: tag.line, column: tag.column, "\(tag.spelling) closes nothing.",
                hint: "Remove it, or open {{#\(tag.name)}} before it.")
        }
        return Problem(
            .error, file: file, line: tag.line, column: tag.column,
            "\(tag.spelling) stands where \(opener.spelling) of line \(opener.line) should be closed.",
            hint: "Write {{/\(opener.name)}} first.")
    }
}

extension TemplateTree {
    /// The names of a template and of all it includes, at any depth.
    static func included(from name: String, in trees: [String: TemplateTree]) -> Set<String> {
        var (found, open): (Set<String>, [String]) = ([name], [name])
        while let next = open.popLast() {
            for tag in (trees[next]?.nodes ?? []).flatMap(\.tags) where tag.kind == .partial || tag.kind == .parent {
                if found.insert(tag.name).inserted { open.append(tag.name) }
            }
        }
        return found
    }

    /// Whether a template, or one it includes, includes itself or fills a block with a block of its name: the engine would never end.
    static func isEndless(_ name: String, in trees: [String: TemplateTree]) -> Bool {
        included(from: name, in: trees).contains { included in
            let tags = (trees[included]?.nodes ?? []).flatMap(\.tags)
            let isCircle = tags.contains {
                ($0.kind == .partial || $0.kind == .parent) && TemplateTree.included(from: $0.name, in: trees).contains(included)
            }
            return isCircle || (trees[included]?.nodes ?? []).contains { $0.fillsItself(in: trees) }
        }
    }

    /// Whether a template, or one it includes, fills the blocks of a template that is not there, so that nothing of it would be seen.
    static func hasLostParent(_ name: String, in trees: [String: TemplateTree]) -> Bool {
        included(from: name, in: trees).contains { included in
            (trees[included]?.nodes ?? []).flatMap(\.tags).contains { $0.kind == .parent && trees[$0.name] == nil }
        }
    }
}

extension TemplateTree.Node {
    /// The tag and all that stand inside it.
    fileprivate var tags: [TemplateTag] { [tag] + children.flatMap(\.tags) }

    /// Whether a block of the same name stands in a block, or in what is included there.
    fileprivate func fillsItself(in trees: [String: TemplateTree]) -> Bool {
        if children.contains(where: { $0.fillsItself(in: trees) }) { return true }
        guard tag.kind == .block else { return false }
        let inside = children.flatMap(\.tags)
        let included = inside.filter { $0.kind == .partial || $0.kind == .parent }.reduce(into: Set<String>()) {
            $0.formUnion(TemplateTree.included(from: $1.name, in: trees))
        }
        let blocks = inside + included.flatMap { (trees[$0]?.nodes ?? []).flatMap(\.tags) }
        return blocks.contains { $0.kind == .block && $0.name == tag.name }
    }
}
