import Archive
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writes the files of a site; the only type that writes to the disk.
///
/// A file whose bytes are there already is left alone, so that it keeps its time. A new file is written beside its place and then
/// moved there, so that a reader never sees half of it.
public final class SiteWriter: Sendable {
    private let folder: String
    private let counts = Mutex(Counts())

    /// How many files there are, and how many of them had to be written.
    public struct Counts: Sendable {
        /// All files of the site so far.
        public var files = 0
        /// Those that were not there, or had other bytes.
        public var written = 0
    }

    /// Makes a writer of the site in a folder, which need not exist yet.
    public init(folder: String) { self.folder = folder }

    /// What was done so far.
    public var done: Counts { counts.withLock { $0 } }

    /// Writes a page where its bytes differ from what is there.
    public func write(_ page: Page) throws(Problem) {
        var text = page.text
        let result = text.withUTF8 { bytes in write(UnsafeRawBufferPointer(bytes), to: page.path) }
        if let failure = result { throw failure }
    }

    /// Writes some bytes where they differ from what is there.
    public func write(_ bytes: [UInt8], to path: SitePath) throws(Problem) {
        if let failure = bytes.withUnsafeBytes({ write($0, to: path) }) { throw failure }
    }

    /// The text of a file that is in the site already; nil where there is none.
    public func text(at path: SitePath) -> String? { FileContents.text(at: place(path)) }

    private func place(_ path: SitePath) -> String { "\(folder)/\(path.text)" }

    private func write(_ bytes: UnsafeRawBufferPointer, to path: SitePath) -> Problem? {
        let place = place(path)
        let isThere = FileContents.equal(place, bytes)
        if !isThere {
            let temporary = "\(place).new"
            if let reason = SiteWriter.create(temporary, bytes) ?? SiteWriter.move(temporary, to: place) {
                return Problem(
                    .error, file: place, "The file cannot be written: \(reason).",
                    hint: "Is there room, and may you write to the folder?")
            }
        }
        counts.withLock { counts in
            counts.files += 1
            counts.written += isThere ? 0 : 1
        }
        return nil
    }

    private static func create(_ place: String, _ bytes: UnsafeRawBufferPointer) -> String? {
        var descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor < 0, errno == ENOENT {
            makeFolders(above: place)
            descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        defer { close(descriptor) }
        var rest = bytes
        while !rest.isEmpty {
            let count = systemWrite(descriptor, rest)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(cString: strerror(errno)) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return nil
    }

    private static func move(_ place: String, to target: String) -> String? {
        rename(place, target) == 0 ? nil : String(cString: strerror(errno))
    }

    /// Makes the folders above a file; where one cannot be made, opening the file says why.
    private static func makeFolders(above place: String) {
        var end = place.startIndex
        while let slash = place[place.index(after: end)...].firstIndex(of: "/") {
            mkdir(String(place[..<slash]), 0o755)
            end = slash
        }
    }
}

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
