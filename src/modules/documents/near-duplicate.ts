/**
 * Near duplicates by content: word-3-shingles compared by Jaccard's index. Candidates are found by minhash bands
 * (Broder 1997; banding as in Leskovec, Rajaraman, Ullman, ch. 3): 8 bands of 8 rows find texts that are 95% alike with a
 * probability of 0.9998, and texts that are 50% alike in 3 of 100, so that no document is compared with all others.
 */
const bandCount = 8
const rowsPerBand = 8
/** Words beyond this many do not count: enough to tell two texts apart. */
const mostWords = 20_000
/** Fewer shingles than this say too little. */
const fewestShingles = 20

/** Alike from this index on. */
export const alikeFrom = 0.95

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
