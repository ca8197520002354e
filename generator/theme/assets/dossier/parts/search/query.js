// The query: words, phrases, dates and numbers in every way they are written, names in every spelling.

const QUOTES = '"“”„«»「」『』';
const QUOTED_OR_LOOSE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]|$)|([^\\s${QUOTES}]+)`, "gu");
const SINGLE_QUOTES = /(^|\s)[‘‚‹›']([^‘‚‹›]*?[^‘‚‹›\s])[’‘‹›'](?=\s|$)/gu; // not the apostrophe in a word
const WORDS_OF_A_SPELLING = 6, SHORTEST_NAME = 5;

class Query {
  constructor(start, vocabulary) {
    Object.assign(this, { vocabulary, language: start.language, months: start.months });
    const unnamed = [...start.months, ...start.scales].map((ways) => `-1\t${ways.join("\t")}\t\n`);
    this.spellings = `\n${start.spellings}${unnamed.join("")}`;
  }

  // Units of a query: what was asked for, with neighbouring words that name a theme or an actor as one.
  units(query) {
    return this.named(this.written(query));
  }

  // Words, and phrases ("in quotation marks", 1.6, 合作协议); each with how it is written.
  written(query) {
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
    const names = this.months[month - 1];
    if (!names || day < 1 || day > 31) return [];
    const long = new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "UTC" }).format(Date.UTC(year, month - 1, day));
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
    const known = this.vocabulary.meant(word), isGuess = Vocabulary.isGuess(known);
    for (const [place, [quality]] of known) {
      if (quality === 1) return null;
      const way = this.vocabulary.wordAt(place), isNear = quality > RELATED ? way.length <= word.length + 1 : isGuess && quality >= ALIKE;
      const groups = isNear ? this.spelt(way) : null;
      if (groups) return { parts, groups, instead: isGuess ? [way] : null };
    }
    return null;
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
}
