"""What was measured of one archive, and how it stands against the bounds."""

from dataclasses import dataclass

from builds import BARE, COLD, FORK_RUN, FRESH, MAIN_RUN, SAME, TEMPLATE
from measuring import median, median_ratio

NOTHING = ""
"""The cell of what an archive says nothing about."""


@dataclass
class Result:
    """All measurements of one archive."""

    name: str
    runs: int
    floors: list
    """The floor's parts in each round."""
    times: dict
    facts: dict

    def processor(self, build):
        """The median processor seconds of a build."""
        return median(self.times[build].processor)

    def wall(self, build):
        """The median wall seconds of a build."""
        return median(self.times[build].wall)

    @property
    def floor_seconds(self):
        """The floor's processor seconds in each round."""
        return [sum(seconds for seconds, _ in parts.values()) for parts in self.floors]

    def of_floor(self, build):
        """A build's processor time as a multiple of the floor."""
        return median_ratio(self.times[build].processor, self.floor_seconds)

    def of_cold(self, build):
        """A build's processor time as a part of the cold build's."""
        return median_ratio(self.times[build].processor, self.times[COLD].processor)


def verdict(text, is_met):
    """A measured value with the word for it."""
    return f"{text}: {'met' if is_met else '**missed**'}"


def seconds(value):
    """`12 ms`, `1.23 s`."""
    return f"{value * 1000:.0f} ms" if value < 0.2 else f"{value:.2f} s"


def rows(results, help_time):
    """The table's rows: what, bound, and a cell for each archive."""
    return [[what, bound, *[cell(result) for result in results]] for what, bound, cell in _CELLS] + [
        ["memory for each further run", "< 300 kB", *_against_smaller(results, _growth)],
        ["cold, CPU, ten times the runs", "≤ 11 ×", *_against_smaller(results, _linearity)],
        ["`benchfolio --help`", "≤ 20 ms", verdict(f"{help_time * 1000:.1f} ms", help_time <= 0.020),
         *[NOTHING for _ in results[1:]]],
    ]


def _floor(result):
    return seconds(median(result.floor_seconds))


def _cold(build):
    def cell(result):
        ratio = result.of_floor(build)
        return verdict(f"{ratio:.2f} × ({seconds(result.processor(build))})", ratio <= 2)
    return cell


def _busy(result):
    ratio = median_ratio(result.times[COLD].wall, result.times[COLD].processor)
    return verdict(f"{ratio:.2f} × ({seconds(result.wall(COLD))})", ratio <= 0.6)


def _warm(build, limit):
    def cell(result):
        part, facts = result.of_cold(build), result.facts[build]
        text = f"{part * 100:.1f} % ({seconds(result.processor(build))}), {facts.written} written"
        return verdict(text, part <= limit and facts.written == 0)
    return cell


def _one_run(build):
    def cell(result):
        part, facts = result.of_cold(build), result.facts[build]
        text = f"{part * 100:.1f} % ({seconds(result.processor(build))}), {facts.written} written, {facts.needless} needlessly"
        return verdict(text, part <= 0.06 and facts.written > 0 and facts.needless == 0)
    return cell


def _template(result):
    facts = result.facts[TEMPLATE]
    text = f"{facts.written} files written for {facts.pages} pages, {facts.parsed} runs parsed"
    return verdict(text, facts.written >= facts.pages and facts.parsed == 0 and result.facts[COLD].parsed > 0)


def _peak(result):
    peak = result.facts[COLD].peak
    return verdict(f"{peak / 1e6:.0f} MB", peak <= 400e6 + max(0, result.runs - 961) * 300e3)


def _growth(smaller, larger):
    growth = (larger.facts[COLD].peak - smaller.facts[COLD].peak) / (larger.runs - smaller.runs)
    return verdict(f"{growth / 1e3:.0f} kB", growth < 300e3)


def _linearity(smaller, larger):
    steepness = larger.processor(COLD) / smaller.processor(COLD) * smaller.runs / larger.runs * 10
    return verdict(f"{steepness:.1f} ×", steepness <= 11)


def _against_smaller(results, cell):
    """Holds each generated archive against the one before it."""
    cells, smaller = [], None
    for result in results:
        is_generated = result.name.startswith("generated")
        cells.append(cell(smaller, result) if is_generated and smaller and smaller.runs < result.runs else NOTHING)
        smaller = result if is_generated else smaller
    return cells


_CELLS = [
    ("floor, CPU", "", _floor),
    ("cold, CPU", "≤ 2 × floor", _cold(COLD)),
    ("cold with `--no-cache`, CPU", "≤ 2 × floor", _cold(BARE)),
    ("cold, wall", "≤ 0.6 × its CPU", _busy),
    ("nothing changed, CPU", "≤ 3 % of cold, nothing written", _warm(SAME, 0.03)),
    ("nothing changed, all times new, CPU", "≤ 20 % of cold, nothing written", _warm(FRESH, 0.20)),
    ("one run of a fork added, CPU", "≤ 6 % of cold, only what changed is written", _one_run(FORK_RUN)),
    ("one run of main added, CPU", "≤ 6 % of cold, only what changed is written", _one_run(MAIN_RUN)),
    ("templates changed", "all pages anew, nothing parsed", _template),
    ("peak memory, cold", "≤ 400 MB up to 961 runs", _peak),
]
