// One card for all citation marks of a page: the exact words, their translation and their source, beside the mark.
// It opens on hover, on keyboard focus and on tap, stays while the pointer is on it, and closes on Escape. To the Tab
// key the whole card is one stop, so that a page is walked through from mark to mark; arrows lead through what it offers.
// What it shows stands on the page: among its sources, in the entry of the mark, or in a template that holds the notes.
// Without this script a mark is a link to the same words.
(() => {
  const card = document.querySelector(".citation-card");
  if (!card || !card.showPopover) return;

  const OPEN_AFTER_MS = 120, CLOSE_AFTER_MS = 280, GAP_PX = 6, EDGE_PX = 10;
  let shown = null, timer = 0, pointer = "mouse";

  const roots = [document, ...[...document.querySelectorAll("template.notes")].map((template) => template.content)];

  // The element that holds the words behind a mark together with their translation and source; null if none does.
  function noteOf(mark) {
    for (const root of roots) {
      for (const quoted of root.querySelectorAll(`.quote-copy[data-passage="${mark.dataset.passage}"]`)) {
        const note = quoted.closest(".noted, .event, .figure");
        if (note) return note;
      }
    }
    return null;
  }

  const sourceOf = (note) =>
    (note.querySelector(".source-words, .sourcing .from") ?? note.closest(".source")?.querySelector(".source-words")).cloneNode(true);

  const markAt = (event) => event.target.closest?.("a.cite[data-passage]");

  function link(href, words, name) {
    const made = document.createElement("a");
    made.href = href;
    made.textContent = words;
    made.className = name;
    return made;
  }

  // The title of an article whose outlet is not known: what else would tell it from the others? First words that
  // stand for a title say nothing above the very sentence that they begin.
  function titled(unknown) {
    const title = document.createElement("cite");
    title.lang = unknown.dataset.language;
    title.dir = "auto";
    title.textContent = unknown.dataset.title;
    return title;
  }

  function fill(mark, noted) {
    const quoted = noted.querySelector(".quote-copy");
    const words = document.createElement("blockquote");
    words.lang = quoted.lang;
    words.dir = quoted.dir;
    words.textContent = quoted.textContent;
    const source = document.createElement("p");
    source.className = "source-words";
    source.append(...sourceOf(noted).childNodes);
    source.querySelector(".original")?.remove();
    const unknown = source.querySelector(".outlet.unknown");
    const isSaid = unknown && words.textContent.trim().startsWith(unknown.dataset.title.replace(/\s*…$/, ""));
    if (unknown && !isSaid) source.append(document.createElement("br"), titled(unknown));
    const translation = noted.querySelector(".translation")?.cloneNode(true);
    const ways = document.createElement("p");
    ways.className = "ways";
    ways.append(link(mark.href, card.dataset.open, "open-passage"));
    if (noted.dataset.original) ways.append(link(noted.dataset.original, card.dataset.original, "open-original"));
    const formats = window.dossierCite?.(words.textContent.trim(), mark.href);
    const offered = document.createElement("div");
    offered.role = "toolbar";
    offered.setAttribute("aria-label", mark.getAttribute("aria-label"));
    offered.append(...[ways, formats].filter(Boolean));
    card.replaceChildren(...[source, words, translation, offered].filter(Boolean));
    stops().forEach((stop, at) => { stop.tabIndex = at ? -1 : 0; });
  }

  const stops = () => [...card.querySelectorAll("a[href], button")];

  // From one thing that the card offers to the next; the one that was left last is the stop of the Tab key.
  function walk(event) {
    const all = stops(), at = all.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = { Home: 0, End: all.length - 1 }[event.key] ?? (step && (at + step + all.length) % all.length);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    all[at].tabIndex = -1;
    all[next].tabIndex = 0;
    all[next].focus();
  }

  // Below the mark, or above the whole sentence where only there is room: never over the words that it explains.
  // The style sheet does that where the browser can tie one element to another; else it is done here.
  const isTied = CSS.supports("position-area", "block-end");
  card.classList.toggle("tied", isTied);

  function tie(mark, [to, around]) {
    mark.style.anchorName = to;
    mark.closest("p").style.anchorName = around;
  }

  function place(mark) {
    if (isTied) return;
    const lines = mark.getClientRects();
    const box = lines[lines.length - 1];
    const left = Math.min(box.left - 12, document.documentElement.clientWidth - card.offsetWidth - EDGE_PX);
    const fitsBelow = box.bottom + GAP_PX + card.offsetHeight <= window.innerHeight;
    const above = mark.closest("p").getBoundingClientRect().top - GAP_PX - card.offsetHeight;
    const top = fitsBelow || above < 0 ? box.bottom + GAP_PX : above;
    card.style.left = `${window.scrollX + Math.max(EDGE_PX, left)}px`;
    card.style.top = `${window.scrollY + top}px`;
  }

  function open(mark) {
    clearTimeout(timer);
    const noted = noteOf(mark);
    if (shown === mark || !noted) return;
    close();
    fill(mark, noted);
    mark.after(card); // the next stop of the Tab key
    tie(mark, ["--cited", "--sentence"]);
    card.showPopover();
    place(mark);
    shown = mark;
  }

  function close() {
    clearTimeout(timer);
    if (!shown) return;
    if (card.contains(document.activeElement)) shown.focus();
    tie(shown, ["", ""]);
    shown = null;
    card.hidePopover();
  }

  // Between a mark and a card above its sentence lies the sentence.
  function isOnTheWay(element) {
    const isAbove = shown && card.getBoundingClientRect().bottom <= shown.getBoundingClientRect().top;
    return isAbove && shown.closest("p").contains(element);
  }

  function soon(action, after) {
    clearTimeout(timer);
    timer = setTimeout(action, after);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = markAt(event);
    if (mark) soon(() => open(mark), OPEN_AFTER_MS);
    else if (card.contains(event.target) || isOnTheWay(event.target)) clearTimeout(timer);
    else if (shown && document.activeElement !== shown && !card.contains(document.activeElement)) soon(close, CLOSE_AFTER_MS);
    else if (!shown) clearTimeout(timer);
  });
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (shown && !card.contains(event.target) && markAt(event) !== shown) close();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markAt(event);
    if (mark && mark.matches(":focus-visible")) open(mark);
    else if (shown && event.target !== shown && !card.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const mark = markAt(event);
    if (!mark || pointer === "mouse" || shown === mark || !noteOf(mark)) return;
    event.preventDefault();
    open(mark);
  });
  document.addEventListener("keydown", (event) => {
    pointer = "mouse"; // Enter on a mark follows it
    if (event.key === "Escape") close();
    else if (shown) walk(event);
  });
  window.addEventListener("resize", close);
  new ResizeObserver(() => { if (shown) place(shown); }).observe(card); // what came of a copy needs a line
})();
