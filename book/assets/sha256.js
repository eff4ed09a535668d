// SHA-256 (FIPS 180-4) of ASCII text. Browsers have it only on pages that came over https, and this book is also
// read from a folder.

const WORD = 2 ** 32;
const PRIMES = firstPrimes(64);
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function firstPrimes(count) {
  const found = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime)) found.push(number);
  }
  return found;
}

function fraction(number) {
  return Math.floor((number % 1) * WORD) | 0;
}

function turned(word, by) {
  return (word >>> by) | (word << (32 - by));
}

/** The text as words of 32 bits, ended with a set bit and its length, in whole blocks of 16. */
function padded(text) {
  const words = new Uint32Array((((text.length + 8) >> 6) + 1) * 16);
  const put = (byte, at) => { words[at >> 2] |= byte << (24 - (at % 4) * 8); };
  [...text].forEach((character, at) => put(character.charCodeAt(0), at));
  put(0x80, text.length);
  words[words.length - 1] = text.length * 8;
  return words;
}

function schedule(block) {
  const words = new Uint32Array(64);
  words.set(block);
  for (let at = 16; at < 64; at++) {
    const [early, late] = [words[at - 15], words[at - 2]];
    words[at] = words[at - 16] + (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3))
      + words[at - 7] + (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10));
  }
  return words;
}

function withBlock(state, block) {
  let [a, b, c, d, e, f, g, h] = state;
  schedule(block).forEach((word, at) => {
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[at] + word;
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  });
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]) | 0);
}

/** The hash in hexadecimal. */
export function sha256(text) {
  const words = padded(text);
  let state = START;
  for (let at = 0; at < words.length; at += 16) state = withBlock(state, words.subarray(at, at + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
