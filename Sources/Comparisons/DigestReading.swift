import Archive

extension ArchiveReader {
    /// Reads and summarises runs, in their order, and says what is wrong with them.
    ///
    /// O(bytes read); of a content that was read before only what is kept of it is read.
    public func digests(
        of runs: [ResultsTree.NamedRun], configuration: Configuration
    ) async -> (runs: [RunDigest], problems: [Problem]) {
        let (contents, problems) = await contents(
            of: runs, variant: { RunContent.variant(of: configuration.machine($0.nickname)) },
            making: { RunContent($0, machine: configuration.machine($0.name.nickname)) })
        var lists = BenchmarkLists()
        let runs = contents.map { read in
            var content = read.content
            content.share(&lists)
            return RunDigest(
                file: read.file, name: read.name, machine: configuration.machine(read.name.nickname), content: content)
        }
        return (runs, problems)
    }
}
