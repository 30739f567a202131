// A long table comes without what a script can put in: links to the reports, which stand beside the row's run, and the names of
// columns that a phone shows beside their fields.
const complete = (table) => {
  const headings = [...table.tHead.rows[0].cells];
  for (const row of table.tBodies[0].rows) {
    const folder = row.cells[0].querySelector("a")?.getAttribute("href").replace(/[^/]*$/, "");
    headings.forEach((heading, column) => {
      const cell = row.cells[column];
      if (!heading.dataset.file || !cell) return;
      if (!cell.textContent.trim()) return cell.replaceChildren();
      cell.dataset.label = heading.textContent;
      if (!folder || cell.querySelector("a")) return;
      const link = element("a", { href: folder + heading.dataset.file, textContent: cell.firstChild.textContent.trim() });
      cell.firstChild.replaceWith(link, " ");
    });
  }
  table.classList.remove("plain");
};

// On a phone a row is a card and the headings are out of sight: the same by a list.
const makeSortList = (table, box, id, changed) => {
  const select = element("select", { id });
  select.append(new Option("as listed", ""));
  for (const heading of table.tHead.rows[0].cells) {
    for (const [sign, order] of [["", "ascending"], ["-", "descending"]]) {
      select.append(new Option(`${heading.textContent}, ${order}`, sign + nameOf(heading)));
    }
  }
  select.addEventListener("change", () => changed(select.value));
  const field = element("div", { className: "field sort" });
  field.append(element("label", { htmlFor: id, textContent: "Sort by" }), select);
  box.append(field);
  return select;
};

// The bars of runs that are filtered away step back.
const dimBars = (rows) => {
  const bars = [...document.querySelectorAll(".columns a")];
  if (!bars.length) return;
  const links = rows.filter((row) => !row.hidden).flatMap((row) => [...row.querySelectorAll("a")]);
  const shown = new Set(links.map((link) => link.getAttribute("href")));
  bars.forEach((bar) => bar.classList.toggle("away", !shown.has(bar.getAttribute("href"))));
};

// The caption says in which order the rows stand.
const makeCaption = (table) => {
  const frame = table.closest(".scroll");
  const listed = table.caption.textContent;
  return (text = listed) => {
    table.caption.textContent = text;
    frame.setAttribute("aria-label", text);
  };
};

// The choices of a page's second table, and of those after it, carry its number: sort.2=date.
const ofTable = (number) => {
  const suffix = number ? `.${number + 1}` : "";
  const rename = (choices, from, to) =>
    Object.fromEntries(
      Object.entries(choices)
        .filter(([name]) => name.endsWith(from))
        .map(([name, value]) => [name.slice(0, name.length - from.length) + to, value]));
  return { read: (choices) => rename(choices, suffix, ""), write: (choices) => rename(choices, "", suffix) };
};

const nothing = Object.fromEntries(
  ["text", "verdict", "against", "from", "to", "sort", ...Object.values(facets).flat().map(([name]) => name)].map((name) => [name, ""]));

const makeListing = (table, number) => {
  if (table.classList.contains("plain")) complete(table);
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 3) return;
  const { read, write } = ofTable(number);
  const headings = [...table.tHead.rows[0].cells];
  const names = headings.map(nameOf);
  const change = (changes, isSameStep) => choices.change(write(changes ?? nothing), isSameStep);
  const id = "rows-" + number;
  const box = element("form", { className: "filter" });
  box.addEventListener("submit", (event) => event.preventDefault());

  const caption = makeCaption(table);
  const filter = rows.length < 12 ? null : makeFilter(table, box, id, change);
  const hasList = rows.length > 5 && !table.classList.contains("problems");
  const list = hasList ? makeSortList(table, box, id + "-sort", (sort) => change({ sort })) : null;
  const sort = makeSortable(table, (column, isDescending) => change({ sort: (isDescending ? "-" : "") + names[column] }));
  if (!filter) box.classList.add("sort");
  if (filter || list) table.closest(".scroll").before(box);

  let sorted = "";
  choices.follow((all) => {
    const chosen = read(all);
    const column = names.indexOf((chosen.sort ?? "").replace(/^-/, ""));
    const wanted = column < 0 ? "" : chosen.sort;
    if (wanted !== sorted) {
      const isDescending = wanted.startsWith("-");
      sort(column, isDescending);
      caption(wanted ? `By ${headings[column].textContent}, ${isDescending ? "descending" : "ascending"}` : undefined);
    }
    sorted = wanted;
    if (list) list.value = wanted;
    filter?.(chosen);
    if (filter && !number) dimBars(rows);
  });
};

document.querySelectorAll("table.listing").forEach(makeListing);

// A filtered list stays filtered on its other pages.
const years = [...document.querySelectorAll(".years a")].map((link) => [link, link.getAttribute("href")]);
choices.follow((_, text) => {
  for (const [link, href] of years) link.setAttribute("href", text ? `${href}#${text}` : href);
});
choices.start();
