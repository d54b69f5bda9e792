/**
 * Near duplicates by content: word-3-shingles compared by Jaccard's index. Candidates are found by minhash bands
 * (Broder 1997; banding as in Leskovec, Rajaraman, Ullman, ch. 3): 20 bands of 4 rows find texts that are 70% alike, as two
 * readings of one scanned paper are, with a probability of 0.996, so that no document is compared with all others.
 */
const bandCount = 20
const rowsPerBand = 4
/** Words beyond this many do not count: enough to tell two texts apart. */
const mostWords = 20_000
/** Fewer shingles than this say too little. */
const fewestShingles = 20

/** Alike from this index on, where nothing but the words says that it is the same paper. */
export const alikeFrom = 0.95
/** Alike enough for two scans of one paper whose key facts agree. */
export const scansAlikeFrom = 0.5
/** Figures that two scans of one paper have in common at least; next month's bill has other ones. */
export const figuresAlikeFrom = 0.7
/** Fewer figures than this tell two papers not apart. */
const fewestFigures = 4

function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Hashes of all runs of three words, folded so that OCR's and typing's accents do not matter. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const shingles = new Set<number>()
  const hashes = words.slice(0, mostWords).map(hashOf)
  for (let i = 0; i + 2 < hashes.length; i++) shingles.add(mix(mix(mix(hashes[i]!) + hashes[i + 1]!) + hashes[i + 2]!))
  return shingles
}

/** Shared by all, as a share of what either has: 1 is the same set, 0 nothing in common. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 && b.size === 0) return 1
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  return shared / (a.size + b.size - shared)
}

/** Hashes of which texts alike have at least one in common, as signed 64-bit numbers; none for a text too short. */
export function bandsOf(text: string): bigint[] {
  const shingles = shinglesOf(text)
  if (shingles.size < fewestShingles) return []
  const bands: bigint[] = []
  for (let band = 0; band < bandCount; band++) {
    let high = 0
    let low = 0
    for (let row = 0; row < rowsPerBand; row++) {
      const seed = mix(band * rowsPerBand + row + 1)
      let least = 0xffffffff
      for (const shingle of shingles) {
        const hash = mix(shingle ^ seed)
        if (hash < least) least = hash
      }
      high = mix(high + least)
      low = mix(low ^ least) + row
    }
    bands.push(BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low >>> 0)))
  }
  return bands
}

/** What stands in a text in digits (dates, amounts, numbers), the separators left out, each once; single digits say nothing. */
export function figuresOf(text: string): ReadonlySet<string> {
  const found = text.match(/\d(?:[\d .,:/-]*\d)?/g) ?? []
  const figures = found.flatMap(one => one.split(/\s+/)).map(one => one.replace(/\D/g, ''))
  return new Set(figures.filter(one => one.length >= 2))
}

/** Whether two texts hold the same figures, but for what a recogniser misread. */
export function sameFigures(a: string, b: string, from: number = figuresAlikeFrom): boolean {
  const [one, other] = [figuresOf(a), figuresOf(b)]
  if (Math.max(one.size, other.size) < fewestFigures) return one.size === other.size
  let shared = 0
  for (const figure of one) if (other.has(figure)) shared++
  return shared / (one.size + other.size - shared) >= from
}
