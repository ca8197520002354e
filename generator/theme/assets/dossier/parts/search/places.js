// Where words stand: scores of the entries that have them.

const MOST_WORDS = 400;

class Places {
  constructor(files, start, vocabulary, count, rare) {
    Object.assign(this, { files, start, vocabulary, count });
    this.keepRare(rare);
  }

  keepRare(coming) {
    this.rare = coming.then(({ places, stops }) => ({ places, stops: beginnings(stops) }));
    this.rare.catch(() => { this.rare = null; }); // told to whoever waits for it; asked for again by the next
  }

  // Where a word stands, as text: a rare one in a piece of its own, a frequent one in a shard.
  async coded(place) {
    if (!this.rare) this.keepRare(load(this.files.folder, "rare"));
    const number = this.vocabulary.numberOf(place), { places, stops } = await this.rare, stop = Math.floor(number / this.start.wordsAStop);
    let at = stops[stop];
    for (let piece = stop * this.start.wordsAStop; piece < number; piece++) at = places.indexOf(" ", at) + 1;
    const found = places.slice(at, places.indexOf(" ", at));
    return found || (await this.files.file(`words-${lastUpTo(this.start.shards, number)}`))[number];
  }

  // Scores and first positions of the entries that have one of these words, and which ones have.
  async scoresOfWords(meant) {
    const scores = new Float32Array(this.count), first = new Uint16Array(this.count), holders = [];
    const best = [...meant].sort((a, b) => b[1][0] - a[1][0] || a[0] - b[0]).slice(0, MOST_WORDS);
    const coded = await Promise.all(best.map(([place]) => this.coded(place)));
    best.forEach(([, [quality]], at) => eachPlace(coded[at], (entry, position) => {
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
      const meant = isOpen && isLast ? [...this.vocabulary.meant(word)].filter(([, [, from]]) => from === 0).map(([place]) => place).slice(0, MOST_WORDS) : this.vocabulary.exactly(word);
      const here = new Map();
      for (const coded of await Promise.all(meant.map((place) => this.coded(place)))) {
        eachPlace(coded, (entry, position) => {
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
}
