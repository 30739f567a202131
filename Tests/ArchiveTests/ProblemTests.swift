import Archive
import Testing

@Suite struct ProblemTests {
    @Test func `a problem says where, what and what would mend it`() {
        let problem = Problem(
            .error, file: "results/a.json", line: 3, column: 14, path: "$.benchmarks[0]", "It is odd.", hint: "Mend it.")
        #expect(problem.place == "results/a.json:3:14")
        #expect(problem.description == "results/a.json:3:14: error: It is odd. ($.benchmarks[0])\n  hint: Mend it.")
        #expect(Problem(.warning, file: "a", line: 2, "Hm.").description == "a:2: warning: Hm.")
    }

    @Test func `problems stand in the order of their places`() {
        let problems = [
            Problem(.error, file: "a", "x"), Problem(.error, file: "a", line: 1, column: 2, "b"),
            Problem(.error, file: "a", line: 1, column: 10, "a"),
            Problem(.error, file: "a", line: 2, column: 1, "a"), Problem(.note, file: "b", "a"), Problem(.note, file: "b", "b"),
        ]
        #expect(problems.reversed().sorted() == problems)
    }
}
