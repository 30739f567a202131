import Archive
import Foundation
import TestSupport
import Testing

@Suite struct FilesMomentTests {
    @Test func `a file that was touched, has come or has gone is named`() throws {
        let folder = try TemporaryFolder()
        let paths = ["a", "b", "c"].map(folder.path)
        for name in ["a", "b"] { try folder.write("one", to: name) }
        let moment = FilesMoment(paths)
        #expect(FilesMoment(paths.reversed()).firstChange(since: moment) == nil)
        try folder.write("", to: "c")
        #expect(FilesMoment(paths).firstChange(since: moment) == paths[2])
        try FileManager.default.removeItem(atPath: paths[1])
        #expect(FilesMoment(paths).firstChange(since: moment) == paths[1])
        #expect(FilesMoment([paths[0]]).firstChange(since: FilesMoment([paths[0], folder.path("nothing")])) == nil)
    }

    @Test func `a file that was put back with its time was touched all the same`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("one", to: "a")
        let moment = FilesMoment([path])
        // The clock of a file system ticks some hundred times a second.
        try await Task.sleep(for: .milliseconds(50))
        var times = stat()
        try #require(stat(path, &times) == 0)
        try Data("two".utf8).write(to: URL(fileURLWithPath: path), options: [])
        try Data("one".utf8).write(to: URL(fileURLWithPath: path), options: [])
        var earlier = [times.st_atim, times.st_mtim]
        try #require(utimensat(AT_FDCWD, path, &earlier, 0) == 0)
        #expect(FilesMoment([path]).firstChange(since: moment) == path)
    }
}
