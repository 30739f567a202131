// What a field is sorted by. "1.04x slower" stands below "1.04x faster": by the logarithm of its ratio, and so does "unclear 0.99x",
// whose notes may stand between: "unclear a b 0.99x".
// What has no change is 1. Sizes such as "264 ms", "3.1 % less" and plain numbers go by their value, versions as releases follow
// each other: 3.9.1, 3.14.0a6, 3.14.0a6+, 3.14.0b1, 3.14.0.
const sortKey = (text) => {
  const ratio = /^([\d.]+)x (faster|slower)/.exec(text);
  if (ratio) return (ratio[2] === "faster" ? 1 : -1) * Math.log(Number(ratio[1]));
  const unclear = /^unclear (?:[a-z]+ )*([\d.]+)x/.exec(text);
  if (unclear) return Math.log(Number(unclear[1]));
  if (text.startsWith("no change")) return 0;
  const share = /^(unclear )?([+−]?)([\d.]+) %(?: (more|less))?/.exec(text);
  if (share && (share[1] || share[4])) return (share[2] === "−" || share[4] === "less" ? -1 : 1) * Number(share[3]);
  const version = /^(\d+)\.(\d+)\.(\d+\+?)(?:(a|b|rc)(\d+\+?))?$/.exec(text);
  if (version) {
    const [, major, minor, micro, phase = "~", number = ""] = version;
    const pad = (part) => part.replace("+", "0").padStart(6, "0");
    return `${pad(major)}.${pad(minor)}.${pad(micro)}${phase}${pad(number)}`;
  }
  const number = /^[+-]?[\d.]+(?=[x%]?$|\s)/.exec(text);
  return number && /^[+-]?\d*\.?\d+$/.test(number[0]) ? Number(number[0]) : text;
};

const compare = (a, b) => {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
};

// What has no value stands last in either direction: words among numbers, and behind them empty fields.
const rankOf = (key, isNumber) => (key === "" ? 2 : isNumber && typeof key === "string" ? 1 : 0);

// Makes the headings of a table buttons. `chosen(column, isDescending)` is called when a reader has pressed one; the function that is
// returned sorts in the same way without a press, and brings the rows back into their first order for column -1.
const makeSortable = (table, chosen = () => {}) => {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headings = [...table.tHead.rows[0].cells];

  const sort = (column, isDescending) => {
    headings.forEach((heading, at) => {
      if (at !== column) heading.removeAttribute("aria-sort");
      else heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
    });
    if (column < 0) return body.append(...rows);
    const isNumber = headings[column].classList.contains("number");
    const sign = isDescending ? -1 : 1;
    const keyed = rows.map((row) => {
      const key = sortKey(row.cells[column]?.textContent.trim() ?? "");
      return { row, key, rank: rankOf(key, isNumber) };
    });
    keyed.sort((a, b) => a.rank - b.rank || sign * compare(a.key, b.key));
    body.append(...keyed.map(({ row }) => row));
  };

  headings.forEach((heading, column) => {
    const button = element("button", { type: "button" });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      // Numbers start with the largest: the fastest is what a reader looks for.
      const was = heading.getAttribute("aria-sort");
      const isDescending = was ? was === "ascending" : heading.classList.contains("number");
      sort(column, isDescending);
      chosen(column, isDescending);
    });
  });
  return sort;
};
