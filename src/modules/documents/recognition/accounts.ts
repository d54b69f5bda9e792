import { countrySpecs, isValidBIC, isValidIBAN } from 'ibantools'
import { isNorwegianAccount } from '../../../formats/references/norway.ts'
import { isBankgiro, isPlusgiro } from '../../../formats/references/sweden.ts'
import type { Guess } from './found.ts'
import { announces, type Label } from './labels.ts'
import type { Row, Sheet, Span, Token } from './layout.ts'
import { byRow } from './near.ts'

export interface IbanAt extends Span {
  readonly value: string
  readonly valid: boolean
  readonly labelled: boolean
}

/** Every IBAN of the sheet: by label or by its check digits. Wrong check digits count only under a label or with the right length. */
export function findIbans(sheet: Sheet, labels: readonly Label[]): IbanAt[] {
  const found: IbanAt[] = []
  const labelled = byRow(labels.filter(label => announces(label, 'iban', 'account')))
  for (const row of sheet.rows) {
    const near = (labelled.get(row) ?? labelled.get(sheet.rows[row.index - 1] as Row) ?? []).length > 0
    let at = 0
    while (at < row.tokens.length) {
      const iban = ibanAt(row, at, near)
      if (iban) found.push(iban)
      at = iban ? iban.to : at + 1
    }
  }
  return found
}

function ibanAt(row: Row, from: number, labelled: boolean): IbanAt | null {
  const first = (row.tokens[from] as Token).text.replace(/^[^A-Za-z]*(?:IBAN:?)?/i, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}/.test(first)) return null
  const length = countrySpecs[first.slice(0, 2)]?.chars
  if (!length) return null
  let text = ''
  for (let at = from; at < row.tokens.length && at < from + 10; at += 1) {
    const piece = at === from ? first : (row.tokens[at] as Token).text.toUpperCase()
    const clean = piece.replace(/[.,;:)]+$/, '').replace(/-/g, '')
    if (!/^[A-Z0-9]+$/.test(clean)) break
    text += clean
    if (text.length === length) return { row, from, to: at + 1, value: text, valid: isValidIBAN(text), labelled }
    if (text.length > length) break
    if (piece !== clean && !piece.includes('-')) break
  }
  const shown = labelled && text.length >= 15 && text.length < length && /^[A-Z]{2}\d{2}[A-Z0-9]*\d{6}/.test(text)
  return shown ? { row, from, to: Math.min(row.tokens.length, from + 8), value: text, valid: false, labelled } : null
}

/** Guesses for the account to pay to, the seller's country first; what stands in the buyer's block is where the buyer pays from. */
export function ibanGuesses(
  all: readonly IbanAt[],
  country: string | null,
  isBuyers: (span: Span) => boolean = () => false,
): Guess[] {
  const ibans = all.filter(iban => !isBuyers(iban))
  const distinct = new Set(ibans.map(iban => iban.value))
  return ibans.map((iban, index) => {
    const home = country !== null && iban.value.startsWith(country)
    const alone = distinct.size === 1
    const reasons = [iban.valid ? 'check-digits-right' : 'check-digits-wrong']
    if (iban.labelled) reasons.push('label-beside')
    if (alone) reasons.push('only-candidate')
    const base = iban.valid ? 0.88 : 0.55
    const confidence = base + (iban.labelled ? 0.05 : 0) + (alone ? 0.05 : -0.1) + (home ? 0.03 : 0) - index * 0.01
    return { value: iban.value, span: iban, confidence, sure: iban.valid && alone, reasons }
  })
}

/** BIC codes beside or under their label. */
export function bicGuesses(sheet: Sheet, labels: readonly Label[]): Guess[] {
  const found: Guess[] = []
  for (const label of labels) {
    if (!announces(label, 'bic')) continue
    const left = label.row.tokens[label.from]?.left ?? 0
    for (const row of sheet.rows.slice(label.row.index, label.row.index + 6)) {
      if (row.page !== label.row.page || row.top - label.row.bottom > 30) break
      const start = row === label.row ? label.to : row.tokens.findIndex(token => Math.abs(token.left - left) < 60)
      if (start < 0) continue
      for (let at = start; at < row.tokens.length && (row !== label.row || at < start + 4); at += 1) {
        const value = (row.tokens[at] as Token).text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
        if (!/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(value) || !isValidBIC(value)) continue
        const beside = row === label.row
        found.push({
          value,
          span: { row, from: at, to: at + 1 },
          confidence: beside ? 0.93 : 0.8,
          sure: false,
          reasons: ['label-beside'],
        })
        break
      }
    }
  }
  const alone = new Set(found.map(one => one.value)).size === 1
  return found.map(one => ({ ...one, sure: alone }))
}

