import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { missingCards } from '../commands/interviews.ts'
import * as c from '../contract.ts'
import { eventsOf, type InterviewRow, type PanelistRow, panelOf } from '../rows.ts'

type Seen = InterviewRow & { readonly title: string; readonly class: number; readonly version: number }
type Line = Seen & {
  readonly start_at: Temporal.Instant | null
  readonly sent: number
  readonly panel: number
  readonly mine: boolean
  readonly place: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'interview').selectAll()} r
  join interviews.interview i on i.organisation_id = ${view.office.id} and i.id = r.id`

export const listInterviewsBody = implementQuery(c.listInterviews, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`i.state = any(${input.states ?? ['open']}::text[])`]
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select i.*, r.title, r.class, r.version, e.start_at, p.sent, p.panel, p.mine,
    coalesce(to_char(e.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), '~') as place ${from(view)}
    left join lateral (select min(start_at) as start_at from (${eventsOf(view.office.id, sql`i.id`)}) e) e on true
    cross join lateral (select (count(*) filter (where sent_at is not null))::int as sent, count(*)::int as panel,
      coalesce(bool_or(principal_id = ${view.principal.id} and sent_at is null), false) as mine
      from interviews.panelist p where p.organisation_id = i.organisation_id and p.interview_id = i.id) p
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Line>(view, lines, 'place', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      candidate: row.candidate_name,
      start: row.start_at,
      sent: row.sent,
      panel: row.panel,
      mine: row.mine && row.state === 'open',
    })),
    ...slice,
  }
})

const cardOf = ({ scores, words, recommends, summary }: PanelistRow) =>
  scores && recommends
    ? { scores: scores.map((score, n) => ({ score, word: words?.[n] ?? '' })), recommends, summary }
    : null

/** In tenths, of the cards that may be seen. */
function meansOf(criteria: readonly string[], cards: readonly PanelistRow[]): (number | null)[] {
  const sent = cards.flatMap(({ scores }) => (scores ? [scores] : []))
  return criteria.map((_, n) =>
    sent.length === 0 ? null : Math.round((sent.reduce((sum, scores) => sum + (scores[n] ?? 0), 0) * 10) / sent.length),
  )
}

export const getInterviewBody = implementQuery(c.getInterview, async (view, { id }) => {
  const { rows } = await sql<Seen>`
    select i.*, r.title, r.class, r.version ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'interview', id })
  const panel = await panelOf(view, id)
  const own = panel.find(one => one.principal_id === view.principal.id)
  const hidden = own !== undefined && own.sent_at === null && row.state === 'open'
  const seen = hidden ? [] : panel
  const { rows: events } = await sql<{
    event_id: string
    start_at: Temporal.Instant | null
    end_at: Temporal.Instant | null
  }>`
    ${eventsOf(view.office.id, sql`${id}::uuid`)} order by o.start_at`.execute(view.db())
  const { rows: papers } = await sql<{ id: string }>`
    select to_id as id from kernel.link where organisation_id = ${view.office.id} and from_id = ${id} and relation = 'attachment'`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(view, [
      row.owner_id,
      row.decider_id,
      ...panel.map(one => one.principal_id),
      ...events.map(one => one.event_id),
      ...papers.map(one => one.id),
    ]),
  )
  const input = { id, expectedVersion: row.version }
  const decides = view.principal.id === row.decider_id || view.principal.id === row.owner_id
  const isOpen = row.state === 'open'
  return {
    record: { id, kind: 'interview', title: row.title, class: row.class, version: row.version, state: row.state },
    candidate: { name: row.candidate_name, email: row.candidate_email, language: row.language },
    owner: name(row.owner_id),
    decider: name(row.decider_id),
    minutes: row.minutes,
    criteria: [...row.criteria],
    note: row.note,
    outcome: row.outcome,
    reason: row.reason,
    decidedAt: row.decided_at,
    events: events.flatMap(one => {
      const event = name(one.event_id)
      return event ? [{ event, start: one.start_at, end: one.end_at }] : []
    }),
    documents: papers.flatMap(one => name(one.id) ?? []),
    panel: panel.flatMap(one => {
      const person = name(one.principal_id)
      const card = one === own || seen.includes(one) ? cardOf(one) : null
      return person ? [{ person, sentAt: one.sent_at, card }] : []
    }),
    means: meansOf(row.criteria, seen),
    isOfPanel: own !== undefined,
    hidden,
    can: isOpen
      ? [
          ...(decides && !hidden ? can(view, c.decideInterview, input) : []),
          ...can(view, c.changePanel, input),
          ...can(view, c.cancelInterview, input),
        ]
      : decides
        ? can(view, c.reopenInterview, input)
        : [],
  }
})

export const countCardsDueBody = implementQuery(c.countCardsDue, async view => {
  const { rows } = await missingCards(view.office.id, view.at).execute(view.db())
  return { count: rows.length }
})
