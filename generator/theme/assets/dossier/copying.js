// "Cite" beside every permanent link: the words, who published them and when, and the address, for the clipboard.
// What it knows of the articles stands in the page (#references). Without this script the permanent link remains.
(() => {
  const menu = document.getElementById("copy-menu");
  const stored = document.getElementById("references");
  if (!menu || !stored || !menu.showPopover) return;

  const references = JSON.parse(stored.textContent);
  const EDGE_PX = 10, GAP_PX = 4, WORDS_OF_A_NAME = 6;
  let button = null, stopListening = null;

  const home = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
  const folded = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const articleOf = (href) => decodeURIComponent(new URL(href, location.href).pathname.split("/").pop().replace(/\.html$/, ""));

  // What a button cites: the words, the articles they rest on, the permanent address, and whether an article says it.
  function subjectOf(permalink) {
    const place = permalink.closest(".statement, .event, .figure, .passage");
    const words = place.querySelector(".statement-text, .event-text, .figure-text, .quote");
    const marks = [...place.querySelectorAll("a.cite")].map((mark) => articleOf(mark.href));
    const isQuote = place.matches(".passage, .event, .figure, [data-origin=extract]");
    return {
      words: folded(words),
      articles: place.matches(".passage") ? Object.keys(references.articles) : [...new Set(marks)],
      address: new URL(permalink.getAttribute("href"), home).href,
      isQuote,
    };
  }

  const known = (articles) => articles.map((id) => references.articles[id]).filter(Boolean);
  const tex = (text) => text.replace(/[\\{}%&#$_~^]/g, (c) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[c] ?? `\\${c}`);

  const formats = {
    // “words”, in the quotation marks of the dossier's language, Author: Title. Outlet, date. https://original – Dossier: Page, as of date. https://permanent
    words({ words, articles, address, isQuote }) {
      const sentence = (text) => (text.endsWith(".") ? text : `${text}.`); // a date may end in a full stop: "2026 г."
      const sources = known(articles).map((one) => (one.url ? `${sentence(one.words)} ${one.url}` : one.words));
      const listed = sources.join(`${menu.dataset.between} `);
      const here = [references.place, references.asOf].filter(Boolean).join(", ");
      const place = `${sentence(here)} ${address}`;
      const quoted = menu.dataset.quoted.replace("%(words)s", () => words);
      return isQuote ? `${quoted} ${listed} – ${place}` : `${quoted} ${place} – ${menu.dataset.sources} ${listed}`;
    },
    bibtex({ words, articles, address }) {
      const note = `  note = {“${tex(words)}” ${tex(address)}},\n}\n`;
      return known(articles).map((one) => one.bibtex.replace(/\}\n?$/, note)).join("\n");
    },
    ris({ words, articles, address }) {
      return known(articles).map((one) => one.ris.replace(/ER {2}- ?\n?$/, `N1  - “${words}”\nL2  - ${address}\nER  - \n`)).join("");
    },
  };

  async function copy(text, formatsBox) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByHand(text, formatsBox);
    }
  }

  // Tells what came of the last copy, and takes away what stood there from the one before.
  function tell(formatsBox, words) {
    formatsBox.querySelector("textarea")?.remove();
    formatsBox.querySelector(".copy-status").textContent = words;
  }

  // Its buttons copy the subject, each in its format, until the function that it gives is called.
  function offer(formatsBox, subject) {
    const listen = async (event) => {
      const format = event.target.closest?.("[data-format]")?.dataset.format;
      if (!format) return;
      tell(formatsBox, "");
      const done = await copy(formats[format](subject), formatsBox);
      formatsBox.querySelector(".copy-status").textContent = done ? menu.dataset.copied : menu.dataset.failed;
    };
    formatsBox.addEventListener("click", listen);
    return () => formatsBox.removeEventListener("click", listen);
  }

  // Where a page may not write to the clipboard: the text stands below the formats, selected, and stays if that fails too.
  function copyByHand(text, formatsBox) {
    const field = document.createElement("textarea");
    field.readOnly = true;
    field.value = text;
    field.setAttribute("aria-label", menu.getAttribute("aria-label"));
    formatsBox.append(field);
    const before = document.activeElement;
    field.select();
    const done = document.execCommand("copy");
    if (done) {
      field.remove();
      before.focus();
    }
    return done;
  }

  function open(from, what) {
    close();
    button = from;
    stopListening = offer(menu, what);
    tell(menu, "");
    from.after(menu); // the next stop of the Tab key
    menu.showPopover();
    from.setAttribute("aria-expanded", "true");
    const box = from.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - menu.offsetWidth - EDGE_PX);
    const below = box.bottom + GAP_PX + menu.offsetHeight <= window.innerHeight;
    menu.style.left = `${window.scrollX + Math.max(EDGE_PX, left)}px`;
    menu.style.top = `${window.scrollY + (below ? box.bottom + GAP_PX : box.top - GAP_PX - menu.offsetHeight)}px`;
  }

  function close() {
    if (!button) return;
    if (menu.contains(document.activeElement)) button.focus();
    button.setAttribute("aria-expanded", "false");
    button = null;
    stopListening();
    tell(menu, "");
    menu.hidePopover();
  }

  function made(what) {
    const cite = document.createElement("button");
    cite.type = "button";
    cite.className = "copy-citation";
    cite.textContent = menu.dataset.cite;
    const start = what.words.split(" ").slice(0, WORDS_OF_A_NAME).join(" ");
    cite.setAttribute("aria-label", `${menu.dataset.citeWords} ${start} …`);
    cite.setAttribute("aria-expanded", "false");
    cite.setAttribute("aria-controls", menu.id);
    cite.addEventListener("click", () => (button === cite ? close() : open(cite, what)));
    return cite;
  }

  const citable = ".statement a.permalink, .event a.permalink, .figure a.permalink, .passage a.permalink";
  for (const permalink of document.querySelectorAll(citable)) permalink.after(made(subjectOf(permalink)));

  // For the card of a mark (citations.js), which shows one passage: the same formats, in the card itself.
  window.dossierCite = (words, href) => {
    const made = document.createElement("div");
    made.className = "copy-formats";
    made.role = "group";
    made.setAttribute("aria-label", menu.getAttribute("aria-label"));
    made.append(...[...menu.children].map((child) => child.cloneNode(true)));
    tell(made, "");
    offer(made, { words, articles: [articleOf(href)], address: new URL(href, home).href, isQuote: true });
    return made;
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !button) return;
    const from = button;
    close();
    from.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (button && !menu.contains(event.target) && event.target !== button) close();
  });
  document.addEventListener("focusin", (event) => {
    if (button && event.target !== button && !menu.contains(event.target)) close();
  });
})();
