// The table of a report page: filters, sorting, links to its rows and from the chart's bars, copies. The page does without all of it.

const svgNamespace = "http://www.w3.org/2000/svg";

// The tags stand in the classic report below, each with a heading, a table and, of those it hides, a list.
const tagsOfReport = () => {
  const tags = new Map();
  for (const heading of document.querySelectorAll(".report h3[id^=report-benchmarks-with-tag-]")) {
    const name = /'(.*)'/.exec(heading.textContent);
    const names = new Set();
    for (let part = heading.nextElementSibling; part && !part.matches("h3"); part = part.nextElementSibling) {
      for (const cell of part.querySelectorAll("tbody td:first-child")) names.add(cell.textContent);
      const hidden = /^Benchmarks? hidden .*?\): (.*)$/m.exec(part.textContent);
      if (hidden) for (const one of hidden[1].split(", ")) names.add(one);
    }
    if (name) tags.set(name[1], names);
  }
  return tags;
};

// "1.19x slower (1.13–1.25)": the logarithm of the ratio, below 0 where the head is slower or takes more.
const changeOf = (text) => {
  const found = /^([\d.]+)x(?: (faster|slower|more|less))?/.exec(text);
  if (!found) return null;
  return (found[2] === "slower" || found[2] === "more" ? -1 : 1) * Math.log(Number(found[1]));
};

const rowOf = (row) => {
  const [name, verdict, measured, visible, memory] = [...row.cells].map((cell) => cell.textContent);
  const change = changeOf(measured);
  return {
    row, name, texts: [...row.cells].map((cell) => cell.textContent),
    word: row.cells[1].className === "f" ? "faster" : row.cells[1].className === "s" ? "slower" : "",
    isHint: verdict.includes("another run"), size: 100 * (Math.exp(Math.abs(change)) - 1),
    keys: [name, verdict, change, parseFloat(visible), memory === undefined ? "" : changeOf(memory) ?? memory],
  };
};

// A text after every number, and nothing after every text.
const compareKeys = (a, b) => {
  const rank = (key) => (typeof key === "number" ? 0 : key ? 1 : 2);
  if (rank(a) !== rank(b)) return [rank(a) - rank(b), true];
  return [a < b ? -1 : a > b ? 1 : 0, false];
};

const sortRows = (table, rows) => {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = element("button", { type: "button" });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const was = heading.getAttribute("aria-sort");
      const descending = was ? was === "ascending" : column > 1;
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      rows.sort((a, b) => {
        const [order, isFixed] = compareKeys(a.keys[column], b.keys[column]);
        return isFixed || !descending ? order : -order;
      });
      table.tBodies[0].append(...rows.map(({ row }) => row));
    });
  });
};

const plainMarkdown = (text) => text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");

const markdownOf = (lines) => {
  const line = (cells) => `| ${cells.map(plainMarkdown).join(" | ")} |\n`;
  return line(lines[0]) + line(lines[0].map(() => "---")).replaceAll("\\", "") + lines.slice(1).map(line).join("");
};

// A spreadsheet runs what looks like a formula: such a text gets an apostrophe before it.
const csvOf = (lines) => {
  const cell = (text) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return lines.map((cells) => cells.map(cell).join(",") + "\r\n").join("");
};

// Where the page may not write to the clipboard by itself, the text is selected in a box, for the old way and for the reader's hand.
const copyText = async (text, box) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", { value: text, readOnly: true, rows: 8, ariaLabel: "The table as text" });
    box.querySelector("textarea")?.remove();
    box.append(area);
    area.focus();
    area.select();
    return document.execCommand("copy");
  }
};

const labelled = (text, control) => {
  const label = element("label", { textContent: text + " " });
  label.append(control);
  return label;
};

const choiceOf = (options) => {
  const choice = element("select");
  choice.append(...options.map(([value, text]) => element("option", { value, textContent: text })));
  return choice;
};

const filterControls = (tags) => ({
  only: ["Show", choiceOf([["", "all"], ["slower", "slower"], ["faster", "faster"], ["changed", "slower and faster"], ["hint", "worth another run"]])],
  over: ["Change over, %", element("input", { type: "number", min: "0", step: "any", inputMode: "decimal" })],
  ...(tags.size > 0 && { tag: ["Tag", choiceOf([["", "any"], ...[...tags.keys()].map((tag) => [tag, tag])])] }),
  name: ["Name", element("input", { type: "search", autocomplete: "off", spellcheck: false })],
});

const passes = (one, state, tags) =>
  (!state.only || (state.only === "hint" ? one.isHint : state.only === "changed" ? one.word : one.word === state.only))
  && (!(Number(state.over) > 0) || one.size > Number(state.over))
  && (!state.tag || !tags.has(state.tag) || tags.get(state.tag).has(one.name))
  && (state.name ?? "").toLowerCase().split(/\s+/).every((word) => one.name.toLowerCase().includes(word));

// One stop of the tab key leads into a box with many links, and the arrow keys from one to the next. `links()` are those that are shown,
// in their order; the function that is returned is called when others are.
const makeOneStop = (box, links) => {
  const stop = (link) => {
    for (const other of box.querySelectorAll("a[tabindex='0']")) other.setAttribute("tabindex", "-1");
    link?.setAttribute("tabindex", "0");
  };
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = step ? links() : [];
    const at = all.indexOf(document.activeElement);
    if (at < 0 || !all[at + step]) return;
    event.preventDefault();
    stop(all[at + step]);
    all[at + step].focus();
  });
  const begin = () => stop(links()[0]);
  begin();
  return begin;
};

