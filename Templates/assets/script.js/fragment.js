// What a reader has chosen stands in the address, so that a view can be kept and shared: #fork=python&verdict=slower&sort=-date.
// An anchor such as #runs has no "=", and leaves the choices as they are.
const choices = (() => {
  const listeners = [];
  let chosen = {};
  let text = "";

  const write = (value) => encodeURIComponent(value).replace(/%20/g, "+").replace(/%2F/g, "/").replace(/%2C/g, ",");
  const inHash = () => (location.hash.includes("=") ? location.hash.slice(1) : null);

  const adopt = (next) => {
    chosen = Object.fromEntries([...new URLSearchParams(next)].filter(([, value]) => value));
    text = next;
    listeners.forEach((listener) => listener(chosen, text));
  };

  // The entry of an anchor remembers the choices as well, for the way back.
  const remember = () => history.replaceState({ ...history.state, choices: text }, "");

  window.addEventListener("hashchange", () => {
    adopt(history.state?.choices ?? inHash() ?? (location.hash ? text : ""));
    remember();
  });

  return {
    // Calls a listener with the choices, now and whenever they change.
    follow: (listener) => {
      listeners.push(listener);
      listener(chosen, text);
    },
    // Changes some of the choices; an empty one is none. What is typed letter by letter is one step on the way back.
    change: (changes, isSameStep = false) => {
      const next = Object.entries({ ...chosen, ...changes }).filter(([, value]) => value);
      const written = next.map(([name, value]) => `${name}=${write(value)}`).join("&");
      if (written === text) return;
      const address = written ? "#" + written : location.pathname + location.search;
      history[isSameStep ? "replaceState" : "pushState"]({ choices: written }, "", address);
      adopt(written);
    },
    start: () => {
      adopt(inHash() ?? history.state?.choices ?? "");
      remember();
    },
  };
})();
