// The index: finds entries, best first, and reads what results show of them.

// What a kind of entry counts for, beside the words found in it.
const WORTH = { theme: 0.9, name: 1.2, statement: 1.15, disagreement: 1.02, development: 1.02, gap: 0.7, event: 1, figure: 0.95, article: 1.05, passage: 1 };
const NAMED = 3;

class Index {
  constructor(folder, start, rare) {
    Object.assign(this, { say: start.say, headings: start.headings, start });
    this.kindNames = start.kinds.map(([kind]) => kind);
    this.count = start.kinds.reduce((sum, [, count]) => sum + count, 0);
    this.kinds = new Uint8Array(this.count);
    start.kinds.reduce((at, [, count], kind) => (this.kinds.fill(kind, at, at + count), at + count), 0);
    const twins = numbers(start.twins);
    this.twins = new Map();
    for (let at = 0; at < twins.length; at += 2) this.twins.set(twins[at], [...(this.twins.get(twins[at]) ?? []), twins[at + 1]]);
    this.asides = new Set(start.asides.split(" "));
    const vocabulary = new Vocabulary(start);
    this.files = new Files(folder);
    this.query = new Query(start, vocabulary);
    this.scores = new Scores(vocabulary, new Places(this.files, start, vocabulary, this.count, rare), this.count);
    this.filters = new Filters(this.files, start, this.kinds, this.kindNames);
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
    const units = this.query.units(query);
    const isWanted = await this.filters.wantedBy(filters);
    const hits = await Promise.all(units.map((unit) => this.scores.of(unit, marks)));
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
    if (outlets.size) for (const entry of await this.filters.articlesOf(outlets)) named.add(entry);
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
      const file = await this.files.file(`entries-${Math.floor(entry / this.start.perFile)}`);
      const [href, [text, language, direction], source = "", lead = "", more = "", chip = [], translation = [], verbatim = 0] = file[entry % this.start.perFile];
      return { href, text, language, direction, source, lead, more, chip, translation, isVerbatim: verbatim === 1 };
    }));
  }
}
