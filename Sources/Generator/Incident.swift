/// What went otherwise than usual in one run.
enum Incident: Sendable {
    /// One value of a workload is zero, which no benchmark can be.
    case spoiled(workload: String)
    /// A workload takes that many times as long, as after a build that lacked a library.
    case crippled(workload: String, factor: Double)
    /// One workload in `every` varied eight times as much as usual, as on a machine that did something else besides.
    case unsteady(every: Int)
    /// The machine had got another version of its operating system.
    case updated(platform: String)
}
