// The words of the dossier: which of them a word of the query means, and how well.

const KEPT_MEANINGS = 64;
const RELATED = 0.4, ALIKE = 0.4, LONG_WORD = 4, LONG_NAME = 7, LONG_PART = 8, TWO_SLIPS = 9;

// Letters that are heard or written for each other in names, by writing: Meier and Meyer, Kiew and Kiev, Izrael.
const HEARD_ALIKE = [
  "aeiouy", "ijy", "gkq", "ck", "bfvw", "bp", "csxz", "dt", "mn",
  "аеёиоуыэюяіїєй", "сзц", "вф", "дт", "бп", "гкх", "мн", "αεηιουω", "βφ", "σζ", "τδ", "κγχ",
  "اويء", "سصث", "ذزظض", "طتد", "كقغ", "هح", "אהעי", "כקח", "טת", "סש", "בו",
];
const areHeardAlike = (one, other) => HEARD_ALIKE.some((letters) => letters.includes(one) && letters.includes(other));

// One slip: a letter too many, missing, wrong, or two swapped, against the beginning of a word or all of it. The shorter
// a word, the more words differ from it by one letter ("Irak" and "Iran"): there a wrong letter is one that is heard
// alike, and the first letter is right.
function isAlike(word, start, wanted, whole) {
  let at = 0;
  while (at < wanted.length && word[start + at] === wanted[at]) at++;
  if (at === wanted.length) return !whole || word.length - start <= at + 1;
  const rest = (skipWord, skipWanted) => {
    const tail = wanted.slice(at + skipWanted);
    return whole ? word.slice(start + at + skipWord) === tail : word.startsWith(tail, start + at + skipWord);
  };
  const isFirst = at === 0, isLong = wanted.length >= LONG_NAME;
  if (isFirst && !whole) return false;
  const isAsHeard = areHeardAlike(word[start + at], wanted[at]);
  if ((isFirst ? isAsHeard && wanted.length > LONG_WORD : isAsHeard || isLong) && rest(1, 1)) return true;
  if (isFirst && !isLong) return false;
  const swapped = word[start + at] === wanted[at + 1] && word[start + at + 1] === wanted[at] && rest(2, 2);
  return swapped || rest(1, 0) || rest(0, 1);
}

// Letters too many, missing, wrong, and two swapped, from one word to the other (Damerau and Levenshtein).
function slipsBetween(one, other) {
  let older = [], before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (isSame ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) now[j] = Math.min(now[j], older[j - 2] + 1);
    }
    [older, before] = [before, now];
  }
  return before[other.length];
}

class Vocabulary {
  constructor(start) {
    this.text = start.words; // a space before and after each; a word is known by where it begins in this text
    this.stops = beginnings(start.stops);
    this.wordsAStop = start.wordsAStop;
    this.meanings = new Map();
  }

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

  // The words that a word of the query means: place → [quality, from, to].
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
      for (const [place, [quality, from, to]] of this.meant(plain)) {
        if (quality > RELATED || plain.length >= TWO_SLIPS) note(place, quality * 0.9, from, to); // "Maelle" is no slip of "Molle"
      }
    }
    if (isUnspaced || isNumber) return found;
    this.noteRelated(wanted, note);
    if (Vocabulary.isGuess(found)) this.noteAlike(wanted, note);
    if (!found.size && wanted.length >= TWO_SLIPS) this.noteTwoSlips(wanted, note);
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
        const isPart = wanted.length >= LONG_PART; // "Hikmet" is no slip in the middle of "Kubikmeter"
        if (start < 0 || (start > 0 && !isPart)) continue;
        if (start === 0 && isAlike(word, 0, wanted, true)) note(place, ALIKE, 0, word.length);
        else if (isPart && isAlike(word, start, wanted, false)) note(place, ALIKE * 0.8, start, Math.min(word.length, start + wanted.length));
      }
    };
    this.containing(wanted.slice(0, half), compare);
    this.containing(wanted.slice(half), (place, length, from) => compare(place, length, from - half));
    this.containing(`${wanted.slice(0, half - 1)}${wanted[half]}${wanted[half - 1]}${wanted.slice(half + 1)}`, compare);
  }

  // Words that differ from a long one by two slips, its beginning right: one third of it is right, or between two that
  // are.
  noteTwoSlips(wanted, note) {
    const third = Math.floor(wanted.length / 3);
    const compare = (place, length) => {
      const word = this.text.slice(place, place + length);
      const isNear = Math.abs(length - wanted.length) <= 2 && (word[0] === wanted[0] || areHeardAlike(word[0], wanted[0]));
      if (isNear && slipsBetween(word, wanted) <= 2) note(place, ALIKE, 0, length);
    };
    for (const at of [0, third, 2 * third]) this.containing(wanted.slice(at, at + third), compare);
  }

  // The number of a word: the places of every so many words are known, and the rest is counted.
  numberOf(place) {
    const stop = lastUpTo(this.stops, place);
    let number = stop * this.wordsAStop;
    for (let at = this.stops[stop]; at < place; number++) at = this.text.indexOf(" ", at) + 1;
    return number;
  }

  // Whether no word has the wanted letters, so that all are words that end otherwise, or differ by a slip.
  static isGuess(meant) {
    return ![...meant.values()].some(([quality]) => quality > RELATED);
  }
}
