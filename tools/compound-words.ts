/**
 * Makes the lists of words that compounds are put together of (src/kernel/search/compounds/*.txt), for sv, nb and nl, from the
 * word graphs of Tesseract's language data (Apache-2.0, github.com/tesseract-ocr/tessdata): a word is a part where it stands
 * before or after other words often enough. `node tools/compound-words.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const languages = { sv: 'swe', nb: 'nor', nl: 'nld' } as const
/** Components of a traineddata file (tesseract, ccutil/tessdatamanager.h). */
const [wordGraph, characters] = [19, 21]
const shortest = 3

function components(file: string): (n: number) => Buffer {
  const data = gunzipSync(readFileSync(file))
  const starts = Array.from({ length: data.readInt32LE(0) }, (_, n) => Number(data.readBigInt64LE(4 + 8 * n)))
  return n => data.subarray(starts[n], Math.min(...starts.filter(at => at > starts[n]!), data.length))
}

/** All words of a squished DAWG (tesseract, dict/dawg.h): edges of letter, flags (last, backwards, end of word) and next node. */
function wordsOf(graph: Buffer, letters: readonly string[]): string[] {
  const count = graph.readInt32LE(6)
  const letterBits = BigInt(Math.ceil(Math.log2(graph.readInt32LE(2) + 1)))
  const edge = (n: number) => graph.readBigUInt64LE(10 + 8 * n)
  const words: string[] = []
  const open: [number, string][] = [[0, '']]
  for (let next = open.pop(); next; next = open.pop()) {
    for (let at = next[0]; at < count; at++) {
      const bits = edge(at)
      const flags = Number((bits >> letterBits) & 7n)
      if (flags & 2) break
      const word = next[1] + letters[Number(bits & ((1n << letterBits) - 1n))]!
      if (flags & 4) words.push(word)
      const node = Number(bits >> (letterBits + 3n))
      if (node > 0) open.push([node, word])
      if (flags & 1) break
    }
  }
  return words
}

function lexicon(code: string): Set<string> {
  const part = components(join(root, `node_modules/@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`))
  const letters = part(characters)
    .toString('utf8')
    .split('\n')
    .slice(1)
    .map(line => line.split(' ')[0]!)
  const words = wordsOf(part(wordGraph), letters)
  return new Set(words.filter(word => word === word.toLowerCase() && /^\p{L}+$/u.test(word)))
}

/** How many words begin, and how many end, with each word where what is left is a word too, or one with a link. */
function productivity(words: ReadonlySet<string>): { first: Map<string, number>; last: Map<string, number> } {
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  const more = (map: Map<string, number>, word: string) => map.set(word, (map.get(word) ?? 0) + 1)
  for (const word of words)
    for (let at = shortest; at <= word.length - shortest; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)]
      if (!words.has(tail)) continue
      const plain = words.has(head)
      const linked = head.endsWith('s') && words.has(head.slice(0, -1))
      if (!plain && !linked) continue
      more(first, plain ? head : head.slice(0, -1))
      more(last, tail)
    }
  return { first, last }
}

for (const [language, code] of Object.entries(languages)) {
  const words = lexicon(code)
  const { first, last } = productivity(words)
  // Written as `word first last`: how often it stood first and last.
  const lines = [...words]
    .filter(word => word.length >= shortest && word.length <= 22)
    .map(word => [word, first.get(word) ?? 0, last.get(word) ?? 0] as const)
    .filter(([, a, b]) => a + b >= 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const text = lines.map(line => line.join(' ')).join('\n')
  writeFileSync(join(root, `src/kernel/search/compounds/${language}.txt`), `${text}\n`)
  console.log(language, words.size, lines.length, text.length)
}
