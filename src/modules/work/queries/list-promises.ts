import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { listPromises, type PromiseState } from '../contract.ts'
import { isDay, readPlace, writePlace } from '../../../kernel/place.ts'
import { stateSql } from '../promise-row.ts'
import { namesOf } from '../../../kernel/named.ts'
import { fromVisibleTasks, readTasks, toLines } from '../task-lines.ts'

type Input = z.output<typeof listPromises.input>

interface Row {
  id: string
  to: string
  party_id: string | null
  promised_on: Temporal.PlainDate
  for_on: Temporal.PlainDate
  words: string
  state: PromiseState
  moves: number
}

const from = (view: View) =>
  sql`${fromVisibleTasks(view)} join work.promise p on p.organisation_id = ${view.office.id} and p.task_id = t.id`

function conditions({ text, ownerId, partyId, from: first, until }: Input): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`t.withdrawn_at is null`]
  for (const word of foldInPlace(text ?? '')
    .split(/\s+/)
    .filter(Boolean))
    all.push(sql`position(${word} in t.folded || ' ' || kernel.fold(p.promised_to)) > 0`)
  // A promise stays that of who is away, while somebody else keeps it.
  if (ownerId) all.push(sql`${ownerId} in (t.owner_id, t.stands_in_for_id)`)
  if (partyId) all.push(sql`p.party_id = ${partyId}`)
  if (first) all.push(sql`p.for_on >= ${first}`)
  if (until) all.push(sql`p.for_on <= ${until}`)
  return sql.join(all, sql` and `)
}

export const listPromisesBody = implementQuery(listPromises, async (view, input) => {
  const where = conditions(input)
  const state = stateSql(view)
  const { rows: sums } = await sql<{ state: PromiseState; promises: number; moved: number }>`
    select ${state} as state, count(*)::int as promises,
      (count(*) filter (where exists (select from work.promise_move m where m.organisation_id = p.organisation_id and m.task_id = p.task_id)))::int as moved
    ${from(view)} where ${where} group by 1`.execute(view.db())
  const sum = (of: PromiseState) => sums.find(one => one.state === of)?.promises ?? 0
  const place = readPlace(input.after, isDay)
  const beyond = place ? sql`(p.for_on, t.id) < (${place.key}::date, ${place.id}::uuid)` : sql`true`
  const only = input.state ? sql`${state} = ${input.state}` : sql`true`
  const { rows } = await sql<Row>`
    select t.id, p.promised_to as to, p.party_id, p.promised_on, p.for_on, p.words, ${state} as state,
      (select count(*)::int from work.promise_move m where m.organisation_id = p.organisation_id and m.task_id = p.task_id) as moves
    ${from(view)} where ${where} and ${only} and ${beyond} order by p.for_on desc, t.id desc limit ${input.limit + 1}`.execute(
    view.db(),
  )
  const shown = rows.slice(0, input.limit)
  const ids = shown.map(row => row.id)
  const lines = await toLines(view, await readTasks(view, sql`t.id = any(${ids}::uuid[])`, sql``))
  const byId = new Map(lines.map(line => [line.id, line]))
  const names = await namesOf(
    view,
    shown.map(row => row.party_id),
  )
  const last = shown.at(-1)
  return {
    rows: shown.flatMap(({ id, to, party_id, promised_on, for_on, words, state: became, moves }) => {
      const task = byId.get(id)
      if (!task) return []
      const party = party_id === null ? null : (names.get(party_id) ?? null)
      const { title, version } = task
      return [
        { id, title, version, task, to, party, promisedOn: promised_on, forOn: for_on, words, state: became, moves },
      ]
    }),
    total: input.state ? sum(input.state) : sums.reduce((all, one) => all + one.promises, 0),
    next: rows.length > shown.length && last ? writePlace(String(last.for_on), last.id) : null,
    figures: {
      open: sum('open'),
      kept: sum('kept'),
      broken: sum('broken'),
      moved: sums.reduce((all, one) => all + one.moved, 0),
    },
  }
})
