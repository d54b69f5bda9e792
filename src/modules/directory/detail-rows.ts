/** Rows of a party's numbers, addresses and accounts, checked and in their normal form. */
import type { Insertable } from 'kysely'
import type { z } from '../../kernel/schema.ts'
import type { Act } from '../../kernel/implement.ts'
import {
  accountWrong,
  type addAccount,
  type addAddress,
  type addEmail,
  addressEmpty,
  type addNumber,
  ibanWrong,
} from './contract.ts'
import { readAccount, toE164 } from './numbers.ts'
import type { AccountTable, AddressTable, EmailTable, PhoneTable } from './tables.ts'

type Facts<T extends { input: z.ZodType }> = Omit<z.output<T['input']>, 'id' | 'kind' | 'expectedVersion'>

const base = (act: Act, partyId: string, position: number) => ({
  organisation_id: act.office.id,
  party_id: partyId,
  id: act.newId(),
  position,
})

export function phoneRow(
  act: Act,
  partyId: string,
  position: number,
  facts: Facts<typeof addNumber>,
  country: string | null,
): Insertable<PhoneTable> {
  return {
    ...base(act, partyId, position),
    written: facts.number,
    e164: toE164(facts.number, country ?? act.office.country),
    label: facts.label ?? '',
  }
}

export function emailRow(
  act: Act,
  partyId: string,
  position: number,
  facts: Facts<typeof addEmail>,
): Insertable<EmailTable> {
  return { ...base(act, partyId, position), email: facts.email, label: facts.label ?? '' }
}

export function addressRow(
  act: Act,
  partyId: string,
  position: number,
  facts: Facts<typeof addAddress>,
): Insertable<AddressTable> {
  const { street = '', postcode = '', city = '' } = facts
  if (!street && !postcode && !city) act.refuse(addressEmpty)
  return {
    ...base(act, partyId, position),
    street,
    postcode,
    city,
    country: facts.country ?? null,
    label: facts.label ?? '',
  }
}

/** Refuses a number whose check digits are wrong. */
export function accountRow(
  act: Act,
  partyId: string,
  position: number,
  facts: Facts<typeof addAccount>,
  country: string | null,
): Insertable<AccountTable> {
  const read = readAccount(facts.number, facts.scheme, country ?? act.office.country)
  if (!read.ok) return act.refuse(read.wrong === 'iban' ? ibanWrong : accountWrong, { number: facts.number })
  return {
    ...base(act, partyId, position),
    ...read.account,
    bic: facts.bic ?? null,
    since_on: act.today,
    source_id: facts.sourceId ?? null,
  }
}
