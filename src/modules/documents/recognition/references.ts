import { type Run, digitRuns } from './accounts.ts'
import {
  isCreditorReference,
  isStructuredCommunication,
  isSwissReference,
} from '../../../formats/references/international.ts'
import { luhn } from '../../../formats/references/modulus.ts'
import { isLongBetalingskenmerk } from '../../../formats/references/netherlands.ts'
import { isKid } from '../../../formats/references/norway.ts'
import { isMultibanco } from '../../../formats/references/portugal.ts'
import { hasLengthDigit, isOcr } from '../../../formats/references/sweden.ts'
import type { Guess } from './found.ts'
import { announces, type Label } from './labels.ts'
import { type Row, type Sheet, type Span, type Token, startsColumn } from './layout.ts'

/** Which national scheme a reference obeys by its check digits; null for none. */
export function schemeOf(text: string, language: string | null): string | null {
  const compact = text
    .toUpperCase()
    .replace(/[^0-9A-Z-]/g, '')
    .replace(/(?<!^\d*)-(?!$)/g, '')
  const digits = compact.replace(/\D/g, '')
  if (isCreditorReference(compact)) return 'creditor-reference'
  if (/^[A-Z]/.test(compact)) return null
  if (isSwissReference(digits)) return 'swiss-reference'
  if (digits.length === 16 && language === 'nl' && isLongBetalingskenmerk(digits)) return 'betalingskenmerk'
  if (/^[+*]{3}/.test(text.trim()) && isStructuredCommunication(digits)) return 'structured-communication'
  if (language === 'nb' && isKid(digits)) return 'kid'
  if (language === 'sv' && isOcr(digits)) return 'ocr'
  if (digits.length === 16 && isLongBetalingskenmerk(digits)) return 'betalingskenmerk'
  return null
}

/** Payment references: under a label, as an RF reference anywhere, or in the Swedish line that machines read. */
export function referenceGuesses(sheet: Sheet, labels: readonly Label[], language: string | null): Guess[] {
  const found: Guess[] = [...creditorReferences(sheet)]
  for (const label of labels) {
    if (!announces(label, 'reference')) continue
    const strong = label.concepts.length === 1
    for (const run of digitRuns(sheet, label)) {
      const guess = fromRun(run, label, language, strong)
      if (guess) found.push(guess)
    }
    const word = identifierAfter(label)
    if (word) found.push(word)
  }
  return withAgreement(found)
}

function fromRun(run: Run, label: Label, language: string | null, strong: boolean): Guess | null {
  const compact = run.text.replace(/[^\d-]/g, '').replace(/-(?!$)/g, '')
  const digits = compact.replace(/\D/g, '')
  if (digits.length < 4 || digits.length > 27) return null
  if (!strong && digits.length < 6) return null
  const words = languageOf(label, language)
  const scheme = schemeOf(run.text, words)
  const beside = run.row === label.row
  const between = beside ? run.from - label.to : 0
  const base = (scheme ? 0.92 : 0.6) - (beside ? 0.03 * between : 0.12) - (strong ? 0 : 0.1)
  const reasons = scheme ? ['label-beside', 'check-digits-right', scheme] : ['label-beside']
  const lengthSaid = scheme === 'ocr' && hasLengthDigit(digits)
  const value = scheme === 'kid' && compact.endsWith('-') ? compact : digits
  return {
    value,
    span: run,
    confidence: base + (lengthSaid ? 0.03 : 0),
    reasons: lengthSaid ? [...reasons, 'length-digit-right'] : reasons,
    sure:
      scheme !== null &&
      strong &&
      (beside ? between <= 1 : true) &&
      digits.length >= (scheme === 'ocr' || scheme === 'kid' ? 5 : 9),
  }
}

/** `OCR` is Swedish and `KID` Norwegian, whatever the rest of the paper is written in. */
function languageOf(label: Label, language: string | null): string | null {
  if (language && label.languages.has(language)) return language
  return label.languages.size === 1 ? ([...label.languages][0] ?? null) : language
}

