// Numbers and places, as publishing/search/postings.py writes them.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
for (let at = 0; at < 64; at++) VALUES[DIGITS.charCodeAt(at)] = at;

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

// Where every so many pieces of a text begin.
function beginnings(stops) {
  const found = Uint32Array.from(numbers(stops));
  for (let at = 1; at < found.length; at++) found[at] += found[at - 1];
  return found;
}

// see(entry, position) for every place of a word.
function eachPlace(coded, see) {
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
