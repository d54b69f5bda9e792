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

/** Each target gets one column at most; what a template asks for gets the column of the same words. */
export function guessMapping(header: readonly string[], asks: readonly string[]): Mapped[] {
  const asked = new Map(asks.map(one => [plain(one), `ask.${one}`]))
  const mapping: Mapped[] = []
  header.forEach((words, column) => {
    const target = asked.get(plain(words)) ?? known.get(plain(words))
    if (target && !mapping.some(one => one.target === target)) mapping.push({ target, column })
  })
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
