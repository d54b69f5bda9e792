/** Who is expected: said by hand, changed, called off. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { sendWelcome } from '../arriving.ts'
import * as c from '../contract.ts'
import { dayAt, insertVisitor, nameKey, searchOf, visitorOf, type VisitorRow, visitorsWhere } from '../visitor-row.ts'

const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'visitor', id, expectedVersion },
]

function requireWhen(act: Act, start: Temporal.Instant, end: Temporal.Instant | null | undefined): void {
  if (Temporal.PlainDate.compare(dayAt(act, start), act.today) < 0) act.refuse(c.visitorDayPast)
  if (end && Temporal.Instant.compare(end, start) <= 0) act.refuse(c.visitorOverBefore)
}

/** Whoever enters it is the host, unless another is named. */
async function hostFor(act: Act, hostId: string | undefined): Promise<string | null> {
  await requireColleague(act, hostId, c.visitorHostUnknown)
  return hostId ?? (act.principal.kind === 'person' ? act.principal.id : null)
}

export const expectVisitorBody = implementCommand(c.expectVisitor, {
  async run(act, input) {
    requireWhen(act, input.start, input.end)
    const hostId = await hostFor(act, input.hostId)
    if (input.partyId) await requireVisible(act, input.partyId)
    const language = nearestLanguage(input.language ?? act.office.language)
    const id = await insertVisitor(act, { ...input, source: 'person', hostId, language })
    sendWelcome(act, { id, start: input.start, email: input.email })
    act.emit(c.visitorExpected, { id, title: input.name }, [id])
    return { output: { id, version: 1 }, undo: { command: c.cancelVisitor.name, input: { id } } }
  },
})

export const expectGroupBody = implementCommand(c.expectGroup, {
  async run(act, { people, start, end, place, hostId: asked }) {
    requireWhen(act, start, end)
    const hostId = await hostFor(act, asked)
    const there = await visitorsWhere(
      act,
      sql`v.state = 'expected' and v.start_at = ${start} and v.host_id = ${hostId}`,
    )
    const known = new Set(there.map(row => nameKey(row.name, row.company)))
    const ids: string[] = []
    for (const one of people) {
      const key = nameKey(one.name, one.company)
      if (known.has(key)) continue
      known.add(key)
      const language = act.office.language
      const id = await insertVisitor(act, { ...one, source: 'person', start, end, place, hostId, language })
      sendWelcome(act, { id, start, email: one.email })
      ids.push(id)
    }
    act.emit(c.visitorsExpected, { count: ids.length }, ids)
    return { output: { ids, known: people.length - ids.length } }
  },
})

export const changeVisitorBody = implementCommand(c.changeVisitor, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  constraints: { visitor_inside: c.visitorInsideAlready },
  async run(act, input, row) {
    const { id } = input
    if (['gone', 'missed', 'cancelled'].includes(row.state)) act.refuse(c.visitorNotExpected)
    if (input.start && row.state !== 'expected') act.refuse(c.visitorNotExpected)
    await requireColleague(act, input.hostId, c.visitorHostUnknown)
    const start = input.start ?? row.start_at
    if (input.start) requireWhen(act, start, null)
    const given = <T>(value: T | undefined, was: T): T => (value === undefined ? was : value)
    const next = {
      name: input.name ?? row.name,
      company: given(input.company, row.company) || null,
      hostId: given(input.hostId, row.host_id),
      place: given(input.place, row.place) || null,
      email: given(input.email, row.email) || null,
      phone: given(input.phone, row.phone) || null,
      about: input.about ?? row.about,
      plate: given(input.plate, row.plate) || null,
      language: input.language ?? row.language,
    }
    await sql`
      update visitors.visitor set name = ${next.name}, company = ${next.company}, name_key = ${nameKey(next.name, next.company)}, host_id = ${next.hostId},
        start_at = ${start}, day = ${dayAt(act, start)}, end_at = case when end_at > ${start} then end_at end, place = ${next.place}, email = ${next.email},
        phone = ${next.phone}, about = ${next.about}, plate = ${next.plate}, language = ${next.language}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id, { title: next.name, search: searchOf(next) })
    if (next.email && next.email !== row.email) sendWelcome(act, { id, start, email: next.email })
    act.emit(c.visitorChanged, { id, title: next.name }, [id])
    return { output: { id, version }, undo: { command: c.changeVisitor.name, input: undoOf(row) } }
  },
})

/** What it was before, as an act of its own; a time that has begun is not taken back. */
const undoOf = (row: VisitorRow) => ({
  id: row.id,
  name: row.name,
  company: row.company,
  hostId: row.host_id,
  ...(row.state === 'expected' ? { start: row.start_at.toString() } : {}),
  place: row.place,
  email: row.email,
  phone: row.phone,
  about: row.about,
  plate: row.plate,
  language: row.language,
})

export const cancelVisitorBody = implementCommand(c.cancelVisitor, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id }, row) {
    if (row.state !== 'expected') act.refuse(c.visitorNotExpected)
    await sql`update visitors.visitor set state = 'cancelled' where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    const told = {
      key: `visitors.cancelled:${id}`,
      titleKey: 'notice.visitors.cancelled',
      params: { name: row.title },
      recordId: id,
      urgency: 'today' as const,
    }
    const notify = row.host_id && row.host_id !== act.principal.id ? [{ ...told, toId: row.host_id }] : []
    act.emit(c.visitorCancelled, { id, title: row.title, notify }, [id])
    return { output: { id, version }, undo: { command: c.expectAgain.name, input: { id } } }
  },
})

export const expectAgainBody = implementCommand(c.expectAgain, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id }, row) {
    if (row.state !== 'cancelled' && row.state !== 'missed') act.refuse(c.visitorStillExpected)
    if (Temporal.PlainDate.compare(row.day, act.today) < 0) act.refuse(c.visitorDayPast)
    await sql`update visitors.visitor set state = 'expected', dropped = false where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    if (row.welcomed_at === null) sendWelcome(act, { id, start: row.start_at, email: row.email })
    act.emit(c.visitorExpected, { id, title: row.title }, [id])
    return { output: { id, version } }
  },
})
