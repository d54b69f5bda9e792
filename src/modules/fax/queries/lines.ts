import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { digitsOf, shownNumber } from '../numbers.ts'
import { type LineRow, type Owner, seenNumber } from '../rows.ts'

type Seen = LineRow & { readonly title: string; readonly version: number; readonly ordered: string }

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'fax-line').selectAll()} r
  join fax.line l on l.organisation_id = ${view.office.id} and l.id = r.id`

export const listLinesBody = implementQuery(c.listLines, async (view, input) => {
  const conditions = [input.retired ? sql`l.retired` : sql`not l.retired`]
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select l.*, r.title, r.version, case when l.is_default then '0' else '1' end || r.title as ordered
    ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'ordered', 'text', input)
  const { country } = view.office
  const rows = shown.map(row => ({
    id: row.id,
    version: row.version,
    title: row.title,
    way: row.way,
    number: row.number ? shownNumber(row.number, country) : null,
    senders: [...row.senders],
    subjectIn: row.subject_in,
    addressOut: row.address_out,
    subjectOut: row.subject_out,
    numberForm: row.number_form,
    isDefault: row.is_default,
    retired: row.retired,
  }))
  return { rows, ...slice }
})

const named = ({ id, kind, title }: Owner) => ({ id, kind, title })

async function levelOf(view: View, documentId: string | undefined): Promise<number> {
  if (!documentId) return 0
  const row = await visibleRecords(view, 'document').select('class').where('id', '=', documentId).executeTakeFirst()
  return row?.class ?? 0
}

export const checkNumberBody = implementQuery(c.checkNumber, async (view, { number, partyId, documentId }) => {
  const { country } = view.office
  const digits = digitsOf(number, country)
  if (!digits) return { valid: false, shown: number, owners: [], doubt: null, near: [], asks: false }
  const level = await levelOf(view, documentId)
  const seen = await seenNumber(view, digits, { partyId: partyId ?? null, level })
  return {
    valid: true,
    shown: shownNumber(digits, country),
    owners: seen.owners.map(named),
    doubt: seen.doubt,
    near: seen.near.map(one => ({ ...named(one), number: shownNumber(one.digits, country) })),
    asks: seen.asks,
  }
})
