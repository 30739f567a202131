"""What is read from the tools' output, and the words of the table, over made-up measurements."""

import unittest
from pathlib import Path

import archives
import builds
import instructions
import measuring
import report
import results

TIMINGS = """\
results/a.json: warning: stage whisper
stage                       wall s    cpu s  amount
looking for changes          0.089    0.023  100 files, 1127 a second
prose and assets             0.007    0.005  
412 pages
"""


def result(runs, cold, floor=0.5, peak=100_000_000, written=0, name=None):
    """A made-up measurement of three rounds, in which every build but the cold one takes a 50th of the cold one's time."""
    times = {}
    for build in builds.TIMED:
        processor = cold if build in (builds.COLD, builds.BARE) else cold / 50
        times[build] = measuring.Times(wall=[processor / 2] * 3, processor=[processor * noise for noise in (1, 1.5, 1)])
    facts = {build: measuring.Facts(peak=peak, stages=[("reading", 0.2, 0.3, "3 runs")], written=written, pages=7, parsed=0) for build in builds.ORDER}
    facts[builds.COLD].parsed = runs
    facts[builds.MAIN_RUN].written = 7
    parts = {"read": (0.0, 1_000_000), "parse": (floor, 1_000_000)}
    return results.Result(name=name or f"generated, {runs} runs", runs=runs, floors=[parts] * 3, times=times, facts=facts)


class Reading(unittest.TestCase):
    def test_the_stages_are_read_from_among_other_lines(self):
        self.assertEqual(
            measuring.stages(TIMINGS), [("looking for changes", 0.089, 0.023, "100 files"), ("prose and assets", 0.007, 0.005, "")])

    def test_no_table_of_stages_gives_none(self):
        self.assertEqual(measuring.stages("results/a.json: error: broken\n"), [])

    def test_the_floor_is_read(self):
        self.assertEqual(measuring.floor_parts("read\t0.010000\t140\t1\ncopy\t0.5\t21\t7\n"), {"read": (0.01, 140), "copy": (0.5, 21)})

    def test_callgrinds_count_is_read(self):
        self.assertEqual(instructions.total("==1== Events    : Ir\n==1== Collected : 29276656\n"), 29276656)
        self.assertIsNone(instructions.total("==1== killed\n"))


class Runs(unittest.TestCase):
    RUNS = [Path("results", folder, f"bm-{name}.json") for folder, name in (
        ("bm-20250101-3.14.0a3-1111111", "20250101-nuc-x86_64-python-main-3.14.0a3-1111111"),
        ("bm-20250102-3.14.0a3-2222222", "20250102-nuc-x86_64-python-main-3.14.0a3-2222222"),
        ("bm-20250103-3.14.0a3-3333333", "20250103-mac-arm64-me-topic-3.14.0a3-3333333"),
        ("bm-20250104-3.14.0a3-4444444", "20250104-mac-arm64-python-main-3.14.0a3-4444444"),
        ("bm-20250105-3.14.0a3-5555555-JIT", "20250105-nuc-x86_64-python-main-3.14.0a3-5555555"))]

    def test_the_newest_run_of_a_fork_is_no_run_of_main(self):
        self.assertIn("3333333", archives.newest_of_fork(self.RUNS).name)

    def test_the_newest_run_of_main_is_a_default_build_on_the_machine_with_the_most_runs(self):
        self.assertIn("2222222", archives.newest_of_main(self.RUNS).name)


class Words(unittest.TestCase):
    def cells(self, *measured, help_time=0.0123):
        return {row[0]: row[1:] for row in results.rows(list(measured), help_time)}

    def test_what_meets_its_bound_says_so(self):
        cells = self.cells(result(100, cold=0.9))
        self.assertEqual(cells["floor, CPU"], ["", "0.50 s"])
        self.assertEqual(cells["cold, CPU"], ["≤ 2 × floor", "1.80 × (0.90 s): met"])
        self.assertEqual(cells["cold, wall"], ["≤ 0.6 × its CPU", "0.50 × (0.45 s): met"])
        self.assertEqual(cells["nothing changed, CPU"], ["≤ 3 % of cold, nothing written", "2.0 % (18 ms), 0 written: met"])
        self.assertEqual(
            cells["one run of main added, CPU"],
            ["≤ 6 % of cold, only what changed is written", "2.0 % (18 ms), 7 written, 0 needlessly: met"])
        self.assertEqual(cells["peak memory, cold"], ["≤ 400 MB up to 961 runs", "100 MB: met"])
        self.assertEqual(cells["`benchfolio --help`"], ["≤ 20 ms", "12.3 ms: met"])

    def test_what_misses_its_bound_says_so(self):
        cells = self.cells(result(100, cold=1.01, peak=401_000_000, written=6), help_time=0.021)
        missed = {what for what, row in cells.items() if row[1].endswith(": **missed**")}
        self.assertEqual(missed, {
            "cold, CPU", "cold with `--no-cache`, CPU", "nothing changed, CPU", "nothing changed, all times new, CPU",
            "templates changed", "peak memory, cold", "`benchfolio --help`"})

    def test_a_large_archive_may_take_more_memory(self):
        self.assertEqual(self.cells(result(1961, cold=9, peak=700_000_000))["peak memory, cold"][1], "700 MB: met")

    def test_a_generated_archive_is_held_against_the_smaller_one_and_a_real_one_against_none(self):
        cells = self.cells(
            result(100, cold=1), result(1000, cold=11.1, peak=370_000_000), result(81, cold=1, name="real, 81 runs"))
        self.assertEqual(cells["memory for each further run"], ["< 300 kB", "", "300 kB: **missed**", ""])
        self.assertEqual(cells["cold, CPU, ten times the runs"], ["≤ 11 ×", "", "11.1 ×: **missed**", ""])

    def test_instructions_are_held_against_the_recorded_ones(self):
        self.assertEqual(
            instructions.lines({"digest": 1100, "list": 5}, {"digest": 1000}),
            [["digest", "1,100", "1,000", "+10.0 %"], ["list", "5", "", ""]])

    def test_the_section_is_exchanged_and_the_rest_is_left(self):
        text = f"before\n{report.BEGIN}old\n{report.END}after\n"
        self.assertEqual(report.replaced(text, "new\n"), f"before\n{report.BEGIN}\nnew\n\n{report.END}after\n")
        self.assertEqual(report.replaced(report.replaced(text, "new\n"), "new\n"), report.replaced(text, "new\n"))

    def test_the_details_name_each_part_and_stage(self):
        text = report.details([result(100, cold=1)])
        self.assertIn("| parse | 0.500 | 1.0 | 2 |\n", text)
        self.assertIn("| reading | 0.200 | 0.300 | 3 runs |\n", text)
