// The search in the header of every page: a box, and below it what it finds. The index is asked for when the box is first used.

const ANSWERS_OF_A_KIND = 6;

const marked = (node, attributes) => {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};

const makeSearch = (header) => {
  const root = document.body.dataset.root;
  const box = marked(element("div", { className: "search" }), { role: "search" });
  const label = element("label", { htmlFor: "search", className: "unseen", textContent: "Find a run, commit, branch, machine, fork or benchmark" });
  const input = marked(element("input", { id: "search", type: "search", autocomplete: "off", spellcheck: false }), {
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "found",
  });
  const panel = element("div", { className: "panel", hidden: true });
  const list = marked(element("div", { id: "found" }), { role: "listbox", "aria-label": "What was found" });
  const status = marked(element("p", { className: "status" }), { role: "status" });
  panel.append(list);
  box.append(label, input, panel, status);
  // On a phone the box stands beside the site's name, elsewhere behind the links; the order of the keyboard is the one that is seen.
  const narrow = window.matchMedia("(max-width: 40rem)");
  const place = () => { if (narrow.matches) header.querySelector("nav").before(box); else header.append(box); };
  narrow.addEventListener("change", place);
  place();

  let entries = null;
  let wanted = false;
  let options = [];
  let selected = -1;

  // A script tag and not a fetch: this also works for a site opened from a folder.
  const load = () => {
    if (window.benchfolioSearch) return;
    window.benchfolioSearch = (index) => {
      entries = searchEntries(index);
      show();
      if (wanted && options.length) options[0].click();
    };
    const script = element("script", { src: root + "assets/search-index.js" });
    script.onerror = () => { status.textContent = "The search index of this site cannot be loaded."; };
    document.head.append(script);
  };

  const select = (next) => {
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === next)));
    selected = next;
    if (next < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[next].id);
    options[next].scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    select(-1);
  };

  const optionOf = (entry) => {
    const option = marked(element("a", { id: "found-" + options.length, href: root + entry.href, tabIndex: -1 }), { role: "option" });
    option.append(element("bdi", { textContent: entry.name }), " ", element("bdi", { className: "detail", textContent: entry.detail }));
    option.addEventListener("click", close);
    options.push(option);
    return option;
  };

  const groupOf = ({ kind, entries: answers }) => {
    const isCut = answers.length > ANSWERS_OF_A_KIND;
    const textContent = isCut ? `${kind}, ${ANSWERS_OF_A_KIND} of ${answers.length}` : kind;
    const heading = marked(element("p", { id: "found-" + kind, textContent }), { role: "presentation" });
    const group = marked(element("div"), { role: "group", "aria-labelledby": heading.id });
    group.append(heading, ...answers.slice(0, ANSWERS_OF_A_KIND).map(optionOf));
    return group;
  };

  const show = () => {
    options = [];
    const text = input.value.trim();
    if (!text || !entries) {
      list.replaceChildren();
      status.textContent = "";
      return close();
    }
    const { count, groups } = searchAnswers(entries, text);
    list.replaceChildren(...groups.map(groupOf));
    status.textContent = count ? `${count} found` : "Nothing found";
    panel.hidden = !count;
    input.setAttribute("aria-expanded", String(count > 0));
    select(count ? 0 : -1);
  };

  const move = (step) => {
    if (panel.hidden) show();
    else if (options.length) select((selected + step + options.length) % options.length);
  };

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      wanted = !entries && input.value.trim() !== "";
      if (panel.hidden) show();
      else if (selected >= 0) options[selected].click();
    },
    // A first Escape closes, a second one empties the box, a third leaves it.
    Escape: () => {
      if (!panel.hidden) return close();
      if (!input.value) return input.blur();
      input.value = "";
      show();
    },
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", () => { wanted = false; show(); });
  // What is clicked must not take the focus before it is.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("blur", () => { close(); status.textContent = ""; });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  return input;
};

// The key `/` leads to the search. Whoever speaks to the browser, or strikes keys by accident, can turn it off at the foot of a page.
const makeSlashKey = (input, footer) => {
  const name = "benchfolio-slash";
  // Some browsers keep nothing for a page that was opened from a folder, or where the reader wants it so: then it holds for this page.
  const kept = (act) => { try { return act(window.localStorage); } catch { return null; } };
  let isOn = kept((storage) => storage.getItem(name)) !== "off";
  const line = element("p", { className: "shortcut" });
  const words = element("span");
  const button = element("button", { type: "button" });
  const say = () => {
    if (isOn) input.setAttribute("aria-keyshortcuts", "/"); else input.removeAttribute("aria-keyshortcuts");
    input.placeholder = isOn && window.matchMedia("(hover: hover) and (min-width: 40rem)").matches ? "Press / to search" : "Search";
    words.textContent = isOn ? "The key / leads to the search. " : "The key / does not lead to the search. ";
    button.textContent = isOn ? "Turn the key off" : "Turn the key on";
  };
  button.addEventListener("click", () => {
    isOn = !isOn;
    kept((storage) => storage.setItem(name, isOn ? "on" : "off"));
    say();
  });
  document.addEventListener("keydown", (event) => {
    if (!isOn || event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  say();
  line.append(words, button);
  footer.append(line);
};

for (const header of document.querySelectorAll("header.top")) {
  makeSlashKey(makeSearch(header), document.querySelector("body > footer"));
}

