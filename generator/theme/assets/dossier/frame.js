// The frame of every page: light or dark, the section that is being read, the way back after following a citation,
// everything open on paper.
// Without it the colours are those of the reader's system, and the browser's own way back leads back.
(() => {
  const remember = (store, name, value) => { try { window[store].setItem(name, value); } catch { /* nothing is kept */ } };
  const recall = (store, name) => { try { return window[store].getItem(name); } catch { return null; } };

  // -- Light or dark: the reader's system's choice, until the reader makes one ---------------------------------------
  const button = document.querySelector(".scheme-switch");
  const system = matchMedia("(prefers-color-scheme: dark)");

  function show(isDark) {
    document.body.dataset.mdColorScheme = isDark ? "slate" : "default";
    button.setAttribute("aria-pressed", isDark);
  }

  if (button) {
    button.hidden = false;
    show(document.body.dataset.mdColorScheme === "slate");
    button.addEventListener("click", () => {
      const isDark = document.body.dataset.mdColorScheme !== "slate";
      remember("localStorage", "dossier-scheme", isDark ? "dark" : "light");
      show(isDark);
    });
    system.addEventListener("change", () => recall("localStorage", "dossier-scheme") ?? show(system.matches));
  }

  // -- Where you are: the section in sight is told among the sections beside the page --------------------------------
  const READING_LINE = 0.3; // of the window's height: what has come up to it is being read
  const ways = [...document.querySelectorAll(".contents a")];
  const headings = ways.map((way) => document.getElementById(decodeURIComponent(way.hash.slice(1))));
  let isTelling = false;

  // At the end of a page several sections are in sight: the one that was asked for, else the last.
  function sectionInSight() {
    const top = (heading) => heading?.getBoundingClientRect().top ?? Infinity;
    if (innerHeight + scrollY < document.documentElement.scrollHeight - 1) return headings.findLastIndex((one) => top(one) <= innerHeight * READING_LINE);
    const asked = ways.findIndex((way) => way.hash === location.hash);
    return asked >= 0 && top(headings[asked]) >= 0 ? asked : headings.length - 1;
  }

  function tellWhere() {
    isTelling = false;
    const here = sectionInSight();
    ways.forEach((way, at) => {
      if (at === here) way.setAttribute("aria-current", "location");
      else way.removeAttribute("aria-current");
    });
  }

  if (ways.length && ways[0].offsetParent) addEventListener("scroll", () => {
    if (!isTelling) requestAnimationFrame(tellWhere);
    isTelling = true;
  }, { passive: true });

  // -- Back to where you were ----------------------------------------------------------------------------------------
  const BACK = "dossier-back", LINK_TO_WORDS = "a.cite, a.open-passage, a.found";

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(LINK_TO_WORDS);
    if (!link || event.defaultPrevented) return;
    const place = link.closest(".statement, .event, .figure, .name, .disagreement")?.id;
    const from = location.href.split("#")[0] + (place ? `#${place}` : "");
    const title = document.querySelector("h1")?.firstChild?.textContent.trim() ?? "";
    remember("sessionStorage", BACK, JSON.stringify({ from, title, to: link.href, depth: history.length }));
  });

  const words = document.querySelector("[data-back]");
  const way = words && JSON.parse(recall("sessionStorage", BACK) ?? "null");
  if (way && way.to === location.href) {
    const back = document.createElement("a");
    back.className = "way-back";
    back.href = way.from;
    back.textContent = way.title ? `${words.dataset.backTo} ${way.title}` : words.dataset.back;
    back.addEventListener("click", (event) => {
      if (history.length !== way.depth + 1) return; // the reader has gone on since: the link leads back
      event.preventDefault();
      history.back();
    });
    words.prepend(back);
  }

  // -- Paper: what is folded on a screen stands open -----------------------------------------------------------------
  const folded = () => document.querySelectorAll("details.notes:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...folded()]; opened.forEach((one) => { one.open = true; }); });
  addEventListener("afterprint", () => { opened.forEach((one) => { one.open = false; }); opened = []; });
})();
