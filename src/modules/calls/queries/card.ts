import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { numberDialled, numberShown } from '../numbers/shown.ts'
import { type Known, whoIs } from '../numbers/who.ts'
import { secondsOf } from './calls.ts'

export const whoIsBody = implementQuery(c.whoIs, async (view, { number }) => ({
  shown: numberShown(number, view.office.country) ?? number,
  dial: numberDialled(number, view.office.country),
  matches: await whoIs(view, number),
}))

interface Asked {
  readonly number: string | null
  readonly partyId: string | null
}

async function askedOf(
  view: View,
  input: { callId?: string | undefined; number?: string | undefined; partyId?: string | undefined },
): Promise<Asked> {
  if (!input.callId) return { number: input.number ?? null, partyId: input.partyId ?? null }
  const { rows } = await sql<{ number: string | null; party_id: string | null }>`
    select c.number, c.party_id from ${visibleRecords(view, 'call').selectAll()} r
    join calls.call c on c.organisation_id = ${view.office.id} and c.id = r.id where r.id = ${input.callId}`.execute(
    view.db(),
  )
  const call = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'call', id: input.callId })
  return { number: call.number, partyId: input.partyId ?? call.party_id }
}

/** Colleagues whom somebody asked for before, the most often first; what is long ago counts less. */
async function wantsOf(view: View, partyId: string): Promise<Named[]> {
  const { rows } = await sql<{ id: string }>`
    select x.id from (
      select s.for_id as id, s.taken_at as at from calls.slip s
      where s.organisation_id = ${view.office.id} and s.party_id = ${partyId} and s.for_id is not null
      union all
      select coalesce(k.handed_to_id, k.taken_by_id), k.rang_at from calls.call k
      where k.organisation_id = ${view.office.id} and k.party_id = ${partyId} and k.removed_at is null
        and coalesce(k.handed_to_id, k.taken_by_id) is not null
        and not exists (select from calls.slip s where s.organisation_id = k.organisation_id and s.call_id = k.id)) x
    join authority.colleague c on c.organisation_id = ${view.office.id} and c.principal_id = x.id and c.kind = 'person'
    where x.at > ${view.at.subtract({ hours: 24 * 365 })} and x.id <> ${view.principal.id}
    group by x.id order by sum(1 / (1 + extract(epoch from ${view.at}::timestamptz - x.at) / 2592000)) desc, x.id limit 3`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(
      view,
      rows.map(({ id }) => id),
    ),
  )
  return rows.flatMap(({ id }) => name(id) ?? [])
}

/** What is open with them, as far as a link tells: matters, cases, tasks, invoices and whatever else bears on them. */
const bearing = [
  'case',
  'matter',
  'task',
  'permit-application',
  'invoice',
  'bill',
  'agreement',
  'event',
  'mail',
  'mail-thread',
]

async function openOf(view: View, partyId: string) {
  const { rows } = await sql<Named & { changedAt: Temporal.Instant }>`
    select r.id, r.kind, r.title, r.changed_at as "changedAt" from ${visibleRecords(view).selectAll()} r
    where r.kind = any(${bearing}::text[]) and r.id in (
      select l.from_id from kernel.link l where l.organisation_id = ${view.office.id} and l.to_id = ${partyId}
      union select l.to_id from kernel.link l where l.organisation_id = ${view.office.id} and l.from_id = ${partyId})
      and not exists (
        select from work.task_fact t where t.organisation_id = ${view.office.id} and t.task_id = r.id and t.state not in ('open', 'waiting'))
    order by r.changed_at desc, r.id limit 4`.execute(view.db())
  return rows
}

interface ContactRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly at: Temporal.Instant
  readonly with_id: string | null
  readonly words: string
  readonly answered_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
}

/** As much of what was said as is read at a glance. */
const mostWords = 120

async function contactsOf(view: View, partyId: string) {
  const { rows } = await sql<ContactRow>`
    select r.id, r.kind, r.title, x.at, x.with_id, x.words, x.answered_at, x.ended_at from (
      select k.id, k.rang_at as at, coalesce(k.handed_to_id, k.taken_by_id) as with_id, k.note as words, k.answered_at, k.ended_at from calls.call k
      where k.organisation_id = ${view.office.id} and k.party_id = ${partyId} and k.removed_at is null and k.state in ('ended', 'missed')
        and not exists (select from calls.slip s where s.organisation_id = k.organisation_id and s.call_id = k.id)
      union all
      select s.id, s.taken_at, s.for_id, concat_ws(': ', nullif(s.about, ''), nullif(s.body, '')), null, null from calls.slip s
      where s.organisation_id = ${view.office.id} and s.party_id = ${partyId} and s.state <> 'withdrawn') x
    join ${visibleRecords(view).selectAll()} r on r.id = x.id
    order by x.at desc, r.id limit 3`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.with_id),
    ),
  )
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    at: row.at,
    with: name(row.with_id),
    words: row.words.length > mostWords ? `${row.words.slice(0, mostWords).trimEnd()}…` : row.words,
    seconds: secondsOf(row),
  }))
}

/** Whom it is about: who was said, else whose number it is where only one has it. */
async function partyOf(view: View, partyId: string | null, matches: readonly Known[]): Promise<Named | null> {
  const sure = matches.filter(one => one.by === 'number')
  const id = partyId ?? (sure.length === 1 ? sure[0]!.id : null)
  return id === null ? null : ((await namesOf(view, [id])).get(id) ?? null)
}

export const cardBody = implementQuery(c.card, async (view, input) => {
  const { number, partyId } = await askedOf(view, input)
  const matches = number === null ? [] : await whoIs(view, number)
  const party = await partyOf(view, partyId, matches)
  const [wants, open, contacts] = party
    ? await Promise.all([wantsOf(view, party.id), openOf(view, party.id), contactsOf(view, party.id)])
    : [[], [], []]
  return {
    number: numberShown(number, view.office.country),
    dial: number && numberDialled(number, view.office.country),
    matches,
    party,
    wants,
    open,
    contacts,
  }
})
