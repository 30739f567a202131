#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The file of one record, which any number of tasks and processes may write at once.
///
/// It is written beside its place, always under the same name, and then moved there. Whoever writes holds the lock of that other file; it
/// ends with the process, so what a process left that was ended by force is taken over by the next one.
struct RecordFile {
    let place: String

    /// Puts these bytes there, unless somebody else is just writing the file, or they cannot be written: then nothing changes.
    func replace(with bytes: UnsafeRawBufferPointer) {
        let temporary = "\(place).new"
        let descriptor = opened(temporary)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // A file system without locks may leave a record of mixed bytes, which its hash gives away.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return }
        guard FolderLock.isSame(descriptor, temporary) else { return }
        let isWritten = ftruncate(descriptor, 0) == 0 && FileOutput.write(bytes, to: descriptor) == nil
        if !isWritten || rename(temporary, place) != 0 { unlink(temporary) }
    }

    private func opened(_ path: String) -> CInt {
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
        let descriptor = open(path, flags, 0o644)
        guard descriptor < 0, errno == ENOENT, FileOutput.makeFolders(above: path) == nil else { return descriptor }
        return open(path, flags, 0o644)
    }
}
