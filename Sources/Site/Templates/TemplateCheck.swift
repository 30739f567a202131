import Archive
import Markdown

/// Holds every tag of a page's template, and of the templates it includes, against the view that fills it.
///
/// The template engine renders an unknown name as nothing; here it is a problem with its place and, where there is one, the name that
/// was meant.
struct TemplateCheck {
    /// A block's filling, with the template it is written in.
    private struct Filling {
        var nodes: [TemplateTree.Node]
        var file: String
    }

    /// Where the walk is: the template, the values a name is looked up in (innermost last), the fillings of blocks, the templates around.
    private struct Place {
        var file: String
        var scopes: [ViewShape]
        var fillings: [String: Filling] = [:]
        var including: [String] = []
        var filling: [String] = []
    }

    /// How many tags a page's template may come to with all that it includes: a few that include each other twice would have no end.
    static let largest = 20_000

    private let trees: [String: TemplateTree]
    /// What is wrong, in the order of the walk.
    private(set) var problems: [Problem] = []
    private var count = 0

    /// Whether the template comes to more tags than the engine can fill in a short time.
    var isTooLarge: Bool { count > TemplateCheck.largest }

    /// Checks one page's template against its view's shape.
    init(of template: String, view: ViewShape, trees: [String: TemplateTree]) {
        self.trees = trees
        guard let tree = trees[template] else { return }
        walk(tree.nodes, Place(file: tree.file, scopes: [view], including: [template]))
        guard isTooLarge else { return }
        problems = [
            Problem(
                .error, file: tree.file,
                "The template comes to more than \(TemplateCheck.largest) tags with all that it includes.",
                hint: "Look for templates that include others many times, or deeply.")
        ]
    }

    private mutating func walk(_ nodes: [TemplateTree.Node], _ place: Place) {
        for node in nodes {
            count += 1
            guard !isTooLarge else { return }
            switch node.tag.kind {
            case .text, .html: checkValue(node.tag, place)
            case .section, .inverted: checkSection(node, place)
            case .partial: include(node.tag, place)
            case .parent: fill(node, place)
            case .block:
                let filling = place.fillings[node.tag.name] ?? Filling(nodes: node.children, file: place.file)
                guard !place.filling.contains(node.tag.name) else {
                    report(
                        node.tag, place, "\(node.tag.spelling) stands inside of its own filling.",
                        hint: "Name one of the two otherwise.")
                    continue
                }
                var inner = place
                inner.file = filling.file
                inner.filling.append(node.tag.name)
                walk(filling.nodes, inner)
            case .end: break
            }
        }
    }

    private mutating func checkValue(_ tag: TemplateTag, _ place: Place) {
        guard let property = find(tag, place) else { return }
        switch (property.wrapped, tag.kind) {
        case (.html, .text):
            report(tag, place, "\(tag.name) is HTML and would be shown as its source.", hint: "Write {{{\(tag.name)}}}.")
        case (.text, .html):
            report(tag, place, "\(tag.name) is plain text and would go in unescaped.", hint: "Write {{\(tag.name)}}.")
        case (.text, _), (.html, _), (.unknown, _): break
        case (.flag, _), (.list, _), (.view, _), (.optional, _):
            report(
                tag, place, "\(tag.name) has no text of its own.",
                hint: "Open a section with {{#\(tag.name)}} and close it with {{/\(tag.name)}}.")
        }
    }

    private mutating func checkSection(_ node: TemplateTree.Node, _ place: Place) {
        guard let property = find(node.tag, place) else {
            // The engine takes an unknown name for an empty one.
            if node.tag.kind == .inverted { walk(node.children, place) }
            return
        }
        var inner = place
        switch property.wrapped {
        case .list(let element) where node.tag.kind == .section: inner.scopes.append(element)
        case .view(let shape) where node.tag.kind == .section: inner.scopes.append(shape)
        case .text, .html:
            guard case .optional = property else {
                report(
                    node.tag, place, "\(node.tag.name) is always there, so a section on it says nothing.",
                    hint: "Write {{\(node.tag.name)}}.")
                walk(node.children, place)
                return
            }
            if node.tag.kind == .section { inner.scopes.append(ViewShape(textOf: property.wrapped)) }
        case .flag, .list, .view, .optional, .unknown: break
        }
        walk(node.children, inner)
    }

