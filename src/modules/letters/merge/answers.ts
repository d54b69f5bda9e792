/** What a Word file asks in the words of an address is answered by the address. */
import { fieldsIn } from '../../../formats/rich/walk.ts'
import type { RichDoc } from '../../../formats/rich/doc.ts'
import type { Answer } from '../contract/shapes.ts'
import type { Correspondent } from '../letter-row.ts'
import { meantBy } from './columns.ts'

type Address = Readonly<Record<string, string | null>>

/** Whom a row is to: what the table says, else what the directory knows. */
export function addressOf(party: Correspondent | null, cell: (target: string) => string): Address {
  const name = cell('name') || (party?.name ?? '')
  const words = name.split(/\s+/)
  const isPerson = party?.kind !== 'organisation'
  return {
    name,
    'first-name': isPerson ? (words[0] ?? null) : null,
    'last-name': isPerson ? words.slice(1).join(' ') : null,
    street: cell('street') || (party?.street ?? null),
    postcode: cell('postcode') || (party?.postcode ?? null),
    city: cell('city') || (party?.city ?? null),
    country: cell('country') || (party?.country ?? null),
    email: cell('email') || (party?.email ?? null),
    language: cell('language') || (party?.language ?? null),
    address: cell('address') || addressLine(cell, party),
  }
}

const addressLine = (cell: (target: string) => string, party: Correspondent | null): string =>
  [
    cell('street') || party?.street,
    [cell('postcode') || party?.postcode, cell('city') || party?.city].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join('\n')

export const addressAnswers = (texts: readonly { readonly body: RichDoc }[], address: Address): Answer[] =>
  texts
    .flatMap(({ body }) => fieldsIn(body))
    .flatMap(field => {
      const name = field.startsWith('ask.') ? field.slice(4) : null
      const target = name && meantBy(name)
      const value = target ? address[target] : null
      return name && value ? [{ name, value }] : []
    })
