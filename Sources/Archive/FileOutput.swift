#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writing whole files and the folders they stand in, for the site and the cache; never below an archive.
public enum FileOutput {
    /// What stands at a place.
    public enum Kind: Sendable {
        case nothing, file, folder, link, other
    }

    /// Looks what stands at a place; a symbolic link counts as such.
    public static func kind(of place: String) -> Kind { look(at: place).kind }

    /// What stands at a place, and the stamp of a file.
    public static func look(at place: String) -> (kind: Kind, stamp: FileStamp?) {
        var status = stat()
        guard lstat(place, &status) == 0 else { return (.nothing, nil) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return (.file, FileStamp(status))
        case S_IFDIR: return (.folder, nil)
        case S_IFLNK: return (.link, nil)
        default: return (.other, nil)
        }
    }

    /// Writes a file anew, with the folders above it; returns what failed, and nil where it went well.
    public static func create(_ place: String, _ bytes: UnsafeRawBufferPointer) -> FileFailure? {
        var descriptor = open(place, writing | O_TRUNC, 0o644)
        if descriptor < 0, errno == ENOENT {
            if let failure = makeFolders(above: place) { return failure }
            descriptor = open(place, writing | O_TRUNC, 0o644)
        }
        return finish(descriptor) { write(bytes, to: $0) }
    }

    /// Writes a file that everybody may read, whatever the process lets others do with its files, and returns its stamp; what stands at the
    /// place, be it a link, is removed first and never written through.
    public static func createPublic(_ place: String, _ bytes: UnsafeRawBufferPointer) throws(FileFailure) -> FileStamp {
        var descriptor = open(place, writing | O_EXCL, 0o644)
        if descriptor < 0, errno == EEXIST {
            guard unlink(place) == 0 else { throw FileFailure(errno) }
            descriptor = open(place, writing | O_EXCL, 0o644)
        }
        var status = stat()
        let failure = finish(descriptor) { descriptor in
            if let failure = write(bytes, to: descriptor) { return failure }
            guard fstat(descriptor, &status) == 0 else { return FileFailure(errno) }
            // Only where the process's mask has taken something away is there something to be done.
            if status.st_mode & 0o777 == 0o644 { return nil }
            return fchmod(descriptor, 0o644) == 0 && fstat(descriptor, &status) == 0 ? nil : FileFailure(errno)
        }
        if let failure { throw failure }
        return FileStamp(status) ?? .none
    }

    /// Makes a folder that everybody may read, and those above it that are missing; returns what failed.
    ///
    /// What is there by then, because another process was faster, is no failure.
    ///
    /// - Parameter making: told of each folder that was made, the uppermost first
    public static func makePublicFolder(_ place: String, making: (String) -> Void = { _ in }) -> FileFailure? {
        if mkdir(place, 0o755) != 0 {
            if errno == EEXIST { return nil }
            guard errno == ENOENT, let above = folder(above: place) else { return FileFailure(errno) }
            if let failure = makePublicFolder(above, making: making) { return failure }
            guard mkdir(place, 0o755) == 0 else { return errno == EEXIST ? nil : FileFailure(errno) }
        }
        making(place)
        return chmod(place, 0o755) == 0 ? nil : FileFailure(errno)
    }

    /// Moves a file over another; returns what failed.
    public static func move(_ place: String, to target: String) -> FileFailure? {
        rename(place, target) == 0 ? nil : FileFailure(errno)
    }

    /// Removes a file or a link; one that is gone already is no failure.
    public static func remove(_ place: String) -> FileFailure? {
        unlink(place) == 0 || errno == ENOENT ? nil : FileFailure(errno)
    }

    /// Removes a folder if it is empty; says whether it was.
    public static func removeEmptyFolder(_ place: String) -> Bool { rmdir(place) == 0 }

    private static let writing = O_WRONLY | O_CREAT | O_CLOEXEC

    /// Writes to an open file and closes it; a negative descriptor is one that could not be opened just now.
    private static func finish(_ descriptor: CInt, _ body: (CInt) -> FileFailure?) -> FileFailure? {
        guard descriptor >= 0 else { return FileFailure(errno) }
        let failure = body(descriptor)
        guard close(descriptor) == 0 else { return failure ?? FileFailure(errno) }
        return failure
    }

    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> FileFailure? {
        var rest = bytes
        while !rest.isEmpty {
            let count = systemWrite(descriptor, rest)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return FileFailure(count < 0 ? errno : ENOSPC) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return nil
    }

    /// Makes the folders above a file that are missing; returns what failed.
    static func makeFolders(above place: String) -> FileFailure? {
        guard let folder = folder(above: place), mkdir(folder, 0o755) != 0, errno != EEXIST else { return nil }
        guard errno == ENOENT else { return FileFailure(errno) }
        if let failure = makeFolders(above: folder) { return failure }
        return mkdir(folder, 0o755) == 0 || errno == EEXIST ? nil : FileFailure(errno)
    }

    private static func folder(above place: String) -> String? {
        guard let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")), slash > place.startIndex else { return nil }
        return String(place[..<slash])
    }
}

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
