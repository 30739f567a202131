import Archive
import Foundation

// MARK: - The end of a build

extension SiteWriter {
    /// Ends a build: puts every file in its place, removes what an earlier build wrote and this one did not, and writes the manifest.
    ///
    /// A file that somebody changed since is not the tool's any more: it stays, with a note.
    ///
    /// - Parameter fingerprint: all that the site was made from; nil where something of it is missing and may be there next time
    public func finish(fingerprint: ContentHash?, comparisons: Int, problems: [Problem]) throws(Problem) -> [Problem] {
        let (isKept, files) = state.withLock { ($0.isKept, $0.files) }
        let notes = try seal(isKept, files, removesLeftOvers: true) { lines, old in
            Manifest(
                fingerprint: fingerprint ?? Manifest.unfinished, comparisons: comparisons, problems: problems, lines: lines,
                of: old)
        }
        return notes + (hasLostManifest ? [lostManifest] : [])
    }

    private var lostManifest: Problem {
        Problem(
            .note, file: folder.place(Manifest.path.text),
            "The list of the site's files was not there or could not be read, so pages of runs that are gone may be left.",
            hint: "Build once into an empty folder.")
    }

    /// Ends a part of a build: what was written is noted beside what was there before, and nothing is removed.
    public func finishPart() throws(Problem) {
        if let failure { throw failure }
        guard known.journal.isThere else { return }
        // What was about to be put into place and was not is no file of the site.
        let noted = known.journal.files.compactMap { path, files in
            folder.bytes(path).map(ContentHash.init(of:)).flatMap { content in
                files.last { $0.content == content }.map { (path, $0) }
            }
        }
        let files = Dictionary(noted, uniquingKeysWith: { first, _ in first }).merging(state.withLock(\.files)) { $1 }
        let isKept = Array(repeating: true, count: known.stamps.count)
        _ = try seal(isKept, files, removesLeftOvers: false) { lines, old in
            Manifest(fingerprint: Manifest.unfinished, comparisons: 0, problems: [], lines: lines, of: old)
        }
    }

    /// The manifest is written first, so that there is room for everything before anything of the old site goes; it takes its place
    /// last, when what it says is so.
    private func seal(
        _ isKept: [Bool], _ files: [String: Manifest.File], removesLeftOvers: Bool,
        _ made: ([ManifestLine], ManifestLines) -> Manifest
    ) throws(Problem) -> [Problem] {
        if let failure = begin() { throw failure }
        defer { state.withLock { $0.underway -= 1 } }
        let lines = ManifestLine.merged(known.old?.files ?? ManifestLines(), keeping: isKept, files)
        let manifest = made(lines, known.old?.files ?? ManifestLines())
        let (path, isNew) = (Manifest.path.text, manifest != known.old)
        let notes: [Problem]
        do throws(Problem) {
            var prepared: FileStamp?
            if isNew { prepared = try folder.prepare(path, manifest.utf8) } else { folder.discard(path) }
            try publish()
            notes = removeTemporaries() + (removesLeftOvers ? removeLeftOvers() : [])
            if let prepared { try folder.putInPlace(path, prepared) }
            if let failure = known.journal.remove() { throw failure }
        } catch {
            throw fail(error)
        }
        state.withLock { state in
            let stamps = lines.map { line in
                switch line {
                case .old(let index): state.keptStamps[index]
                case .new(let path, _): state.stamps[path]
                }
            }
            state.sealed = SiteStamps(manifest: manifest.hash, stamps: stamps)
        }
        return notes
    }

    /// Puts every file that was written into its place.
    private func publish() throws(Problem) {
        for (path, prepared) in state.withLock(\.waiting).sorted(by: { $0.key.precedes($1.key) }) {
            let stamp = try folder.putInPlace(path, prepared)
            state.withLock { state in
                state.waiting[path] = nil
                state.stamps[path] = stamp
            }
        }
    }

    /// Removes what a build that was ended by force was just writing.
    private func removeTemporaries() -> [Problem] {
        known.journal.files.keys.sorted().map(SiteFolder.temporary).compactMap { path in
            folder.remove(path).map { leftOver(path, $0) }
        }
    }

    /// The files of the last build, and those of one that was interrupted, that are due no longer.
    private var leftOvers: [String] {
        state.withLock { state in
            let listed = known.old.map { old in
                (0..<old.files.count).filter { !state.isKept[$0] }.map(old.files.path).filter { state.files[$0] == nil }
            }
            let noted = known.journal.files.keys.filter { path in
                state.files[path] == nil && !(known.old?.files.index(of: path).map { state.isKept[$0] } ?? false)
            }
            return Set((listed ?? []) + noted).sorted { $0.precedes($1) }
        }
    }

    private func removeLeftOvers() -> [Problem] {
        var notes: [Problem] = []
        var buffer = FileBuffer()
        for path in leftOvers {
            let place = folder.place(path)
            // Of a file that is gone already, its folder may be left.
            guard FileOutput.kind(of: place) != .nothing else {
                _ = folder.remove(path)
                continue
            }
            guard FileStamp(of: place, followsLinks: false) != nil else {
                notes.append(leftOver(path, "something else stands in its place"))
                continue
            }
            do throws(FileFailure) { try buffer.read(place) } catch {
                notes.append(leftOver(path, "it cannot be read: \(error.reason)"))
                continue
            }
            let isOwn = known.contents(of: path).contains(ContentHash(of: buffer.bytes))
            if let reason = isOwn ? folder.remove(path) : "it was changed since it was written" {
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
            defer { state.waiting = [:] }
            return state.waiting.keys
        }
        for path in waiting where !isLate() { folder.discard(path) }
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