// A bar's name leads to its row, and says to those who only hear it what the bar shows. An image may hold no links, so the chart becomes
// a group.
const linkBars = (chart, rows) => {
  const byName = new Map(rows.map((one) => [one.name, one]));
  const links = [];
  for (const text of chart.querySelectorAll(".name text")) {
    const title = text.querySelector("title");
    const one = byName.get((title ?? text).textContent);
    if (!one || !one.row.id) continue;
    const link = document.createElementNS(svgNamespace, "a");
    link.setAttribute("href", "#" + one.row.id);
    link.setAttribute("tabindex", "-1");
    link.setAttribute("aria-label", `${one.name}: ${one.texts[2]}`);
    link.id = "bar-" + one.row.id.slice(2);
    text.replaceWith(link);
    link.append(text);
    one.bar = link;
    links.push(link);
  }
  const place = (link) => Number(link.firstElementChild.getAttribute("y"));
  links.sort((a, b) => place(a) - place(b));
  if (!links.length) return;
  chart.setAttribute("role", "group");
  for (const part of chart.querySelectorAll(".axis, .label, svg[viewBox]")) part.setAttribute("aria-hidden", "true");
  for (const part of chart.querySelectorAll("svg:not([viewBox])")) part.setAttribute("role", "presentation");
  makeOneStop(chart, () => links);
};

// The name of a row is that of its benchmark, whatever leads away from there.
const linkRows = (rows) => {
  for (const { row, name, bar } of rows) {
    if (!row.id) continue;
    row.cells[0].ariaLabel = name;
    row.cells[0].append(" ", element("a", { className: "place", href: "#" + row.id, tabIndex: -1, textContent: "#", ariaLabel: "Link to " + name }));
    if (bar) row.cells[0].append(" ", element("a", { className: "place", href: "#" + bar.id, tabIndex: -1, textContent: "↑", ariaLabel: name + " in the chart" }));
  }
};

const makeReportTable = (table) => {
  const rows = [...table.tBodies[0].rows].map(rowOf);
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  const tags = tagsOfReport();
  const controls = filterControls(tags);
  const box = element("div", { className: "tools", role: "group", ariaLabel: "Filter and copy the table" });
  const shown = element("span", { role: "status" });
  const said = element("span", { role: "status" });
  const state = () => Object.fromEntries(Object.entries(controls).map(([key, [, control]]) => [key, control.value]).filter(([, value]) => value));
  const show = () => {
    let count = 0;
    for (const one of rows) count += (one.row.hidden = !passes(one, state(), tags)) ? 0 : 1;
    shown.textContent = count < rows.length ? `${count} of ${rows.length} shown` : "";
    said.textContent = "";
  };
  const filter = () => {
    show();
    const fragment = new URLSearchParams(state()).toString();
    history.replaceState(history.state, "", fragment ? "#" + fragment : location.pathname.split("/").pop() + location.search);
  };
  const clear = () => {
    for (const [, control] of Object.values(controls)) control.value = "";
    show();
  };
  // Where it is pasted, nothing else says what was compared. A file's place is nobody else's business.
  const title = () => {
    const [heading, verdict] = ["h1", ".verdict"].map((part) => plainMarkdown(document.querySelector(part).textContent));
    const link = location.protocol === "file:" ? heading : `[${heading}](${location.href.split("#")[0]})`;
    return `${link}: ${verdict}\n\n`;
  };
  const copy = (kind, text) => {
    const button = element("button", { type: "button", textContent: "Copy as " + kind });
    button.addEventListener("click", async () => {
      const lines = [heads, ...rows.filter(({ row }) => !row.hidden).map(({ texts }) => texts)];
      said.textContent = await copyText(text(lines), box) ? `${lines.length - 1} rows copied` : "Copy the selected text";
    });
    return button;
  };
  // An address leads to a row or a bar, whatever is filtered or folded; or it names a filter.
  const go = () => {
    const fragment = location.hash.slice(1);
    const target = fragment && document.getElementById(fragment);
    if (!fragment && Object.keys(state()).length) return clear();
    if (!target && fragment.includes("=")) {
      const wanted = new URLSearchParams(fragment);
      for (const [key, [, control]] of Object.entries(controls)) control.value = wanted.get(key) ?? "";
      return show();
    }
    if (!target || !(target.closest(".verdicts tbody") || target.closest(".bars"))) return;
    if (target.hidden) clear();
    const fold = target.closest("details");
    if (fold) fold.open = true;
    target.scrollIntoView({ block: "center" });
  };

  box.append(...Object.values(controls).map(([text, control]) => labelled(text, control)), shown,
    copy("Markdown", (lines) => title() + markdownOf(lines)), copy("CSV", csvOf), said);
  for (const [, control] of Object.values(controls)) control.addEventListener("input", filter);
  const frame = table.closest(".scroll");
  frame.before(box);
  sortRows(table, rows);
  for (const chart of frame.closest("main").querySelectorAll("[aria-labelledby=chart] .bars")) linkBars(chart, rows);
  linkRows(rows);
  const findStop = makeOneStop(table.tBodies[0], () => [...table.tBodies[0].querySelectorAll("tr:not([hidden]) .place")]);
  for (const [, control] of Object.values(controls)) control.addEventListener("input", findStop);
  addEventListener("hashchange", go);
  go();
};

document.querySelectorAll("table.verdicts").forEach(makeReportTable);
