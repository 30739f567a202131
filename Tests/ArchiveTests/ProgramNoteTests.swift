import Testing

@testable import Archive

@Suite struct ProgramNoteTests {
    /// A program of 64 bits with one header of notes, behind which they stand.
    private func program(_ notes: [UInt8], length: UInt8? = nil) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 64 + 56)
        bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
        bytes[32] = 64
        bytes[54] = 56
        bytes[56] = 1
        bytes[64] = 4
        bytes[64 + 8] = 120
        bytes[64 + 32] = length ?? UInt8(notes.count)
        return bytes + notes
    }

    private let other: [UInt8] = [4, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0] + Array("GNU\0".utf8) + [7, 7, 7, 0]
    private let hash: [UInt8] = [4, 0, 0, 0, 8, 0, 0, 0, 3, 0, 0, 0] + Array("GNU\0".utf8) + [1, 2, 3, 4, 5, 6, 7, 8]

    private func note(in program: [UInt8]) -> [UInt8]? {
        program.withUnsafeBytes { ProgramNote.note(in: $0).map(Array.init) }
    }

    @Test func `the linker's hash is found among other notes`() {
        #expect(note(in: program(hash)) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(note(in: program(other + hash)) == [1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test func `what is no program, and a program without the note, has no hash`() {
        #expect(note(in: []) == nil)
        #expect(note(in: Array("#!/bin/sh\n".utf8) + [UInt8](repeating: 10, count: 100)) == nil)
        #expect(note(in: program(other)) == nil)
        #expect(ProgramNote.hash(of: "/no/such/program") == nil)
    }

    @Test func `a program that is cut off anywhere, or says anything of its lengths, is read without harm`() {
        let whole = program(other + hash)
        for count in 0..<whole.count { #expect(note(in: Array(whole.prefix(count))) == nil) }
        for place in whole.indices {
            var wrong = whole
            wrong[place] = 0xFF
            _ = note(in: wrong)
        }
    }

    @Test func `the first bytes of a file can be read alone`() throws {
        var buffer = FileBuffer()
        try buffer.read(#filePath, upTo: 6)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "import")
    }
}
