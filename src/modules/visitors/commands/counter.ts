/** What the counter lends, keeps and hands out. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { takeIn } from '../held-parcel.ts'
import { visitorOf } from '../visitor-row.ts'

const lockKey = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'door-key', id, expectedVersion },
]
const lockParcel = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'held-parcel', id, expectedVersion },
]

export const createKeyBody = implementCommand(c.createKey, {
  constraints: { door_key_number: c.keyNumberTaken },
  async run(act, { title, type, number, note }) {
    const id = await act.createRecord({ kind: 'door-key', title, class: 1, search: { body: number ?? '' } })
    await sql`
      insert into visitors.door_key (organisation_id, id, type, number, note, state)
      values (${act.office.id}, ${id}, ${type}, ${number || null}, ${note ?? ''}, 'in')`.execute(act.db())
    act.emit(c.keyCreated, { id, title }, [id])
    return { output: { id, version: 1 } }
  },
})

interface Loan {
  readonly id: string
  readonly to_name: string
}

async function loanOf(act: Act, keyId: string): Promise<Loan | undefined> {
  const { rows } = await sql<Loan>`
    select id, to_name from visitors.loan where organisation_id = ${act.office.id} and key_id = ${keyId} and returned_at is null`.execute(
    act.db(),
  )
  return rows[0]
}

async function setKey(act: Act, id: string, state: 'in' | 'lent' | 'lost'): Promise<number> {
  await sql`update visitors.door_key set state = ${state} where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return act.changeRecord(id)
}

export const lendKeyBody = implementCommand(c.lendKey, {
  locks: input => lockKey(input),
  load: (act, { id }) => loanOf(act, id),
  constraints: { loan_once: c.keyLentAlready },
  async run(act, { id, toId, toName, due }, there) {
    const { title } = act.locked(id)
    if (there) act.refuse(c.keyLentAlready, { name: there.to_name })
    if (Temporal.Instant.compare(due, act.at) <= 0) act.refuse(c.keyDuePast)
    await requireColleague(act, toId, c.visitorHostUnknown)
    const { rows } = await sql<{ title: string }>`
      select title from kernel.record where organisation_id = ${act.office.id} and id = ${toId ?? null}`.execute(
      act.db(),
    )
    const name = rows[0]?.title ?? toName
    if (!name) return act.refuse(c.visitorHostUnknown)
    await sql`
      insert into visitors.loan (organisation_id, id, key_id, to_id, to_name, due_at, lent_at, lent_by_id)
      values (${act.office.id}, ${act.newId()}, ${id}, ${toId ?? null}, ${name}, ${due}, ${act.at}, ${act.principal.id})`.execute(
      act.db(),
    )
    const version = await setKey(act, id, 'lent')
    act.emit(c.keyLent, { id, title, name }, [id])
    return { output: { id, version }, undo: { command: c.returnKey.name, input: { id } } }
  },
})

export const returnKeyBody = implementCommand(c.returnKey, {
  locks: input => lockKey(input),
  load: (act, { id }) => loanOf(act, id),
  async run(act, { id }, loan) {
    const { rows } = await sql<{ state: string }>`
      select state from visitors.door_key where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    if (rows[0]!.state === 'in') act.refuse(c.keyNotLent)
    await sql`
      update visitors.loan set returned_at = ${act.at} where organisation_id = ${act.office.id} and key_id = ${id} and returned_at is null`.execute(
      act.db(),
    )
    const version = await setKey(act, id, 'in')
    const { title } = act.locked(id)
    act.emit(c.keyReturned, { id, title, name: loan?.to_name ?? '–' }, [id])
    return { output: { id, version } }
  },
})

export const loseKeyBody = implementCommand(c.loseKey, {
  locks: input => lockKey(input),
  async run(act, { id }) {
    const { rows } = await sql`
      select 1 from visitors.door_key where organisation_id = ${act.office.id} and id = ${id} and state = 'lost'`.execute(
      act.db(),
    )
    if (rows.length > 0) act.refuse(c.keyNotLent)
    const version = await setKey(act, id, 'lost')
    const { title } = act.locked(id)
    const notify = [
      {
        role: 'manager',
        key: `visitors.lost:${id}`,
        titleKey: 'notice.visitors.key-lost',
        params: { title },
        recordId: id,
        urgency: 'today' as const,
      },
    ]
    act.emit(c.keyLost, { id, title, notify }, [id])
    return { output: { id, version }, undo: { command: c.returnKey.name, input: { id } } }
  },
})

export const takeParcelBody = implementCommand(c.takeParcel, {
  async run(act, { forId, forName, ...rest }) {
    await requireColleague(act, forId, c.visitorHostUnknown)
    if (!forId && !forName) act.refuse(c.visitorHostUnknown)
    const { id } = await takeIn(act, { ...rest, forId, forName: forName ?? '–' })
    return { output: { id, version: 1 }, undo: { command: c.returnParcel.name, input: { id } } }
  },
})

async function endParcel(act: Act, id: string, by: { name: string; strokes: string | null } | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update visitors.held_parcel set state = ${by ? 'collected' : 'returned'}, ended_at = ${act.at}, collected_by = ${by?.name ?? null}, strokes = ${by?.strokes ?? null}
    where organisation_id = ${act.office.id} and id = ${id} and state = 'waiting'`.execute(act.db())
  if (numAffectedRows === 0n) act.refuse(c.parcelEnded)
  return act.changeRecord(id)
}

export const handOverParcelBody = implementCommand(c.handOverParcel, {
  locks: input => lockParcel(input),
  async run(act, { id, collectedBy, strokes }) {
    const { rows } = await sql<{ for_name: string }>`
      select for_name from visitors.held_parcel where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const name = collectedBy ?? rows[0]!.for_name
    const version = await endParcel(act, id, { name, strokes: strokes || null })
    act.emit(c.parcelHandedOver, { id, title: act.locked(id).title, name }, [id])
    return { output: { id, version } }
  },
})

export const returnParcelBody = implementCommand(c.returnParcel, {
  locks: input => lockParcel(input),
  async run(act, { id }) {
    const version = await endParcel(act, id, null)
    act.emit(c.parcelReturned, { id, title: act.locked(id).title }, [id])
    return { output: { id, version } }
  },
})

export const importVouchersBody = implementCommand(c.importVouchers, {
  async run(act, { codes }) {
    const wanted = [...new Set(codes)]
    const { rows } = await sql<{ id: string }>`
      insert into visitors.voucher (organisation_id, id, code)
      select ${act.office.id}, v.id, v.code from unnest(${wanted.map(() => act.newId())}::uuid[], ${wanted}::text[]) as v(id, code)
      on conflict (organisation_id, code) do nothing returning id`.execute(act.db())
    act.emit(c.vouchersImported, { count: rows.length })
    return { output: { added: rows.length, known: codes.length - rows.length } }
  },
})

/** Until the end of the office's day, where nothing else is said. */
const endOfDay = (act: Act): Temporal.Instant => act.today.add({ days: 1 }).toZonedDateTime(act.office.zone).toInstant()

