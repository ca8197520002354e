// Finds entries of the dossier for a query. Small scripts in search/ hold the index and are loaded when first needed,
// so that a page opened from a folder can search too; generator/publishing/search/index.py writes them.
// dossierSearch.open(folder) → promise of an index with say, find(query, filters) and read(entries).
// dossierSearch.ahead(folder, query) → what the first results need is on its way while the page is still being read.
const dossierSearch = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Uint8Array(128);
  for (let at = 0; at < 64; at++) VALUES[DIGITS.charCodeAt(at)] = at;

  // What a kind of entry counts for, beside the words found in it.
  const WORTH = { theme: 0.9, name: 1.2, statement: 1.15, disagreement: 1.02, gap: 0.7, event: 1, figure: 0.95, article: 1.05, passage: 1 };
  const KEPT_FILES = 240, KEPT_MEANINGS = 64, WORDS_OF_A_SPELLING = 6, MOST_WORDS = 400;
  const RELATED = 0.4, ALIKE = 0.4, OTHER_SPELLING = 0.8, NAMED = 3, LONG_WORD = 4, SHORTEST_NAME = 5;

  /* -- Words, as publishing/search/words.py makes them ------------------------------------------------------------------- */

  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const APOSTROPHES = "'’ʼ‘ʻ";
  const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])`;
  const WORD = new RegExp(`[${UNSPACED}]+|${LETTER}+(?:[${APOSTROPHES}]${LETTER}+)*`, "gu");
  const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "u");
  const QUOTES = '"“”„«»「」『』';
  const QUOTED_OR_LOOSE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]|$)|([^\\s${QUOTES}]+)`, "gu");
  const SINGLE_QUOTES = /(^|\s)[‘‚‹›']([^‘‚‹›]*?[^‘‚‹›\s])[’‘‹›'](?=\s|$)/gu; // not the apostrophe in a word
  const SPELT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", ə: "e", þ: "th", ħ: "h", ς: "σ", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ـ: "" };
  const foldings = new Map();

  // A digit of another writing is 0 to 9: Unicode puts a row of ten where the last place of its number is 0 or 6.
  function spelt(character) {
    if (!/\p{Nd}/u.test(character)) return SPELT[character] ?? character;
    const code = character.codePointAt(0), place = code & 15;
    return String(/\p{Nd}/u.test(String.fromCodePoint(code - place)) ? place : place - 6);
  }

  function folded(character) {
    let found = foldings.get(character);
    if (found === undefined) {
      const parts = character.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
      found = [...parts].map(spelt).join("").normalize("NFC");
      foldings.set(character, found);
    }
    return found;
  }

  // Each word of a text with the places in the text that its folded letters come from.
  function wordsOf(text) {
    let letters = "", at = 0;
    const from = [], to = [], found = [];
    for (const character of text) {
      const parts = folded(character);
      for (let i = 0; i < parts.length; i++) { from.push(at); to.push(at + character.length); }
      if (!parts && to.length && to[to.length - 1] === at) to[to.length - 1] += character.length; // an accent
      letters += parts;
      at += character.length;
    }
    for (const { 0: run, index } of letters.matchAll(WORD)) {
      if (!UNSPACED_START.test(run)) {
        const kept = Array.from({ length: run.length }, (_, i) => i).filter((i) => !APOSTROPHES.includes(run[i]));
        found.push({ word: kept.map((i) => run[i]).join(""), from: kept.map((i) => from[index + i]), to: kept.map((i) => to[index + i]) });
        continue;
      }
      const characters = [...run];
      for (let i = 0, start = index; i < Math.max(1, characters.length - 1); start += characters[i].length, i++) {
        const word = characters.slice(i, i + 2).join("");
        found.push({ word, from: from.slice(start, start + word.length), to: to.slice(start, start + word.length) });
      }
    }
    return found;
  }

  /* -- Scripts ------------------------------------------------------------------------------------------------- */

  const arrived = new Map();
  const take = (call, content) => Array.isArray(content) ? arrived.set(`${call}-${content[0]}`, content[1]) : arrived.set(call, content);

  function load(folder, name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${folder}${name}.js`;
      script.fetchPriority = "high"; // somebody waits for it
      script.onload = () => {
        script.remove();
        const content = arrived.get(name);
        arrived.delete(name);
        content === undefined ? reject(new Error(name)) : resolve(content);
      };
      script.onerror = () => { script.remove(); reject(new Error(name)); };
      document.head.append(script);
    });
  }

  function numbers(text) {
    const found = [];
    for (let at = 0, value = 0, scale = 1; at < text.length; at++) {
      const digit = VALUES[text.charCodeAt(at)];
      value += (digit & 31) * scale;
      if (digit & 32) scale *= 32;
      else { found.push(value); value = 0; scale = 1; }
    }
    return found;
  }

  // Where in an ascending list the last number stands that is no greater than one.
  function lastUpTo(list, limit) {
    let low = 0, high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle] <= limit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /* -- One slip: a letter too many, missing, wrong, or two swapped, against the beginning of a word or all of it --- */

  function isAlike(word, start, wanted, whole) {
    let at = 0;
    while (at < wanted.length && word[start + at] === wanted[at]) at++;
    if (at === wanted.length) return !whole || word.length - start <= at + 1;
    const rest = (skipWord, skipWanted) => {
      const tail = wanted.slice(at + skipWanted);
      return whole ? word.slice(start + at + skipWord) === tail : word.startsWith(tail, start + at + skipWord);
    };
    const swapped = word[start + at] === wanted[at + 1] && word[start + at + 1] === wanted[at] && rest(2, 2);
    return swapped || rest(1, 1) || rest(1, 0) || rest(0, 1);
  }

  // Where every so many pieces of a text begin.
  function beginnings(stops) {
    const found = Uint32Array.from(numbers(stops));
    for (let at = 1; at < found.length; at++) found[at] += found[at - 1];
    return found;
  }

  class Index {
    constructor(folder, start, rare) {
      Object.assign(this, { folder, say: start.say, headings: start.headings, start });
      this.text = start.words; // a space before and after each; a word is known by where it begins in this text
      this.stops = beginnings(start.stops);
      this.keepRare(rare);
      this.meanings = new Map();
      this.kindNames = start.kinds.map(([kind]) => kind);
      this.count = start.kinds.reduce((sum, [, count]) => sum + count, 0);
      this.kinds = new Uint8Array(this.count);
      start.kinds.reduce((at, [, count], kind) => (this.kinds.fill(kind, at, at + count), at + count), 0);
      const twins = numbers(start.twins);
      this.twins = new Map();
      for (let at = 0; at < twins.length; at += 2) this.twins.set(twins[at], [...(this.twins.get(twins[at]) ?? []), twins[at + 1]]);
      this.asides = new Set(start.asides.split(" "));
      const unnamed = [...start.months, ...start.scales].map((ways) => `-1\t${ways.join("\t")}\t\n`);
      this.spellings = `\n${start.spellings}${unnamed.join("")}`;
      this.files = new Map();
    }

    // What can be written so, as {entry, ways}; months and numbers are no entry. Null where nothing is.
    spelt(way) {
      const groups = [];
      for (let at = -1; (at = this.spellings.indexOf(`\t${way}\t`, at + 1)) >= 0;) {
        const line = this.spellings.slice(this.spellings.lastIndexOf("\n", at) + 1, this.spellings.indexOf("\t\n", at));
        const [entry, ...ways] = line.split("\t");
        groups.push({ entry: Number(entry), ways });
      }
      return groups.length ? groups : null;
    }

    // A file of the index; those that were not asked for longest are forgotten.
    file(name) {
      let found = this.files.get(name);
      if (found) this.files.delete(name);
      else found = load(this.folder, name);
      this.files.set(name, found);
      if (this.files.size > KEPT_FILES) this.files.delete(this.files.keys().next().value);
      found.catch(() => this.files.delete(name));
      return found;
    }

    keepRare(coming) {
      this.rare = coming.then(({ places, stops }) => ({ places, stops: beginnings(stops) }));
      this.rare.catch(() => { this.rare = null; }); // told to whoever waits for it; asked for again by the next
    }

    // Who vouches for an entry and its themes, for filters: a file of its own, since most searches do without.
    columns() {
      this.loadedColumns ??= this.file("filters").then(({ witnesses, rows, entryRows }) => ({
        witnesses,
        rows: rows.map(([seen, themes]) => [numbers(seen), numbers(themes)]),
        rowOf: Uint32Array.from(numbers(entryRows)),
      }));
      this.loadedColumns.catch(() => { this.loadedColumns = null; });
      return this.loadedColumns;
    }

    /* -- Which words of the dossier a word of the query means, and how well: place → [quality, from, to] ---------- */

    wordAt(place) {
      return this.text.slice(place, this.text.indexOf(" ", place));
    }

    exactly(wanted) {
      const at = this.text.indexOf(` ${wanted} `);
      return at < 0 ? [] : [at + 1];
    }

    // see(place, length, from) for every word that contains a part, and where in the word the part begins.
    containing(part, see) {
      for (let at = this.text.indexOf(part); at >= 0;) {
        const place = this.text.lastIndexOf(" ", at) + 1, end = this.text.indexOf(" ", at);
        see(place, end - place, at - place);
        at = this.text.indexOf(part, end + 1);
      }
    }

    meant(wanted) {
      if (this.meanings.size > KEPT_MEANINGS) this.meanings.clear();
      if (!this.meanings.has(wanted)) this.meanings.set(wanted, this.meantNow(wanted));
      return this.meanings.get(wanted);
    }

    meantNow(wanted) {
      const found = new Map();
      const note = (place, quality, from, to) => {
        if (!found.has(place) || found.get(place)[0] < quality) found.set(place, [quality, from, to]);
      };
      for (const place of this.exactly(wanted)) note(place, 1, 0, wanted.length);
      const isUnspaced = UNSPACED_START.test(wanted), isNumber = /^\p{N}+$/u.test(wanted);
      const size = /\p{Script=Hangul}/u.test(wanted) ? 2 * wanted.length : wanted.length; // a sign is a syllable
      const isShort = size < (isUnspaced ? 1 : 3) || isNumber;
      if (isShort && found.size) return found;
      this.containing(wanted, (word, length, from) => {
        const to = from + wanted.length;
        const isStart = from === 0, isEnd = to === length;
        if (isShort ? !isStart : size < LONG_WORD && !isStart && !isEnd && !isUnspaced) return;
        const place = isStart && isEnd ? 1 : isStart ? 0.8 : isEnd ? 0.68 : 0.55;
        note(word, place === 1 ? 1 : place * (0.75 + (0.25 * wanted.length) / length), from, to);
      });
      const plain = wanted.replace(/([aou])e/g, "$1"); // Juedisch for jüdisch
      if (plain !== wanted && plain.length >= LONG_WORD && !found.size) {
        for (const [place, [quality, from, to]] of this.meant(plain)) note(place, quality * 0.9, from, to);
      }
      if (isUnspaced || isNumber) return found;
      this.noteRelated(wanted, note);
      if (Index.isGuess(found)) this.noteAlike(wanted, note);
      return found;
    }

    // Words that begin alike and end otherwise: "deliveries" and "delivery", "attacks" and "attack".
    noteRelated(wanted, note) {
      const cut = wanted.length >= 9 ? 3 : wanted.length >= 7 ? 2 : wanted.length >= 6 ? 1 : 0;
      if (!cut) return;
      const stem = wanted.slice(0, -cut);
      for (let at = this.text.indexOf(` ${stem}`); at >= 0 && this.text.startsWith(stem, at + 1);) {
        const end = this.text.indexOf(" ", at + 1), length = end - at - 1;
        if (length <= stem.length + 2) note(at + 1, RELATED, 0, length);
        at = end; // words stand in order
      }
    }

    // Words that differ by one slip. One half of the wanted word is right, or its middle letters are swapped: only words
    // that have the one or the other are compared.
    noteAlike(wanted, note) {
      if (wanted.length < LONG_WORD) return;
      const half = wanted.length >> 1;
      const compare = (place, length, from) => {
        const word = this.text.slice(place, place + length);
        for (const start of new Set([from, from - 1, from + 1])) {
          if (start < 0 || (wanted.length < 6 && start > 0)) continue;
          const isWhole = start === 0 && isAlike(word, 0, wanted, true);
          if (isWhole) note(place, ALIKE, 0, word.length);
          else if (wanted.length >= 6 && isAlike(word, start, wanted, false)) note(place, ALIKE * 0.8, start, Math.min(word.length, start + wanted.length));
        }
      };
      this.containing(wanted.slice(0, half), compare);
      this.containing(wanted.slice(half), (place, length, from) => compare(place, length, from - half));
      this.containing(`${wanted.slice(0, half - 1)}${wanted[half]}${wanted[half - 1]}${wanted.slice(half + 1)}`, compare);
    }

    /* -- Where words stand ---------------------------------------------------------------------------------------- */

    // The number of a word: the places of every so many words are known, and the rest is counted.
    numberOf(place) {
      const stop = lastUpTo(this.stops, place);
      let number = stop * this.start.wordsAStop;
      for (let at = this.stops[stop]; at < place; number++) at = this.text.indexOf(" ", at) + 1;
      return number;
    }

    // Where a word stands, as text: a rare one in a piece of its own, a frequent one in a shard.
    async coded(place) {
      if (!this.rare) this.keepRare(load(this.folder, "rare"));
      const number = this.numberOf(place), { places, stops } = await this.rare, stop = Math.floor(number / this.start.wordsAStop);
      let at = stops[stop];
      for (let piece = stop * this.start.wordsAStop; piece < number; piece++) at = places.indexOf(" ", at) + 1;
      const found = places.slice(at, places.indexOf(" ", at));
      return found || (await this.file(`words-${lastUpTo(this.start.shards, number)}`))[number];
    }

    // see(entry, position) for every place of a word.
    static each(coded, see) {
      let entry = -1, position = 0, step = -1;
      for (let at = 0, value = 0, scale = 1; at < coded.length; at++) {
        const digit = VALUES[coded.charCodeAt(at)];
        value += (digit & 31) * scale;
        if (digit & 32) { scale *= 32; continue; }
        if (step < 0) step = value;
        else {
          position = step ? value : position + value;
          entry += step;
          see(entry, position);
          step = -1;
        }
        value = 0;
        scale = 1;
      }
    }

    // Scores and first positions of the entries that have one of these words, and which ones have.
    async scoresOfWords(meant) {
      const scores = new Float32Array(this.count), first = new Uint16Array(this.count), holders = [];
      const best = [...meant].sort((a, b) => b[1][0] - a[1][0] || a[0] - b[0]).slice(0, MOST_WORDS);
      const coded = await Promise.all(best.map(([place]) => this.coded(place)));
      best.forEach(([, [quality]], at) => Index.each(coded[at], (entry, position) => {
        if (!scores[entry]) { holders.push(entry); first[entry] = position; }
        if (quality > scores[entry]) scores[entry] = quality;
      }));
      return { scores, first, holders, rarity: this.rarity(holders) };
    }

    rarity(holders) {
      return Math.log(1 + this.count / (1 + holders.length));
    }

    // The same for words that stand next to each other; the last may be unfinished.
    async scoresOfPhrase(phrase, isOpen) {
      const scores = new Float32Array(this.count), first = new Uint16Array(this.count);
      let ends = null;
      for (const [place, word] of phrase.entries()) {
        const isLast = place === phrase.length - 1;
        const meant = isOpen && isLast ? [...this.meant(word)].filter(([, [, from]]) => from === 0).map(([place]) => place).slice(0, MOST_WORDS) : this.exactly(word);
        const here = new Map();
        for (const coded of await Promise.all(meant.map((place) => this.coded(place)))) {
          Index.each(coded, (entry, position) => {
            if (ends && !ends.get(entry)?.has(position - 1)) return;
            if (!here.has(entry)) here.set(entry, new Set());
            here.get(entry).add(position);
          });
        }
        ends = here;
      }
      for (const [entry, positions] of ends ?? []) {
        scores[entry] = 1;
        first[entry] = positions.values().next().value;
      }
      const holders = [...(ends?.keys() ?? [])];
      return { scores, first, holders, rarity: this.rarity(holders) };
    }

    /* -- The query ------------------------------------------------------------------------------------------------ */

    // Units of a query: words, and phrases ("in quotation marks", 1.6, 合作协议); each with how it is written.
    unitsOf(query) {
      const units = [];
      for (const [, quoted, closing, loose] of query.normalize("NFC").replace(SINGLE_QUOTES, '$1"$2"').matchAll(QUOTED_OR_LOOSE)) {
        const written = (quoted ?? loose).trim();
        const parts = wordsOf(written).map(({ word, from, to }) => ({ word, written: written.slice(from[0], to[to.length - 1]) }));
        const words = parts.map(({ word }) => word);
        const ways = quoted === undefined ? this.otherDigits(loose, words) : [];
        if (ways.length) {
          const own = words.length > 1 ? { phrase: words, written } : parts[0];
          units.push({ parts: [own], groups: [{ entry: -1, ways }], written });
          continue;
        }
        const asOne = quoted !== undefined || words.every((word) => /^\p{N}+$/u.test(word) || word.length === 1 || UNSPACED_START.test(word));
        if (words.length > 1 && asOne) units.push({ phrase: words, isOpen: quoted === undefined || !closing, written });
        else if (words.length === 1 && quoted !== undefined) units.push({ phrase: words, isOpen: !closing, written });
        else units.push(...parts);
      }
      return units;
    }

    // Other ways of writing a date or a large number: 12.3.2025, 2025-03-12, 12 mars 2025; 16000, 16.000, 16 000.
    otherDigits(loose, words) {
      const [, day, month, year] = loose.match(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})[,.;]?$/) ?? [];
      const [, yearFirst, monthNext, dayLast] = loose.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/) ?? [];
      if (day) return this.waysOfDate(Number(day), Number(month), year);
      if (yearFirst) return this.waysOfDate(Number(dayLast), Number(monthNext), yearFirst);
      const digits = loose.replace(/[.,’'\u00a0]/g, "");
      if (words.length > 1 && /^\d{1,3}([.,’']\d{3})+$/.test(loose)) return [digits, words.join(" ")];
      return /^\d{5,15}$/.test(loose) ? [digits.replace(/\B(?=(\d{3})+$)/g, " "), digits] : [];
    }

    waysOfDate(day, month, year) {
      const names = this.start.months[month - 1];
      if (!names || day < 1 || day > 31) return [];
      const long = new Intl.DateTimeFormat(this.start.language, { dateStyle: "long", timeZone: "UTC" }).format(Date.UTC(year, month - 1, day));
      const two = (number) => String(number).padStart(2, "0");
      const digits = [[day, month], [two(day), two(month)], [two(day), month]];
      return [...new Set([
        wordsOf(long).map(({ word }) => word).join(" "),
        ...names.flatMap((name) => [`${day} ${name} ${year}`, `${name} ${day} ${year}`]),
        ...digits.flatMap(([d, m]) => [`${d} ${m} ${year}`, `${year} ${m} ${d}`]),
      ])];
    }

    // Neighbouring words that name a theme or an actor become one unit that any spelling fulfils.
    named(units) {
      const found = [];
      for (let at = 0; at < units.length;) {
        let taken = null;
        for (let end = Math.min(units.length, at + WORDS_OF_A_SPELLING); end > at && !taken; end--) {
          const part = units.slice(at, end);
          if (part.some((unit) => !unit.word)) continue;
          const groups = this.spelt(part.map((unit) => unit.word).join(" "));
          taken = groups ? { parts: part, groups } : this.alikeSpelling(part);
        }
        if (taken) taken.written = taken.parts.map((unit) => unit.written).join(" ");
        found.push(taken ?? units[at]);
        at += taken?.parts.length ?? 1;
      }
      return found;
    }

    // The same for a name with a slip, or without one of its letters at either end.
    alikeSpelling(parts) {
      const [{ word }, ...more] = parts;
      if (more.length || word.length < SHORTEST_NAME) return null;
      const known = this.meant(word), isGuess = Index.isGuess(known);
      for (const [place, [quality]] of known) {
        if (quality === 1) return null;
        const way = this.wordAt(place), isNear = quality > RELATED ? way.length <= word.length + 1 : isGuess && quality >= ALIKE;
        const groups = isNear ? this.spelt(way) : null;
        if (groups) return { parts, groups, instead: isGuess ? [way] : null };
      }
      return null;
    }

    // Whether no word has the wanted letters, so that all are words that end otherwise, or differ by a slip.
    static isGuess(meant) {
      return ![...meant.values()].some(([quality]) => quality > RELATED);
    }

    async scoresOf(unit, marks) {
      if (unit.word) {
        const meant = this.meant(unit.word);
        marks.note(meant, this);
        if (meant.size && Index.isGuess(meant)) unit.instead = [...meant].sort((a, b) => b[1][0] - a[1][0] || a[0] - b[0]).map(([place]) => this.wordAt(place));
        return this.scoresOfWords(meant);
      }
      if (unit.phrase) {
        marks.phrases.push({ words: unit.phrase, isOpen: unit.isOpen });
        return this.scoresOfPhrase(unit.phrase, unit.isOpen);
      }
      const own = await Promise.all(unit.parts.map((part) => this.scoresOf(part, marks)));
      const ways = [...new Set(unit.groups.flatMap((group) => group.ways))].filter((way) => way !== unit.parts.map((part) => part.word).join(" "));
      const others = await Promise.all(ways.map((way) => this.scoresOfSpelling(way.split(" "), marks)));
      const together = { scores: new Float32Array(this.count), first: own[0].first, holders: [] };
      for (const entry of new Set([own[0], ...others].flatMap((one) => one.holders))) {
        let all = Infinity, best = 0;
        for (const one of own) all = Math.min(all, one.scores[entry]);
        for (const one of others) {
          if (one.scores[entry] > best) best = one.scores[entry];
          if (!all && one.scores[entry] && !together.first[entry]) together.first[entry] = one.first[entry];
        }
        together.scores[entry] = Math.max(all, best * OTHER_SPELLING);
        if (together.scores[entry]) together.holders.push(entry);
      }
      together.rarity = this.rarity(together.holders);
      return together;
    }

    async scoresOfSpelling(words, marks) {
      if (words.length > 1) {
        marks.phrases.push({ words });
        return this.scoresOfPhrase(words, false);
      }
      const isAtAnEnd = ([place, [quality, from, to]]) => quality === 1 || (words[0].length >= LONG_WORD && (from === 0 || to === this.wordAt(place).length));
      const meant = new Map([...this.meant(words[0])].filter((one) => one[1][0] > RELATED && isAtAnEnd(one))); // no Putin in computing
      marks.note(meant, this);
      return this.scoresOfWords(meant);
    }

    // Whether an entry passes the filters, as a function of its number.
    async wantedBy(filters) {
      const kind = filters.kind ? this.kindNames.indexOf(filters.kind) : -1;
      const isOfKind = (entry) => !filters.kind || this.kinds[entry] === kind;
      const asksWitnesses = filters.outlet || filters.language || filters.article || filters.from || filters.until;
      if (!asksWitnesses && !filters.theme) return isOfKind;
      const { witnesses, rows, rowOf } = await this.columns();
      const wanted = rows.map(([seen, themes]) => {
        if (filters.theme && !themes.some((theme) => this.start.themes[theme][0] === filters.theme)) return false;
        if (!asksWitnesses) return true;
        return seen.some((witness) => {
          const [outlet, language, kind, first, last] = witnesses[witness];
          if (filters.outlet && outlet !== filters.outlet) return false;
          if (filters.language && language !== filters.language) return false;
          if (filters.article && kind !== filters.article) return false;
          if ((filters.from || filters.until) && !first && !last) return false;
          return !(filters.from && last && last < filters.from) && !(filters.until && first && first > filters.until);
        });
      });
      return (entry) => wanted[rowOf[entry]] && isOfKind(entry);
    }

    // {groups: [{kind, entries}], count, marks, isPartial, guesses, asked, absent}; groups and entries with the best first.
    // guesses: [{written, instead}] for what is found with a slip only; asked: what was looked for, absent: what of it
    // is found nowhere. What was asked last is not looked for again.
    find(query, filters = {}) {
      const asked = JSON.stringify([query, filters]);
      if (this.last?.asked !== asked) {
        const found = this.findNow(query, filters);
        this.last = { asked, found };
        found.catch(() => { this.last = null; });
      }
      return this.last.found;
    }

    async findNow(query, filters) {
      const marks = new Marks();
      const units = this.named(this.unitsOf(query));
      const isWanted = await this.wantedBy(filters);
      const hits = await Promise.all(units.map((unit) => this.scoresOf(unit, marks)));
      const isAside = units.map((unit) => Boolean(unit.word && this.asides.has(unit.word)));
      const required = units.map((_, at) => at).filter((at) => !isAside[at] || isAside.every(Boolean));
      const boosted = await this.namedBy(units, query);
      const wanted = this.candidates(units, required.map((at) => hits[at])).filter(isWanted);
      const shares = wanted.map((entry) => required.filter((at) => hits[at].scores[entry]).length);
      const most = shares.reduce((a, b) => Math.max(a, b), 0);
      const best = wanted.filter((_, at) => shares[at] === most);
      const found = best.map((entry) => [entry, units.length ? this.score(entry, hits, boosted) : 1]);
      const listed = new Set(found.map(([entry]) => entry));
      const kept = filters.kind ? found : found.filter(([entry]) => !this.twins.get(entry)?.some((twin) => listed.has(twin)));
      return {
        groups: this.grouped(kept), count: kept.length, marks,
        isPartial: most > 0 && most < required.length,
        guesses: units.filter((unit) => unit.instead),
        asked: units.map((unit) => unit.written),
        absent: required.filter((at) => !hits[at].holders.length).map((at) => units[at].written),
      };
    }

    // Entries that have a word of the query; all of them, where nothing is asked but filters.
    candidates(units, hits) {
      if (!units.length) return Array.from(this.kinds.keys());
      return hits.length === 1 ? hits[0].holders : [...new Set(hits.flatMap((hit) => hit.holders))];
    }

    // Entries of the themes that are searched for by a word of the query, though they may show it nowhere.
    themesBy(query) {
      const asked = wordsOf(query).map(({ word }) => word).filter((word) => word.length >= LONG_WORD && !this.asides.has(word));
      const isOf = (terms) => asked.some((word) => `\n${terms}`.includes(`\n${word}`) || `${terms}\n`.includes(`${word}\n`));
      return this.start.terms.flatMap((terms, theme) => (isOf(terms) ? [theme] : []));
    }

    // Entries that the whole query names: a theme or an actor by any spelling, the articles of an outlet.
    async namedBy(units, query) {
      const named = new Set(units.length === 1 ? (units[0].groups ?? []).map((group) => group.entry) : []);
      const asked = wordsOf(query).map(({ word }) => word).join(" ");
      const outlets = new Set(asked && this.start.outlets.filter((_, at) => `${this.start.outletWords[at]} `.startsWith(`${asked} `)));
      const article = this.kindNames.indexOf("article");
      if (!outlets.size) return named;
      const { witnesses, rows, rowOf } = await this.columns();
      this.kinds.forEach((kind, entry) => {
        if (kind === article && rows[rowOf[entry]][0].some((witness) => outlets.has(witnesses[witness][0]))) named.add(entry);
      });
      return named;
    }

    score(entry, hits, boosted) {
      let sum = 0, near = 0;
      hits.forEach((hit, at) => {
        if (!hit.scores[entry]) return;
        sum += hit.scores[entry] * hit.rarity;
        const before = hits[at - 1];
        if (before?.scores[entry]) near += 1 / Math.max(1, Math.abs(hit.first[entry] - before.first[entry]));
      });
      const closeness = 1 + (hits.length > 1 ? (0.3 * near) / (hits.length - 1) : 0);
      const brevity = 1 / (1 + 0.04 * VALUES[this.start.lengths.charCodeAt(entry)]);
      return sum * closeness * brevity * WORTH[this.kindNames[this.kinds[entry]]] * (boosted.has(entry) ? NAMED : 1);
    }

    grouped(found) {
      const groups = new Map();
      for (const one of found.sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
        const kind = this.kindNames[this.kinds[one[0]]];
        if (!groups.has(kind)) groups.set(kind, { kind, entries: [] });
        groups.get(kind).entries.push(one[0]);
      }
      return [...groups.values()];
    }

    // What results show; entries come in the order asked for.
    read(entries) {
      return Promise.all(entries.map(async (entry) => {
        const file = await this.file(`entries-${Math.floor(entry / this.start.perFile)}`);
        const [href, [text, language, direction], source = "", lead = "", more = "", chip = [], translation = []] = file[entry % this.start.perFile];
        return { href, text, language, direction, source, lead, more, chip, translation };
      }));
    }
  }

  // What was meant by the words of a query: the parts of a text that are marked.
  class Marks {
    constructor() {
      this.words = new Map();
      this.phrases = [];
    }

    note(meant, index) {
      for (const [place, [, from, to]] of meant) {
        const word = index.wordAt(place), known = this.words.get(word);
        if (!known || known[1] - known[0] < to - from) this.words.set(word, [from, to]);
      }
    }

    // Places [from, to] of a text, in order, none within another.
    in(text) {
      const words = wordsOf(text), places = [];
      words.forEach(({ word, from, to }, at) => {
        const part = this.words.get(word);
        if (part) places.push([from[part[0]], to[Math.min(part[1], to.length) - 1]]);
        for (const phrase of this.phrases) {
          const isHere = phrase.words.every((wanted, step) => {
            const there = words[at + step]?.word;
            return there === wanted || (phrase.isOpen && step === phrase.words.length - 1 && there?.startsWith(wanted));
          });
          if (isHere) {
            const last = words[at + phrase.words.length - 1];
            places.push([from[0], last.to[last.to.length - 1]]);
          }
        }
      });
      places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
      const joined = [];
      for (const [from, to] of places) {
        const last = joined[joined.length - 1];
        if (last && from <= last[1]) last[1] = Math.max(last[1], to);
        else joined.push([from, to]);
      }
      return joined;
    }
  }

  // A folded word as a text prints it; null where it does not.
  take.printed = (word, text) => {
    const found = wordsOf(text).find((one) => one.word === word);
    return found ? text.slice(found.from[0], found.to[found.to.length - 1]) : null;
  };

  let opened = null;
  take.open = (folder) => {
    const rare = opened ? null : load(folder, "rare"); // on its way while the other is read
    opened ??= load(folder, "start").then((start) => new Index(folder, start, rare));
    opened.catch(() => { opened = null; });
    return opened;
  };
  take.ahead = async (folder, query) => {
    try {
      const index = await take.open(folder);
      const { groups } = await index.find(query);
      await index.read(groups[0].entries.slice(0, 1));
    } catch { /* the page says so when it asks */ }
  };
  return take;
})();
