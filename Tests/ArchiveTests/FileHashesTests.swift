import Foundation
import TestSupport
import Testing

@testable import Archive

@Suite struct FileHashesTests {
    private func age(_ path: String, _ seconds: Double) throws {
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path)
    }

    /// What a later process knows.
    private func kept(_ hashes: FileHashes) throws -> FileHashes {
        let folder = try TemporaryFolder()
        let cache = Cache(folder: folder.path)
        cache.keep(hashes.record, FileHashes.kind, ContentHash(of: "k"))
        return FileHashes(try #require(cache.record(FileHashes.kind, ContentHash(of: "k"), as: FileHashes.Record.self)))
    }

    @Test func `a file that stands as it stood is not read again`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("one", to: "file")
        try age(path, 100)
        let hashes = FileHashes()
        var buffer = FileBuffer()
        #expect(hashes.remembered(path) == nil)
        #expect(hashes.hash(of: path, reading: &buffer) == ContentHash(of: "one"))
        #expect(hashes.seen(path) == ContentHash(of: "one"))
        let next = try kept(hashes)
        #expect(next.seen(path) == nil)
        #expect(next.remembered(path) == ContentHash(of: "one"))
        #expect(next.seen(path) == ContentHash(of: "one"))
        // Only what was looked at is kept on.
        #expect(try kept(try kept(hashes)).remembered(path) == nil)
    }

    @Test(arguments: ["size", "time", "inode", "content alone"]) func `a file with another stamp is read again`(change: String)
        throws
    {
        let folder = try TemporaryFolder()
        let path = try folder.write("one", to: "file")
        try age(path, 100)
        let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        let hashes = FileHashes()
        var buffer = FileBuffer()
        _ = hashes.hash(of: path, reading: &buffer)
        let next = try kept(hashes)
        // What is done within one tick of the file system's clock has one time.
        usleep(50_000)
        switch change {
        case "size": try folder.write("three", to: "file")
        case "time", "content alone": try folder.write("two", to: "file")
        default:
            try folder.write("two", to: "other")
            #expect(FileOutput.move(folder.path("other"), to: path) == nil)
        }
        if change != "time" { try FileManager.default.setAttributes([.modificationDate: try #require(date)], ofItemAtPath: path) }
        #expect(next.remembered(path) == nil)
        #expect(next.hash(of: path, reading: &buffer) == ContentHash(of: change == "size" ? "three" : "two"))
        // What was made of the file meanwhile belongs to what was seen.
        #expect(next.seen(path) == ContentHash(of: change == "size" ? "three" : "two"))
    }

    @Test func `a file that was changed just before is not trusted later`() throws {
        let folder = try TemporaryFolder()
        var buffer = FileBuffer()
        for (age, isTrusted) in [(100.0, true), (4, true), (-100, false)] {
            let path = try folder.write("one", to: "file")
            try self.age(path, age)
            let hashes = FileHashes()
            _ = hashes.hash(of: path, reading: &buffer)
            #expect(try (kept(hashes).remembered(path) != nil) == isTrusted, "\(age) seconds")
        }
    }

    @Test func `a file that is not there differs from one that cannot be read`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "folder/file")
        let hashes = FileHashes()
        var buffer = FileBuffer()
        let states = ["none", "folder", "folder/file", "folder/file/below"].map {
            hashes.state(of: folder.path($0), reading: &buffer)
        }
        #expect(Set(states).count == 4)
        #expect(hashes.hash(of: folder.path("none"), reading: &buffer) == nil)
        #expect(hashes.hash(of: folder.path("folder"), reading: &buffer) == nil)
    }
}
