import { squash } from './fold.ts'
import { lineHeight, type Row, type Sheet, type Span, startsColumn, type Token } from './layout.ts'
import type { DocumentKind } from './types.ts'
import { phrasesOf, vocabularies } from './vocabulary/index.ts'
import type { KindWords } from './vocabulary/vocabulary.ts'

/** Words that name a kind of paper, at their place. */
export interface Title extends Span {
  readonly kinds: readonly DocumentKind[]
  readonly languages: ReadonlySet<string>
  /** Begins its column; stands alone in it (but for a number); how much taller than ordinary text; how far down, 0 to 1. */
  readonly leads: boolean
  readonly alone: boolean
  /** A word for number follows: it rather names the number than the paper. */
  readonly numbered: boolean
  readonly size: number
  readonly depth: number
}

export interface Hint extends Span {
  readonly kinds: readonly DocumentKind[]
  readonly languages: ReadonlySet<string>
}

interface Entry {
  readonly kinds: Set<DocumentKind>
  readonly languages: Set<string>
}

const titles = new Map<string, Entry>()
const hints = new Map<string, Entry>()
for (const { language, kinds } of vocabularies) {
  for (const [kind, words] of Object.entries(kinds) as [DocumentKind, KindWords][]) {
    for (const word of phrasesOf(words.titles)) enter(titles, word, kind, language)
    for (const word of phrasesOf(words.hints)) enter(hints, word, kind, language)
  }
}

const numberWords = new Set(vocabularies.flatMap(one => phrasesOf(one.numberWords).map(squash)))

function enter(book: Map<string, Entry>, word: string, kind: DocumentKind, language: string): void {
  const key = squash(word)
  const entry = book.get(key) ?? { kinds: new Set(), languages: new Set() }
  entry.kinds.add(kind)
  entry.languages.add(language)
  book.set(key, entry)
}

/** The longest phrase of the book that begins at this token and ends with a token. */
function phraseAt(row: Row, from: number, book: ReadonlyMap<string, Entry>): { to: number; entry: Entry } | null {
  let key = ''
  let best: { to: number; entry: Entry } | null = null
  for (let at = from; at < row.tokens.length && at < from + 7; at += 1) {
    key += (row.tokens[at] as Token).key
    if (key.length > 44) break
    const entry = book.get(key)
    if (entry && (row.tokens[at] as Token).key !== '') best = { to: at + 1, entry }
  }
  return best
}

/** Every place where a kind of paper is named. */
export function findTitles(sheet: Sheet): Title[] {
  const usual = usualHeight(sheet)
  const found: Title[] = []
  for (const row of sheet.rows) {
    let at = 0
    while (at < row.tokens.length) {
      const phrase = (row.tokens[at] as Token).key === '' ? null : phraseAt(row, at, titles)
      if (phrase) found.push(titleAt(sheet, row, at, phrase, usual))
      at = phrase ? phrase.to : at + 1
    }
  }
  return found
}

function titleAt(
  sheet: Sheet,
  row: Row,
  from: number,
  { to, entry }: { to: number; entry: Entry },
  usual: number,
): Title {
  const height = row.flow ? 800 : (sheet.height.get(row.page) ?? 800)
  const rest = row.tokens.slice(to).findIndex((_, index) => startsColumn(row, to + index))
  const column = row.tokens.slice(to, rest < 0 ? undefined : to + rest)
  const first = row.tokens[from] as Token
  return {
    row,
    from,
    to,
    kinds: [...entry.kinds],
    languages: entry.languages,
    leads:
      startsColumn(row, from) &&
      !(row.tokens.slice(to).some(isPrice) && ![...entry.kinds].some(kind => asking.has(kind))),
    alone: column.every(token => /\d/.test(token.text) || token.key.length <= 3),
    numbered: numberWords.has(row.tokens[to]?.key ?? ''),
    size: (first.bottom - first.top) / usual,
    depth: (row.page === 1 ? 0 : 1) + row.top / height,
  }
}

/** What may be titled in one row with its sum; other kinds named beside a price are things sold: `Serviceavtal 1 200,00`. */
const asking = new Set<DocumentKind>(['bill', 'credit-note', 'reminder', 'receipt', 'statement'])

function isPrice({ text }: Token): boolean {
  return /^\S{0,3}\d[\d.,' ]*[.,]\d{2}\S{0,3}$/.test(text)
}

function usualHeight(sheet: Sheet): number {
  const heights = sheet.rows.map(lineHeight).sort((a, b) => a - b)
  return Math.max(1, heights[Math.floor(heights.length / 2)] ?? 10)
}

/** Every place where a phrase stands that is usual in one kind of paper. */
export function findHints(sheet: Sheet): Hint[] {
  const found: Hint[] = []
  for (const row of sheet.rows) {
    let at = 0
    while (at < row.tokens.length) {
      const phrase = (row.tokens[at] as Token).key === '' ? null : phraseAt(row, at, hints)
      if (phrase)
        found.push({ row, from: at, to: phrase.to, kinds: [...phrase.entry.kinds], languages: phrase.entry.languages })
      at = phrase ? phrase.to : at + 1
    }
  }
  return found
}
