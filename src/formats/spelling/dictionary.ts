/** A hunspell dictionary that is asked, not spelled out: a word is taken apart until a stem of the list is left. */
import { type AffixRule, type Affixes, flagsOf, readAffixes } from './affixes.ts'

export interface Dictionary {
  knows(word: string): boolean
  /** Words a letter away, the likeliest first. */
  suggestions(word: string, most?: number): string[]
}

/** Parts of a compound are this long at least, where the dictionary does not say which may stand in one. */
const shortestPart = 4
const mostKept = 20_000

export async function dictionaryOf(aff: string, dic: string, compounds: boolean): Promise<Dictionary> {
  const affixes = readAffixes(aff)
  const words = await readWords(dic, affixes)
  const kept = new Map<string, boolean>()
  const ask = (word: string): boolean => {
    const known = kept.get(word)
    if (known !== undefined) return known
    if (kept.size > mostKept) kept.clear()
    const is = knowsAny(word)
    kept.set(word, is)
    return is
  }
  const simple = (word: string) => isWord(words, affixes, word)
  const isPlain = (word: string): boolean => {
    const lower = word.toLowerCase()
    return simple(word) || simple(lower) || (word !== lower && simple(lower.charAt(0).toUpperCase() + lower.slice(1)))
  }
  const knowsAny = (word: string): boolean => {
    const lower = word.toLowerCase()
    if (isPlain(word)) return true
    return (
      compounds &&
      (isCompound(lower, simple, words, affixes) ||
        (lower.includes('-') &&
          lower.split('-').every(part => part.length < 2 || simple(part) || isCompound(part, simple, words, affixes))))
    )
  }
  return {
    knows: ask,
    suggestions: (word, most = 3) => {
      // words of the list before those that only might be grown together
      const plain = suggest(word, affixes.letters, isPlain, most)
      return plain.length > 0 ? plain : suggest(word, affixes.letters, ask, most)
    },
  }
}

type Words = ReadonlyMap<string, readonly string[]>

/** Read a part at a time: others are served meanwhile. */
const partOfList = 10_000

