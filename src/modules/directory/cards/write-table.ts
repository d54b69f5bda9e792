/** Parties as CSV (RFC 4180) under headers that importing knows again. Pure. */
import type { ColumnMeaning } from '../contract/table.ts'
import type { CardFacts } from './card-facts.ts'

type Words = (meaning: ColumnMeaning) => string

/** As many of one kind as importing takes from a row. */
const mostOfKind = 5

interface Written {
  readonly meaning: ColumnMeaning
  readonly cell: (party: CardFacts) => string
}

export function writeTable(
  parties: readonly CardFacts[],
  words: Words,
  kindWords: (kind: CardFacts['kind']) => string,
  separator: ',' | ';',
): string {
  const columns = columnsOf(parties, kindWords).filter(
    ({ meaning, cell }) => meaning === 'name' || parties.some(party => cell(party) !== ''),
  )
  const lines = [
    columns.map(({ meaning }) => words(meaning)),
    ...parties.map(party => columns.map(column => column.cell(party))),
  ]
  return `\u{feff}${lines.map(cells => cells.map(cell => quoted(cell, separator)).join(separator)).join('\r\n')}\r\n`
}

function columnsOf(parties: readonly CardFacts[], kindWords: (kind: CardFacts['kind']) => string): readonly Written[] {
  const many = (meaning: ColumnMeaning, list: (party: CardFacts) => readonly string[]): Written[] =>
    Array.from({ length: Math.min(mostOfKind, Math.max(0, ...parties.map(party => list(party).length))) }, (_, at) => ({
      meaning,
      cell: party => list(party)[at] ?? '',
    }))
  const home = (party: CardFacts) => party.addresses[0]
  return [
    { meaning: 'kind', cell: party => kindWords(party.kind) },
    { meaning: 'name', cell: party => party.name },
    { meaning: 'givenName', cell: party => party.givenName ?? '' },
    { meaning: 'familyName', cell: party => party.familyName ?? '' },
    { meaning: 'organisation', cell: party => party.organisation ?? '' },
    { meaning: 'role', cell: party => party.role ?? '' },
    ...many('phone', party => party.phones.map(phone => phone.written)),
    ...many('email', party => party.emails.map(mail => mail.email)),
    { meaning: 'street', cell: party => home(party)?.street ?? '' },
    { meaning: 'postcode', cell: party => home(party)?.postcode ?? '' },
    { meaning: 'city', cell: party => home(party)?.city ?? '' },
    { meaning: 'country', cell: party => party.country ?? home(party)?.country ?? '' },
    { meaning: 'companyNumber', cell: party => party.companyNumber ?? '' },
    { meaning: 'vatNumber', cell: party => party.vatNumber ?? '' },
    ...many('account', party => party.accounts.map(account => account.number)).slice(0, 1),
    { meaning: 'website', cell: party => party.website ?? '' },
    { meaning: 'language', cell: party => party.language ?? '' },
    { meaning: 'note', cell: party => party.note },
  ]
}

/** What a spreadsheet would take for a formula is told to be text; a telephone number keeps its sign. */
function quoted(cell: string, separator: string): string {
  const isFormula = /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-][\d\s()./-]*$/.test(cell))
  const safe = isFormula ? `'${cell}` : cell
  return safe.includes(separator) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
