import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { money } from '../../../kernel/schema.ts'
import * as c from '../contract.ts'
import { contactsOf, costsOf, papersOf, thingsOf } from '../lists.ts'
import { legsOf, lockOf, staysOf, tripFor } from '../trip-row.ts'
import type { TravelTables } from '../tables.ts'

const own = (act: Act, id: string) => ({ organisation_id: act.office.id, trip_id: id })

export const setThingsBody = implementCommand(c.setThings, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.setThings, id),
  async run(act, { id, things }, { title }) {
    const before = (await thingsOf(act, id)).map(({ text, sort, done }) => ({ text, sort, done }))
    const db = act.db<TravelTables>()
    await sql`delete from travel.thing where organisation_id = ${act.office.id} and trip_id = ${id}`.execute(db)
    const rows = things.map((one, at) => ({ ...own(act, id), position: at + 1, ...one }))
    if (rows.length > 0) await db.insertInto('travel.thing').values(rows).execute()
    act.emit(c.thingsSet, { id, title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.set-things', input: { id, expectedVersion: version, things: before } },
    }
  },
})

export const tickThingBody = implementCommand(c.tickThing, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.tickThing, id),
  async run(act, { id, position, done }, { title }) {
    const before = (await thingsOf(act, id)).find(one => one.position === position) ?? act.refuse(c.tripItemUnknown)
    await sql`update travel.thing set done = ${done}
      where organisation_id = ${act.office.id} and trip_id = ${id} and position = ${position}`.execute(act.db())
    act.emit(c.thingsSet, { id, title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.tick-thing', input: { id, expectedVersion: version, position, done: before.done } },
    }
  },
})

export const setContactsBody = implementCommand(c.setContacts, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.setContacts, id),
  async run(act, { id, contacts }, { title }) {
    const before = (await contactsOf(act, id)).map(({ name, phone, what, sort }) => ({ name, phone, what, sort }))
    const db = act.db<TravelTables>()
    await sql`delete from travel.contact where organisation_id = ${act.office.id} and trip_id = ${id}`.execute(db)
    const rows = contacts.map((one, at) => ({ ...own(act, id), position: at + 1, ...one }))
    if (rows.length > 0) await db.insertInto('travel.contact').values(rows).execute()
    act.emit(c.contactsSet, { id, title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.set-contacts', input: { id, expectedVersion: version, contacts: before } },
    }
  },
})

async function requireItem(act: Act, id: string, itemId: string | null): Promise<void> {
  if (!itemId) return
  const items = [...(await legsOf(act, id)), ...(await staysOf(act, id))]
  if (!items.some(one => one.id === itemId)) act.refuse(c.tripItemUnknown)
}

export const attachPaperBody = implementCommand(c.attachPaper, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.attachPaper, id),
  async run(act, { id, documentId, what, itemId = null }, { title }) {
    await requireVisible(act, documentId, ['document'])
    await requireItem(act, id, itemId)
    await act
      .db<TravelTables>()
      .insertInto('travel.paper')
      .values({ ...own(act, id), document_id: documentId, what, item_id: itemId })
      .execute()
    await act.link(id, documentId, 'paper')
    act.emit(c.paperAttached, { id, title }, [id, documentId])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.detach-paper', input: { id, expectedVersion: version, documentId } },
    }
  },
  constraints: { paper_pkey: c.paperThere },
})

export const detachPaperBody = implementCommand(c.detachPaper, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.detachPaper, id),
  async run(act, { id, documentId }, { title }) {
    const before =
      (await papersOf(act, id)).find(one => one.document_id === documentId) ?? act.refuse(c.tripItemUnknown)
    await sql`delete from travel.paper where organisation_id = ${act.office.id} and trip_id = ${id} and document_id = ${documentId}`.execute(
      act.db(),
    )
    await act.unlink(id, documentId, 'paper')
    act.emit(c.paperDetached, { id, title }, [id, documentId])
    const version = await act.changeRecord(id)
    const { what, item_id } = before
    return {
      output: { id, version },
      undo: {
        command: 'travel.attach-paper',
        input: { id, expectedVersion: version, documentId, what, itemId: item_id },
      },
    }
  },
})

/** An amount on the wire; null stays null. */
const wire = (minor: bigint | null, currency: string) => (minor === null ? null : money().encode({ minor, currency }))

export const setCostsBody = implementCommand(c.setCosts, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.setCosts, id),
  async run(act, { id, lines }, { title }) {
    if (lines.some(line => line.planned && line.actual && line.planned.currency !== line.actual.currency))
      act.refuse(c.costCurrencyMixed)
    const before = await costsOf(act, id)
    const db = act.db<TravelTables>()
    await sql`delete from travel.cost where organisation_id = ${act.office.id} and trip_id = ${id}`.execute(db)
    const rows = []
    for (const [at, line] of lines.entries()) {
      if (line.documentId) await requireVisible(act, line.documentId, ['document'])
      rows.push({
        ...own(act, id),
        position: at + 1,
        kind: line.kind,
        what: line.what,
        currency: (line.actual ?? line.planned)?.currency ?? act.office.currency,
        planned_minor: line.planned?.minor ?? null,
        actual_minor: line.actual?.minor ?? null,
        paid_by: line.paidBy,
        on_day: line.on,
        document_id: line.documentId,
      })
    }
    if (rows.some(row => (row.planned_minor ?? 0n) < 0n || (row.actual_minor ?? 0n) < 0n))
      act.refuse(c.costCurrencyMixed)
    if (rows.length > 0) await db.insertInto('travel.cost').values(rows).execute()
    act.emit(c.costsSet, { id, title }, [id])
    const version = await act.changeRecord(id)
    const were = before.map(line => ({
      kind: line.kind,
      what: line.what,
      planned: wire(line.planned_minor, line.currency),
      actual: wire(line.actual_minor, line.currency),
      paidBy: line.paid_by,
      on: line.on_day?.toString() ?? null,
      documentId: line.document_id,
    }))
    return {
      output: { id, version },
      undo: { command: 'travel.set-costs', input: { id, expectedVersion: version, lines: were } },
    }
  },
})
