/// What the linker noted of a program: a hash of all that it linked.
///
/// A program is tens of megabytes, and to hash it takes a tenth of the time of a small build; the note stands at its start. Programs of
/// Linux have it where their linker writes one, as it does unless it is told otherwise.
public enum ProgramNote {
    /// The linker's hash in a program's file, as a hash like that of a file; nil where the file is none, or has no such note.
    public static func hash(of path: String) -> ContentHash? {
        var buffer = FileBuffer()
        do {
            try buffer.read(path, upTo: 1 << 16)
        } catch {
            return nil
        }
        return note(in: buffer.bytes).map { ContentHash(of: $0) }
    }

    /// The note in the first bytes of a program.
    ///
    /// Source: Tool Interface Standard, Executable and Linking Format, version 1.2, and its form for 64 bits.
    static func note(in program: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let (longWords, littleEnd): (UInt8, UInt8) = (2, 1)
        guard program.count >= 64, program.starts(with: [0x7F, 0x45, 0x4C, 0x46, longWords, littleEnd]) else { return nil }
        let table = program.number(at: 32, as: UInt64.self)
        let (size, count) = (program.number(at: 54, as: UInt16.self), program.number(at: 56, as: UInt16.self))
        for index in 0..<(count ?? 0) {
            guard let table, let size else { return nil }
            let header = table + size * index
            // Kind 4 holds notes.
            guard program.number(at: header, as: UInt32.self) == 4, let start = program.number(at: header + 8, as: UInt64.self),
                let length = program.number(at: header + 32, as: UInt64.self)
            else { continue }
            if let note = note(in: program, from: start, to: start + length) { return note }
        }
        return nil
    }

    /// Looks through notes one after the other: each has the lengths of its name and its content, its kind, and then both.
    private static func note(in program: UnsafeRawBufferPointer, from start: Int, to end: Int) -> UnsafeRawBufferPointer? {
        var place = start
        while place + 12 <= end, let nameLength = program.number(at: place, as: UInt32.self),
            let length = program.number(at: place + 4, as: UInt32.self), let kind = program.number(at: place + 8, as: UInt32.self)
        {
            let content = place + 12 + padded(nameLength)
            // The linker's hash is the third kind of the notes by the name GNU.
            if kind == 3, nameLength == 4, length >= 8, content + length <= program.count,
                program[(place + 12)..<(place + 16)].elementsEqual("GNU\0".utf8)
            {
                return UnsafeRawBufferPointer(rebasing: program[content..<(content + length)])
            }
            place = content + padded(length)
        }
        return nil
    }

    private static func padded(_ length: Int) -> Int { (length + 3) & ~3 }
}

extension UnsafeRawBufferPointer {
    /// A whole number in little-endian order; nil where there are too few bytes, or it would not leave room to count on from it.
    fileprivate func number<Number: FixedWidthInteger>(at place: Int, as kind: Number.Type) -> Int? {
        guard place >= 0, place + MemoryLayout<Number>.size <= count else { return nil }
        let number = Number(littleEndian: loadUnaligned(fromByteOffset: place, as: Number.self))
        return number <= UInt32.max ? Int(number) : nil
    }
}
