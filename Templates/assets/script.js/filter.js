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

document.querySelectorAll("table.listing").forEach(makeFilterable);

