import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { recordsFor, visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import {
  approversOf,
  type AttendeeRow,
  attendeesOf,
  itemsOf,
  linesOf,
  type MeetingRow,
  papersOf,
} from '../meeting-row.ts'
import { languagesOf } from '../people.ts'
import type { MeetingsTables } from '../tables.ts'
import { numbersOf } from './meetings.ts'

type Seen = MeetingRow & { readonly title: string; readonly class: number; readonly digest: Buffer | null }

export const getPaperBody = implementQuery(c.getPaper, async (view, { id, what }) => {
  const { rows } = await sql<Seen>`
    select m.*, r.title, r.class, f.digest from ${recordsFor(view, 'meeting')} r
    join meetings.meeting m on m.organisation_id = ${view.office.id} and m.id = r.id
    left join kernel.file f on f.organisation_id = m.organisation_id and f.id = m.file_id
    where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'meeting', id })
  view.noteRead({ id, class: row.class })
  const items = await itemsOf(view, id)
  const papers = await papersOf(view, id)
  const people = await attendeesOf(view, id)
  const lines = (await linesOf(view, id)).filter(line => line.body.trim() !== '')
  const approvers = await approversOf(view, id)
  const numbers = await numbersOf(view, id)
  const corrections = await view
    .db<MeetingsTables>()
    .selectFrom('meetings.correction')
    .select('body')
    .where('organisation_id', '=', view.office.id)
    .where('meeting_id', '=', id)
    .orderBy('at')
    .execute()
  const name = naming(
    await namesOf(view, [
      row.chair_id,
      row.secretary_id,
      ...items.map(item => item.owner_id),
      ...[...papers.values()].flat(),
      ...lines.map(line => line.owner_id),
      ...approvers.map(one => one.principal_id),
    ]),
  )
  const linesUnder = (itemId: string | null) =>
    lines
      .filter(line => (items.some(item => item.id === line.item_id) ? line.item_id : null) === itemId)
      .map(line => ({
        kind: line.kind,
        text: line.body,
        who: name(line.owner_id)?.title ?? line.who,
        dueOn: line.due_on,
        number: line.decision_id ? (numbers.get(line.decision_id) ?? null) : null,
      }))
  const loose = linesUnder(null)
  return {
    what,
    office: view.office.name,
    language: view.office.language,
    zone: view.office.zone,
    title: row.title,
    class: row.class,
    state: row.state,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    chair: name(row.chair_id)?.title ?? null,
    secretary: name(row.secretary_id)?.title ?? null,
    people: people.filter(one => one.role !== 'informed').map(one => ({ name: one.name, presence: one.presence })),
    items: [
      ...(loose.length > 0
        ? [{ id: null, title: '', kind: null, owner: null, minutes: null, note: '', papers: [], lines: loose }]
        : []),
      ...items.map(item => ({
        id: item.id,
        title: item.title,
        kind: item.kind,
        owner: name(item.owner_id)?.title ?? null,
        minutes: item.minutes,
        note: item.note,
        papers: (papers.get(item.id) ?? []).flatMap(document => name(document)?.title ?? []),
        lines: linesUnder(item.id),
      })),
    ],
    approvals: approvers.flatMap(one => {
      const person = name(one.principal_id)?.title
      return person ? [{ name: person, approvedAt: one.approved_at }] : []
    }),
    corrections: corrections.map(one => one.body),
    fileId: row.file_id,
    digest: row.digest?.toString('hex') ?? null,
    recipients: await recipientsOf(view, people),
    enclosed: what === 'agenda' ? await enclosedOf(view, [...papers.values()].flat()) : [],
  }
})

async function recipientsOf(view: View, people: readonly AttendeeRow[]) {
  const languages = await languagesOf(
    view,
    people.flatMap(one => one.person_id ?? []),
  )
  return people.flatMap(one =>
    one.email
      ? [{ name: one.name, email: one.email, language: languages.get(one.person_id ?? '') ?? view.office.language }]
      : [],
  )
}

/** Papers that may leave by mail: at most internal ones; what is above is read in Kontor. */
async function enclosedOf(view: View, documents: readonly string[]) {
  if (documents.length === 0) return []
  const { rows } = await sql<{ name: string; media_type: string; digest: Buffer; size_bytes: bigint }>`
    select p.name, p.media_type, p.digest, p.size_bytes from ${visibleRecords(view, 'document').selectAll()} r
    join documents.paper_fact p on p.organisation_id = ${view.office.id} and p.document_id = r.id
    where r.id = any(${[...documents]}::uuid[]) and r.class <= 1 order by p.name`.execute(view.db())
  return rows.map(row => ({
    name: row.name,
    mediaType: row.media_type,
    digest: row.digest.toString('hex'),
    bytes: Number(row.size_bytes),
  }))
}

export const dueNowBody = implementQuery(c.dueNow, async view => {
  const { rows: agendas } = await sql<{ id: string }>`
    select m.id from meetings.meeting m where m.organisation_id = ${view.office.id} and m.state = 'preparing'
      and m.agenda_sent_at is null and m.agenda_days is not null and m.starts_at > ${view.at}
      and m.starts_at - make_interval(days => m.agenda_days) <= ${view.at}
      and exists (select from meetings.item i where i.organisation_id = m.organisation_id and i.meeting_id = m.id)
    order by m.id limit 200`.execute(view.db())
  const { rows: points } = await sql<{ id: string }>`
    select m.id from meetings.meeting m where m.organisation_id = ${view.office.id} and m.state = 'preparing'
      and m.points_asked_at is null and m.agenda_sent_at is null and m.points_days is not null and m.starts_at > ${view.at}
      and m.starts_at - make_interval(days => m.points_days) <= ${view.at}
    order by m.id limit 200`.execute(view.db())
  // a meeting that nothing was prepared for owes nobody any minutes
  const { rows: minutes } = await sql<{ id: string }>`
    select m.id from meetings.meeting m where m.organisation_id = ${view.office.id} and m.state in ('preparing', 'underway')
      and m.awaited_at is null and m.secretary_id is not null
      and m.ends_at <= ${view.at.subtract({ hours: 12 })} and m.ends_at > ${view.at.subtract({ hours: 24 * 30 })}
      and exists (select from meetings.item i where i.organisation_id = m.organisation_id and i.meeting_id = m.id)
    order by m.id limit 200`.execute(view.db())
  const { rows: next } = await sql<{ id: string }>`
    select m.id from meetings.meeting m where m.organisation_id = ${view.office.id} and m.event_id is not null
      and m.recurrence <> '' and m.state <> 'cancelled'
      -- held: what it left unfinished is known by then
      and m.ends_at <= ${view.at} and m.ends_at > ${view.at.subtract({ hours: 24 * 100 })}
      and not exists (select from meetings.meeting n where n.organisation_id = m.organisation_id and n.state <> 'cancelled'
        and n.event_id = m.event_id and n.starts_at > m.starts_at)
      and exists (select from calendar.occurrence_fact o where o.organisation_id = m.organisation_id and o.event_id = m.event_id
        and o.start_at > greatest(m.starts_at, ${view.at}) and o.start_at <= ${view.at.add({ hours: 24 * 14 })})
    order by m.id limit 200`.execute(view.db())
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(row => row.id)
  return { agendas: ids(agendas), points: ids(points), minutes: ids(minutes), next: ids(next) }
})
