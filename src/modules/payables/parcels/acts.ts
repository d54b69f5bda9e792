import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { officeWords } from '../words.ts'
import { type ParcelRow, parcelOf } from './parcel-row.ts'
import { monthOf, type WaitingBill, waitingBills, type WaitingLine, waitingLines } from './waiting.ts'

const sendKey = (id: string): string => `payables.parcel:${id}`
const monthName = (month: Temporal.PlainDate): string => month.toString().slice(0, 7)

/** Put together by itself: somebody looks at it and sends it. */
const sendTask = (act: Act, id: string, month: Temporal.PlainDate): TaskWish => ({
  key: sendKey(id),
  title: officeWords(act, 'task.parcel', { month: monthName(month) }).slice(0, 300),
  role: 'bookkeeper',
  sourceId: id,
  dueOn: act.today.add({ days: 5 }),
  effortMinutes: 10,
  ifLate: 'holds-others',
})

/** At most so many papers are named as what a parcel was made from: its class is theirs, and follows them. */
const mostSources = 1000

async function insertParcel(
  act: Act,
  id: string,
  month: Temporal.PlainDate,
  bills: readonly WaitingBill[],
  lines: readonly WaitingLine[],
): Promise<void> {
  const late = bills.filter(one => one.late).length + lines.filter(one => one.late).length
  await sql`
    insert into payables.parcel (organisation_id, id, month_on, state, made_on, made_at, bill_count, line_count, late_count)
    values (${act.office.id}, ${id}, ${month}, 'making', ${act.today}, ${act.at}, ${bills.length}, ${lines.length}, ${late})`.execute(
    act.db(),
  )
  const ofBills = bills.map((one, index) => ({
    bill_id: one.id,
    round: one.round,
    position: index + 1,
    late: one.late,
    again: one.again,
  }))
  await sql`
    insert into payables.parcel_bill (organisation_id, parcel_id, bill_id, round, position, late, again, live)
    select ${act.office.id}, ${id}, x.bill_id, x.round, x.position, x.late, x.again, true
    from jsonb_to_recordset(${JSON.stringify(ofBills)}::jsonb) as x(bill_id uuid, round int, position int, late boolean, again boolean)`.execute(
    act.db(),
  )
  const ofLines = lines.map(({ line_id, match_id, late: isLate }, index) => ({
    line_id,
    match_id,
    position: index + 1,
    late: isLate,
  }))
  await sql`
    insert into payables.parcel_line (organisation_id, parcel_id, line_id, match_id, position, late, live)
    select ${act.office.id}, ${id}, x.line_id, x.match_id, x.position, x.late, true
    from jsonb_to_recordset(${JSON.stringify(ofLines)}::jsonb) as x(line_id uuid, match_id uuid, position int, late boolean)`.execute(
    act.db(),
  )
}

export const makeParcelBody = implementCommand(c.makeParcel, {
  constraints: { parcel_bill_once: c.parcelEmpty, parcel_line_once: c.parcelEmpty },
  async run(act, input) {
    const month = monthOf(input.month)
    const name = monthName(month)
    if (Temporal.PlainDate.compare(month, act.today) > 0) act.refuse(c.parcelMonthAhead, { month: name })
    // two who put one together at once: the second finds nothing left
    await sql`select pg_advisory_xact_lock(hashtextextended('payables.parcel ' || ${act.office.id}, 0))`.execute(
      act.db(),
    )
    const bills = await waitingBills(act, month)
    const lines = await waitingLines(act, month)
    if (bills.length + lines.length === 0) act.refuse(c.parcelEmpty, { month: name })
    const title = officeWords(act, 'parcel.title', { month: name })
    const sources = [...bills.map(one => one.id), ...new Set(lines.map(one => one.account_id))].slice(0, mostSources)
    const highest = Math.max(1, ...bills.map(one => one.class))
    const id = await act.createRecord({
      kind: 'parcel',
      title,
      class: highest,
      source: sources,
      search: { body: name },
    })
    await insertParcel(act, id, month, bills, lines)
    act.enqueue(c.writeParcelJob, { parcelId: id })
    const work = act.principal.kind === 'system' ? { work: [sendTask(act, id, month)] } : {}
    act.emit(c.parcelMade, { id, title, bills: bills.length, lines: lines.length, ...work }, [id])
    return {
      output: { id, version: 1, bills: bills.length, lines: lines.length },
      undo: { command: 'payables.withdraw-parcel', input: { id, reason: '–' } },
    }
  },
})

