import Foundation
import TestSupport
import Testing

@testable import Archive

#if canImport(Glibc)
    import Glibc
#endif

/// What the system says of a folder, where it says less than usual.
@Suite struct FileSystemTests {
    @Test func `a folder of which the rest cannot be read has no entries, rather than some`() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try folder.write("{}", to: name) }
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
        let stream = try #require(fdopendir(descriptor))
        defer { closedir(stream) }
        let nothing = open("/dev/null", O_RDONLY)
        defer { close(nothing) }
        // From now on there is no folder behind the stream.
        #expect(dup2(nothing, descriptor) == descriptor)
        #expect(throws: FileFailure(ENOTDIR)) { try FileSystem.entries(in: stream, of: folder.path) }
    }

    @Test func `where a file system does not say what an entry is, it is looked at, and no link to a folder is followed`() throws
    {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "inner/file")
        let links = [("round", "."), ("nowhere", "absent"), ("circle", "circle"), ("link", "inner/file")]
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
        }
        #expect(mkfifo(folder.path("pipe"), 0o644) == 0)
        func kind(_ name: String) -> FileSystem.Kind {
            FileSystem.kind(of: Int32(DT_UNKNOWN), at: folder.path(name), within: FileSystem.resolved(folder.path))
        }
        #expect(kind("inner") == .folder)
        #expect(kind("inner/file") == .file)
        #expect(kind("link") == .file)
        #expect(kind("round") == .other(.linkToFolder))
        #expect(kind("nowhere") == .other(.linkToNothing))
        #expect(kind("circle") == .other(.linkInCircle))
        #expect(kind("pipe") == .other(.special))
    }
}
