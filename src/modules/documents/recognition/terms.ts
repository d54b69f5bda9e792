import { fold, squash } from './fold.ts'
import type { Row, Sheet } from './layout.ts'
import { phrasesOf, vocabularies } from './vocabulary/index.ts'

/** Terms of payment in days, with the row that says so. */
export interface Terms {
  readonly days: number
  readonly row: Row
  readonly from: number
  readonly to: number
}

const dayWords = new Set(vocabularies.flatMap(one => phrasesOf(one.dayWords).map(squash)))
const termWords = [...new Set(vocabularies.flatMap(one => phrasesOf(one.termWords).map(squash)))].filter(
  word => word.length >= 2,
)
const discountWords = [
  'skonto',
  'discount',
  'rabatt',
  'scont',
  'escompte',
  'korting',
  'desconto',
  'kassarabatt',
  'valid',
  'gultig',
  'geldig',
  'giltig',
  'gyldig',
  'reklamation',
  'return',
  'leverans',
  'lieferung',
  'levering',
  'delivery',
  'klage',
  'bezwaar',
  'notice',
  'uppsagning',
  'oppsigelse',
]

/** `30 dagar netto`, `payment within 14 days`: a number, a word for days, and a word for payment in the same row before or after. */
export function findTerms(sheet: Sheet): Terms[] {
  const found: Terms[] = []
  for (const row of sheet.rows) {
    for (const [at, token] of row.tokens.entries()) {
      const glued = /^(\d{1,3})(?:-)?([\p{L}]+)$/u.exec(token.text)
      const bare = /^(\d{1,3})$/.exec(token.text.replace(/[(:]/g, ''))
      const word = glued ? squash(glued[2] ?? '') : (row.tokens[at + 1]?.key ?? '')
      const days = Number(glued?.[1] ?? bare?.[1] ?? 0)
      if (days < 1 || days > 120 || !dayWords.has(word)) continue
      const before = fold(
        row.tokens
          .slice(Math.max(0, at - 7), at)
          .map(one => one.text)
          .join(' '),
      )
      const after = fold(
        row.tokens
          .slice(at, at + 4)
          .map(one => one.text)
          .join(' '),
      )
      const pays = termWords.some(term => squash(before).includes(term) || squash(after).includes(term))
      const elsewhere = discountWords.some(one => before.slice(-40).includes(one) || after.includes(one))
      if (pays && !elsewhere)
        found.push({ days, row, from: at, to: Math.min(row.tokens.length, glued ? at + 1 : at + 2) })
    }
  }
  return found
}
