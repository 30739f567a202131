import Archive
import Foundation

// MARK: - The end of a build

extension SiteWriter {
    /// Ends a build: puts every file in its place, removes what an earlier build wrote and this one did not, and writes the manifest.
    ///
    /// A file that somebody changed since is not the tool's any more: it stays, with a note.
    public func finish(fingerprint: ContentHash, comparisons: Int, problems: [Problem]) throws(Problem) -> [Problem] {
        let files = state.withLock(\.files)
        return try seal(
            Manifest(fingerprint: fingerprint, comparisons: comparisons, problems: problems, files: files), removesLeftOvers: true
        )
    }

    /// Ends a part of a build: what was written is noted beside what was there before, and nothing is removed.
    public func finishPart() throws(Problem) {
        if let failure { throw failure }
        guard journal.isThere else { return }
        let files = made.merging(state.withLock(\.files)) { _, newer in newer }
        _ = try seal(
            Manifest(fingerprint: Manifest.unfinished, comparisons: 0, problems: [], files: files), removesLeftOvers: false)
    }

    /// The manifest is written first, so that there is room for everything before anything of the old site goes; it takes its place
    /// last, when what it says is so.
    private func seal(_ manifest: Manifest, removesLeftOvers: Bool) throws(Problem) -> [Problem] {
        if let failure = begin() { throw failure }
        defer { state.withLock { $0.underway -= 1 } }
        let (path, isNew) = (Manifest.path.text, manifest != old)
        if isNew {
            var text = manifest.text
            if let failure = text.withUTF8({ folder.prepare(path, UnsafeRawBufferPointer($0)) }) { throw fail(failure) }
        } else {
            folder.discard(path)
        }
        if let failure = publish() { throw fail(failure) }
        let notes = removeTemporaries() + (removesLeftOvers ? removeLeftOvers(but: manifest.files) : [])
        if isNew, let failure = folder.putInPlace(path) { throw fail(failure) }
        if let failure = journal.remove() { throw fail(failure) }
        return notes
    }

    /// Puts every file that was written into its place.
    private func publish() -> Problem? {
        let waiting = state.withLock(\.waiting)
        for (index, (path, content)) in waiting.enumerated() {
            if let failure = folder.putInPlace(path) {
                state.withLock { $0.waiting.removeFirst(index) }
                return failure
            }
            hashes.rememberWritten(content, of: folder.place(path))
        }
        state.withLock { $0.waiting = [] }
        return nil
    }

    /// Removes what a build that was ended by force was just writing.
    private func removeTemporaries() -> [Problem] {
        journal.files.keys.sorted().map(SiteFolder.temporary).compactMap { path in
            folder.remove(path).map { leftOver(path, $0) }
        }
    }

    private func removeLeftOvers(but files: [String: Manifest.File]) -> [Problem] {
        var notes: [Problem] = []
        var buffer = FileBuffer()
        for (path, file) in made.filter({ files[$0.key] == nil }).sorted(by: { $0.key < $1.key }) {
            let place = folder.place(path)
            // Of a file that is gone already, its folder may be left.
            guard FileOutput.kind(of: place) != .nothing else {
                _ = folder.remove(path)
                continue
            }
            guard let content = hashes.hash(of: place, reading: &buffer, followsLinks: false) else { continue }
            let own = [file.content, old?.files[path]?.content] + (journal.files[path] ?? []).map(\.content)
            if let reason = own.contains(content) ? folder.remove(path) : "it was changed since it was written" {
                notes.append(leftOver(path, reason))
            }
        }
        return notes
    }

    private func leftOver(_ path: String, _ reason: String) -> Problem {
        Problem(
            .note, file: folder.place(path), "The site no longer has this page, but its file stays: \(reason).",
            hint: "Remove it by hand.")
    }
}

// MARK: - The end before its time

extension SiteWriter {
    /// The file that could not be written, where there is one.
    public var failure: Problem? { state.withLock(\.failure) }

    /// Gives up what waits beside its place: the old site stays as it is.
    public func discard() { discard { false } }

    /// Ends all writing, for a process that is about to end.
    ///
    /// What is underway may come to its end, and the rest is taken away; where that takes longer than `patience`, because the disk is
    /// slow or the machine busy, it is left to the next build. Whoever wants to write afterwards waits for the end of the process.
    public func abandon(patience: Duration = .milliseconds(600)) {
        state.withLock { $0.isAbandoned = true }
        let end = ContinuousClock.now + patience
        while state.withLock({ $0.underway > 0 }) {
            if ContinuousClock.now > end { return }
            usleep(1000)
        }
        discard { ContinuousClock.now > end }
    }

    private func discard(unless isLate: () -> Bool) {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for file in waiting where !isLate() { folder.discard(file.path) }
    }

    /// Announces that something is going to be done to the folder; returns what speaks against it.
    func begin() -> Problem? {
        let (failure, isAbandoned) = state.withLock { state in
            if state.failure == nil, !state.isAbandoned { state.underway += 1 }
            return (state.failure, state.isAbandoned)
        }
        while isAbandoned { sleep(1) }
        return failure
    }

    /// Notes that a file could not be written; returns the first failure of all, with which the build ends.
    func fail(_ problem: Problem) -> Problem {
        let first = state.withLock { state in
            let first = state.failure ?? problem
            state.failure = first
            return first
        }
        discard()
        folder.discard(Manifest.path.text)
        return first
    }
}
