// "1.04x slower" sorts below "1.04x faster": by the logarithm of its ratio, and so does "unclear 0.99x". What has no change is 1.
// Sizes such as "264 ms" and plain numbers by their value.
const sortKey = (text) => {
  const ratio = /^([\d.]+)x (faster|slower)/.exec(text);
  if (ratio) return (ratio[2] === "faster" ? 1 : -1) * Math.log(Number(ratio[1]));
  const unclear = /^unclear (?:\d+ )*([\d.]+)x/.exec(text);
  if (unclear) return Math.log(Number(unclear[1]));
  if (text.startsWith("no change")) return 0;
  const number = /^[+-]?[\d.]+(?=[x%]?$|\s)/.exec(text);
  return number && /^[+-]?\d*\.?\d+$/.test(number[0]) ? Number(number[0]) : text;
};

const compare = (a, b) => {
  if (a === "" || b === "") return (a === "") - (b === "");
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
};

const makeSortable = (table) => {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = element("button", { type: "button" });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      // Numbers start with the largest: the fastest is what a reader looks for.
      const isNumber = heading.classList.contains("number");
      const was = heading.getAttribute("aria-sort");
      const descending = was ? was === "ascending" : isNumber;
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const sign = descending ? -1 : 1;
      const rows = [...body.rows].map((row) => [sortKey(row.cells[column].textContent.trim()), row]);
      rows.sort(([a], [b]) => (a === "" || b === "" ? compare(a, b) : sign * compare(a, b)));
      body.append(...rows.map(([, row]) => row));
    });
  });
};

for (const table of document.querySelectorAll("table.listing")) {
  if (table.tBodies[0].rows.length > 5) makeSortable(table);
}

