/** With which telephones somebody can call and put through. */
import { sql } from 'kysely'
import { dialledFrom, numberDialled } from './numbers/shown.ts'
import type { At } from './rows.ts'
import type { WireKind } from './wires/wire.ts'

export interface Telephone {
  /** The telephone system. */
  readonly id: string
  readonly title: string
  readonly extension: string
  readonly transfers: boolean
  readonly kind: WireKind
}

export async function telephonesOf(at: At, personId: string): Promise<Telephone[]> {
  const { rows } = await sql<Telephone>`
    select w.id, r.title, x.told_as as extension, w.kind in ('asterisk', 'twilio') as transfers, w.kind
    from calls.extension x
    join calls.wire w on w.organisation_id = x.organisation_id and w.id = x.wire_id and w.retired_at is null
      and w.kind in ('asterisk', 'twilio', 'telnyx') and w.secret_id is not null
    join kernel.record r on r.organisation_id = w.organisation_id and r.id = w.id
    where x.organisation_id = ${at.office.id} and x.person_id = ${personId} order by w.connected_at is null, r.title, w.id`.execute(
    at.db(),
  )
  return rows
}

/** A telephone system in the house is dialled as a telephone in the house is; a provider takes numbers as E.164 writes them. */
export const numberAt = (kind: WireKind, number: string, home: string): string =>
  kind === 'asterisk' ? dialledFrom(number, home) : numberDialled(number, home)
