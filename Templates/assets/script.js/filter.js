// What the rows of a table can be told apart by, read from their own fields: by the heading of a column, the names of the filters
// that it gives, and how each takes its value from the text of a field.
const facets = {
  "Machine": [["machine", "Machine", (text) => text]],
  "Fork and ref": [["fork", "Fork", (text) => text.split("/")[0]], ["ref", "Ref", (text) => text.split("/").slice(1).join("/")]],
  "Ref": [["ref", "Ref", (text) => text]],
  "Version": [["version", "Version", (text) => text]],
  "Build": [["build", "Build", (text) => text]],
  "Against": [["against", "Against", (text) => text]],
};
const verdictWords = { faster: "faster", slower: "slower", same: "no change", unclear: "unclear" };

// "vs. merge base" is merge-base in an address, and "Fork and ref" is fork.
const nameOf = (heading) => heading.textContent.replace(/^vs\. | and ref$/g, "").toLowerCase().replace(/[^a-z0-9.]+/g, "-");

const verdictOf = (cell) => Object.keys(verdictWords).find((word) => cell?.classList.contains(word));

// 3.14 stands for all of 3.14.0, 3.14.0a6 and 3.14.1.
const isOf = (name, value, wanted) => value === wanted || (name === "version" && value.startsWith(wanted + "."));

const isApart = (values) => new Set(values).size > 1;

// The rows of a table with what the filters ask of them, and the filters that tell them apart.
const readRows = (table) => {
  const headings = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: row.textContent.toLowerCase(), values: {}, verdicts: {} }));
  const filters = [];
  headings.forEach((heading, column) => {
    const title = heading.textContent;
    const textOf = ({ row }) => row.cells[column]?.textContent.trim() ?? "";
    for (const [name, label, valueOf] of facets[title] ?? []) {
      rows.forEach((entry) => { entry.values[name] = valueOf(textOf(entry)); });
      if (isApart(rows.map((entry) => entry.values[name]))) filters.push({ name, label });
    }
    if (title === "Date") rows.forEach((entry) => { entry.date = textOf(entry); });
    if (!heading.classList.contains("number")) return;
    const name = nameOf(heading);
    rows.forEach((entry) => {
      const verdict = verdictOf(entry.row.cells[column]);
      if (verdict) entry.verdicts[name] = verdict;
    });
  });
  return { rows, filters };
};

const optionsOf = (rows, { name }) => {
  const values = [...new Set(rows.map((entry) => entry.values[name]))].filter(Boolean);
  values.sort((a, b) => compare(sortKey(a), sortKey(b)));
  if (name !== "version") return values.map((value) => [value, value]);
  const series = values.reverse().map((value) => value.split(".").slice(0, 2).join("."));
  return values.flatMap((value, at) => {
    const isFirstOfMany = series.indexOf(series[at]) === at && series.lastIndexOf(series[at]) > at;
    return isFirstOfMany ? [[series[at], `any ${series[at]}`], [value, value]] : [[value, value]];
  });
};

const matches = (entry, chosen) => {
  const words = (chosen.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.every((word) => entry.text.includes(word))) return false;
  if (!Object.entries(entry.values).every(([name, value]) => !chosen[name] || isOf(name, value, chosen[name]))) return false;
  if (entry.date && ((chosen.from && entry.date < chosen.from) || (chosen.to && entry.date > chosen.to))) return false;
  const column = "against" in entry.values ? undefined : chosen.against;
  if (!chosen.verdict && !column) return true;
  const verdicts = column ? [entry.verdicts[column]] : Object.values(entry.verdicts);
  return verdicts.some((verdict) => verdict && (!chosen.verdict || verdict === chosen.verdict));
};

