import Archive
import Testing

@testable import Comparisons

@Suite struct AlignmentTests {
    private func list(_ names: [String], tags: [[String]]? = nil) -> BenchmarkList {
        BenchmarkList(
            names: names, tags: tags ?? names.map { _ in [] }, units: names.map { _ in Archive.Sample.Unit.second })
    }

    @Test func `common benchmarks stand in the baseline's order, the others by name`() {
        let alignment = Alignment(
            base: list(["d", "b", "x", "a", "w"], tags: [["m"], ["m", "k", "m"], [], ["é", "k"], ["w"]]),
            head: list(["a", "b", "z", "d", "y"]), excluded: ["b", "z"])
        #expect(alignment.places.map(\.base) == [0, 1, 3])
        #expect(alignment.places.map(\.head) == [3, 1, 0])
        #expect(alignment.names == ["d", "b", "a"])
        #expect(alignment.isExcluded == [false, true, false])
        #expect(alignment.orderByName == [2, 1, 0])
        #expect(alignment.tags == ["k", "m", "é"])
        #expect(alignment.tagsOfRow.map { $0.sorted() } == [[1], [0, 1], [0, 2]])
        #expect(alignment.missing == ["w", "x"])
        #expect(alignment.new == ["y", "z"])
    }

    @Test func `of a name that comes twice each in the baseline meets the first of the head`() {
        let alignment = Alignment(base: list(["b", "a", "b"]), head: list(["b", "a", "b"]), excluded: [])
        #expect(alignment.places.map(\.head) == [0, 1, 0])
        #expect(alignment.orderByName == [1, 0, 2])
    }

    @Test func `a name whose values count another thing is another benchmark`() {
        func list(_ units: [Archive.Sample.Unit]) -> BenchmarkList {
            BenchmarkList(names: ["a", "b"], tags: [[], []], units: units)
        }
        let alignment = Alignment(base: list([.second, .second]), head: list([.second, .byte]), excluded: [])
        #expect(alignment.names == ["a"])
        #expect(alignment.missing == ["b"])
        #expect(alignment.new == ["b"])
    }

    @Test func `names that are spelled otherwise are others, whichever comes first`() {
        let (composed, decomposed) = ("nb\u{F3}dy", "nbo\u{301}dy")
        for names in [[composed, decomposed, "x"], [decomposed, composed, "x"]] {
            let alignment = Alignment(
                base: list(names, tags: [[composed, decomposed], [decomposed], []]), head: list([composed, "x"]), excluded: [])
            #expect(alignment.names.count == 2 && alignment.names[0].isSame(as: composed))
            #expect(alignment.missing.count == 1 && alignment.missing[0].isSame(as: decomposed))
            #expect(alignment.new == [])
            #expect(alignment.tags.count <= 2)
        }
        var lists = BenchmarkLists()
        let first = list([composed])
        #expect(lists.shared(first) === first)
        #expect(lists.shared(list([decomposed])) !== first)
        #expect(lists.shared(list([composed])) === first)
    }

    @Test func `lists are aligned once, and never taken for others`() throws {
        let alignments = Alignments(excluded: [])
        func pair() throws -> Pair {
            let digest = try MadeRun(samples: [Archive.Sample(benchmark: "a", values: [1])]).digest()
            return Pair(label: "base", head: digest, base: digest)
        }
        let first = try pair()
        #expect(alignments.alignment(of: first) === alignments.alignment(of: first))
        // Lists that come and go may stand in the same memory.
        let all = try (0..<100).map { _ in alignments.alignment(of: try pair()) }
        #expect(Set(all.map(ObjectIdentifier.init)).count == 100)
    }

    @Test func `runs with the same benchmarks share one list`() {
        var lists = BenchmarkLists()
        let first = list(["a", "b"])
        #expect(lists.shared(first) === first)
        #expect(lists.shared(list(["a", "b"])) === first)
        #expect(lists.shared(first) === first)
        let others = [list(["b", "a"]), list(["a", "b"], tags: [["x"], []]), list(["a"]), list([])]
        for other in others { #expect(lists.shared(other) === other) }
        // Lists that come and go may stand in the same memory.
        for index in 0..<200 {
            _ = lists.shared(list(["a", "b"]))
            #expect(lists.shared(list(["\(index)"])).names == ["\(index)"])
        }
    }
}
