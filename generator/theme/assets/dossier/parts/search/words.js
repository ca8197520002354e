// Words, as publishing/search/words.py makes them.

const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const APOSTROPHES = "'’ʼ‘ʻ";
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])`;
const WORD = new RegExp(`[${UNSPACED}]+|${LETTER}+(?:[${APOSTROPHES}]${LETTER}+)*`, "gu");
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "u");
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

// A folded word as a text prints it; null where it does not.
function printed(word, text) {
  const found = wordsOf(text).find((one) => one.word === word);
  return found ? text.slice(found.from[0], found.to[found.to.length - 1]) : null;
}
