"""Converts texts made to be slow, at one size and at the double: the time must grow with the size.

    growth.py PROGRAM [SIZE]     PROGRAM is the built benchfolio-fuzz

Processor time is measured, the quicker of two runs counts, and three times as long for twice the size still passes. The larger size is that of the largest page that is read.
"""

import os
import subprocess
import sys
import tempfile

LARGEST = 256 * 1024

PIECES = [
    "[", "](", "![", "[]", "*", "*a ", "**a *a", "a**b", "*_", "_ _", "*a_ ", "`", "`a``b", "<", "<!--", "<?", "<!A", "<![CDATA[", "<a b=\"", "</",
    "\\", "&", "&#", "[a](<b", "[a](b", "[a](b \"c", "[a]: b\n", "[a][b]", "[a](", "a]", "<x@y.z>", "> a\n", ">\n", "- a\n", "1) a\n", "- - -\n",
    "* * *\n", "# ", "# a\n", "#a\n\n", "#### ", "===\n", "a\n-\n", "```\n", "~~~\n", "<div>\n", "\n", " ", "\t", "&amp;", "é", "\0", "a  \n",
    "[x](y)", "![x](y)", "![[]()", "- - - - \r", "|", "| ", "|a", "|-", "|a\n|-\n", "|a|\n|-|\n|b|\n", "| a |\n|---|\n| x |\n7. b\n\n", "> |a|\n> |-|\n", "- |a|\n  |-|\n",
    "a\n|-|\n", "a|b\n-|-\n=\n", "|a|\n-\n", "|`\n|-|\n", "\\|", "|\\|", "| [a] |\n|-|\n", "~~~\n|a|\n|-|\n", "|x\n", "[a]: /b\n|[a]|\n|-|\n",
]
HEADS = {
    "a heading of 900 columns over short rows": ("|a" * 900 + "\n" + "|-" * 900 + "\n", "|x\n"),
    "100 items, then blank lines": ("1) " * 100, "\n"),
    "100 quotes, then emphasis": ("> " * 100, "*_"),
    "one definition, then references": ("[a]: /" + "x" * 1000 + "\n\n", "[a]\n"),
}


def seconds(program: str, text: bytes) -> float:
    """The processor time of one conversion, with the program's start."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(text)
        file.flush()
        with open(os.devnull, "w") as nowhere:
            running = subprocess.Popen([program, "-rss_limit_mb=0", "-timeout=300", "-runs=1", file.name], stdout=nowhere, stderr=nowhere,
                                       env={**os.environ, "FUZZ_HARNESS": "convert", "SWIFT_BACKTRACE": "enable=no"})
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = status
    if status:
        sys.exit("the converter failed")
    return usage.ru_utime + usage.ru_stime


def main(program: str, largest: int):
    texts = {repr(piece): ("", piece) for piece in PIECES} | HEADS
    faults = []
    start = min(seconds(program, b"") for _ in range(3))
    def times(head: str, piece: str, size: int) -> tuple[float, float]:
        """The times of a text of half the size and of one of it."""
        one, two = ((head + piece * (part // len(piece))).encode() for part in (size // 2, size))
        once, twice = (min(seconds(program, text) for _ in range(2)) - start for text in (one, two))
        return once, twice

    for name, (head, piece) in texts.items():
        # Where a document's tree leaves the processor's cache, each step takes longer, once. What has no end takes longer ever again.
        for size in (largest, 4 * largest):
            once, twice = times(head, piece, size)
            if twice <= 0.2 or twice <= 3 * once:
                break
        else:
            faults.append(f"{name}: {once:.2f} s, and {twice:.2f} s for twice the size")
    print("\n".join(faults) or f"growth: {len(texts)} texts, each in time that grows with its size")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else LARGEST)
