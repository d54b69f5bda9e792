/** Guesses what the columns of a pasted table hold, from their headers and from what stands in them. Pure. */
import type { ColumnMapping, ColumnMeaning } from '../contract/table.ts'
import { fold } from '../../../kernel/language/fold.ts'
import { type SettledGuess, settleColumns } from '../../../kernel/table/settle.ts'
import { looksLike } from './looks-like.ts'
import { repairTwice } from '../../../kernel/table/decode.ts'
import { meaningOfHeader } from './header-words.ts'
import { guessSeparator, splitTable } from '../../../kernel/table/split.ts'

export interface GuessedColumns {
  readonly mapping: ColumnMapping
  /** 0 to 1 for each column. */
  readonly confidence: readonly number[]
  /** The header's own words; empty where there is none. */
  readonly headers: readonly string[]
}

const squash = (text: string) => fold(text).replace(/[^a-z0-9]+/g, '')

/** How often a meaning may stand in a table; what may come once goes to the column that is surest of it. */
const manyTimes: ReadonlySet<ColumnMeaning> = new Set(['phone', 'mobile', 'email', 'note', 'account', 'ignore'])

/** Reads the table's shape: separator, header or none, and a meaning with its confidence for each column. */
export function guessColumns(text: string): GuessedColumns {
  const repaired = repairTwice(text)
  const separator = guessSeparator(repaired)
  const rows = splitTable(repaired, separator).slice(0, 300)
  const width = Math.min(100, Math.max(1, ...rows.map(row => row.length)))
  const header = isHeader(rows)
  const headers = header ? Array.from({ length: width }, (_, at) => rows[0]?.[at] ?? '') : []
  const body = header ? rows.slice(1) : rows
  const guesses = settle(
    Array.from({ length: width }, (_, at) => guessColumn(headers[at], body.map(row => row[at] ?? '').filter(Boolean))),
  )
  return {
    mapping: { separator, header, columns: namesOf(guesses.map(guess => guess.meaning)) },
    confidence: guesses.map(guess => guess.confidence),
    headers,
  }
}

/** A first line is a header when it names columns, and holds nothing that a person or office would be. */
function isHeader(rows: readonly (readonly string[])[]): boolean {
  const [first] = rows
  if (!first) return false
  const named = first.filter(cell => meaningOfHeader(squash(cell)) !== undefined).length
  const data = first.filter(cell => /@|\d{4,}/.test(cell)).length
  return named > 0 && data === 0 && (named >= 2 || first.length <= 2 || named / first.length >= 0.3)
}

type Guess = SettledGuess<ColumnMeaning>

function guessColumn(header: string | undefined, values: readonly string[]): Guess {
  const named = header ? meaningOfHeader(squash(header)) : undefined
  const seen = looksLike(values)
  const first = seen[0]
  if (named) {
    const support = seen.find(guess => guess.meaning === named)
    // "Adress" over mail addresses: what stands there outweighs what it is called
    if (first && first.confidence >= 0.9 && !support && ['email', 'account'].includes(first.meaning))
      return { ...first, others: seen.slice(1) }
    const refined =
      named === 'phone' && first?.meaning === 'mobile'
        ? 'phone'
        : named === 'street' && first?.meaning === 'postcodeCity'
          ? 'postcodeCity'
          : named
    return { meaning: refined, confidence: values.length === 0 ? 0.7 : support ? 0.99 : 0.9, others: seen }
  }
  if (first) return { ...first, others: seen.slice(1) }
  return { meaning: 'ignore', confidence: values.length === 0 ? 0.9 : 0.3, others: [] }
}

/** Each meaning goes to its surest column; a name or street that lost is worth a note. */
const settle = (guesses: readonly Guess[]): Guess[] =>
  settleColumns(
    guesses,
    meaning => manyTimes.has(meaning),
    lost => (lost === 'name' || lost === 'street' ? 'note' : 'ignore'),
  )

/** A table of companies has a column "company" and no column of people. */
function namesOf(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  const hasPerson = columns.some(meaning => meaning === 'name' || meaning === 'givenName' || meaning === 'familyName')
  return columns.map(meaning => (!hasPerson && meaning === 'organisation' ? 'name' : meaning))
}
