import Archive
import Comparisons

/// Finds the listings of a catalogue.
struct Listings {
    let catalogue: Catalogue

    var machines: [Listing] {
        catalogue.runsByMachine.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { nickname, runs in
            let newest = runs.first
            let facts = [
                newest.map { Fact("System", $0.machineWords) }, newest?.metadata.processor.map { Fact("Processor", $0) },
                newest?.metadata.platform.map { Fact("Operating system", $0) },
            ]
            return Listing(
                heading: nickname, path: catalogue.map.machine(nickname), runs: runs, columns: [.branch],
                facts: facts.compactMap(\.self),
                noise: catalogue.noise[nickname].map {
                    MachineNoiseTable(
                        caption: "How far two runs of the same code differ at most, with 95 % certainty", rows: $0
                    ).html
                }, rowWeight: { RunTable.rowWeight($0, ofMachine: true, in: catalogue) })
        }
    }

    var forks: [Listing] {
        catalogue.runsByFork.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { fork, runs in
            let refs = Set(runs.map(\.name.ref)).count
            let path = catalogue.map.fork(fork)
            let machines = Set(runs.map(\.name.nickname)).sorted().map { nickname in
                Link(nickname, href: path.href(to: catalogue.map.machine(nickname))).html
            }
            return Listing(
                heading: fork, path: path, runs: runs, columns: [.machine, .ref],
                facts: [Fact("Refs", "\(refs)"), Fact("Machines", html: machines.joined(separator: ", "))], isFork: true,
                rowWeight: { RunTable.rowWeight($0, ofMachine: false, in: catalogue) })
        }
    }
}
