import type { KeyScheme, PartyKind } from './contract.ts'
import { nameKey, nameWords } from './names.ts'
import { companyKey, companyOfVat, phoneKey, vatKey } from './numbers.ts'

/** What a party is found by. */
export interface Findable {
  readonly kind: PartyKind
  readonly name: string
  readonly country: string | null
  readonly companyNumber: string | null
  readonly vatNumber: string | null
  readonly phones: readonly { readonly e164?: string | null; readonly written: string }[]
  readonly emails: readonly string[]
  readonly accounts: readonly { readonly number: string }[]
}

export interface PartyKey {
  readonly scheme: KeyScheme
  readonly key: string
}

/** All keys of a party, each once. */
export function keysOf(party: Findable): PartyKey[] {
  const keys = new Map<string, PartyKey>()
  const add = (scheme: KeyScheme, key: string) => {
    if (key) keys.set(`${scheme} ${key}`, { scheme, key: key.slice(0, 300) })
  }
  add('name', nameKey(party.name))
  for (const word of nameWords(party.name)) add('word', word)
  if (party.companyNumber) add('number', companyKey(party.companyNumber, party.country))
  if (party.vatNumber) {
    const vat = vatKey(party.vatNumber, party.country)
    add('vat', vat)
    add('number', companyOfVat(vat) ?? '')
  }
  for (const { number } of party.accounts) add('account', number)
  for (const email of party.emails) add('mail', email.toLowerCase())
  for (const { e164, written } of party.phones) {
    const key = phoneKey(e164, written)
    if (key.length >= 3) add('phone', key)
  }
  return [...keys.values()]
}

/** What a search finds beside the name. */
export function searchBody(party: Findable & { readonly note: string; readonly places: readonly string[] }): string {
  return [
    party.companyNumber,
    party.vatNumber,
    ...party.phones.flatMap(phone => [phone.written, phone.e164]),
    ...party.emails,
    ...party.accounts.map(account => account.number),
    ...party.places,
    party.note,
  ]
    .filter(Boolean)
    .join('\n')
}
