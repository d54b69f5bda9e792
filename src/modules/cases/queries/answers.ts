import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { type AnswerRow, textFor, textsOf } from '../answer-row.ts'
import * as c from '../contract.ts'
import { isOld, reviewOn } from '../due.ts'

interface LineRow extends AnswerRow {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly languages: Language[]
  readonly old: boolean
  readonly review_on: Temporal.PlainDate
  readonly used: number
  readonly content: number
  readonly judged: number
}

const lines = (view: View, where: RawBuilder<unknown>) => sql`(
  select a.*, r.title, r.class, r.version::int as version, lower(r.title) as sort_title, ${reviewOn} as review_on, ${isOld(view)} as old,
    array(select t.language from cases.answer_text t where t.organisation_id = a.organisation_id and t.answer_id = a.id
      order by array_position(array['en', 'sv', 'nb', 'nl', 'ro', 'pt'], t.language)) as languages,
    u.used, u.content, u.judged
  from cases.answer a join ${visibleRecords(view, 'answer').selectAll()} r on r.id = a.id
  cross join lateral (
    select count(*)::int as used, count(*) filter (where f.verdict = 'content')::int as content, count(f.verdict)::int as judged
    from cases.answer_use n join cases.case_file f on f.organisation_id = n.organisation_id and f.id = n.case_id
    where n.organisation_id = a.organisation_id and n.answer_id = a.id) u
  where a.organisation_id = ${view.office.id} and ${where}) l`

/** Every word that is typed stands somewhere in the question, the answer or the tags, begun or whole. */
const holding = (text: string): RawBuilder<unknown>[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12).map(
    word => sql`(exists (select from cases.answer_text t where t.organisation_id = a.organisation_id and t.answer_id = a.id
        and kernel.fold(t.question || ' ' || t.body) like kernel.fold(${liked(word)}))
      or kernel.fold(array_to_string(a.tags, ' ')) like kernel.fold(${liked(word)}))`,
  )

export const listAnswersBody = implementQuery(c.listAnswers, async (view, input) => {
  const where = sql.join(
    [
      input.retired ? sql`a.retired_at is not null` : sql`a.retired_at is null`,
      ...(input.text ? holding(input.text) : []),
      ...(input.tag ? [sql`${input.tag.toLowerCase()} = any(a.tags)`] : []),
      ...(input.old ? [isOld(view)] : []),
      ...(input.language
        ? [
            sql`exists (select from cases.answer_text t where t.organisation_id = a.organisation_id and t.answer_id = a.id and t.language = ${input.language})`,
          ]
        : []),
    ],
    sql` and `,
  )
  const { shown, total, next } = await sliceOf<LineRow & { sort_title: string }>(
    view,
    lines(view, where),
    'sort_title',
    'text',
    input,
  )
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.owner_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      languages: row.languages,
      tags: [...row.tags],
      owner: name(row.owner_id),
      validUntil: row.valid_until,
      reviewOn: row.review_on,
      old: row.old,
      retired: row.retired_at !== null,
      used: row.used,
      content: row.content,
      judged: row.judged,
    })),
    total,
    next,
  }
})

