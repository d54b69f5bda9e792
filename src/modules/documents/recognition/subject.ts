import type { Reading } from '../reading/types.ts'
import type { Guess } from './found.ts'
import { announces, type Label } from './labels.ts'
import { type Sheet, spanText, startsColumn } from './layout.ts'

/** What a paper is about: the mail's subject, or the words after `Betreff:`, `Angående:`, `Subject:`. */
export function subjectGuesses(reading: Reading, sheet: Sheet, labels: readonly Label[]): Guess[] {
  const found: Guess[] = []
  const mail = reading.mail?.subject.trim()
  if (mail)
    found.push({ value: mail.slice(0, 200), span: null, confidence: 0.98, sure: true, reasons: ['mail-subject'] })
  for (const label of labels) {
    if (!announces(label, 'subject') || !startsColumn(label.row, label.from)) continue
    const colon = /[:]$/.test(label.row.tokens[label.to - 1]?.text ?? '') || label.row.tokens[label.to]?.text === ':'
    if (!colon && label.concepts.length > 1) continue
    const from = label.row.tokens.findIndex((token, index) => index >= label.to && token.key !== '')
    if (from < 0) continue
    const end = label.row.tokens.findIndex((_, index) => index > from && startsColumn(label.row, index))
    const span = { row: label.row, from, to: end < 0 ? label.row.tokens.length : end }
    const value = spanText(span).slice(0, 200)
    const early = label.row.top / (sheet.height.get(label.row.page) ?? 800) < 0.5 && label.row.page === 1
    if (/\p{L}{3}/u.test(value))
      found.push({
        value,
        span,
        confidence: (colon ? 0.8 : 0.6) * (early ? 1 : 0.6),
        sure: false,
        reasons: ['label-beside'],
      })
  }
  return found
}