// The controls that stand above a table. `changed(changes, isSameStep)` is called with what a reader has chosen; the function that is
// returned shows choices in the controls and in the rows.
const makeFilter = (table, box, id, changed) => {
  const { rows, filters } = readRows(table);
  const controls = {};
  const add = (place, name, label, control) => {
    const field = element("div", { className: "field" });
    control.id = `${id}-${name}`;
    field.append(element("label", { htmlFor: control.id, textContent: label }), control);
    place.append(field);
    controls[name] = control;
    return control;
  };
  const addSelect = (place, name, label, options) => {
    const select = add(place, name, label, element("select"));
    select.append(new Option("any", ""), ...options.map(([value, text]) => new Option(text, value)));
    select.addEventListener("change", () => changed({ [name]: select.value }));
  };
  const addDate = (place, name, label, dates) => {
    const input = add(place, name, label, element("input", { type: "date", min: dates[0], max: dates[dates.length - 1] }));
    input.addEventListener("change", () => changed({ [name]: input.value }));
  };

  const words = add(box, "text", "Filter the rows", element("input", { type: "search", autocomplete: "off", spellcheck: false }));
  let isTyping = false;
  words.addEventListener("input", () => {
    changed({ text: words.value.trim() }, isTyping);
    isTyping = true;
  });
  words.addEventListener("blur", () => { isTyping = false; });

  const more = element("details", { className: "fields" });
  more.append(element("summary", { textContent: "Filters" }));
  const fields = element("div");
  more.append(fields);
  for (const filter of filters) addSelect(fields, filter.name, filter.label, optionsOf(rows, filter));
  const verdicts = rows.flatMap((entry) => Object.values(entry.verdicts));
  if (isApart(verdicts)) {
    const words = Object.entries(verdictWords).filter(([word]) => verdicts.includes(word));
    addSelect(fields, "verdict", "Verdict", words);
    const columns = [...table.tHead.rows[0].cells].filter((cell) => rows.some((entry) => nameOf(cell) in entry.verdicts));
    if (columns.length > 1) addSelect(fields, "against", "Against", columns.map((cell) => [nameOf(cell), cell.textContent.replace("vs. ", "")]));
  }
  const dates = rows.map((entry) => entry.date).filter(Boolean).sort();
  if (isApart(dates)) {
    addDate(fields, "from", "From", dates);
    addDate(fields, "to", "To", dates);
  }
  if (fields.children.length) box.append(more);
  more.open = window.matchMedia("(min-width: 40rem)").matches;

  const status = element("p", { className: "status" });
  status.setAttribute("role", "status");
  const clear = element("button", { type: "button", textContent: "Clear", hidden: true });
  clear.addEventListener("click", () => {
    words.focus();
    changed(null);
  });
  box.append(clear, status);
  const period = document.querySelector(".years [aria-current]")?.textContent;
  const reach = `Filters apply to ${period}, and go along to the other pages of this list.`;
  if (period) box.append(element("p", { className: "hint", textContent: reach }));

  // An address may also ask for what tells no rows of this table apart.
  const known = ["text", "verdict", "against", "from", "to", ...Object.keys(rows[0].values)];
  let wasFiltered = false;
  return (chosen) => {
    for (const [name, control] of Object.entries(controls)) {
      const value = chosen[name] ?? "";
      if (control === words ? control.value.trim() === value : control.value === value) continue;
      control.value = value;
      if (control.value === value) continue;
      // An address may ask for what no row has.
      if (control.options) control.append(new Option(value, value, false, true));
    }
    const asked = known.filter((name) => chosen[name]);
    const isFiltered = asked.length > 0;
    if (asked.some((name) => name !== "text")) more.open = true;
    const shown = rows.filter((entry) => {
      entry.row.hidden = !matches(entry, chosen);
      return !entry.row.hidden;
    });
    if (isFiltered) status.textContent = shown.length ? `${shown.length} of ${rows.length}` : `None of ${rows.length} matches.`;
    else status.textContent = wasFiltered ? `All ${rows.length}` : "";
    wasFiltered = isFiltered;
    clear.hidden = !isFiltered && !chosen.sort;
  };
};
