import Archive
import Foundation
import TestSupport
import Testing

@Suite struct ResultsTreeTests {
    private static let stem = "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1"

    @Test func `files are found at any depth, in code-point order of their paths`() throws {
        let folder = try TemporaryFolder()
        let paths = [
            "results/bm-20240605-3.13.0-abcdef1/\(Self.stem).json", "results/bm-20240605-3.13.0-abcdef1-JIT/\(Self.stem).json",
            "results/README.md", "results/a/b/c/bm-20240605-3.13.0-abcdef1/\(Self.stem).json", "results/Z/notes.txt",
        ]
        for path in paths { try folder.write("{}", to: path) }
        let tree = ResultsTree(root: folder.path)
        // A dash stands before a slash, so the flagged build's folder comes first.
        #expect(tree.files.map(\.path) == [paths[2], paths[4], paths[3], paths[1], paths[0]])
        #expect(tree.runs.map(\.file.path) == [paths[3], paths[1], paths[0]])
        #expect(tree.runs.map(\.name.flags.text) == ["", "JIT", ""])
        #expect(tree.files.filter(\.mayBeRun) == tree.runs.map(\.file))
        #expect(tree.unlisted == [])
        #expect(
            tree.problems == [
                Problem(
                    .note, file: "results/Z/notes.txt", "This file is no part of an archive and was passed over.",
                    hint: "Move it out of `results`, or leave it: nothing depends on it.")
            ])
    }

    @Test func `results under a name that says nothing are a problem`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "results/run.json")
        #expect(
            ResultsTree(root: folder.path).problems == [
                Problem(
                    .warning, file: "results/run.json",
                    "The names of the file and its folder do not say which run this is; it was left out.",
                    hint:
                        "Name it bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH.json in a folder bm-DATE-VERSION-HASH[-FLAGS]. No part holds a hyphen: in a fork it is written %2d, elsewhere _."
                )
            ])
    }

    @Test func `without a results folder there is one problem`() throws {
        let folder = try TemporaryFolder()
        let tree = ResultsTree(root: folder.path)
        #expect(tree.files.isEmpty)
        #expect(
            tree.problems.map(\.description) == [
                """
                results: error: The folder cannot be read: No such file or directory.
                  hint: An archive is a folder that holds `results` and `bench_runner.toml`.
                """
            ])
        try folder.write("", to: "results")
        #expect(ResultsTree(root: folder.path).problems.map(\.message) == ["The folder cannot be read: Not a directory."])
    }

    @Test func `links that lead round in a circle or nowhere end no walk`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "results/bm-20240605-3.13.0-abcdef1/\(Self.stem).json")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path("results/round"), withDestinationPath: folder.path("results"))
        try manager.createSymbolicLink(atPath: folder.path("results/nowhere.json"), withDestinationPath: folder.path("absent"))
        let tree = ResultsTree(root: folder.path)
        #expect(tree.runs.count == 1)
        #expect(
            tree.problems.map(\.description) == [
                "results/nowhere.json: note: This is a link to a folder, or no file at all, and was passed over.",
                "results/round: note: This is a link to a folder, or no file at all, and was passed over.",
            ])
    }

    @Test func `a link to a file is the file`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "elsewhere.json")
        try folder.write("", to: "results/bm-20240605-3.13.0-abcdef1/README.md")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("results/bm-20240605-3.13.0-abcdef1/\(Self.stem).json"),
            withDestinationPath: folder.path("elsewhere.json"))
        #expect(ResultsTree(root: folder.path).runs.count == 1)
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) func `the real archive holds 81 runs and nothing odd`() throws
    {
        let tree = ResultsTree(root: try SharedFiles.place("archive").path)
        #expect(tree.runs.count == 81)
        #expect(tree.problems == [])
    }

    @Test func `two names that read the same are one run, and the other is a problem`() throws {
        let folder = try TemporaryFolder()
        let names = ["zo\u{EB}", "zoe\u{308}"].map {
            "results/bm-20240605-3.13.0-aaaaaaa/bm-20240605-\($0)-x86_64-python-main-3.13.0-aaaaaaa.json"
        }
        for name in names { try folder.write("{}", to: name) }
        let tree = ResultsTree(root: folder.path)
        #expect(tree.runs.count == 1)
        #expect(
            tree.problems.map(\.message) == [
                "Another file has the same name, spelled with other Unicode characters; this one was left out."
            ])
    }
}
