// What the units of a query find, each with its score in every entry.

const OTHER_SPELLING = 0.8;

class Scores {
  constructor(vocabulary, places, count) {
    Object.assign(this, { vocabulary, places, count });
  }

  // A unit of the query: {scores and first: by entry, holders: the entries that have it, rarity}.
  async of(unit, marks) {
    if (unit.word) {
      const meant = this.vocabulary.meant(unit.word);
      marks.note(meant, this.vocabulary);
      if (meant.size && Vocabulary.isGuess(meant)) unit.instead = [...meant].sort((a, b) => b[1][0] - a[1][0] || a[0] - b[0]).map(([place]) => this.vocabulary.wordAt(place));
      return this.places.scoresOfWords(meant);
    }
    if (unit.phrase) {
      marks.phrases.push({ words: unit.phrase, isOpen: unit.isOpen });
      return this.places.scoresOfPhrase(unit.phrase, unit.isOpen);
    }
    const own = await Promise.all(unit.parts.map((part) => this.of(part, marks)));
    const ways = [...new Set(unit.groups.flatMap((group) => group.ways))].filter((way) => way !== unit.parts.map((part) => part.word).join(" "));
    const others = await Promise.all(ways.map((way) => this.ofSpelling(way.split(" "), marks)));
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
    together.rarity = this.places.rarity(together.holders);
    return together;
  }

  async ofSpelling(words, marks) {
    if (words.length > 1) {
      marks.phrases.push({ words });
      return this.places.scoresOfPhrase(words, false);
    }
    const isAtAnEnd = ([place, [quality, from, to]]) => quality === 1 || (words[0].length >= LONG_WORD && (from === 0 || to === this.vocabulary.wordAt(place).length));
    const meant = new Map([...this.vocabulary.meant(words[0])].filter((one) => one[1][0] > RELATED && isAtAnEnd(one))); // no Putin in computing
    marks.note(meant, this.vocabulary);
    return this.places.scoresOfWords(meant);
  }
}
