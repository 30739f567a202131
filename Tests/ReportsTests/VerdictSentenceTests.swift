import Comparisons
import Reports
import Statistics
import Testing

/// A verdict made up of what its sentence is made of.
private func verdict(
    _ word: VerdictWord, logRatio: Double = 0, deviation: Double = 0.005, isOverall: Bool = true, faster: Int = 0,
    slower: Int = 0,
    same: Int = 0, unclear: Int = 0, hints: Int = 0, driver: Verdict.Driver? = nil, cautions: [Caution] = []
) -> Verdict {
    Verdict(
        word: word, overall: isOverall ? Estimate(logRatio: logRatio, deviation: deviation) : nil,
        overallCount: faster + slower + same + unclear, benchmarks: [],
        counts: VerdictCounts(faster: faster, slower: slower, same: same, unclear: unclear, hints: hints),
        cautions: cautions + (driver.map { [.driver($0)] } ?? []), memory: nil, machine: "linux")
}

private func sentence(_ verdict: Verdict) -> String { VerdictSentence(verdict).text }

@Suite struct VerdictSentenceTests {
    @Test func `faster`() {
        #expect(
            sentence(verdict(.faster, logRatio: 0.283933, deviation: 0.0053, faster: 75, slower: 2, same: 3, unclear: 3))
                == "1.33x faster overall (1.31x to 1.35x): 75 of 83 benchmarks faster, 2 slower.")
    }

    @Test func `slower, by one over the ratio`() {
        // ln 1.11 = 0.10436; ln 2 = 0.69315, of which a report says 1.500x.
        #expect(
            sentence(verdict(.slower, logRatio: -0.10436, deviation: 0.014, slower: 61, unclear: 24))
                == "1.11x slower overall (1.07x to 1.15x): 61 of 85 benchmarks slower, 0 faster.")
        #expect(
            sentence(verdict(.slower, logRatio: -0.693147, deviation: 0.005, faster: 1, slower: 50))
                == "2.00x slower overall (1.97x to 2.03x): 50 of 51 benchmarks slower, 1 faster.")
    }

    @Test func `no change`() {
        #expect(
            sentence(verdict(.same, same: 60, unclear: 30))
                == "No change: the overall mean is within 2 % for certain and none of 90 benchmarks clearly changed.")
    }

    @Test func `no overall change of what moved`() {
        #expect(
            sentence(verdict(.same, faster: 16, slower: 21, same: 40, unclear: 12))
                == "No overall change (within 2 %), but 37 of 89 benchmarks moved: 16 faster, 21 slower.")
    }

    @Test func `no clear change`() {
        // e^(2.5705818 · 0.0054) − 1 = 1.4 %
        #expect(
            sentence(verdict(.unclear, logRatio: 0.0103, deviation: 0.0054, same: 60, unclear: 30))
                == "No clear change: 1.01x faster measured, but runs of the same code on linux differ by up to 1.4 %.")
        #expect(
            sentence(verdict(.unclear, logRatio: -0.0103, deviation: 0.0054, same: 60, unclear: 30))
                == "No clear change: 1.01x slower measured, but runs of the same code on linux differ by up to 1.4 %.")
        #expect(
            sentence(verdict(.unclear, logRatio: 0.0049, deviation: 0.0054, same: 60, unclear: 30))
                == "No clear change: 1.00x measured, but runs of the same code on linux differ by up to 1.4 %.")
    }

    @Test func `no clear overall change of what moved`() {
        // e^(2.5705818 · 0.01) − 1 = 2.6 %
        #expect(
            sentence(verdict(.unclear, logRatio: -0.004, deviation: 0.01, faster: 20, slower: 35, unclear: 27))
                == "No clear overall change (1.00x, ± 2.6 %), but 55 of 82 benchmarks moved: 20 faster, 35 slower.")
        #expect(
            sentence(verdict(.unclear, logRatio: -0.02, deviation: 0.01, faster: 20, slower: 35, unclear: 27))
                == "No clear overall change (1.02x slower measured, ± 2.6 %), but 55 of 82 benchmarks moved: 20 faster, 35 slower."
        )
    }

    @Test func `nothing to judge`() {
        #expect(sentence(verdict(.unclear, isOverall: false)) == "Nothing to judge: no benchmark in common that is not excluded.")
    }

    @Test func `no overall figure`() {
        #expect(
            sentence(verdict(.unclear, isOverall: false, faster: 2, slower: 1, unclear: 9))
                == "No overall figure (the two runs hold different numbers of values), but 3 of 12 benchmarks moved: 2 faster, 1 slower."
        )
        #expect(
            sentence(verdict(.unclear, isOverall: false, same: 3, unclear: 9))
                == "No overall figure (the two runs hold different numbers of values), and none of 12 benchmarks clearly changed."
        )
        #expect(
            sentence(verdict(.unclear, isOverall: false, slower: 1))
                == "No overall figure (the two runs hold different numbers of values), but the only benchmark in common is slower."
        )
        #expect(
            sentence(verdict(.unclear, isOverall: false, unclear: 1))
                == "No overall figure (the two runs hold different numbers of values), and the only benchmark in common is unclear."
        )
    }

    @Test func `the only benchmark`() {
        // ln 1.05 = 0.04879; the interval's half is 0.0288.
        #expect(
            sentence(verdict(.slower, logRatio: -0.04879, deviation: 0.0112, slower: 1))
                == "1.05x slower overall (1.02x to 1.08x): the only benchmark in common is slower.")
        #expect(
            sentence(verdict(.faster, logRatio: 0.04879, deviation: 0.0112, unclear: 1))
                == "1.05x faster overall (1.02x to 1.08x): the only benchmark in common is unclear.")
        #expect(
            sentence(verdict(.same, deviation: 0.005, same: 1))
                == "No change: the only benchmark in common is within 5 % for certain.")
        #expect(
            sentence(verdict(.same, deviation: 0.005, faster: 1))
                == "No overall change (within 2 %), but the only benchmark in common is faster.")
        // e^(2.5705818 · 0.01225) − 1 = 3.2 %
        #expect(
            sentence(verdict(.unclear, logRatio: 0.01, deviation: 0.01225, unclear: 1))
                == "No clear change: 1.01x faster measured on the only benchmark in common, but runs of the same code on linux differ by up to 3.2 %."
        )
        #expect(
            sentence(verdict(.unclear, logRatio: -0.02, deviation: 0.01, slower: 1))
                == "No clear overall change (1.02x slower measured, ± 2.6 %), but the only benchmark in common is slower.")
    }

    @Test func `what hangs on one benchmark, and what is worth another run`() {
        let lost = Verdict.Driver(benchmark: "telco", isOpposite: false)
        #expect(
            sentence(verdict(.slower, logRatio: -0.10436, deviation: 0.014, slower: 61, unclear: 24, hints: 3, driver: lost))
                == "1.11x slower overall (1.07x to 1.15x): 61 of 85 benchmarks slower, 0 faster. Without telco there would be no overall change. 3 more moved by over 3 times their noise: worth another run."
        )
        let turned = Verdict.Driver(benchmark: "telco", isOpposite: true)
        #expect(
            sentence(verdict(.slower, logRatio: -0.10436, deviation: 0.014, slower: 61, unclear: 24, driver: turned))
                == "1.11x slower overall (1.07x to 1.15x): 61 of 85 benchmarks slower, 0 faster. Without telco the overall result would be the opposite."
        )
        #expect(
            sentence(verdict(.same, same: 60, unclear: 30, hints: 1))
                == "No change: the overall mean is within 2 % for certain and none of 90 benchmarks clearly changed. 1 more moved by over 3 times its noise: worth another run."
        )
    }

    @Test func `the words of a row`() {
        #expect(VerdictWord.allCases.map(\.timeText) == ["faster", "slower", "no change over 5 %", "unclear"])
        #expect(VerdictWord.allCases.map(\.memoryText) == ["less", "more", "no change over 1 %", "unclear"])
    }
}

