// What the search finds, put together from the index: the counterpart of SearchIndex.swift.

const safePageName = (text) => text.replace(/\+/g, "-dev").replace(/[^A-Za-z0-9._-]/gu, "_");

// What can be found: { kind, name, detail, href, keys, text }. `keys` are the words that name it: a search for one of them finds it
// first. `text` is what else it is found by; what a ref or a benchmark leads to says little about it, and it is not found by that.
// A benchmark is there once for each machine; the later ones are `isRepeated`.
const searchEntry = (kind, name, detail, href, keys, texts = [name]) => ({
  kind, name, detail, href, keys: keys.map((key) => key.toLowerCase()), text: texts.join(" ").toLowerCase(),
});

const searchEntries = (index) => [...namedEntries(index), ...index.sources.flatMap(sourceEntries(index))];

// The machines, forks and benchmarks.
const namedEntries = (index) => {
  const machines = new Map(index.machines.map((machine) => [machine[0], machine]));
  return [
    ...[...machines.values()].map(([name, architecture, system, page = safePageName(name)]) =>
      searchEntry("Machines", name, `${system} ${architecture}`, `machines/${page}/index.html`, [name], [name, system, architecture])),
    ...index.forks.map(([name, page = safePageName(name)]) => searchEntry("Forks", name, "", `forks/${page}/index.html`, [name])),
    ...benchmarkEntries(index),
  ];
};

const benchmarkEntries = (index) => {
  const seen = new Set();
  return index.reports.flatMap(([report, title, machine, numbers]) => numbers.map((number) => {
    const benchmark = index.benchmarks[number];
    const [name, id] = typeof benchmark === "string" ? [benchmark, safePageName(benchmark)] : benchmark;
    const entry = searchEntry("Benchmarks", name, title, `runs/${report}#b-${id}`, [name], [name, machine]);
    return { ...entry, isRepeated: seen.size === seen.add(name).size };
  }));
};

// The commit, the ref and the runs of one source after another, the newest first: a ref leads to its newest commit.
const sourceEntries = (index) => {
  const pages = new Map(index.commits);
  const seen = new Set();
  const isNew = (key) => !seen.has(key) && seen.add(key);
  return ([hash, date, versionNumber, forkNumber, refNumber, runs, otherDay]) => {
    const [fork, ref, version] = [index.forks[forkNumber][0], index.refs[refNumber], index.versions[versionNumber]];
    const day = otherDay || `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
    // A run of a commit and not of a branch has the commit's hash for a ref.
    const branch = ref.startsWith(hash) && /^[0-9a-f]+$/i.test(ref) ? fork : `${fork}/${ref}`;
    const commitPage = `commits/${pages.get(hash) || safePageName(hash)}/index.html`;
    const entries = [];
    if (isNew("commit " + hash)) {
      entries.push(searchEntry("Commits", hash, `${branch} ${version}, ${day}`, commitPage, [hash], [hash, branch, ref, version, day]));
    }
    if (branch !== fork && isNew("ref " + branch)) {
      entries.push(searchEntry("Refs", branch, `newest commit ${hash}, ${day}`, commitPage, [ref, branch]));
    }
    for (const run of runs) {
      const [number, page] = typeof run === "number" ? [run] : run;
      const [machine, architecture, system] = index.machines[number % index.machines.length];
      const [flags, shown] = index.flags[Math.floor(number / index.machines.length)];
      const parts = [date, machine, architecture, fork, ref, version, hash, flags].filter(Boolean);
      const name = `${hash} ${branch} ${version} ${shown || "default"}`;
      entries.push(searchEntry("Runs", name, `on ${machine}, ${day}`, `runs/${page || safePageName(parts.join("-"))}/index.html`,
        [hash], [name, machine, day, architecture, system, flags, ref]));
    }
    return entries;
  };
};

// How well an entry answers a word: 0 it is its name, 1 its name begins so, 2 the word stands somewhere, 3 not at all.
// A whole hash or branch finds what the index knows the beginning of: hashes are cut to 7 digits, refs to 20 characters.
const answerRank = (entry, word) => {
  let rank = entry.text.includes(word) ? 2 : 3;
  for (const key of entry.keys) {
    if (key === word || (word.startsWith(key) && (key.length === 20 || (key.length >= 7 && /^[0-9a-f]+$/.test(word))))) return 0;
    if (key.startsWith(word)) rank = 1;
  }
  return rank;
};

// A machine's name finds no benchmark by itself. Who asks for one by its whole name is led to it on every machine, or on the one that is
// named beside it; others are shown which benchmarks there are.
const isBenchmarkMeant = (entry, words, ranks) =>
  words.some((word) => entry.keys[0].includes(word)) && (!entry.isRepeated || ranks.includes(0) || words.length > 1);

// The entries that answer every word, in groups by kind: the kind with the best answer first, and in it the best, then the newest.
const searchAnswers = (entries, text) => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map(["Commits", "Machines", "Forks", "Refs", "Benchmarks", "Runs"].map((kind) => [kind, []]));
  if (!words.length) return { count: 0, groups: [] };
  let count = 0;
  for (const entry of entries) {
    const ranks = words.map((word) => answerRank(entry, word));
    if (ranks.includes(3) || (entry.kind === "Benchmarks" && !isBenchmarkMeant(entry, words, ranks))) continue;
    count += 1;
    groups.get(entry.kind).push({ entry, rank: Math.min(...ranks) });
  }
  const found = [...groups].filter(([, answers]) => answers.length).map(([kind, answers]) => {
    answers.sort((a, b) => a.rank - b.rank);
    return { kind, rank: answers[0].rank, entries: answers.map((answer) => answer.entry) };
  });
  return { count, groups: found.sort((a, b) => a.rank - b.rank) };
};

