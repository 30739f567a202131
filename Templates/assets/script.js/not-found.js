// The page for addresses that lead nowhere: the last part of an address may be the beginning of a commit's hash, and leads to its page.
const findCommit = (words) => {
  const parts = location.pathname.split("/").filter((part) => part && part !== "index.html");
  const wanted = (parts.pop() || "").replace(/\.html$/i, "").toLowerCase();
  if (!/^[0-9a-f]{4,40}$/.test(wanted)) return;
  const root = document.body.dataset.root;
  const page = (name) => `${root}commits/${name}/index.html`;

  // A row is the name of a page, which is the short hash, and the full hash where it is known.
  const isMeant = ([name, ...full]) => {
    const short = name.toLowerCase().split("~")[0];
    return [short, ...full].some((hash) => hash.toLowerCase().startsWith(wanted))
      || (!full.length && short.length >= 7 && wanted.startsWith(short));
  };

  window.benchfolioCommits = (rows) => {
    const found = rows.map((row) => row.split(" ")).filter(isMeant);
    if (found.length === 1 && page(found[0][0]) !== location.pathname) return location.replace(page(found[0][0]));
    words.textContent = found.length > 1
      ? `${found.length} commits begin with ${wanted}:`
      : `No commit of this archive begins with ${wanted}.`;
    if (found.length < 2) return;
    const list = element("ul", { className: "commits" });
    for (const [name, full] of found) {
      const item = element("li");
      item.append(element("a", { href: page(name), textContent: full || name }));
      list.append(item);
    }
    words.after(list);
  };
  const script = element("script", { src: root + "assets/commits.js" });
  script.onerror = () => { words.textContent = "The list of this site's commits cannot be loaded."; };
  document.head.append(script);
};

document.querySelectorAll(".lost").forEach(findCommit);