const kinds = [
  { concept: 'bankgiro', is: isBankgiro, write: (digits: string) => `${digits.slice(0, -4)}-${digits.slice(-4)}` },
  { concept: 'plusgiro', is: isPlusgiro, write: (digits: string) => `${digits.slice(0, -1)}-${digits.slice(-1)}` },
  {
    concept: 'sortCode',
    is: (digits: string) => /^\d{14}$/.test(digits),
    write: (digits: string) => `${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)} ${digits.slice(6)}`,
  },
  {
    concept: 'account',
    is: isNorwegianAccount,
    write: (digits: string) => `${digits.slice(0, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`,
  },
] as const

/** National accounts: Bankgiro and Plusgiro beside their label, Norwegian accounts by label or by their writing. */
export function accountGuesses(sheet: Sheet, labels: readonly Label[]): Guess[] {
  const found: Guess[] = []
  for (const label of labels) {
    for (const kind of kinds) {
      if (!announces(label, kind.concept)) continue
      for (const span of digitRuns(sheet, label)) {
        const digits = span.text.replace(/\D/g, '')
        if (!kind.is(digits)) continue
        const checked = kind.concept !== 'sortCode'
        const reasons = [
          'label-beside',
          checked ? 'check-digits-right' : 'unchecked',
          kind.concept === 'account' ? 'norwegian-account' : kind.concept,
        ]
        found.push({
          value: kind.write(digits),
          span,
          confidence: (checked ? 0.96 : 0.88) - (span.row === label.row ? 0 : 0.06),
          sure: checked,
          reasons,
        })
      }
    }
  }
  if (found.length === 0) found.push(...unlabelledNorwegian(sheet))
  return found
}

function unlabelledNorwegian(sheet: Sheet): Guess[] {
  return sheet.rows.flatMap(row =>
    row.tokens.flatMap((token, from) => {
      const run = /^\d{4}\.\d{2}\.\d{5}$/.test(token.text)
      const digits = token.text.replace(/\D/g, '')
      if (!run || !isNorwegianAccount(digits)) return []
      return [
        {
          value: token.text,
          span: { row, from, to: from + 1 },
          confidence: 0.85,
          sure: false,
          reasons: ['check-digits-right', 'norwegian-account'],
        },
      ]
    }),
  )
}

export interface Run extends Span {
  readonly text: string
}

/** Runs of digit groups right of the label or in the two rows under it: 123-4567, 1234 56 78903. */
export function digitRuns(sheet: Sheet, label: Label): Run[] {
  const runs = runsIn(label.row, label.to, label.row.tokens.length).slice(0, 2)
  const right = (label.row.tokens[label.to - 1]?.right ?? 0) + 60
  const left = (label.row.tokens[label.from]?.left ?? 0) - 40
  for (const step of [1, 2]) {
    const row = sheet.rows[label.row.index + step]
    if (!row || row.page !== label.row.page || row.top - label.row.bottom > 40) break
    const from = row.tokens.findIndex(token => token.right > left)
    if (from >= 0)
      runs.push(...runsIn(row, from, row.tokens.length).filter(run => (row.tokens[run.from]?.left ?? 0) < right))
  }
  return runs
}

function runsIn(row: Row, from: number, to: number): Run[] {
  const runs: Run[] = []
  for (let at = from; at < to; at += 1) {
    if (!/^[\d+*#][\d.\-/*+#]*$/.test((row.tokens[at] as Token).text)) continue
    let end = at + 1
    while (end < to && /^[-–]?[\d.\-/*+#]+$/.test((row.tokens[end] as Token).text) && closeTo(row, end)) end += 1
    runs.push({
      row,
      from: at,
      to: end,
      text: row.tokens
        .slice(at, end)
        .map(token => token.text)
        .join(' '),
    })
    at = end
  }
  return runs
}

function closeTo(row: Row, at: number): boolean {
  const [left, right] = [row.tokens[at - 1] as Token, row.tokens[at] as Token]
  return row.flow ? right.left - left.right < 9 : right.left - left.right < 1.1 * Math.max(6, right.bottom - right.top)
}