export const getAnswerBody = implementQuery(c.getAnswer, async (view, { id }) => {
  const { rows } = await sql<LineRow>`select * from ${lines(view, sql`a.id = ${id}`)}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'answer', id })
  const { rows: used } = await sql<{ case_id: string }>`
    select case_id from cases.answer_use where organisation_id = ${view.office.id} and answer_id = ${id}
    order by at desc limit 20`.execute(view.db())
  const names = await namesOf(view, [row.owner_id, row.from_id, ...used.map(one => one.case_id)])
  const name = naming(names)
  const input = { id, expectedVersion: row.version }
  return {
    record: {
      id,
      kind: 'answer',
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.retired_at ? ('retired' as const) : row.old ? ('old' as const) : ('current' as const),
    },
    texts: await textsOf(view, id),
    tags: [...row.tags],
    owner: name(row.owner_id),
    validUntil: row.valid_until,
    reviewedOn: row.reviewed_on,
    reviewOn: row.review_on,
    reviewMonths: row.review_months,
    from: name(row.from_id),
    used: row.used,
    content: row.content,
    judged: row.judged,
    usedIn: used.flatMap(one => name(one.case_id) ?? []),
    can: row.retired_at
      ? can(view, c.restoreAnswer, input, { primary: true })
      : [
          ...can(view, c.reviewAnswer, input, { primary: row.old }),
          ...can(view, c.wordAnswer, input),
          ...can(view, c.changeAnswer, input),
          ...can(view, c.retireAnswer, input),
        ],
  }
})

/** Less than this share of an answer's own question in what is asked is chance. */
const leastFit = 0.3

interface FitRow {
  readonly answer_id: string
  readonly fit: number
}

/** How well each answer fits, by the words of its question that are asked: rare words tell more than common ones. */
async function fitting(view: View, text: string, limit: number): Promise<FitRow[]> {
  const { rows } = await sql<FitRow>`
    with n as (select greatest(1, count(*))::real as answers from cases.answer where organisation_id = ${view.office.id} and retired_at is null),
    asked as (
      select l.language, w.lexeme as word from unnest(array['en', 'sv', 'nb', 'nl', 'ro', 'pt']) l(language)
      cross join lateral unnest(to_tsvector(kernel.search_configuration(l.language, true), ${text.slice(0, 20_000)})) w),
    known as (
      select w.language, w.word, ln(1 + (select answers from n) / count(*)) as rare from cases.answer_word w
      where w.organisation_id = ${view.office.id} group by w.language, w.word),
    hit as (
      select w.answer_id, w.language, sum(w.weight * k.rare) as score, sum(k.rare) filter (where w.weight > 1) as head
      from asked join cases.answer_word w on w.organisation_id = ${view.office.id} and w.language = asked.language and w.word = asked.word
      join known k on k.language = w.language and k.word = w.word group by w.answer_id, w.language),
    whole as (
      select w.answer_id, w.language, sum(k.rare) as head from cases.answer_word w
      join known k on k.language = w.language and k.word = w.word
      where w.organisation_id = ${view.office.id} and w.weight > 1 and w.answer_id in (select answer_id from hit) group by w.answer_id, w.language)
    select h.answer_id, max(coalesce(h.head, 0) / whole.head)::real as fit
    from hit h join whole on whole.answer_id = h.answer_id and whole.language = h.language
    join cases.answer a on a.organisation_id = ${view.office.id} and a.id = h.answer_id and a.retired_at is null
      and (a.valid_until is null or a.valid_until >= ${view.today})
    join ${visibleRecords(view, 'answer').selectAll()} r on r.id = h.answer_id
    where coalesce(h.head, 0) / whole.head >= ${leastFit}
    group by h.answer_id order by max(h.score * (0.5 + coalesce(h.head, 0) / whole.head)) desc, h.answer_id limit ${limit}`.execute(
    view.db(),
  )
  return rows
}

export const offerAnswersBody = implementQuery(c.offerAnswers, async (view, { text, language, limit }) => {
  const found = text.trim() ? await fitting(view, text, limit) : []
  const ids = found.map(row => row.answer_id)
  const { rows: texts } = await sql<{
    answer_id: string
    language: Language
    question: string
    body: string
    used: number
  }>`
    select t.answer_id, t.language, t.question, t.body, (
      select count(*)::int from cases.answer_use u where u.organisation_id = t.organisation_id and u.answer_id = t.answer_id) as used
    from cases.answer_text t where t.organisation_id = ${view.office.id} and t.answer_id = any(${ids}::uuid[])`.execute(
    view.db(),
  )
  const wanted = [
    ...(language ? [language] : []),
    nearestLanguage(view.principal.language),
    nearestLanguage(view.office.language),
  ]
  return {
    rows: found.map(({ answer_id, fit }) => {
      const one = textFor(
        texts.filter(row => row.answer_id === answer_id),
        ...wanted,
      )
      return {
        id: answer_id,
        language: one.language,
        question: one.question,
        body: one.body,
        used: one.used,
        fit: Math.min(1, fit),
      }
    }),
  }
})
