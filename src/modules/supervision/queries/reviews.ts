import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { isMoment, liked, readPlace, writePlace } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  answerReview,
  countReviews,
  getReview,
  listReviews,
  markMistake,
  markRight,
  type MistakeKind,
  reopenReview,
  reviewFigures,
} from '../contract.ts'
import { leads } from '../leading.ts'
import type { ReviewRow } from '../review-row.ts'

type Seen = ReviewRow & { readonly title: string; readonly class: number; readonly version: number }

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'review').selectAll()} r
  join supervision.review v on v.organisation_id = ${view.office.id} and v.id = r.id`

const boxes = (view: View) => ({
  'to-review': sql`v.superior_id = ${view.principal.id} and v.state = 'to-review'`,
  mine: sql`v.person_id = ${view.principal.id} and v.state <> 'withdrawn'`,
  given: sql`v.superior_id = ${view.principal.id} and v.state in ('right', 'mistake')`,
})

export const listReviewsBody = implementQuery(
  listReviews,
  async (view, { text, box, states, personId, limit, after }) => {
    const all: RawBuilder<unknown>[] = [box ? boxes(view)[box] : sql`v.state <> 'withdrawn'`]
    if (states) all.push(sql`v.state = any(${[...states]}::text[])`)
    if (personId) all.push(sql`v.person_id = ${personId}`)
    if (text) all.push(sql`r.title ilike ${liked(text)}`)
    const where = sql.join(all, sql` and `)
    const place = readPlace(after, isMoment)
    const beyond = place ? sql`and (v.asked_at, v.id) < (${place.key}::timestamptz, ${place.id}::uuid)` : sql``
    const { rows } = await sql<Seen>`
    select v.*, r.title, r.class, r.version ${from(view)} where ${where} ${beyond} order by v.asked_at desc, v.id desc limit ${limit + 1}`.execute(
      view.db(),
    )
    const { rows: counted } = await sql<{
      total: number
    }>`select count(*)::int as total ${from(view)} where ${where}`.execute(view.db())
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const name = naming(
      await namesOf(
        view,
        shown.flatMap(row => [row.person_id, row.superior_id]),
      ),
    )
    return {
      rows: shown.map(row => ({
        id: row.id,
        version: row.version,
        title: row.title,
        class: row.class,
        state: row.state,
        moment: row.moment,
        unshown: row.unshown,
        person: name(row.person_id),
        superior: name(row.superior_id),
        mistakeKind: row.mistake_kind,
        askedAt: row.asked_at,
        reviewedAt: row.reviewed_at,
        answered: row.answer !== null,
      })),
      total: counted[0]!.total,
      next: rows.length > limit && last ? writePlace(last.asked_at.toString(), last.id) : null,
    }
  },
)

export const countReviewsBody = implementQuery(countReviews, async view => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${from(view)} where ${boxes(view)['to-review']}`.execute(view.db())
  return { count: rows[0]!.count }
})

export const getReviewBody = implementQuery(getReview, async (view, { id }) => {
  const { rows } = await sql<Seen>`
    select v.*, r.title, r.class, r.version ${from(view)} where v.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'review', id })
  const name = naming(await namesOf(view, [row.task_id, row.person_id, row.superior_id]))
  return {
    record: { id, kind: 'review', title: row.title, class: row.class, version: row.version, state: row.state },
    task: name(row.task_id),
    person: name(row.person_id),
    superior: name(row.superior_id),
    moment: row.moment,
    unshown: row.unshown,
    mistakeKind: row.mistake_kind,
    note: row.note,
    answer: row.answer,
    askedAt: row.asked_at,
    reviewedAt: row.reviewed_at,
    can: offers(view, row),
  }
})

function offers(view: View, row: Seen) {
  const input = { id: row.id, expectedVersion: row.version }
  const reviewed = row.state === 'right' || row.state === 'mistake'
  if (row.superior_id === view.principal.id) {
    if (row.state === 'to-review')
      return [...can(view, markRight, input, { primary: true }), ...can(view, markMistake, input)]
    return reviewed ? can(view, reopenReview, input) : []
  }
  return row.person_id === view.principal.id && reviewed ? can(view, answerReview, input, { primary: true }) : []
}

interface MonthRow {
  readonly month: Temporal.PlainDate
  readonly kind: MistakeKind | null
  readonly count: number
}

export const reviewFiguresBody = implementQuery(reviewFigures, async (view, { personId = view.principal.id }) => {
  const person = (await namesOf(view, [personId])).get(personId)
  const mine = personId === view.principal.id
  // whom one does not lead is told like whom there is not
  if (person?.kind !== 'principal' || (!mine && !(await leads(view, personId))))
    return view.refuse(kernelRefusals.notFound, { kind: 'principal', id: personId })
  const { rows } = await sql<MonthRow>`
    select date_trunc('month', v.reviewed_at at time zone ${view.office.zone})::date as month, v.mistake_kind as kind, count(*)::int as count
    ${from(view)} where v.person_id = ${personId} and v.state in ('right', 'mistake') group by 1, 2 order by 1 desc, 3 desc, 2`.execute(
    view.db(),
  )
  const { rows: open } = await sql<{ count: number }>`
    select count(*)::int as count ${from(view)} where v.person_id = ${personId} and v.state = 'to-review'`.execute(
    view.db(),
  )
  return {
    person,
    toReview: open[0]!.count,
    months: [...Map.groupBy(rows, row => row.month.toString()).values()].map(group => ({
      month: group[0]!.month,
      reviewed: group.reduce((sum, row) => sum + row.count, 0),
      right: group.find(row => row.kind === null)?.count ?? 0,
      kinds: group.flatMap(({ kind, count }) => (kind === null ? [] : [{ mistakeKind: kind, count }])),
    })),
  }
})
