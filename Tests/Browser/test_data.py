"""The files for other programs: they keep to their schema, and say the same as each other, as the index and as the classic report."""

import csv
import io
import json
import math
import re

import pytest
from jsonschema import Draft202012Validator


@pytest.fixture(scope="session")
def index(site):
    return json.loads((site / "data/site.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def comparisons(site, index):
    """What the index says of each comparison, with its file in full."""
    return [(known, json.loads((site / known["json"]).read_text(encoding="utf-8"))) for known in index["comparisons"]]


@pytest.fixture(scope="session")
def schema(site):
    return json.loads((site / "data/comparison.schema.json").read_text(encoding="utf-8"))


def faults(found):
    lines = list(found)
    return "\n".join(lines[:20] + ([f"… and {len(lines) - 20} more"] if len(lines) > 20 else []))


def test_the_schema_is_one(schema):
    Draft202012Validator.check_schema(schema)


def test_every_comparison_keeps_to_the_schema(comparisons, schema):
    validator = Draft202012Validator(schema)
    assert comparisons
    assert not faults(
        f"{known['json']}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for known, whole in comparisons for error in validator.iter_errors(whole))


def test_the_schema_knows_every_key(comparisons, schema):
    """A key that the schema does not describe would be one that nobody is told of."""
    def unknown(value, form, place):
        while "$ref" in form:
            form = schema["$defs"][form["$ref"].removeprefix("#/$defs/")]
        if isinstance(value, dict):
            for key in value:
                if key not in form.get("properties", {}):
                    yield f"{place}/{key}"
                else:
                    yield from unknown(value[key], form["properties"][key], f"{place}/{key}")
        elif isinstance(value, list) and value:
            yield from unknown(value[0], form["items"], f"{place}/0")

    assert not faults(line for known, whole in comparisons for line in unknown(whole, schema, known["json"]))


def test_the_schema_stands_where_each_file_says(site, comparisons):
    for known, whole in comparisons:
        assert ((site / known["json"]).parent / whole["$schema"]).resolve() == (site / "data/comparison.schema.json").resolve()


def test_a_comparison_says_what_the_index_says(index, comparisons):
    runs = {run["file"]: run for run in index["runs"]}
    for known, whole in comparisons:
        assert whole["label"] == known["label"]
        for side in ("head", "base"):
            run = runs[known[side]]
            assert {key: whole[side][key] for key in run} == run, known["json"]
        for key in ("geometricMean", "reliability", "memory"):
            assert whole["overall"][key] == known[key], known["json"]
        verdict, expected = dict(whole["overall"]["verdict"]), dict(known["verdict"])
        # Doubts are in steps of 0.1 %, and those of the index are not.
        ends, exact = verdict.pop("interval"), expected.pop("interval")
        sigma, exact_sigma = verdict.pop("sigma"), expected.pop("sigma")
        assert verdict == expected, known["json"]
        assert [caution["code"] for caution in whole["cautions"]] == expected["cautions"]
        assert (ends is None) == (exact is None) and (sigma is None) == (exact_sigma is None)
        if ends:
            half = math.exp(2.5705818366147 * exact_sigma)
            assert abs(ends[1] / math.exp(expected["lnMean"]) - half) <= max(0.00051, 0.00101 if half < 1.001 else 0), known["json"]
            assert math.isclose(ends[0] * ends[1], exact[0] * exact[1], rel_tol=1e-9)


def test_the_counts_of_the_verdict_are_those_of_the_benchmarks(comparisons):
    for known, whole in comparisons:
        verdict, words = whole["overall"]["verdict"], [one["verdict"] for one in whole["benchmarks"]]
        for word in ("faster", "slower", "same", "unclear"):
            assert words.count(word) == verdict[word], f"{word} in {known['json']}"
        assert sum(one["hint"] for one in whole["benchmarks"]) == verdict["hints"], known["json"]
        assert all((one["verdict"] is None) == one["excluded"] for one in whole["benchmarks"]), known["json"]


def test_the_figures_of_a_benchmark_fit_each_other(comparisons):
    for known, whole in comparisons:
        names = [one["name"] for one in whole["benchmarks"]]
        assert names == sorted(names)
        for one in whole["benchmarks"]:
            assert math.isclose(one["ratio"], one["base"]["mean"] / one["head"]["mean"], rel_tol=1e-12)
            low, high = one["interval"]
            assert low <= one["ratio"] <= high
            doubt = 1 + one["smallestVisibleChange"]
            assert abs(low - one["ratio"] / doubt) < 2e-6 and abs(high - one["ratio"] * doubt) < 2e-6, f"{one['name']} in {known['json']}"
            if one["t"]:
                assert (one["t"] > 0) == (one["ratio"] > 1)


def shown(value):
    """A value as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") and value:
        return "'" + value
    return value


def expected_row(one):
    sides = [one[side][key] for side in ("base", "head") for key in ("mean", "deviation", "count")]
    memory = one["memory"] or {"ratio": None, "verdict": None}
    return [shown(value) for value in (
        one["name"], ";".join(one["tags"]), one["unit"], *sides, one["ratio"], *(one["interval"] or [None, None]), one["verdict"],
        one["hint"], one["smallestVisibleChange"], one["excluded"], one["significant"], one["t"], memory["ratio"], memory["verdict"])]


def test_the_csv_says_the_same_as_the_json(site, comparisons):
    for known, whole in comparisons:
        text = (site / known["csv"]).read_bytes().decode("utf-8")
        assert text.endswith("\r\n")
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert head == (
            "name,tags,unit,baseMean,baseDeviation,baseCount,headMean,headDeviation,headCount,ratio,intervalLow,intervalHigh,"
            "verdict,hint,smallestVisibleChange,excluded,significant,t,memoryRatio,memoryVerdict").split(",")
        assert len(rows) == len(whole["benchmarks"])
        for row, one in zip(rows, whole["benchmarks"]):
            expected = expected_row(one)
            assert len(row) == len(expected)
            for field, value in zip(row, expected):
                assert field == value if isinstance(value, str) else float(field) == value, f"{one['name']} in {known['csv']}"


def test_the_ratios_are_those_of_the_classic_report(site, comparisons):
    checked = 0
    for known, whole in comparisons:
        report = (site / known["markdown"]).read_text(encoding="utf-8")
        table = report.partition("\nAll benchmarks:\n")[2]
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")]
        words = {row[0].replace("\\", ""): row[2] for row in cells if len(row) == 3}
        for one in whole["benchmarks"]:
            found = re.search(r": ([\d.]+)x (faster|slower)", words.get(one["name"], ""))
            if not found:
                continue
            size = one["ratio"] if found[2] == "faster" else 1 / one["ratio"]
            assert abs(size - float(found[1])) <= 0.00501, f"{one['name']} in {known['json']}"
            assert one["significant"], f"{one['name']} in {known['json']}"
            checked += 1
    assert checked > 100

