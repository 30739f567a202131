import Testing

@testable import Site

/// The notes below a table.
@Suite struct NotesTests {
    @Test func `a note is marked as browsers count with letters`() {
        #expect([1, 2, 26, 27, 52, 53, 702, 703].map(Notes.mark) == ["a", "b", "z", "aa", "az", "ba", "zz", "aaa"])
    }

    @Test func `a note that is asked for again keeps its mark`() {
        var notes = Notes()
        #expect(notes.numbers(of: ["one", "two"]) == [1, 2])
        #expect(notes.numbers(of: ["three", "one"]) == [1, 3])
        #expect(
            notes.html?.text == """
                <ol class="notes" type="a" aria-label="Notes">
                <li id="note-1">one</li>
                <li id="note-2">two</li>
                <li id="note-3">three</li>
                </ol>
                """)
    }
}
