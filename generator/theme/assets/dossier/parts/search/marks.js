// What is marked in a result.

// What was meant by the words of a query: the parts of a text that are marked.
class Marks {
  constructor() {
    this.words = new Map();
    this.phrases = [];
  }

  note(meant, vocabulary) {
    for (const [place, [, from, to]] of meant) {
      const word = vocabulary.wordAt(place), known = this.words.get(word);
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