async function readWords(dic: string, { longFlags }: Affixes): Promise<Words> {
  const words = new Map<string, readonly string[]>()
  const flags = new Map<string, readonly string[]>([['', []]])
  let count = 0
  for (let from = dic.indexOf('\n') + 1; from > 0 && from < dic.length; ) {
    const until = dic.indexOf('\n', from)
    const line = dic.slice(from, until < 0 ? dic.length : until)
    from = until < 0 ? dic.length : until + 1
    if (++count % partOfList === 0) await new Promise(resolve => setImmediate(resolve))
    const end = line.search(/[\t\r ]/)
    const entry = end < 0 ? line : line.slice(0, end)
    if (!entry) continue
    const slash = entry.search(/(?<!\\)\//)
    const word = (slash < 0 ? entry : entry.slice(0, slash)).replace(/\\\//g, '/')
    const written = slash < 0 ? '' : entry.slice(slash + 1)
    let of = flags.get(written)
    if (!of) flags.set(written, (of = flagsOf(written, longFlags)))
    const before = words.get(word)
    words.set(word, before?.length ? [...before, ...of] : of)
  }
  return words
}

function isWord(words: Words, affixes: Affixes, word: string): boolean {
  const own = words.get(word)
  if (own) {
    if (affixes.forbidden && own.includes(affixes.forbidden)) return false
    if (
      !(affixes.needsAffix && own.includes(affixes.needsAffix)) &&
      !(affixes.onlyInside && own.includes(affixes.onlyInside))
    )
      return true
  }
  return withSuffix(words, affixes, word, null) || withPrefix(words, affixes, word)
}

const fits = (rule: AffixRule, stem: string) => rule.condition === null || rule.condition.test(stem)

/** Whether a stem with an ending makes the word; with `also`, the stem or the ending must allow that prefix too. */
function withSuffix(words: Words, affixes: Affixes, word: string, also: string | null): boolean {
  for (let length = Math.min(affixes.longest, word.length - 1); length >= 0; length--) {
    const rules = affixes.suffixes.get(length === 0 ? '' : word.slice(-length))
    for (const rule of rules ?? []) {
      if (also !== null && !rule.cross) continue
      const stem = word.slice(0, word.length - length) + rule.strip
      if (stem && stem !== word && fits(rule, stem) && hasFlag(words, affixes, stem, rule.flag, also, rule)) return true
    }
  }
  return false
}

/** Whether the stem takes this ending: by its own flags, or by those of an ending before it. */
function hasFlag(
  words: Words,
  affixes: Affixes,
  stem: string,
  flag: string,
  also: string | null,
  last: AffixRule,
): boolean {
  const own = words.get(stem)
  if (own?.includes(flag) && (also === null || own.includes(also) || last.then.includes(also))) return true
  for (let length = Math.min(affixes.longest, stem.length - 1); length > 0; length--)
    for (const rule of affixes.suffixes.get(stem.slice(-length)) ?? []) {
      if (!rule.then.includes(flag)) continue
      const root = stem.slice(0, stem.length - length) + rule.strip
      const of = words.get(root)
      if (of?.includes(rule.flag) && fits(rule, root) && (also === null || of.includes(also))) return true
    }
  return false
}

function withPrefix(words: Words, affixes: Affixes, word: string): boolean {
  for (let length = Math.min(affixes.longest, word.length - 1); length > 0; length--)
    for (const rule of affixes.prefixes.get(word.slice(0, length)) ?? []) {
      const stem = rule.strip + word.slice(length)
      if (!fits(rule, stem)) continue
      if (words.get(stem)?.includes(rule.flag) || (rule.cross && withSuffix(words, affixes, stem, rule.flag)))
        return true
    }
  return false
}

/** Two or three words grown together; between them a hyphen or the letter that joins them. */
function isCompound(
  word: string,
  simple: (word: string) => boolean,
  words: Words,
  affixes: Affixes,
  depth = 0,
): boolean {
  if (word.length < 2 * shortestPart - 1 || depth > 2) return false
  const { any, begin, middle } = affixes.compound
  const first = (part: string): boolean => {
    const flags = words.get(part)
    if (flags && [any, begin, middle, affixes.onlyInside].some(flag => flag !== null && flags.includes(flag)))
      return part.length >= 2
    return (
      part.length >= shortestPart &&
      (simple(part) || (/[se-]$/.test(part) && part.length > shortestPart && simple(part.slice(0, -1))))
    )
  }
  for (let at = 2; at <= word.length - 3; at++) {
    const rest = word.slice(at)
    // three like letters are written as two: nattåg
    if (!first(word.slice(0, at)) && !(word[at - 1] === word[at - 2] && first(word.slice(0, at) + word[at - 1])))
      continue
    if ((rest.length >= shortestPart - 1 && simple(rest)) || isCompound(rest, simple, words, affixes, depth + 1))
      return true
  }
  return false
}

/** One letter swapped, left out, doubled or taken for another. */
function suggest(word: string, tries: string, knows: (word: string) => boolean, most: number): string[] {
  const letters = [...new Set(tries || 'abcdefghijklmnopqrstuvwxyz')]
  const lower = word.toLowerCase()
  const found = new Set<string>()
  const offer = (candidate: string) => {
    if (found.size < most && candidate.length > 1 && candidate !== lower && knows(candidate)) found.add(candidate)
  }
  for (let at = 0; at < lower.length - 1; at++)
    offer(lower.slice(0, at) + lower[at + 1] + lower[at] + lower.slice(at + 2))
  for (let at = 0; at < lower.length; at++) offer(lower.slice(0, at) + lower.slice(at + 1))
  for (let at = 0; at <= lower.length && found.size < most; at++)
    for (const letter of letters) {
      offer(lower.slice(0, at) + letter + lower.slice(at))
      if (at < lower.length) offer(lower.slice(0, at) + letter + lower.slice(at + 1))
    }
  const large = /^\p{Lu}/u.test(word)
  return [...found].map(one => (large ? one.charAt(0).toUpperCase() + one.slice(1) : one))
}
