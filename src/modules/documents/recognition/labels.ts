import { squash } from './fold.ts'
import type { Row, Sheet, Span, Token } from './layout.ts'
import { startsColumn } from './layout.ts'
import { phrasesOf, vocabularies } from './vocabulary/index.ts'
import type { Concept } from './vocabulary/vocabulary.ts'

/** A label found on the sheet and what it may announce. */
export interface Label extends Span {
  readonly concepts: readonly Concept[]
  /** 0 to 1: how fully the words were matched (1, or less when OCR lost a letter). */
  readonly strength: number
  /** Languages whose vocabulary has it. */
  readonly languages: ReadonlySet<string>
}

interface Entry {
  readonly concepts: Set<Concept>
  readonly languages: Set<string>
}

const longestPhrase = 48
const mostWords = 8

const phrases = new Map<string, Entry>()
for (const vocabulary of vocabularies) {
  for (const [concept, words] of Object.entries(vocabulary.labels) as [Concept, string][]) {
    for (const word of phrasesOf(words)) {
      const key = squash(word)
      if (key === '') continue
      const entry = phrases.get(key) ?? { concepts: new Set(), languages: new Set() }
      entry.concepts.add(concept)
      entry.languages.add(vocabulary.language)
      phrases.set(key, entry)
    }
  }
}

let sparse: Map<string, string | null> | null = null

/** Phrases by what they are without one letter; null where two phrases would meet. Built when the first OCR text comes. */
function sparseIndex(): Map<string, string | null> {
  if (sparse) return sparse
  sparse = new Map()
  for (const key of phrases.keys()) {
    if (key.length < 5) continue
    for (const shorter of deletions(key)) {
      const known = sparse.get(shorter)
      sparse.set(shorter, known === undefined || known === key ? key : null)
    }
  }
  return sparse
}

function deletions(key: string): string[] {
  return Array.from(key, (_, index) => key.slice(0, index) + key.slice(index + 1))
}

/** What OCR made of a label: one letter wrong, missing or too many, in a word of five letters or more. */
function nearly(key: string): Entry | null {
  if (key.length < 5) return null
  const exact = phrases.get(key.replace(/0/g, 'o').replace(/1/g, 'l').replace(/5/g, 's'))
  if (exact) return exact
  for (const candidate of [key, ...deletions(key)]) {
    const full = phrases.get(candidate) ? candidate : sparseIndex().get(candidate)
    const entry = full ? phrases.get(full) : undefined
    if (entry && full && Math.abs(full.length - key.length) <= 1 && bearsGuessing(entry, key)) return entry
  }
  return null
}

/** Ordinary words lie one letter from many labels: only what announces a value may be guessed, short ones only where it is central. */
function bearsGuessing({ concepts }: Entry, key: string): boolean {
  if ([...concepts].some(concept => unguessed.has(concept))) return false
  return key.length >= 8 || [...concepts].every(concept => central.has(concept))
}

const unguessed = new Set<Concept>([
  'seller',
  'buyer',
  'deliveryAddress',
  'name',
  'yours',
  'subject',
  'otherNumber',
  'yourReference',
  'prepaid',
  'tendered',
  'change',
])
const central = new Set<Concept>([
  'sum',
  'total',
  'subtotal',
  'payable',
  'net',
  'vat',
  'vatTotal',
  'issued',
  'looseDate',
  'due',
  'number',
  'rounding',
])

const endings = [...phrases.keys()].sort()
const longestEnding = 9

/** `Data de Vencim.`, `Rechnungsdat.`: a word cut by a full stop, where all phrases that begin so announce the same. */
function abbreviated(key: string): Entry | null {
  if (key.length < 7) return null
  let [low, high] = [0, endings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((endings[middle] as string) < key) low = middle + 1
    else high = middle
  }
  const first = phrases.get(endings[low] ?? '')
  if (!first || !endings[low]?.startsWith(key) || (endings[low] as string).length > key.length + longestEnding)
    return null
  for (let at = low; at < endings.length && endings[at]?.startsWith(key); at += 1) {
    const other = phrases.get(endings[at] as string)
    if (![...(other?.concepts ?? [])].some(concept => first.concepts.has(concept))) return null
  }
  return first
}

/** All labels of the sheet; of two that overlap the longer stands. */
export function findLabels(sheet: Sheet): Label[] {
  const labels: Label[] = []
  for (const row of sheet.rows) labels.push(...labelsOfRow(row, sheet.recognised))
  return labels
}

function labelsOfRow(row: Row, recognised: boolean): Label[] {
  const found: Label[] = []
  let at = 0
  while (at < row.tokens.length) {
    const label = longestAt(row, at, recognised)
    if (label) found.push(label)
    at = label ? label.to : at + 1
  }
  return found
}

function longestAt(row: Row, from: number, recognised: boolean): Label | null {
  const first = row.tokens[from]
  if (!first || first.key === '' || /^\d/.test(first.key)) return null
  let key = ''
  let best: Label | null = null
  for (let at = from; at < row.tokens.length && at < from + mostWords; at += 1) {
    const token = row.tokens[at] as Token
    if (at > from && startsColumn(row, at) && token.key !== '') break
    key += token.key
    if (key.length > longestPhrase) break
    if (token.key === '') continue
    const entry = phrases.get(key)
    const short = entry || !/\p{L}\.:?$/u.test(token.text) ? null : abbreviated(key)
    if (entry) best = labelOf(row, from, at + 1, entry, 1)
    else if (short) best = labelOf(row, from, at + 1, short, 0.95)
    else if (recognised && (!best || best.strength < 1 || key.length >= 9)) {
      const near = nearly(key)
      if (near) best = labelOf(row, from, at + 1, near, 0.75)
    }
  }
  return best
}

function labelOf(row: Row, from: number, to: number, entry: Entry, strength: number): Label {
  return { row, from, to, concepts: [...entry.concepts], strength, languages: entry.languages }
}

/** Whether the label may announce one of these. */
export function announces(label: Label, ...wanted: readonly Concept[]): boolean {
  return label.concepts.some(concept => wanted.includes(concept))
}

/** Concepts that short words of another language announce by accident: `de`, `du`, `an`, `of`. */
const accidental = new Set<Concept>([
  'seller',
  'buyer',
  'looseDate',
  'yours',
  'otherNumber',
  'yourReference',
  'change',
  'tendered',
  'subject',
  'organisationNumber',
  'orderNumber',
  'lineAmount',
  'otherAmount',
  'period',
  'name',
  'vatNumber',
  'looseNumber',
  'customerNumber',
  'due',
  'account',
  'discountUntil',
  'rounding',
  'prepaid',
])

/** Once the language is known: short words of other languages are no labels, longer ones count a little less. */
export function inLanguage(labels: readonly Label[], language: string | null): Label[] {
  if (language === null) return [...labels]
  return labels.flatMap(label => {
    if (label.languages.has(language)) return [label]
    const length = label.row.tokens.slice(label.from, label.to).reduce((sum, token) => sum + token.key.length, 0)
    const accident = length <= 4 && label.concepts.every(concept => accidental.has(concept))
    return accident ? [] : [{ ...label, strength: label.strength * 0.92 }]
  })
}
