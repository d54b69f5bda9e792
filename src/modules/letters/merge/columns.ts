/** Which column of a table is what: by the words of its header in six languages. */
import type { targets } from '../contract/merges.ts'

export type Target = (typeof targets)[number]
export interface Mapped {
  readonly target: string
  readonly column: number
}

const words: Readonly<Record<Target, readonly string[]>> = {
  name: [
    'name',
    'full name',
    'company',
    'namn',
    'företag',
    'navn',
    'firma',
    'naam',
    'bedrijf',
    'nume',
    'nume și prenume',
    'denumire',
    'nome',
    'empresa',
    'recipient',
    'mottagare',
    'mottaker',
    'ontvanger',
    'destinatar',
    'destinatário',
  ],
  street: [
    'street',
    'address 1',
    'gata',
    'gatuadress',
    'gate',
    'gateadresse',
    'straat',
    'stradă',
    'strada',
    'rua',
    'morada',
  ],
  postcode: ['postcode', 'postal code', 'zip', 'postnummer', 'postnr', 'cod poștal', 'código postal', 'cp'],
  city: [
    'city',
    'town',
    'ort',
    'postort',
    'stad',
    'sted',
    'poststed',
    'plaats',
    'woonplaats',
    'localitate',
    'oraș',
    'localidade',
    'cidade',
  ],
  country: ['country', 'land', 'țară', 'tara', 'país', 'pais'],
  address: ['address', 'adress', 'adresse', 'adres', 'adresă', 'endereço', 'whole address'],
  email: ['email', 'e-mail', 'mail', 'e-post', 'epost', 'e-postadress', 'e-mailadres', 'correio eletrónico'],
  language: ['language', 'språk', 'taal', 'limbă', 'limba', 'idioma', 'língua'],
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const known = new Map(Object.entries(words).flatMap(([target, all]) => all.map(one => [plain(one), target] as const)))
const rank = (header: string): number =>
  words[known.get(plain(header)) as Target].findIndex(one => plain(one) === plain(header))

/** What a question of a Word file means that people ask in the words of an address: `Namn`, `Förnamn`, `Postnr`. */
export const meantBy = (ask: string): Target | 'first-name' | 'last-name' | null =>
  (known.get(plain(ask)) as Target | undefined) ??
  (['first-name', 'last-name'] as const).find(part => nameParts[part].some(one => plain(one) === plain(ask))) ??
  null

const nameParts = {
  'first-name': [
    'first name',
    'given name',
    'förnamn',
    'fornavn',
    'voornaam',
    'prenume',
    'primeiro nome',
    'nome próprio',
  ],
  'last-name': ['last name', 'surname', 'efternamn', 'etternavn', 'achternaam', 'nume de familie', 'apelido'],
} as const

/** Each target gets one column at most; what a template asks for gets the column of the same words, which may be part of the address too. */
export function guessMapping(header: readonly string[], asks: readonly string[]): Mapped[] {
  const asked = new Map(asks.map(one => [plain(one), `ask.${one}`]))
  const mapping: Mapped[] = []
  const put = (target: string | undefined, column: number) => {
    if (target && !mapping.some(one => one.target === target)) mapping.push({ target, column })
  }
  header.forEach((words, column) => put(asked.get(plain(words)) ?? known.get(plain(words)), column))
  const both = header.flatMap((words, column) =>
    asked.has(plain(words)) && known.has(plain(words)) ? [{ words, column }] : [],
  )
  // the plainest word of several goes first: a name before a company
  for (const one of both.toSorted((a, b) => rank(a.words) - rank(b.words))) put(known.get(plain(one.words)), one.column)
  return mapping
}

/** The first row is a header where one of its cells is a word that we know, and none is a mail address or a bare number. */
export function hasHeader(first: readonly string[], asks: readonly string[]): boolean {
  if (first.some(cell => /@|^\d[\d\s.,-]*$/.test(cell.trim()))) return false
  return guessMapping(first, asks).length > 0
}

export const cellOf = (cells: readonly string[], mapping: readonly Mapped[], target: string): string => {
  const column = mapping.find(one => one.target === target)?.column
  return column === undefined ? '' : (cells[column] ?? '').trim()
}