@Suite struct CautionTextTests {
    @Test func `every caution says what it is about`() {
        let texts = CautionText.texts(
            verdict(
                .faster,
                cautions: [
                    .unsteadyRun(side: .head, share: 0.2, machine: "darwin"),
                    .unsteadyRun(side: .base, share: 0.104, machine: "box"),
                    .assumedNoise, .noisyBuilds(change: 0.317, machine: "linux"), .fewBenchmarks(count: 1),
                    .fewBenchmarks(count: 19),
                    .platformChanged(base: "Linux-5.4.0-164-generic", head: "Linux-5.4.0-186-generic"),
                    .driver(Verdict.Driver(benchmark: "telco", isOpposite: false)),
                ]))
        #expect(
            texts == [
                "Unsteady run: 20 % of the benchmarks of the head varied 3 times more than usual on darwin.",
                "Unsteady run: 10 % of the benchmarks of the base varied 3 times more than usual on box.",
                "No history of this machine yet: a noise of 1 % per benchmark is assumed.",
                "Builds like this differ by up to 32 % from one to the next on linux: only large changes mean something.",
                "Only 1 benchmark in common: this is not an overall result.",
                "Only 19 benchmarks in common: this is not an overall result.",
                "The operating system changed between the two runs: Linux-5.4.0-164-generic → Linux-5.4.0-186-generic. That alone has moved results by 2 %.",
                "Without telco there would be no overall change.",
            ])
    }
}

