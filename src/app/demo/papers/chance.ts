/** A seeded stream of choices: the same seed gives the same papers on every machine. */
export interface Chance {
  /** A fraction, 0 ≤ x < 1. */
  fraction(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  pick<T>(choices: readonly T[]): T
  /** `count` different elements, in random order (all of them when there are fewer). */
  some<T>(choices: readonly T[], count: number): T[]
  digits(count: number): string
  happens(probability: number): boolean
  /** A stream of its own, independent of how much was drawn from this one. */
  fork(name: string): Chance
}

/** FNV-1a, folded over the text: spreads seeds that differ in one letter. */
const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by four hashes of the text. */
export const chanceFrom = (seed: string): Chance => {
  let a = hash(`${seed}/a`)
  let b = hash(`${seed}/b`)
  let c = hash(`${seed}/c`)
  let d = hash(`${seed}/d`)
  const fraction = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) fraction()
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1))
  const pick = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new RangeError('nothing to pick from')
    return choices[whole(0, choices.length - 1)] as T
  }
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const rest = [...choices]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(whole(0, rest.length - 1), 1))
    return taken
  }
  const digits = (count: number): string => Array.from({ length: count }, (_, i) => whole(i === 0 ? 1 : 0, 9)).join('')
  return {
    fraction,
    whole,
    pick,
    some,
    digits,
    happens: probability => fraction() < probability,
    fork: name => chanceFrom(`${seed}/${name}`),
  }
}
