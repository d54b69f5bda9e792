import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { type CheckRow, findingsOf } from '../memo-row.ts'

type Seen = CheckRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly changed_at: Temporal.Instant
  /** The newest first: what is left of a far day. */
  readonly order: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'outgoing-check').selectAll()} r
  join proofing.outgoing_check k on k.organisation_id = ${view.office.id} and k.id = r.id`
const columns = sql`k.*, r.title, r.class, r.version, r.changed_at,
  lpad((99999999999999 - (extract(epoch from r.changed_at) * 1000)::bigint)::text, 14, '0') as "order"`

async function factsOf(view: View, rows: readonly Seen[]) {
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.author_id, row.holder_id]),
    ),
  )
  return (row: Seen) => {
    const findings = findingsOf(row)
    const loud = findings.filter(one => one.severity === 'loud').length
    return {
      purpose: row.purpose,
      wish: row.wish,
      author: name(row.author_id),
      holder: name(row.holder_id),
      loud,
      quiet: findings.length - loud,
      changedAt: row.changed_at,
    }
  }
}

export const listChecksBody = implementQuery(c.listChecks, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [input.states ? sql`k.state = any(${input.states}::text[])` : sql`true`]
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'order', 'text', input)
  const facts = await factsOf(view, shown)
  return {
    rows: shown.map(row => ({ id: row.id, version: row.version, title: row.title, state: row.state, ...facts(row) })),
    ...slice,
  }
})

/** What was handed over and is not with its author lies with whoever deals with what came in. */
export const listWaitingChecksBody = implementQuery(c.listWaitingChecks, async (view, input) => {
  const lines = sql`(select ${columns} ${from(view)} where k.state in ('held', 'corrected')) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'order', 'text', input)
  const facts = await factsOf(view, shown)
  return {
    rows: shown.map(row => ({
      id: row.id,
      kind: 'outgoing-check',
      title: row.title,
      from: facts(row).author?.title ?? null,
      at: row.changed_at,
      path: `/held/${row.id}`,
      urgent: false,
    })),
    ...slice,
  }
})

export const getCheckBody = implementQuery(c.getCheck, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'outgoing-check', id })
  const facts = await factsOf(view, [row])
  const name = naming(await namesOf(view, [row.about_id, row.document_id, row.decided_by_id]))
  return {
    record: { id, kind: 'outgoing-check', title: row.title, class: row.class, version: row.version, state: row.state },
    ...facts(row),
    about: name(row.about_id),
    document: name(row.document_id),
    memo: row.memo,
    question: row.question,
    answer: row.answer,
    decidedBy: name(row.decided_by_id),
    decidedAt: row.decided_at,
    findings: [...findingsOf(row)],
    can: offers(view, row),
  }
})

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const loud = findingsOf(row).some(one => one.severity === 'loud')
  const comment = can(view, addComment, { recordId: row.id })
  const correct = can(view, c.correctMemo, { ...input, memo: row.memo }, { primary: row.state === 'asked' })
  switch (row.state) {
    case 'held':
    case 'corrected': {
      const release = can(view, c.releaseMemo, loud ? { ...input, anyway: true } : input, { primary: !loud })
      const ask = can(view, c.askAuthor, input, { primary: loud })
      return [
        ...(loud ? [...ask, ...release] : [...release, ...ask]),
        ...(row.state === 'held' ? correct : []),
        ...comment,
        ...can(view, c.withdrawMemo, input),
      ]
    }
    case 'asked':
      return [...correct, ...comment, ...can(view, c.takeBackMemoStep, input), ...can(view, c.withdrawMemo, input)]
    case 'released':
    case 'withdrawn':
      return [...(row.prior ? can(view, c.takeBackMemoStep, input) : []), ...comment]
    default:
      return comment
  }
}

export const listWordsBody = implementQuery(c.listWords, async (view, input) => {
  const found = input.text ? sql`and w.word ilike ${liked(input.text)}` : sql``
  const lines = sql`(select w.id, w.word, w.language, w.added_by_id from proofing.word w where w.organisation_id = ${view.office.id} ${found}) l`
  const { shown, ...slice } = await sliceOf<{
    id: string
    word: string
    language: (typeof c.spellingLanguages)[number] | null
    added_by_id: string
  }>(view, lines, 'word', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.added_by_id),
    ),
  )
  return {
    rows: shown.map(row => ({ id: row.id, word: row.word, spelledIn: row.language, addedBy: name(row.added_by_id) })),
    ...slice,
  }
})
