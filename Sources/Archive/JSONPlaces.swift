/// Where the values of some paths stand in a JSON text: the paths as a tree, each of whose nodes learns its offset in one walk.
struct JSONPlaces {
    /// A path that is wanted, or the beginning of one.
    struct Node: Hashable { fileprivate let index: Int }

    private struct Entry {
        let parent: Int?
        var children: [JSONPath.Step: Int] = [:]
        var offset: Int?
        /// How often the walk came here, and how often it had come to the parent when it came here last.
        ///
        /// Of two members with one key the last counts, as in the parser: what was found in the first is then outdated.
        var visits = 0
        var parentVisits = 0
    }

    private var entries = [Entry(parent: nil)]

    /// The document as a whole.
    let root = Node(index: 0)

    /// Wants one more path.
    ///
    /// O(steps).
    mutating func want(_ path: JSONPath) -> Node {
        var index = root.index
        for step in path.steps {
            if let child = entries[index].children[step] {
                index = child
            } else {
                entries.append(Entry(parent: index))
                entries[index].children[step] = entries.count - 1
                index = entries.count - 1
            }
        }
        return Node(index: index)
    }

    /// The node one step further; nil where nothing there is wanted.
    func node(behind node: Node, _ step: JSONPath.Step) -> Node? { entries[node.index].children[step].map(Node.init) }

    /// Learns that the value of a node begins at an offset.
    mutating func note(_ offset: Int, for node: Node) {
        entries[node.index].offset = offset
        entries[node.index].visits += 1
        entries[node.index].parentVisits = entries[node.index].parent.map { entries[$0].visits } ?? 0
    }

    /// The offset of a node's value, and whether it is its own: what is missing has no place, what it is missing from has.
    func nearest(to node: Node) -> (offset: Int, isOwn: Bool)? {
        var index: Int? = node.index
        while let current = index {
            if isFound(current), let offset = entries[current].offset { return (offset, current == node.index) }
            index = entries[current].parent
        }
        return nil
    }

    private func isFound(_ index: Int) -> Bool {
        var current = index
        guard entries[current].offset != nil else { return false }
        while let parent = entries[current].parent {
            guard entries[current].parentVisits == entries[parent].visits else { return false }
            current = parent
        }
        return true
    }
}
