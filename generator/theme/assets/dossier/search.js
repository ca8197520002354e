// The search box of every page and the search page: one index (search-index.js), one way of showing what is found.
// Typed words are looked for at once. "/" and Ctrl-K lead into the box, arrows through the results, Escape back to where the
// reader was. Foreign text only ever becomes text, never markup. Without this script the box is a form that leads to
// the search page, which then names the lists to look through.
(() => {
  const WAIT_MS = 60, LONG_TEXT = 320, BEFORE_MARK = 110, IN_PANEL = 3, LINES_OF_PANEL = 8, ON_PAGE = 8, MORE = 24;
  const FILTERS = ["kind", "theme", "outlet", "language", "article", "from", "until"];

  function make(tag, name, ...content) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...content);
    return made;
  }

  /* -- One result ------------------------------------------------------------------------------------------------ */

  // The part of a long text around its first mark.
  function excerpt(text, places) {
    if (text.length <= LONG_TEXT) return [0, text.length];
    const wanted = Math.max(0, Math.min((places[0]?.[0] ?? 0) - BEFORE_MARK, text.length - LONG_TEXT));
    const from = wanted ? text.indexOf(" ", wanted) + 1 : 0;
    const space = text.lastIndexOf(" ", from + LONG_TEXT);
    return [from, from + LONG_TEXT >= text.length || space <= from ? text.length : space];
  }

  function marked(element, text, places) {
    const [from, to] = excerpt(text, places);
    let at = from;
    if (from) element.append("… ");
    for (const [start, end] of places) {
      if (start < at || end > to) continue;
      element.append(text.slice(at, start), make("mark", "", text.slice(start, end)));
      at = end;
    }
    element.append(text.slice(at, to));
    if (to < text.length) element.append(" …");
    return element;
  }

  // Resolves when what is in the page now has been painted, or would have been on a page that is not in sight.
  const painted = () => new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });

  function spoken(element, language, direction) {
    element.lang = language;
    element.dir = direction;
    return element;
  }

  // A link with the words in context; a line beside the text is shown where words were found in it, in a brief result
  // only where they were found nowhere before.
  function result(entry, kind, marks, root, { isBrief = false } = {}) {
    const link = make("a", `found found-${kind}${entry.isVerbatim ? " is-verbatim" : ""}`);
    link.href = root + entry.href;
    const line = (name, text, places = marks.in(text)) => marked(make("span", name), text, places);
    if (entry.lead) link.append(line("found-lead", entry.lead));
    const places = marks.in(entry.text);
    let isFound = places.length > 0;
    link.append(spoken(line("found-text", entry.text, places), entry.language, entry.direction));
    const [translation, language, direction, maker] = entry.translation;
    const translated = translation ? marks.in(translation) : [];
    if (translated.length && !(isBrief && isFound)) {
      isFound = true;
      const words = spoken(line("", translation, translated), language, direction);
      link.append(make("span", "found-translation", words, " ", make("span", "found-maker", `(${maker})`)));
    }
    const more = entry.more ? marks.in(entry.more) : [];
    if ((more.length && !(isBrief && isFound)) || (kind === "name" && entry.more)) link.append(line("found-more", entry.more, more));
    if (entry.source) {
      const source = line("found-source", entry.source, kind === "article" ? undefined : []);
      const [chip, label] = entry.chip;
      if (chip) source.append(" ", make("span", `chip chip-${chip}`, label));
      link.append(source);
    }
    return link;
  }

  /* -- Ways in and out ------------------------------------------------------------------------------------------- */

  // Calls the last time only, a moment after the reader has stopped typing.
  function soon(action) {
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(action, WAIT_MS); };
  }

  let cameFrom = null; // where the key was pressed

  function goBack(field) {
    if (cameFrom?.isConnected && cameFrom !== document.body) cameFrom.focus();
    else field.blur();
    cameFrom = null;
  }

  function openByKey(field) {
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
      const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
      const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!(isSlash || isK) || !field.offsetParent) return;
      event.preventDefault();
      if (document.activeElement !== field) cameFrom = document.activeElement;
      field.focus();
      field.select();
    });
  }

  // A number as the dossier's language writes it; the browser's own way takes longer than the search.
  const counted = (index, number) => String(number).replace(/\B(?=(\d{3})+$)/g, index.start.thousands);
  const saidCount = (index, found) => index.say.results.replace("%(count)s", counted(index, found.count));

  const filled = (message, values) => message.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const quoted = (index, words) => words.map((word) => filled(index.say.quoted, { words: word })).join(", ");

  // What a reader has to know of what was found: a word that stands nowhere, or one with a slip and what was taken for
  // it, as the best result prints it.
  function notice(index, found, best) {
    const { say } = index;
    if (!found.count) return say.none;
    const printed = (words) => {
      const texts = [best.text, best.more, best.translation[0] ?? ""].join(" ");
      return words.map((word) => dossierSearch.printed(word, texts)).find(Boolean) ?? words[0];
    };
    const lines = found.guesses.map(({ written, instead }) => filled(say.alike, { asked: written, instead: printed(instead) }));
    if (found.isPartial) lines.push(say.some, ...(found.absent.length ? [filled(say.absent, { words: quoted(index, found.absent) })] : []));
    return lines.join(" ");
  }

  // All that is said of a search, in one line.
  const said = (index, found, best) => [found.count ? saidCount(index, found) : "", notice(index, found, best)].filter(Boolean).join(" · ");

  /* -- The box in the header: a combobox with a list of the best results ------------------------------------------ */

  function box(form) {
    const field = form.querySelector("input"), panel = form.querySelector(".found-panel");
    const status = make("p", "found-count"), list = make("div", "found-list"), announced = make("p", "found-announced");
    const root = form.dataset.root;
    announced.setAttribute("role", "status"); // outside the panel: what becomes visible with its words is not read out
    form.append(announced);
    list.id = "found-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.getAttribute("aria-label"));
    panel.append(status, list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) field.setAttribute(name, value);
    let chosen = -1, asked = "";

    const options = () => [...list.querySelectorAll("[role=option]")];

    function choose(number) {
      const all = options();
      all.forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
      chosen = number;
      if (number < 0) field.removeAttribute("aria-activedescendant");
      else {
        field.setAttribute("aria-activedescendant", all[number].id);
        all[number].scrollIntoView({ block: "nearest" });
      }
    }

    function close() {
      panel.hidden = true;
      announced.textContent = "";
      field.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    function option(link, number) {
      link.id = `found-${number}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      return link;
    }

    async function show() {
      const query = field.value.trim();
      asked = query;
      if (!query) return close();
      const index = await dossierSearch.open(`${root}search/`);
      const found = await index.find(query);
      const shares = [];
      let room = LINES_OF_PANEL;
      for (const { kind, entries } of found.groups) {
        const share = entries.slice(0, Math.min(IN_PANEL, room));
        room -= share.length;
        if (share.length) shares.push(index.read(share).then((read) => ({ kind, total: entries.length, entries: read })));
      }
      const shown = await Promise.all(shares);
      if (asked !== query) return;
      let number = 0;
      const groups = shown.map(({ kind, total, entries }) => {
        const heading = make("span", "found-heading", index.headings[kind], " ", make("span", "found-total", counted(index, total)));
        const group = make("div", "found-group", heading, ...entries.map((entry) => option(result(entry, kind, found.marks, root, { isBrief: true }), number++)));
        heading.setAttribute("aria-hidden", "true");
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", index.headings[kind]);
        return group;
      });
      const all = make("a", "found-all", index.say.all);
      all.href = `${form.action}?q=${encodeURIComponent(query)}`;
      list.replaceChildren(...groups, ...(found.count ? [option(all, number)] : []));
      list.hidden = !found.count;
      announced.textContent = status.textContent = said(index, found, shown[0]?.entries[0]);
      panel.hidden = false;
      field.setAttribute("aria-expanded", String(found.count > 0));
      choose(-1);
    }

    const look = () => show().catch(close);
    field.addEventListener("input", soon(look));
    field.addEventListener("focus", () => {
      dossierSearch.open(`${root}search/`).catch(() => {});
      if (field.value.trim()) look();
    });
    field.addEventListener("keydown", (event) => {
      const all = options();
      if (event.key === "Escape") {
        event.preventDefault();
        close();
        goBack(field);
      } else if (!panel.hidden && all.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(chosen < 0 && step < 0 ? all.length - 1 : (chosen + step + all.length + (chosen + step < 0 ? 1 : 0)) % all.length);
      } else if (event.key === "Enter" && chosen >= 0 && !panel.hidden) {
        event.preventDefault();
        const target = all[chosen];
        close();
        target.click();
      }
    });
    list.addEventListener("click", close);
    list.addEventListener("mousedown", (event) => { if (event.button === 0) event.preventDefault(); }); // the focus stays in the box
    document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) close(); });
    form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
    openByKey(field);
  }

  /* -- The search page: all results by kind, with filters; its address holds what was asked ----------------------- */

  function stated() {
    return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
  }

  const isAsked = () => [...stated().values()].some(Boolean); // the header's box may send an empty query

  // Puts what is asked for into the address; as a step that the way back returns from, or in place of the last one.
  function state(asked, { isStep }) {
    const words = new URLSearchParams(asked).toString();
    if (words === stated().toString()) return;
    try {
      history[isStep ? "pushState" : "replaceState"](null, "", words ? `?${words}` : location.pathname);
    } catch {
      if (isStep) location.hash = words;
      else location.replace(`#${words}`);
    }
  }

  function choice(name, label, any, choices) {
    const select = make("select", "");
    select.name = name;
    select.append(new Option(any, ""), ...choices.map(([value, words]) => new Option(words, value)));
    return make("label", "search-filter", make("span", "", label), select);
  }

  function day(name, label) {
    const input = make("input", "");
    input.type = "date";
    input.name = name;
    return make("label", "search-filter", make("span", "", label), input);
  }

  function filters(index) {
    const { start, say } = index, any = say.any;
    const outlets = [...start.outlets].sort((a, b) => a.localeCompare(b));
    const byName = (pairs) => pairs.sort((a, b) => a[1].localeCompare(b[1]));
    const clear = make("button", "search-clear", say.clear);
    clear.type = "button";
    const made = make("details", "search-filters", make("summary", "", say.filters), make("div", "search-choices",
      choice("kind", say.kind, say.everything, index.kindNames.map((kind) => [kind, index.headings[kind]])),
      choice("theme", say.theme, any, start.themes),
      choice("outlet", say.outlet, any, outlets.map((outlet) => [outlet, outlet])),
      choice("language", say.language, any, byName(Object.entries(start.languages))),
      choice("article", say.articleKind, any, byName(Object.entries(start.articleKinds))),
      day("from", say.from), day("until", say.until), clear));
    return made;
  }

  function page(form) {
    const field = form.querySelector("input"), status = form.querySelector(".found-count");
    const results = form.parentElement.querySelector(".search-results");
    let asked = "", isTyping = false, isFresh = true;

    function breakOff() {
      asked = "";
      results.ariaBusy = "false";
      status.textContent = form.dataset.broken;
    }

    const wanted = () => Object.fromEntries([["q", field.value.trim()], ...FILTERS.map((name) => [name, form.elements[name]?.value ?? ""])].filter(([, value]) => value));

    // The results of one kind: its element, and a function that adds so many more; they are shown as they come.
    function section(index, { kind, entries }, marks) {
      const heading = make("h2", "", index.headings[kind], " ", make("span", "found-total", counted(index, entries.length)));
      const list = make("ol", "found-entries"), button = make("button", "found-more-button", index.say.more);
      heading.id = `found-${kind}`;
      const made = make("section", "", heading, list);
      made.setAttribute("aria-labelledby", heading.id);
      let shown = 0;
      async function add(count) {
        const coming = entries.slice(shown, shown + count).map((entry) => index.read([entry])), lines = [];
        shown += coming.length;
        button.hidden = true; // until what stands before it is there
        for (const one of coming) {
          const [entry] = await one;
          lines.push(make("li", "", result(entry, kind, marks, "")));
          list.append(lines.at(-1));
        }
        button.hidden = shown >= entries.length || shown < ON_PAGE;
        return lines;
      }
      button.type = "button";
      button.addEventListener("click", async () => (await add(MORE))[0]?.querySelector("a").focus());
      made.append(button);
      return { element: made, add };
    }

    async function show() {
      const choices = wanted(), key = JSON.stringify(choices);
      asked = key;
      results.ariaBusy = "true"; // what stands there was asked for before
      return fill(choices, key).catch(() => { if (asked === key) breakOff(); });
    }

    async function fill(choices, key) {
      if (!Object.keys(choices).length) {
        results.replaceChildren();
        results.ariaBusy = "false";
        status.textContent = "";
        return;
      }
      const index = await dossierSearch.open(form.dataset.index);
      const { q = "", ...chosen } = choices;
      const found = await index.find(q, chosen);
      const instead = found.count ? null : await suggestions(index, q, chosen, found.asked);
      const [best, ...others] = found.groups;
      const first = instead ?? section(index, best, found.marks);
      const [shown] = best ? await index.read(best.entries.slice(0, 1)) : [];
      await first.add?.(1); // with one result in it, it is shown; nothing else is asked for before
      if (asked !== key) return;
      results.replaceChildren(first.element);
      results.ariaBusy = String(!instead); // the others are on their way
      status.textContent = instead ? instead.words : said(index, found, shown);
      if (instead) return takeFocus();
      await painted();
      if (asked !== key) return;
      takeFocus();
      await first.add(ON_PAGE - 1);
      const more = others.map((group) => section(index, group, found.marks));
      await Promise.all(more.map((one) => one.add(ON_PAGE)));
      if (asked !== key) return;
      results.append(...more.map((one) => one.element));
      results.ariaBusy = "false";
    }

    // The box has the focus of a page that was just opened; where there are results, a keyboard on the screen would cover
    // them.
    function takeFocus() {
      const isFree = isFresh && document.activeElement === document.body;
      if (isFree && (!isAsked() || matchMedia("(pointer: fine)").matches)) field.focus({ preventScroll: true });
      isFresh = false;
    }

    // Where nothing is found: without the filters, or what was tried and the themes that are searched for by such words,
    // else all themes.
    async function suggestions(index, q, chosen, asked) {
      if (Object.keys(chosen).length && (await index.find(q)).count) {
        const again = make("button", "search-clear", index.say.clear);
        again.type = "button";
        again.addEventListener("click", () => { clear(); field.focus(); });
        return { words: index.say.filtered, element: again };
      }
      const related = index.themesBy(q);
      const themes = await index.read(related.length ? related : index.start.themes.map((_, at) => at));
      const links = themes.map((theme) => {
        const link = make("a", "found found-theme", make("span", "found-text", theme.text));
        link.href = theme.href;
        return make("li", "", link);
      });
      const tried = make("p", "search-tried", filled(index.say.tried, { words: quoted(index, asked) }));
      const words = make("p", "", related.length ? index.say.related : index.say.themes);
      return { words: index.say.none, element: make("div", "search-instead", tried, words, make("ol", "found-entries", ...links)) };
    }

    function clear() {
      for (const name of FILTERS) form.elements[name].value = "";
      look();
    }

    // While a reader types, the address follows; a query that was left alone, and a choice, stay on the way back. What
    // was sent off already is not looked for again when typing ends.
    function look({ isTyped = false } = {}) {
      if (isTyped && JSON.stringify(wanted()) === asked) return undefined;
      state(wanted(), { isStep: isAsked() && !(isTyped && isTyping) });
      isTyping = isTyped;
      return show();
    }

    function restore() {
      const before = stated();
      field.value = before.get("q") ?? "";
      for (const name of FILTERS) if (form.elements[name]) form.elements[name].value = before.get(name) ?? "";
      isTyping = false;
      return show();
    }

    // What the address asks for without a filter is shown before the filters are there.
    async function begin() {
      const before = stated();
      field.value ||= before.get("q") ?? "";
      const isFiltered = FILTERS.some((name) => before.has(name));
      if (!isFiltered) {
        state(wanted(), { isStep: false }); // what was typed before this script was there
        await show();
      }
      const index = await dossierSearch.open(form.dataset.index);
      const made = filters(index);
      form.querySelector(".search-filters-place").replaceWith(made);
      for (const name of FILTERS) form.elements[name].value = before.get(name) ?? "";
      made.open = FILTERS.some((name) => form.elements[name].value);
      made.addEventListener("change", () => look());
      made.querySelector(".search-clear").addEventListener("click", clear);
      if (isFiltered) await show();
    }

    form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
    field.addEventListener("input", soon(() => look({ isTyped: true })));
    document.addEventListener("keydown", (event) => {
      const links = [...results.querySelectorAll("a.found")], at = links.indexOf(document.activeElement);
      const isHere = at >= 0 || document.activeElement === field;
      if (event.key === "Escape" && isHere) {
        event.preventDefault();
        if (at >= 0) field.focus();
        else goBack(field);
      } else if (isHere && links.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        const next = at + (event.key === "ArrowDown" ? 1 : -1);
        (next < 0 ? field : links[Math.min(next, links.length - 1)]).focus();
      }
    });
    window.addEventListener("popstate", () => restore());
    openByKey(field);
    if (!isAsked()) takeFocus(); // else after the first result: it makes the browser lay out the page
    begin().catch(breakOff);
  }

  const header = document.querySelector("form.dossier-search");
  if (header) box(header);
  const own = document.querySelector("form.search-form");
  if (own) page(own);
})();
