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

document.querySelectorAll(".search").forEach(makeSearch);
