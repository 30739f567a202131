import Foundation
import TestSupport
import Testing

@testable import Archive

@Suite struct ReadOnlyFolderTests {
    @Test func `a folder holds what leads into it, also where it is not there yet`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "archive/results/sub/file")
        symlink("archive/results", folder.path("link"))
        symlink("sub", folder.path("archive/results/inner"))
        let results = ReadOnlyFolder(folder.path("archive/results"))
        let root = folder.path
        for path in [
            "archive/results", "archive/results/", "archive/results/sub", "archive/results/new/er", "link", "link/", "link/new",
            "link/./new",
            "link/inner/new", "archive/../archive/results/x", "new/../archive/results", "new/er/../../link/x",
            "archive/results/\u{301}x",
        ] {
            #expect(results.contains("\(root)/\(path)"), "\(path)")
            #expect(results.contains("/no-such-folder/..\(root)/\(path)"), "\(path)")
        }
        for path in ["archive", "archive/results2", "archive/new", "new", "link/../new", "archive/results/../new", ""] {
            #expect(!results.contains("\(root)/\(path)"), "\(path)")
        }
        #expect(!results.contains("/") && !results.contains("") && !results.contains("/no-such-folder/x"))
        #expect(!ReadOnlyFolder(folder.path("none")).contains(folder.path("none")))
    }
}

/// What a file system may say of a file's time.
@Suite struct FileStampTests {
    @Test(arguments: [Int.min, -1, 0, 1_700_000_000, Int.max]) func `any time is a time`(seconds: Int) throws {
        var status = stat()
        status.st_mode = S_IFREG
        status.st_mtim = timespec(tv_sec: seconds, tv_nsec: 999_999_999)
        status.st_ctim = timespec(tv_sec: seconds, tv_nsec: 1)
        let stamp = try #require(FileStamp(status))
        #expect(stamp.isSettled == (seconds < 1_800_000_000))
        #expect(stamp == FileStamp(status))
        status.st_ctim.tv_nsec = 2
        #expect(stamp != FileStamp(status))
    }
}

@Suite struct RecordFileTests {
    @Test func `a record is not written through a link`() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "victim")
        let place = folder.path("record")
        symlink(folder.path("victim"), place + ".new")
        Array("record".utf8).withUnsafeBytes { RecordFile(place: place).replace(with: $0) }
        #expect(FileContents.bytes(at: folder.path("victim")) == Array("mine".utf8))
        #expect(FileOutput.kind(of: place) == .nothing)
        unlink(place + ".new")
        Array("record".utf8).withUnsafeBytes { RecordFile(place: place).replace(with: $0) }
        #expect(FileContents.bytes(at: place) == Array("record".utf8))
    }
}
