/** How names, numbers and texts of banks become comparable. */
import { fold } from '../../../kernel/language/fold.ts'

/** Forms of companies and other words that tell nobody from nobody. */
const common = new Set(
  'ab aktiebolag publ hb kb as asa ans da bv nv vof srl sa sl sarl gmbh ag kg ltd limited plc llc inc lda unipessoal oy oyj aps the and och og en de do da dos van von der den av of sc pfa ii'.split(
    ' ',
  ),
)

/** The words of a name that tell it apart, folded. */
export function nameWords(name: string): string[] {
  const words = fold(name)
    .replace(/\b([a-z])\.\s?([a-z])\.(?:\s?([a-z])\.)?/g, '$1$2$3')
    .split(/[^a-z0-9]+/)
    .filter(word => word.length > 1 && !common.has(word))
  return [...new Set(words)]
}

/** 0 to 1: how much of the shorter name stands in the other. Banks cut names, so a cut last word counts as whole. */
export function nameLikeness(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return 0
  let hits = 0
  let letters = 0
  for (const word of short) {
    if (
      !long.some(
        one => one === word || (word.length >= 5 && one.startsWith(word)) || (one.length >= 5 && word.startsWith(one)),
      )
    )
      continue
    hits += 1
    letters += word.length
  }
  // One short word alone is no name.
  return letters < 4 ? 0 : hits / short.length
}

/** Digits and letters alone: for references and accounts. */
export function compact(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

/** A bill's number without the noughts before it, as somebody types it. */
export function numberKey(number: string): string {
  return compact(number).replace(/^0+(?=.)/, '')
}

/** All that may be a number in what was written: words with a digit, and neighbours run together (`INV 2026-17`). */
export function numbersIn(text: string): Set<string> {
  const words = text
    .toUpperCase()
    .split(/[\s,;:()[\]"']+/)
    .filter(Boolean)
    .slice(0, 120)
  const found = new Set<string>()
  for (const [index, word] of words.entries()) {
    if (/\d/.test(word)) {
      found.add(numberKey(word))
      for (const part of word.split(/[^0-9A-Z]+/)) if (/\d/.test(part)) found.add(numberKey(part))
    }
    const next = words[index + 1]
    if (next && /\d/.test(word + next) && word.length + next.length <= 24) found.add(numberKey(word + next))
  }
  found.delete('')
  return found
}

/** Whom a line was with, as lines of other months say it too: folded, without figures. */
export function counterpartyKey(name: string): string {
  return fold(name)
    .replace(/[\d\W_]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