@Suite struct MemorySentenceTests {
    private func sentence(
        _ word: VerdictWord, _ logRatio: Double?, deviation: Double = 0.0016, faster: Int = 0, slower: Int = 0, same: Int = 0,
        unclear: Int = 0
    ) -> String {
        sentence(
            MemoryVerdict(
                word: word, overall: logRatio.map { Estimate(logRatio: $0, deviation: deviation) }, benchmarks: [],
                counts: VerdictCounts(faster: faster, slower: slower, same: same, unclear: unclear, hints: 0)))
    }

    private func sentence(_ memory: MemoryVerdict?, repeated: RepeatedMemory? = nil) -> String {
        MemorySentence.text(
            Verdict(
                word: .same, overall: nil, overallCount: 0, benchmarks: [],
                counts: VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 0, hints: 0), cautions: [], memory: memory,
                repeatedMemory: repeated, machine: "mac"))
    }

    @Test func `more and less`() {
        // ln 1.081 = 0.07789, ln 0.95 = −0.05129; e^(2.5705818 · 0.0016) − 1 = 0.4 %
        #expect(
            sentence(.slower, 0.07789, slower: 85, unclear: 4) == "Memory: 8.1 % more (7.7 to 8.5 %), 85 of 89 benchmarks.")
        #expect(
            sentence(.faster, -0.05129, faster: 70, slower: 2, same: 17)
                == "Memory: 5.0 % less (4.6 to 5.4 %), 70 of 89 benchmarks.")
        #expect(sentence(.slower, 0.07789, slower: 1) == "Memory: 8.1 % more (7.7 to 8.5 %), the only benchmark in common.")
    }

    @Test func `no change`() {
        #expect(sentence(.same, 0.001, same: 89) == "Memory: no change over 1 %.")
        #expect(
            sentence(.same, 0.001, faster: 2, slower: 3, same: 84)
                == "Memory: no overall change over 1 %, but 5 of 89 benchmarks moved: 3 more, 2 less.")
    }

    @Test func `no clear change`() {
        // e^(2.5705818 · 0.005) − 1 = 1.3 %
        #expect(
            sentence(.unclear, 0.003, deviation: 0.005, unclear: 89) == "Memory: no clear change (0.3 % more, ± 1.3 %).")
        #expect(sentence(.unclear, 0.0001, deviation: 0.005, unclear: 89) == "Memory: no clear change (0.0 %, ± 1.3 %).")
        #expect(
            sentence(.unclear, -0.003, deviation: 0.005, faster: 2, unclear: 87)
                == "Memory: no clear overall change (0.3 % less, ± 1.3 %), but 2 of 89 benchmarks moved: 0 more, 2 less.")
        #expect(
            sentence(.unclear, 0.003, deviation: 0.005, slower: 1)
                == "Memory: no clear overall change (0.3 % more, ± 1.3 %), but the only benchmark in common takes more.")
    }

    @Test func `nothing known`() {
        #expect(sentence(nil) == "Memory: not measured on this machine.")
        #expect(sentence(.unclear, nil) == "Memory: nothing to judge.")
    }

    @Test func `readings that are no measurement`() {
        #expect(
            sentence(nil, repeated: RepeatedMemory(side: .head, count: 97, family: 108))
                == "Memory: not measured, since the file has one and the same value for 97 of 108 benchmarks of the head.")
    }
}