/** A reference with letters right after its label. */
function identifierAfter(label: Label): Guess | null {
  const at = label.row.tokens.findIndex((token, index) => index >= label.to && token.key !== '')
  const token = label.row.tokens[at]
  if (!token || !label.concepts.every(one => one === 'reference') || at > label.to + 1) return null
  const value = token.text.replace(/^[#:]+|[.,;:]+$/g, '')
  if (
    !/\d{3}/.test(value) ||
    /^\d+$/.test(value) ||
    /^\d[\d.]*,\d\d$/.test(value) ||
    /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(value)
  )
    return null
  return {
    value,
    span: { row: label.row, from: at, to: at + 1 },
    confidence: 0.7,
    sure: false,
    reasons: ['label-beside'],
  }
}

function creditorReferences(sheet: Sheet): Guess[] {
  const found: Guess[] = []
  for (const row of sheet.rows) {
    for (const [from, token] of row.tokens.entries()) {
      if (!/^RF\d{2}/i.test(token.text)) continue
      let text = ''
      for (let at = from; at < row.tokens.length && at < from + 7; at += 1) {
        text += (row.tokens[at] as Token).text.toUpperCase().replace(/[^A-Z0-9]/g, '')
        if (!isCreditorReference(text)) continue
        const whole =
          at + 1 >= row.tokens.length ||
          startsColumn(row, at + 1) ||
          !/^\d{1,4}$/.test((row.tokens[at + 1] as Token).text)
        if (whole)
          found.push({
            value: text,
            span: { row, from, to: at + 1 },
            confidence: 0.96,
            sure: true,
            reasons: ['check-digits-right', 'creditor-reference'],
          })
      }
    }
  }
  return found
}

/** The same reference at two places is surer. */
function withAgreement(guesses: readonly Guess[]): Guess[] {
  return guesses.map(guess => {
    const again = guesses.filter(other => other.value === guess.value && other.span?.row !== guess.span?.row).length
    return again === 0
      ? guess
      : { ...guess, confidence: guess.confidence + 0.05, reasons: [...guess.reasons, 'stands-twice'] }
  })
}

/** The line at the foot of a Swedish bill: `# reference # kronor öre check > giro#41#`. */
export interface GiroLine extends Span {
  readonly reference: string
  /** Hundredths, or null where the amount is left open. */
  readonly total: bigint | null
  readonly giro: string
}

const giroLine = /^#\s?(\d{2,25})\s?#\s?(?:(\d{1,8})\s(\d{2})\s(\d)\s?)?>\s?(\d{5,8})\s?#(\d{2})#$/

/** Reads the line that machines read, check digits and all. Source: Bankgirot, OCR manual. */
export function findGiroLine(sheet: Sheet): GiroLine | null {
  for (const row of sheet.rows) {
    const line = giroLineIn(row)
    if (line) return line
  }
  return null
}

function giroLineIn(row: Row): GiroLine | null {
  const from = row.tokens.findIndex(token => token.text.startsWith('#'))
  const to = row.tokens.findLastIndex(token => token.text.endsWith('#')) + 1
  if (from < 0 || to <= from) return null
  const match = giroLine.exec(
    row.tokens
      .slice(from, to)
      .map(token => token.text)
      .join(' ')
      .replace(/ (?=#\d\d#)/, '')
      .slice(0, 90),
  )
  if (!match?.[1] || !match[5] || !isOcr(match[1])) return null
  const amount =
    match[2] !== undefined && luhn(`${match[2]}${match[3]}${match[4]}`) ? BigInt(`${match[2]}${match[3]}`) : null
  return { row, from, to, reference: match[1], total: amount, giro: match[5] }
}

/** Multibanco: entity, reference and amount that check one another. */
export function multibancoGuesses(
  sheet: Sheet,
  labels: readonly Label[],
  amounts: readonly bigint[],
): { readonly reference: Guess; readonly total: bigint }[] {
  const entities = labels
    .filter(label => announces(label, 'entity'))
    .flatMap(label => digitRuns(sheet, label))
    .map(run => run.text.replace(/\D/g, ''))
    .filter(text => text.length === 5)
  const references = labels
    .filter(label => announces(label, 'reference'))
    .flatMap(label => digitRuns(sheet, label))
    .filter(run => run.text.replace(/\D/g, '').length === 9)
  const found: { reference: Guess; total: bigint }[] = []
  for (const entity of new Set(entities)) {
    for (const run of references) {
      const value = run.text.replace(/\D/g, '')
      const total = amounts.find(amount => isMultibanco(entity, value, amount))
      const reasons =
        total === undefined ? ['label-beside', 'multibanco'] : ['label-beside', 'check-digits-right', 'multibanco']
      found.push({
        reference: {
          value,
          span: run,
          confidence: total === undefined ? 0.88 : 0.98,
          sure: total !== undefined,
          reasons,
        },
        total: total ?? -1n,
      })
    }
  }
  return found
}