    private mutating func include(_ tag: TemplateTag, _ place: Place) {
        guard let tree = template(tag, place) else { return }
        var inner = place
        inner.file = tree.file
        inner.including.append(tag.name)
        walk(tree.nodes, inner)
    }

    private mutating func fill(_ node: TemplateTree.Node, _ place: Place) {
        guard let tree = template(node.tag, place) else { return }
        var inner = place
        inner.file = tree.file
        inner.including.append(node.tag.name)
        for block in node.children {
            guard block.tag.kind == .block else {
                report(
                    block.tag, place, "\(block.tag.spelling) stands outside a block.", hint: "Put it inside {{$main}}…{{/main}}.")
                continue
            }
            guard Self.blocks(of: tree.nodes).contains(block.tag.name) else {
                reportUnknown(block.tag, place, "\(tree.file) has no block named", among: Self.blocks(of: tree.nodes).sorted())
                continue
            }
            // The filling of the outermost template wins, as in the engine.
            if inner.fillings[block.tag.name] == nil {
                inner.fillings[block.tag.name] = Filling(nodes: block.children, file: place.file)
            }
        }
        walk(tree.nodes, inner)
    }

    private static func blocks(of nodes: [TemplateTree.Node]) -> Set<String> {
        nodes.reduce(into: []) { names, node in
            if node.tag.kind == .block { names.insert(node.tag.name) }
            names.formUnion(blocks(of: node.children))
        }
    }

    private mutating func template(_ tag: TemplateTag, _ place: Place) -> TemplateTree? {
        guard let tree = trees[tag.name] else {
            reportUnknown(tag, place, "There is no template named", among: trees.keys.sorted())
            return nil
        }
        guard !place.including.contains(tag.name) else {
            report(tag, place, "\(tag.spelling) includes the template inside itself, without end.", hint: "Remove it.")
            return nil
        }
        guard place.including.count < TemplateTree.deepest else {
            count = TemplateCheck.largest + 1
            return nil
        }
        return tree
    }

    /// Looks a name up as the engine does: its first part from the innermost value outwards, the others each in the one before.
    private mutating func find(_ tag: TemplateTag, _ place: Place) -> ViewShape.Property? {
        if tag.name == "." { return place.scopes.last?.itself }
        var parts = tag.name.split(separator: ".").map(String.init)[...]
        let first = parts.removeFirst()
        guard var property = place.scopes.reversed().lazy.compactMap({ $0.properties[first] }).first else {
            reportUnknown(tag, place, "The view has no property named", part: first, among: place.scopes.flatMap(\.names))
            return nil
        }
        for part in parts {
            guard case .view(let shape) = property.wrapped, let next = shape.properties[part] else {
                var names: [String] = []
                if case .view(let shape) = property.wrapped { names = shape.names }
                reportUnknown(tag, place, "\(tag.name): there is no property named", part: part, among: names)
                return nil
            }
            property = next
        }
        return property
    }

    private mutating func reportUnknown(
        _ tag: TemplateTag, _ place: Place, _ message: String, part: String? = nil, among names: [String]
    ) {
        let name = part ?? tag.name
        let hint =
            if let nearest = NearestName.nearest(to: name, among: names) {
                "Did you mean \(nearest)?"
            } else if names.isEmpty {
                "Nothing can be asked of it here."
            } else {
                "Known here: \(Set(names).sorted().joined(separator: ", "))."
            }
        report(tag, place, "\(message) \(name).", hint: hint)
    }

    private mutating func report(_ tag: TemplateTag, _ place: Place, _ message: String, hint: String) {
        problems.append(Problem(.error, file: place.file, line: tag.line, column: tag.column, message, hint: hint))
    }
}
