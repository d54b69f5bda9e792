import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import {
  expiryKey,
  identityClass,
  identityOf,
  identityReaders,
  type IdentityRow,
  identityTitle,
  remindDays,
  requireKeeper,
  updateIdentity,
} from '../identity-row.ts'
import { keep } from '../trip-row.ts'
import type { TravelTables } from '../tables.ts'

const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'travel-document', id, expectedVersion },
]

function requireOrder(act: Act, from: Temporal.PlainDate | null, until: Temporal.PlainDate | null): void {
  if (from && until && Temporal.PlainDate.compare(until, from) < 0) act.refuse(c.identityReversed)
}

async function requireReaders(act: Act, ids: readonly string[] | undefined): Promise<void> {
  for (const id of ids ?? []) await requireColleague(act, id, c.tripPersonUnknown)
}

export const addDocumentBody = implementCommand(c.addDocument, {
  async run(act, input) {
    const personId = input.personId ?? act.principal.id
    await requireKeeper(act, personId)
    await requireReaders(act, input.readerIds)
    const [issued, expires] = [input.issuedOn ?? null, input.expiresOn ?? null]
    requireOrder(act, issued, expires)
    if (input.documentId) await requireVisible(act, input.documentId, ['document'])
    const facts = { sort: input.sort, country: input.country ?? null, person_id: personId }
    const title = await identityTitle(act, facts)
    const id = await act.createRecord({
      kind: 'travel-document',
      title,
      class: identityClass,
      audience: await identityReaders(act, personId, input.readerIds ?? []),
      // its number is nothing to be searched for
      search: {},
    })
    await act
      .db<TravelTables>()
      .insertInto('travel.identity')
      .values({
        organisation_id: act.office.id,
        id,
        ...facts,
        number: input.number ?? null,
        issued_on: issued,
        expires_on: expires,
        remind_days: input.remindDays ?? remindDays(input.sort),
        reader_ids: [...new Set(input.readerIds ?? [])],
        note: input.note ?? '',
        document_id: input.documentId ?? null,
        removed_at: null,
        raised_on: null,
      })
      .execute()
    act.emit(c.identityAdded, { id, title }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'travel.remove-document', input: { id, expectedVersion: 1 } },
    }
  },
})

const wireOf = (row: IdentityRow) => ({
  country: row.country,
  number: row.number,
  issuedOn: row.issued_on?.toString() ?? null,
  expiresOn: row.expires_on?.toString() ?? null,
  remindDays: row.remind_days,
  readerIds: row.reader_ids,
  note: row.note,
  documentId: row.document_id,
})

async function kept(act: Act, id: string, removed: boolean): Promise<IdentityRow> {
  const row = await identityOf(act, id)
  await requireKeeper(act, row.person_id)
  if ((row.removed_at !== null) !== removed) act.refuse(c.identityState, { title: act.locked(id).title })
  return row
}

export const changeDocumentBody = implementCommand(c.changeDocument, {
  locks: input => lockOf(input),
  load: (act, { id }) => kept(act, id, false),
  async run(act, input, before) {
    const { id } = input
    await requireReaders(act, input.readerIds)
    if (input.documentId) await requireVisible(act, input.documentId, ['document'])
    const change = {
      country: keep(input.country, before.country),
      number: keep(input.number, before.number),
      issued_on: keep(input.issuedOn, before.issued_on),
      expires_on: keep(input.expiresOn, before.expires_on),
      remind_days: keep(input.remindDays, before.remind_days),
      reader_ids: [...new Set(keep(input.readerIds, before.reader_ids))],
      note: keep(input.note, before.note),
      document_id: keep(input.documentId, before.document_id),
    }
    requireOrder(act, change.issued_on, change.expires_on)
    const renewed = change.expires_on?.toString() !== before.expires_on?.toString()
    await updateIdentity(act, id, { ...change, ...(renewed ? { raised_on: null } : {}) })
    const title = await identityTitle(act, { ...before, ...change })
    const version = await act.changeRecord(id, {
      title,
      ...(input.readerIds ? { audience: await identityReaders(act, before.person_id, change.reader_ids) } : {}),
    })
    const done = renewed && before.raised_on ? { workDone: [{ key: `${expiryKey(id)}:${before.raised_on}` }] } : {}
    act.emit(c.identityChanged, { id, title, ...done }, [id])
    return {
      output: { id, version },
      undo: { command: 'travel.change-document', input: { id, expectedVersion: version, ...wireOf(before) } },
    }
  },
})

export const removeDocumentBody = implementCommand(c.removeDocument, {
  locks: input => lockOf(input),
  load: (act, { id }) => kept(act, id, false),
  async run(act, { id }, before) {
    await updateIdentity(act, id, { removed_at: act.at })
    const workWithdrawn = before.raised_on ? [{ key: `${expiryKey(id)}:${before.raised_on}` }] : []
    act.emit(c.identityRemoved, { id, title: act.locked(id).title, workWithdrawn }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.restore-document', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreDocumentBody = implementCommand(c.restoreDocument, {
  locks: input => lockOf(input),
  load: (act, { id }) => kept(act, id, true),
  async run(act, { id }) {
    await sql`update travel.identity set removed_at = null, raised_on = null
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    act.emit(c.identityRestored, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.remove-document', input: { id, expectedVersion: version } },
    }
  },
})