export const issueSlipBody = implementCommand(c.issueSlip, {
  locks: ({ id }) => [{ kind: 'visitor', id }],
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id, what, plate, until }, row) {
    const wanted = plate ?? row.plate
    if (what === 'parking' && !wanted) act.refuse(c.plateMissing)
    const validUntil = until ?? endOfDay(act)
    if (Temporal.Instant.compare(validUntil, act.at) <= 0) act.refuse(c.visitorOverBefore)
    const slipId = act.newId()
    const number = Number(await act.nextNumber('visitors.slip'))
    await sql`
      insert into visitors.slip (organisation_id, id, number, what, visitor_id, plate, valid_until, issued_at, issued_by_id)
      values (${act.office.id}, ${slipId}, ${number}, ${what}, ${id}, ${what === 'parking' ? wanted : null}, ${validUntil}, ${act.at}, ${act.principal.id})`.execute(
      act.db(),
    )
    if (what === 'wifi') await giveVoucher(act, slipId)
    else
      await sql`update visitors.visitor set plate = ${wanted} where organisation_id = ${act.office.id} and id = ${id}`.execute(
        act.db(),
      )
    await act.changeRecord(id)
    act.emit(c.slipIssued, { id, title: row.title, number }, [id])
    return { output: { id, slipId, number } }
  },
})

/** The next code that nobody has; two who ask at once get two. */
async function giveVoucher(act: Act, slipId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update visitors.voucher set slip_id = ${slipId}
    where organisation_id = ${act.office.id} and id = (
      select id from visitors.voucher where organisation_id = ${act.office.id} and slip_id is null order by id limit 1 for update skip locked)
    returning id`.execute(act.db())
  if (rows.length === 0) act.refuse(c.vouchersUsedUp)
}

export const remindCounterBody = implementCommand(c.remindCounter, {
  async run(act) {
    const again = act.at.subtract({ hours: 20 })
    const { rows: loans } = await sql<{
      key_id: string
      to_id: string | null
      lent_by_id: string
      to_name: string
      title: string
    }>`
      update visitors.loan l set reminded_at = ${act.at} from kernel.record r
      where l.organisation_id = ${act.office.id} and l.returned_at is null and l.due_at < ${act.at} and (l.reminded_at is null or l.reminded_at < ${again})
        and r.organisation_id = l.organisation_id and r.id = l.key_id
      returning l.key_id, l.to_id, l.lent_by_id, l.to_name, r.title`.execute(act.db())
    const { rows: parcels } = await sql<{ id: string; for_id: string; sender: string; for_name: string }>`
      update visitors.held_parcel set reminded_at = ${act.at}
      where organisation_id = ${act.office.id} and state = 'waiting' and for_id is not null and came_at < ${again} and (reminded_at is null or reminded_at < ${again})
      returning id, for_id, sender, for_name`.execute(act.db())
    const notify = [
      ...loans.map(one => ({
        toId: one.to_id ?? one.lent_by_id,
        key: `visitors.key-due:${one.key_id}`,
        titleKey: one.to_id ? 'notice.visitors.key-due' : 'notice.visitors.key-due-of',
        params: { title: one.title, name: one.to_name },
        recordId: one.key_id,
        urgency: 'today' as const,
      })),
      ...parcels.map(one => ({
        toId: one.for_id,
        key: `visitors.parcel:${one.id}`,
        titleKey: 'notice.visitors.parcel',
        params: { name: one.for_name, sender: one.sender || '–' },
        recordId: one.id,
        urgency: 'today' as const,
      })),
    ]
    if (notify.length > 0) act.emit(c.counterReminded, { count: notify.length, notify: notify.slice(0, 200) })
    return { output: { reminded: notify.length } }
  },
})
