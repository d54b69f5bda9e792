import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { listParties } from '../contract.ts'
import { countParties, readParties, type SeenParty, toLine } from '../party-lines.ts'
import { beginsSo } from '../party-search.ts'
import { isMoment, isText, readPlace, writePlace } from '../../../kernel/place.ts'

type Input = z.output<typeof listParties.input>

/** Of a long name its beginning orders; a place in a list stays short. */
const keyLength = 60

const orders: Readonly<
  Record<
    Input['sort'],
    {
      by: RawBuilder<unknown>
      down: boolean
      type: RawBuilder<unknown>
      valid(key: string): boolean
      keyOf(party: SeenParty): string
    }
  >
> = {
  name: {
    by: sql`left(p.sort_name, ${keyLength})`,
    down: false,
    type: sql`text`,
    valid: isText,
    keyOf: party => [...party.sort_name].slice(0, keyLength).join(''),
  },
  '-name': {
    by: sql`left(p.sort_name, ${keyLength})`,
    down: true,
    type: sql`text`,
    valid: isText,
    keyOf: party => [...party.sort_name].slice(0, keyLength).join(''),
  },
  '-changed': {
    by: sql`r.changed_at`,
    down: true,
    type: sql`timestamptz`,
    valid: isMoment,
    keyOf: party => party.changed_at.toString(),
  },
  '-created': {
    by: sql`r.created_at`,
    down: true,
    type: sql`timestamptz`,
    valid: isMoment,
    keyOf: party => party.created_at.toString(),
  },
}

export function conditionsOf(view: View, input: Input): RawBuilder<unknown>[] {
  const conditions = [
    input.retired ? sql`p.retired_at is not null` : sql`p.retired_at is null`,
    ...beginsSo(view, input.text ?? ''),
  ]
  if (input.ids) conditions.push(sql`p.id = any(${[...input.ids]}::uuid[])`)
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
  const conditions =
    input.retired && input.text
      ? [
          ...conditionsOf(view, { ...input, text: undefined }),
          sql`position(kernel.fold(${input.text}) in kernel.fold(p.name)) > 0`,
        ]
      : conditionsOf(view, input)
  const { by, down, type, valid, keyOf } = orders[input.sort]
  const after = readPlace(input.after, valid)
  const onward = after ? [sql`(${by}, p.id) ${down ? sql`<` : sql`>`} (${after.key}::${type}, ${after.id}::uuid)`] : []
  const direction = down ? sql`desc` : sql`asc`
  const parties = await readParties(
    view,
    sql.join([...conditions, ...onward], sql` and `),
    sql`order by ${by} ${direction}, p.id ${direction} limit ${input.limit + 1}`,
  )
  const page = parties.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: page.map(toLine),
    total: await countParties(view, sql.join(conditions, sql` and `)),
    next: parties.length > input.limit && last ? writePlace(keyOf(last), last.id) : null,
  }
})
