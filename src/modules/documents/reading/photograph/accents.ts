import type { Box, Word } from '../types.ts'

/** Letters as the models without them write them. */
const LIKE: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ł: 'l', '€': 'e' }

/** Folds accents and case away, and what PP-OCR writes for letters it lacks, so that two readings of one word can be compared. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßđł€]/g, letter => LIKE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words of the first reading, spelt as in the second where both say the same but for accents: figures never change. */
export function withAccents(first: readonly Word[], second: readonly Word[]): Word[] {
  const accented = second.filter(word => /[^\x20-\x7e]/.test(word.text))
  return first.map(word => {
    const folded = fold(word.text)
    if (folded === '') return word
    const same = accented.find(other => overlaps(word.box, other.box) && fold(other.text) === folded)
    return same === undefined ? word : { ...word, text: respelt(word.text, same.text) }
  })
}

/** The second spelling, with the punctuation at the ends of the first. */
function respelt(first: string, second: string): string {
  const ends = /^([^\p{L}\p{N}]*).*?([^\p{L}\p{N}]*)$/su.exec(first)
  const core = second.replace(/^[^\p{L}\p{N}€]+|[^\p{L}\p{N}€]+$/gu, '')
  return `${ends?.[1] ?? ''}${core}${ends?.[2] ?? ''}`
}

function overlaps(a: Box, b: Box): boolean {
  const across = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0])
  const down = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1])
  return across > 0.5 * Math.min(a[2], b[2]) && down > 0.3 * Math.min(a[3], b[3])
}
