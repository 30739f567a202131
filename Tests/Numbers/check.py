"""Holds the texts of numbers against those that Python writes, whose digits come from an implementation of their own.

    python3 check.py --writer benchfolio-numbers [--count 10000000] [--seed N]

Every form of every file is held against numbers of every kind: of any bit pattern, of magnitudes that occur, in the middle between two
texts and beside it, and at the edges of the format.
"""

import argparse
import math
import random
import struct
import subprocess
import sys
from array import array
from decimal import Decimal
from multiprocessing import Pool


class Differs(Exception):
    """A number whose text is another one."""


def any_pattern(rng, count):
    return array("d", rng.randbytes(8 * count))


def usual(rng, count):
    """Seconds, ratios, percents, bytes: from a nanosecond to a terabyte."""
    return array("d", [rng.uniform(1, 10) * 10.0 ** rng.randrange(-9, 12) * rng.choice((1, 1, -1)) for _ in range(count)])


def near_one(rng, count):
    return array("d", [rng.gauss(1, 0.1) for _ in range(count)])


def beside(values):
    """The numbers, and those next to each."""
    return array("d", [near for value in values for near in (math.nextafter(value, -math.inf), value, math.nextafter(value, math.inf))])


def exact_middles(rng, count):
    """Odd multiples of a power of one half lie exactly in the middle between two texts."""
    return beside([(2 * rng.randrange(1 << rng.randrange(1, 45)) + 1) / (1 << rng.randrange(1, 8)) for _ in range(count // 3)])


def decimal_middles(rng, count):
    """What reads as a middle between two texts, and is a little more or less."""
    return beside([float(f"{rng.randrange(10 ** rng.randrange(1, 9))}5e-{rng.randrange(1, 8)}") for _ in range(count // 3)])


def short_decimals(rng, count):
    return array("d", [rng.randrange(10 ** rng.randrange(1, 17)) / 10 ** rng.randrange(0, 16) for _ in range(count)])


def edges(rng, count):
    """Powers of two and of ten with their neighbours, whole numbers about 2^53, the smallest and the largest numbers."""
    def edge():
        kind = rng.randrange(5)
        if kind == 0:
            return math.ldexp(1, rng.randrange(-1074, 1024))
        if kind == 1:
            return float(f"1e{rng.randrange(-323, 309)}")
        if kind == 2:
            return float(2**53 + rng.randrange(-2000, 2000) * 2 ** rng.randrange(0, 12))
        if kind == 3:
            return struct.unpack("<d", struct.pack("<Q", rng.randrange(1 << rng.randrange(1, 53))))[0]
        return rng.choice((0.0, 1e-3, 1e9, 1e15, 1e12, 1.7976931348623157e308)) * rng.choice((1, -1))
    return beside([edge() for _ in range(count // 3)])


KINDS = [any_pattern, usual, near_one, exact_middles, decimal_middles, short_decimals, edges]


def with_decimals(decimals):
    form = f"%.{decimals}f"
    return lambda value: form % value


def shortest(value):
    if math.isinf(value):
        return ""
    text = repr(value)
    return text[:-2] if text.endswith(".0") else text


def rounded(value):
    if 1e-3 <= abs(value) < 1e9:
        return ("%.6f" % value).rstrip("0").rstrip(".")
    return shortest(value)


def same(found, expected):
    """One number may be written with an exponent and without; its digits are the same ones."""
    if found == expected:
        return True
    try:
        return Decimal(found).normalize().as_tuple() == Decimal(expected).normalize().as_tuple()
    except ArithmeticError:
        return False


def written(writer, form, values):
    done = subprocess.run([writer, *form.split()], input=values.tobytes(), stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("ascii").split("\n")[:-1]


def check(form, values, found, expected, is_same):
    if len(found) != len(values):
        raise Differs(f"{form}: {len(values)} numbers gave {len(found)} texts")
    if found == expected:
        return
    for value, one, other in zip(values, found, expected):
        if not is_same(one, other):
            raise Differs(f"{form}: {value!r} is {one!r}, and Python writes {other!r}")


FORMS = {f"decimals {decimals}": (with_decimals(decimals), str.__eq__) for decimals in range(7)}
FORMS |= {"shortest": (shortest, same), "rounded": (rounded, same)}


def look(writer, form, kind, count, seed):
    """How many numbers of a kind have the right texts in a form."""
    values = array("d", [value for value in kind(random.Random(seed), count) if value == value])
    expected, is_same = FORMS[form]
    check(form, values, written(writer, form, values), [expected(value) for value in values], is_same)
    return len(values)


def look_at_thousandths(writer, count, seed):
    rng = random.Random(seed)
    values = array("q", [rng.randrange(-(10 ** rng.randrange(1, 19)), 10 ** rng.randrange(1, 19)) for _ in range(count)] + [0, -(2**63)])
    expected = [f"{Decimal(value).scaleb(-3).normalize():f}" for value in values]
    check("thousandths", values, written(writer, "thousandths", values), expected, str.__eq__)
    return len(values)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--writer", required=True)
    options.add_argument("--count", type=int, default=10_000_000)
    options.add_argument("--seed", type=int, default=2026)
    options = options.parse_args()
    # Some kinds hold a few numbers less than asked for: what is no number has no text.
    part = math.ceil(options.count * 1.01 / (len(FORMS) * len(KINDS) + 1) / 3) * 3
    tasks = [(options.writer, form, kind, part) for form in FORMS for kind in KINDS]
    with Pool() as pool:
        looked = [pool.apply_async(look, (*task, options.seed + index)) for index, task in enumerate(tasks)]
        looked.append(pool.apply_async(look_at_thousandths, (options.writer, part, options.seed)))
        try:
            total = sum(result.get() for result in looked)
        except Differs as found:
            sys.exit(f"numbers: {found}")
    print(f"numbers: {total:,} numbers have the texts that Python gives them")


if __name__ == "__main__":
    main()
