import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { listParties } from '../contract.ts'
import { countParties, readParties, type SeenParty, toLine } from '../party-lines.ts'
import { beginsSo } from '../party-search.ts'

type Input = z.output<typeof listParties.input>

const orders: Readonly<Record<Input['sort'], { by: RawBuilder<unknown>; down: boolean; type: RawBuilder<unknown>; keyOf(party: SeenParty): string }>> = {
  name: { by: sql`p.sort_name`, down: false, type: sql`text`, keyOf: (party) => party.sort_name },
  '-name': { by: sql`p.sort_name`, down: true, type: sql`text`, keyOf: (party) => party.sort_name },
  '-changed': { by: sql`r.changed_at`, down: true, type: sql`timestamptz`, keyOf: (party) => party.changed_at.toString() },
  '-created': { by: sql`r.created_at`, down: true, type: sql`timestamptz`, keyOf: (party) => party.created_at.toString() },
}

function conditionsOf(view: View, input: Input): RawBuilder<unknown>[] {
  const conditions = [input.retired ? sql`p.retired_at is not null` : sql`p.retired_at is null`, ...beginsSo(view, input.text ?? '')]
  if (input.kind) conditions.push(sql`p.kind = ${input.kind}`)
  if (input.memberOfId) {
    conditions.push(sql`exists (
      select from directory.membership m join kernel.record o on o.organisation_id = m.organisation_id and o.id = m.member_of_id
      where m.organisation_id = ${view.office.id} and m.person_id = p.id and (o.id = ${input.memberOfId} or o.merged_into = ${input.memberOfId}))`)
  }
  return conditions
}

export const listPartiesBody = implementQuery(listParties, async (view, input) => {
  // retired parties have no keys: their names are looked through instead
  const conditions = input.retired && input.text ? [...conditionsOf(view, { ...input, text: undefined }), sql`position(kernel.fold(${input.text}) in kernel.fold(p.name)) > 0`] : conditionsOf(view, input)
  const { by, down, type, keyOf } = orders[input.sort]
  const after = input.after ? readPlace(input.after) : null
  const onward = after ? [sql`(${by}, p.id) ${down ? sql`<` : sql`>`} (${after.key}::${type}, ${after.id}::uuid)`] : []
  const direction = down ? sql`desc` : sql`asc`
  const parties = await readParties(view, sql.join([...conditions, ...onward], sql` and `), sql`order by ${by} ${direction}, p.id ${direction} limit ${input.limit + 1}`)
  const page = parties.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: page.map(toLine),
    total: await countParties(view, sql.join(conditions, sql` and `)),
    next: parties.length > input.limit && last ? Buffer.from(JSON.stringify([keyOf(last), last.id])).toString('base64url') : null,
  }
})

/** Where a list goes on; what nobody wrote starts it from the beginning. */
function readPlace(text: string): { key: string; id: string } | null {
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    return typeof key === 'string' && typeof id === 'string' ? { key, id } : null
  } catch {
    return null
  }
}
