/// What happens to which workload between the nine commits of the sample archive's main branch.
enum SampleStory {
    /// The time of a workload at a commit, relative to where it ends up.
    ///
    /// Copying gets slower with commit 4 and is mended with commit 7; writing and reading JSON get slower with commit 7 and
    /// stay so. The steps at commit 7 show on two machines. A third one, at commit 5, is too small to be told from noise.
    static func factor(_ workload: String, at position: Int) -> Double {
        switch (workload, position) {
        case ("deepcopy", 4...6): 1.19
        case ("deepcopy_memo", 4...6): 1.24
        case ("json_dumps", 1...6): 0.9
        case ("json_loads", 1...6): 0.91
        case ("richards", 1...4), ("deltablue", 1...4): 1.008
        default: 1
        }
    }
}
