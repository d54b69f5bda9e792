import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { linkMark, outsidePath, readLinkSecret } from '../../../kernel/outside/link.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { remindable } from '../commands/settle.ts'
import * as c from '../contract.ts'
import { writeTimes } from '../letter.ts'
import { inviteeOf, inviteesOf, type ProposalRow, proposalOf, timesOf, votesOf } from '../proposal-row.ts'

type Seen = ProposalRow & {
  readonly class: number
  readonly version: number
  readonly times: number
  readonly asked: number
  readonly answered: number
  readonly place: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'time-proposal').selectAll()} r
  join scheduling.proposal p on p.organisation_id = ${view.office.id} and p.id = r.id`

const columns = sql`p.*, r.title, r.class, r.version,
  (select count(*)::int from scheduling.proposed_time t where t.organisation_id = p.organisation_id and t.proposal_id = p.id) as times,
  (select count(*)::int from scheduling.invitee i where i.organisation_id = p.organisation_id and i.proposal_id = p.id) as asked,
  (select count(*)::int from scheduling.invitee i where i.organisation_id = p.organisation_id and i.proposal_id = p.id and i.answered_at is not null) as answered,
  to_char(p.answer_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as place`

const lineOf = (row: Seen, name: ReturnType<typeof naming>) => ({
  way: row.way,
  organiser: name(row.organiser_id),
  minutes: row.minutes,
  asked: row.asked,
  answered: row.answered,
  answerUntil: row.answer_until,
})

export const listProposalsBody = implementQuery(c.listProposals, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`p.state = any(${input.states ?? ['open']}::text[])`]
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.organiser_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      times: row.times,
      ...lineOf(row, name),
    })),
    ...slice,
  }
})

export const getProposalBody = implementQuery(c.getProposal, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'time-proposal', id })
  const times = await timesOf(view, id)
  const invitees = await inviteesOf(view, id)
  const votes = await votesOf(view, id)
  const name = naming(
    await namesOf(view, [row.organiser_id, row.place_id, row.event_id, ...row.must, ...row.may, ...row.document_ids]),
  )
  const named = (ids: readonly string[]) => ids.flatMap(one => name(one) ?? [])
  const secret = row.state === 'open' ? await readLinkSecret(view.db()) : null
  const said = (timeId: string, says: string) => votes.filter(one => one.time_id === timeId && one.says === says).length
  const input = { id, expectedVersion: row.version }
  const isOpen = row.state === 'open'
  return {
    record: { id, kind: 'time-proposal', title: row.title, class: row.class, version: row.version, state: row.state },
    ...lineOf(row, name),
    zone: row.zone,
    note: row.note,
    place: name(row.place_id),
    must: named(row.must),
    may: named(row.may),
    event: name(row.event_id),
    documents: named(row.document_ids),
    times: times.map(time => ({
      id: time.id,
      start: time.start_at,
      end: time.end_at,
      chosen: time.id === row.chosen_id,
      yes: said(time.id, 'yes'),
      ifNeedBe: said(time.id, 'if-need-be'),
      no: said(time.id, 'no'),
    })),
    invitees: invitees.map(one => ({
      id: one.id,
      name: one.name,
      email: one.email,
      mail: one.mail,
      mailError: one.mail_error,
      answeredAt: one.answered_at,
      note: one.note,
      votes: votes.filter(vote => vote.invitee_id === one.id).map(vote => ({ timeId: vote.time_id, says: vote.says })),
      path: secret && outsidePath(secret, 'times', { organisationId: view.office.id, id: one.id }),
    })),
    can: isOpen
      ? [
          ...(invitees.some(one => one.answered_at === null) ? can(view, c.remindInvitees, input) : []),
          ...can(view, c.withdrawProposal, input),
        ]
      : [],
  }
})

export const countProposalsDueBody = implementQuery(c.countProposalsDue, async view => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from scheduling.proposal p
        where p.organisation_id = ${view.office.id} and p.state = 'open' and p.answer_until <= ${view.at})::int
      + (select count(*) from scheduling.proposal p
        join scheduling.invitee i on i.organisation_id = p.organisation_id and i.proposal_id = p.id
        where p.organisation_id = ${view.office.id} and ${remindable(view.at)})::int as count`.execute(view.db())
  return { count: rows[0]!.count }
})

/** From this class on what it is about is told on the page alone, never in a mail. */
const quietFrom = 2

export const timesLetterBody = implementQuery(c.timesLetter, async (view, { id, inviteeId, reminder }) => {
  const record = await visibleRecords(view, 'time-proposal')
    .select(['id', 'class'])
    .where('id', '=', id)
    .executeTakeFirst()
  const invitee = record && (await inviteeOf(view, inviteeId))
  if (!record || !invitee || invitee.proposal_id !== id)
    return view.refuse(kernelRefusals.notFound, { kind: 'time-proposal', id })
  const row = await proposalOf(view, id)
  const name = naming(await namesOf(view, [row.organiser_id]))
  const letter = writeTimes(invitee.language, {
    name: invitee.name,
    title: row.title,
    way: row.way,
    times: await timesOf(view, id),
    zone: row.zone,
    until: row.answer_until,
    from: name(row.organiser_id)?.title ?? view.office.name,
    office: view.office.name,
    isQuiet: record.class >= quietFrom,
    isReminder: reminder,
  })
  const wanted = row.state === 'open' && invitee.mail === 'sending' && invitee.answered_at === null
  return { ...letter, name: invitee.name, email: invitee.email, wanted: wanted && letter.body.includes(linkMark) }
})
