// Benchfolio. Everything works without this script; it adds sorting and filtering of tables, and the search of the home page.
(() => {
  "use strict";

  const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

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

  const makeFilterable = (table, number) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 12) return;
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const id = "filter-" + number;
    const box = element("div", { className: "filter" });
    const label = element("label", { htmlFor: id, textContent: "Filter the rows" });
    const input = element("input", { id, type: "search", autocomplete: "off", spellcheck: false });
    const status = element("span");
    status.setAttribute("role", "status");
    box.append(label, input, status);
    table.closest(".scroll").before(box);
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const matches = words.every((word) => texts[index].includes(word));
        row.hidden = !matches;
        shown += matches ? 1 : 0;
      });
      status.textContent = words.length ? `${shown} of ${rows.length}` : "";
    });
  };

  const makeSearch = (box) => {
    const input = box.querySelector("input");
    const list = element("ul", { id: "found", hidden: true, role: "listbox", ariaLabel: "Pages found" });
    const status = element("p", { className: "status", role: "status" });
    box.append(list, status);
    Object.assign(input, { role: "combobox", ariaExpanded: "false", ariaAutoComplete: "list" });
    input.setAttribute("aria-controls", "found");
    const root = document.body.dataset.root;
    let index = null;
    let selected = -1;
    box.hidden = false;

    // A script tag and not a fetch: this also works for a site opened from a folder.
    const load = () => {
      if (index) return;
      index = [];
      window.benchfolioSearch = (rows) => {
        index = rows.map(([text, href, kind, more = ""]) => ({ text, href, kind, key: (text + " " + more).toLowerCase() }));
        show();
      };
      const script = element("script", { src: root + "assets/search-index.js" });
      script.onerror = () => { status.textContent = "The search index of this site cannot be loaded."; };
      document.head.append(script);
    };

    const select = (next) => {
      const items = [...list.children];
      selected = items.length ? (next + items.length) % items.length : -1;
      items.forEach((item, at) => item.setAttribute("aria-selected", String(at === selected)));
      if (selected < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", items[selected].id);
      items[selected].scrollIntoView({ block: "nearest" });
    };

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      selected = -1;
    };

    const show = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      close();
      list.replaceChildren();
      status.textContent = "";
      if (!words.length || !index) return;
      const found = index.filter((row) => words.every((word) => row.key.includes(word)));
      status.textContent = found.length ? `${found.length} found${found.length > 20 ? ", the first 20 are shown" : ""}` : "Nothing found";
      found.slice(0, 20).forEach((row, at) => {
        const item = element("li", { id: "found-" + at });
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.append(row.text, element("span", { textContent: row.kind }));
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => { location.href = root + row.href; });
        item.dataset.href = root + row.href;
        list.append(item);
      });
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(found.length > 0));
    };

    input.addEventListener("focus", load);
    input.addEventListener("input", show);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) show();
        select(selected + (event.key === "ArrowDown" ? 1 : selected < 0 ? 0 : -1));
      } else if (event.key === "Enter" && list.children.length) {
        location.href = list.children[Math.max(selected, 0)].dataset.href;
      } else if (event.key === "Escape") {
        close();
      }
    });
  };

  document.querySelectorAll("table.listing").forEach((table, number) => {
    if (table.tBodies[0].rows.length > 5) makeSortable(table);
    makeFilterable(table, number);
  });
  document.querySelectorAll(".search").forEach(makeSearch);
})();
