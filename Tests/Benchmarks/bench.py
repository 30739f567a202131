"""Measures Benchfolio against its bounds: `make bench`."""

import argparse
import os
import sys
from pathlib import Path

import archives
import builds
import instructions
import measuring
import report
from results import Result

LAST = Path(__file__).with_name("last.md")
README = archives.PROJECT / "README.md"


def main():
    options = arguments()
    if options.check:
        return check(options)
    options.folder.mkdir(parents=True, exist_ok=True)
    if os.getloadavg()[0] > 0.5:
        print(f"bench: the machine is busy (load {os.getloadavg()[0]:.1f}); the figures will be too large", file=sys.stderr)
    workshops = {name: opened(options, archive) for name, archive in chosen(options)}
    if not workshops:
        sys.exit("bench: there is no archive to measure")
    results = [measured(options, name, workshop) for name, workshop in workshops.items()]
    for result, workshop in zip(results, workshops.values()):
        result.facts[builds.TEMPLATE] = measuring.facts(workshop, builds.TEMPLATE)
    section = report.bounds(results, measuring.help_seconds(options.tool), options.folder)
    counts = counted(options)
    text = f"# The last measurement\n\n{section}{counts}{report.details(results)}"
    print(text)
    for workshop in workshops.values():
        workshop.close()
    LAST.write_text(text)
    README.write_text(report.replaced(README.read_text(), section))
    return 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", type=Path, required=True, help="the benchfolio to measure")
    parser.add_argument("--floor", type=Path, required=True, help="the benchfolio-floor that belongs to it")
    parser.add_argument("--runs", type=int, nargs="*", default=[100, 1000], help="sizes of generated archives")
    parser.add_argument("--rounds", type=int, default=5, help="how often each build is measured")
    parser.add_argument("--folder", type=Path, default=archives.PROJECT / ".build" / "bench", help="where archives and sites are written")
    parser.add_argument("--record", action="store_true", help="record the instruction counts")
    parser.add_argument("--check", type=Path, metavar="ARCHIVE", help="go through everything once on a small archive, without a clock")
    options = parser.parse_args()
    options.tool, options.floor, options.folder = options.tool.resolve(), options.floor.resolve(), options.folder.resolve()
    return options


def chosen(options):
    """The archives to be measured, each with its name."""
    # Before the rounds each build is looked at once. In memory nothing is left behind.
    left_behind = 0 if builds.is_in_memory(options.folder) else options.rounds + 1
    for runs in sorted(options.runs):
        archive = archives.generated(options.tool, runs, options.folder, left_behind)
        if archive:
            yield f"generated, {runs:,} runs", archive
    archive = archives.real(options.folder)
    if archive:
        yield f"real, {len(archives.run_files(archive)):,} runs", archive


def opened(options, archive):
    """A workshop for an archive."""
    workshop = builds.Workshop(options.folder / f"workshop-{archive.name}", options.tool, archive)
    workshop.open()
    return workshop


def measured(options, name, workshop):
    """The measurements of one archive."""
    say(f"{name}: once for what is written and how much memory it takes")
    facts = {build: measuring.facts(workshop, build) for build in builds.TIMED}
    # Once for the memory of the copies.
    measuring.floor(options.floor, workshop)
    floors, times = [], {}
    for number in range(options.rounds):
        say(f"{name}: round {number + 1} of {options.rounds}")
        floors.append(measuring.floor(options.floor, workshop))
        measuring.measure_round(workshop, times)
    return Result(name=name, runs=len(archives.run_files(workshop.archive)), floors=floors, times=times, facts=facts)


def counted(options):
    """The instruction counts as Markdown; nothing where they cannot be counted."""
    if not instructions.is_possible():
        return "\nInstructions were not counted: there is no valgrind.\n"
    say(f"counting the instructions of {instructions.RUNS} runs")
    now = instructions.counted(options.floor, archives.generated(options.tool, instructions.RUNS, options.folder))
    if options.record:
        instructions.record(now)
    lines = instructions.lines(now, instructions.recorded())
    return f"\n## Instructions, {instructions.RUNS} runs\n\n" + report.table(["stage", "now", "recorded", "change"], lines)


def check(options):
    """Goes through every build once, and through the floor, and holds what they did against what they must do."""
    archive = archives.copied(options.check, options.folder / "check-archive")
    workshop = opened(options, archive)
    facts = {build: measuring.facts(workshop, build) for build in builds.ORDER}
    parts = measuring.floor(options.floor, workshop)
    expectations = {
        "a cold build writes pages": facts[builds.COLD].written > facts[builds.COLD].pages > 0,
        "a cold build parses": facts[builds.COLD].parsed > 0,
        "the stages are printed": [stage for stage, *_ in facts[builds.COLD].stages][:2] == ["reading", "comparing"],
        "nothing changed, nothing written": facts[builds.SAME].written == 0,
        "new times, nothing written": facts[builds.FRESH].written == 0,
        "a changed template writes every page": facts[builds.TEMPLATE].written >= facts[builds.TEMPLATE].pages > 0,
        "a changed template parses nothing": facts[builds.TEMPLATE].parsed == 0,
        "a new run of a fork writes pages": 0 < facts[builds.FORK_RUN].written < facts[builds.COLD].written,
        "a new run of main writes more of them": facts[builds.FORK_RUN].written < facts[builds.MAIN_RUN].written < facts[builds.COLD].written,
        "a new run writes only what changed": all(facts[build].needless == 0 for build in builds.ADDED),
        "a new run is parsed alone": all(facts[build].parsed == 1 for build in builds.ADDED),
        "the floor has four parts": list(parts) == ["read", "parse", "convert", "copy"] and all(size > 0 for _, size in parts.values()),
    }
    workshop.close()
    for sentence in (sentence for sentence, holds in expectations.items() if not holds):
        print(f"bench: it is not so that {sentence}", file=sys.stderr)
    return 0 if all(expectations.values()) else 1


def say(words):
    """Progress."""
    print(f"bench: {words}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