export const recordParcelBody = implementCommand(c.recordParcel, {
  locks: ({ id }) => [{ kind: 'parcel', id }],
  load: (act, { id }) => parcelOf(act, id),
  async run(act, { id, fileId, digest, name, papers }, row) {
    if (row.state !== 'making') return { output: {} }
    await sql`
      update payables.parcel set state = 'ready', file_id = ${fileId}, digest = ${Buffer.from(digest, 'hex')}, file_name = ${name},
        paper_count = ${papers} where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    await act.changeRecord(id)
    act.emit(c.parcelWritten, { id, title: act.locked(id).title }, [id])
    return { output: {} }
  },
})

const requireReady = (act: Act, row: ParcelRow): void => {
  if (row.state !== 'ready' && row.state !== 'sent') act.refuse(c.parcelNotReady, { title: act.locked(row.id).title })
}

/** From this class on papers go by no mail: they are handed over. */
const quietFrom = 2

export const sendParcelBody = implementCommand(c.sendParcel, {
  locks: ({ id, expectedVersion }) => [{ kind: 'parcel', id, expectedVersion }],
  load: (act, { id }) => parcelOf(act, id),
  async run(act, { id, name, email, note }, row) {
    requireReady(act, row)
    const { title, class: level } = act.locked(id)
    if (email && level >= quietFrom) act.refuse(c.parcelConfidential, { title })
    await sql`
      update payables.parcel set state = 'sent', sent_to = ${name}, email = ${email ?? null}, note = ${note ?? ''},
        mail = ${email ? 'sending' : 'none'}, mail_error = null, sent_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    if (email) act.enqueue(c.sendParcelJob, { parcelId: id })
    const version = await act.changeRecord(id)
    act.emit(c.parcelSent, { id, title, name, workDone: [{ key: sendKey(id) }] }, [id])
    return { output: { id, version } }
  },
})

export const recordParcelSentBody = implementCommand(c.recordParcelSent, {
  locks: ({ id }) => [{ kind: 'parcel', id }],
  load: (act, { id }) => parcelOf(act, id),
  async run(act, { id, mail, error }, row) {
    await sql`
      update payables.parcel set mail = ${mail}, mail_error = ${mail === 'failed' ? (error ?? '?') : null}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    await act.changeRecord(id)
    const { title } = act.locked(id)
    if (mail !== 'sent')
      act.emit(
        c.parcelNotSent,
        { id, title, name: row.sent_to ?? '–', error: error ?? mail, work: [sendTask(act, id, row.month_on)] },
        [id],
      )
    return { output: {} }
  },
})

export const withdrawParcelBody = implementCommand(c.withdrawParcel, {
  locks: ({ id, expectedVersion }) => [{ kind: 'parcel', id, expectedVersion }],
  load: (act, { id }) => parcelOf(act, id),
  async run(act, { id, reason }, row) {
    const { title } = act.locked(id)
    if (row.state === 'withdrawn') act.refuse(c.parcelWithdrawnAlready, { title })
    await sql`
      update payables.parcel set state = 'withdrawn', withdrawn_reason = ${reason} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    await sql`update payables.parcel_bill set live = false where organisation_id = ${act.office.id} and parcel_id = ${id}`.execute(
      act.db(),
    )
    await sql`update payables.parcel_line set live = false where organisation_id = ${act.office.id} and parcel_id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.parcelWithdrawn, { id, title, reason, workWithdrawn: [{ key: sendKey(id) }] }, [id])
    return { output: { id, version } }
  },
})
