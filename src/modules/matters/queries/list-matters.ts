import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { listMatters } from '../contract.ts'
import { fromVisibleMatters, readMatters, toLines } from '../matter-lines.ts'
import { readPlace, writePlace } from '../../../kernel/place.ts'

type Input = z.output<typeof listMatters.input>

/** Each order as one text that sorts as it does, so that a place in the list is one comparison. */
const orders: Readonly<Record<Input['sort'], { key: RawBuilder<unknown>; down: boolean }>> = {
  '-number': { key: sql`lpad(m.year::text, 4, '0') || lpad(m.serial::text, 12, '0')`, down: true },
  number: { key: sql`lpad(m.year::text, 4, '0') || lpad(m.serial::text, 12, '0')`, down: false },
  target: { key: sql`coalesce(m.target_on::text, '9999')`, down: false },
  name: { key: sql`kernel.fold(m.name) collate "C"`, down: false },
  '-changed': { key: sql`to_char(r.changed_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')`, down: true },
}

function conditions(view: View, input: Input): RawBuilder<unknown> {
  const { text, states, ownerId, kindId, partyId, recordId, targetFrom, targetTo, late } = input
  const all: RawBuilder<unknown>[] = [sql`true`]
  for (const word of foldInPlace(text ?? '')
    .split(/\s+/)
    .filter(Boolean))
    all.push(sql`position(${word} in m.folded) > 0`)
  if (input.numbers) all.push(sql`lower(m.number) = any(${input.numbers.map(number => number.toLowerCase())}::text[])`)
  if (states) all.push(sql`m.state = any(${[...states]}::text[])`)
  if (ownerId) all.push(sql`m.owner_id = ${ownerId}`)
  if (kindId) all.push(sql`m.kind_id = ${kindId}`)
  if (partyId)
    all.push(sql`(m.for_id = ${partyId} or exists (select from matters.party p
      where p.organisation_id = ${view.office.id} and p.matter_id = m.id and p.party_id = ${partyId}))`)
  if (recordId)
    all.push(sql`exists (select from matters.binding b
      where b.organisation_id = ${view.office.id} and b.matter_id = m.id and b.record_id = ${recordId})`)
  if (targetFrom) all.push(sql`m.target_on >= ${targetFrom}`)
  if (targetTo) all.push(sql`m.target_on <= ${targetTo}`)
  if (late !== undefined)
    all.push(sql`(m.state <> 'closed' and coalesce(m.target_on < ${view.today}, false)) = ${late}`)
  return sql.join(all, sql` and `)
}

export const listMattersBody = implementQuery(listMatters, async (view, input) => {
  const { key, down } = orders[input.sort]
  const where = conditions(view, input)
  const place = readPlace(input.after)
  const beyond = place
    ? down
      ? sql`(${key}, r.id) < (${place.key}, ${place.id}::uuid)`
      : sql`(${key}, r.id) > (${place.key}, ${place.id}::uuid)`
    : sql`true`
  const direction = down ? sql`desc` : sql`asc`
  const order = sql`order by ${key} ${direction}, r.id ${direction} limit ${input.limit + 1}`
  const { rows: keys } = await sql<{ id: string; key: string; total: number }>`
    select r.id, ${key} as key, (select count(*)::int ${fromVisibleMatters(view)} where ${where}) as total
    ${fromVisibleMatters(view)} where ${where} and ${beyond} ${order}`.execute(view.db())
  const shown = keys.slice(0, input.limit)
  const read = await readMatters(view, sql`r.id = any(${shown.map(row => row.id)}::uuid[])`, sql``)
  const lines = new Map((await toLines(view, read)).map(line => [line.id, line]))
  const last = shown.at(-1)
  return {
    rows: shown.flatMap(row => lines.get(row.id) ?? []),
    total: keys[0]?.total ?? (place ? await totalOf(view, where) : 0),
    next: keys.length > shown.length && last ? writePlace(last.key, last.id) : null,
  }
})

async function totalOf(view: View, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total ${fromVisibleMatters(view)} where ${where}`.execute(view.db())
  return rows[0]!.total
}
