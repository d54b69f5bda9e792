import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import type { Content } from '../content.ts'
import * as c from '../contract.ts'
import { customersOf } from '../customers.ts'
import { plain } from '../decimal.ts'
import { contentOf } from '../invoice-row.ts'
import { type Made, type PaperGround, paperOf } from '../paper-of.ts'
import { listedPrices, openRaises, pricedTurn, type RecurringRow, turnContent } from '../recurring-row.ts'
import { settingOf } from '../setting.ts'
import { rhythmOfMonths } from '../turn.ts'
import { saleCodesOn } from '../vat-codes.ts'

type Seen = RecurringRow & { readonly title: string; readonly class: number; readonly version: number }

/** The next turns of some, summed up; null for one that cannot be. */
async function nextPapers(view: View, rows: readonly RecurringRow[]): Promise<ReadonlyMap<string, Made | null>> {
  const customers = await customersOf(
    view,
    rows.map(row => row.customer_id),
  )
  const raises = await openRaises(
    view,
    rows.map(row => row.id),
  )
  const prices = await listedPrices(view, rows.map(contentOf))
  const [setting, codes] = [await settingOf(view), await saleCodesOn(view, view.today)]
  const ground = { office: view.office, setting, codes, type: 'invoice' } as const
  return new Map(
    rows.map(row => {
      const customer = customers.get(row.customer_id)
      if (!customer) return [row.id, null] as const
      const content = turnContent(
        view,
        row,
        pricedTurn(view, row, { raises: raises.get(row.id) ?? [], prices }),
        customer,
      )
      return [row.id, madeOrNone(content, { ...ground, customer, issuedOn: row.next_on })] as const
    }),
  )
}

function madeOrNone(content: Content, ground: PaperGround): Made | null {
  try {
    return paperOf(content, ground, (): never => {
      throw new RangeError('no paper')
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const isStuck = (row: RecurringRow): boolean => row.stuck_on?.equals(row.next_on) ?? false

export const listRecurringBody = implementQuery(c.listRecurring, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [
    input.states ? sql`q.state = any(${input.states}::text[])` : sql`q.state <> 'ended'`,
  ]
  if (input.customerId) conditions.push(sql`q.customer_id = ${input.customerId}`)
  if (input.text) conditions.push(sql`r.title ilike ${liked(input.text)}`)
  const lines = sql`(select q.*, r.title, r.class, r.version
    from ${visibleRecords(view, 'recurring-invoice').selectAll()} r
    join receivables.recurring q on q.organisation_id = ${view.office.id} and q.id = r.id
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'next_on', 'date', input)
  const papers = await nextPapers(view, shown)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.customer_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      subject: contentOf(row).subject ?? null,
      customer: name(row.customer_id),
      state: row.state,
      rhythm: rhythmOfMonths(row.every_months),
      way: row.way,
      nextOn: row.next_on,
      untilOn: row.until_on,
      stuck: isStuck(row),
      net: papers.get(row.id)?.paper.net ?? null,
    })),
    ...slice,
  }
})

interface RaiseRow {
  readonly from_on: Temporal.PlainDate
  readonly percent: string
  readonly index_was: string | null
  readonly index_now: string | null
  readonly reason: string | null
  readonly applied_on: Temporal.PlainDate | null
}

interface TurnRow {
  readonly turn_on: Temporal.PlainDate
  readonly invoice_id: string | null
  readonly total_minor: bigint | null
  readonly currency: string | null
}

async function behind(view: View, id: string) {
  const { rows: raises } = await sql<RaiseRow>`
    select from_on, percent::text, index_was::text, index_now::text, reason, applied_on from receivables.recurring_raise
    where organisation_id = ${view.office.id} and recurring_id = ${id} order by from_on`.execute(view.db())
  const { rows: turns } = await sql<TurnRow>`
    select t.turn_on, t.invoice_id, i.total_minor, i.currency from receivables.recurring_turn t
    left join (select i.* from receivables.invoice i join ${visibleRecords(view, 'invoice').selectAll()} r on r.id = i.id
      where i.organisation_id = ${view.office.id}) i on i.id = t.invoice_id
    where t.organisation_id = ${view.office.id} and t.recurring_id = ${id} order by t.turn_on desc`.execute(view.db())
  return { raises, turns }
}

const contentShape = c.getRecurring.output as unknown as { shape: { content: { decode(wire: Content): never } } }

export const getRecurringBody = implementQuery(c.getRecurring, async (view, { id }) => {
  const { rows } = await sql<Seen>`
    select q.*, r.title, r.class, r.version from ${visibleRecords(view, 'recurring-invoice').selectAll()} r
    join receivables.recurring q on q.organisation_id = ${view.office.id} and q.id = r.id where r.id = ${id}`.execute(
    view.db(),
  )
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'recurring-invoice', id })
  const { raises, turns } = await behind(view, id)
  const shown = turns.slice(0, 100)
  const name = naming(
    await namesOf(view, [row.customer_id, row.owner_id, row.author_id, ...shown.map(turn => turn.invoice_id)]),
  )
  return {
    record: {
      id,
      kind: 'recurring-invoice',
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.state,
    },
    customer: name(row.customer_id),
    content: contentShape.shape.content.decode(contentOf(row)),
    rhythm: rhythmOfMonths(row.every_months),
    nextOn: row.next_on,
    untilOn: row.until_on,
    period: row.period,
    way: row.way,
    author: name(row.author_id),
    owner: name(row.owner_id),
    stuck: isStuck(row),
    paper: (await nextPapers(view, [row])).get(id)?.paper ?? null,
    raises: raises.map(raise => ({
      fromOn: raise.from_on,
      percent: plain(raise.percent),
      indexWas: raise.index_was && plain(raise.index_was),
      indexNow: raise.index_now && plain(raise.index_now),
      reason: raise.reason,
      appliedOn: raise.applied_on,
    })),
    turns: shown.map(turn => ({
      on: turn.turn_on,
      skipped: turn.invoice_id === null,
      invoice: name(turn.invoice_id),
      total: turn.total_minor === null ? null : { minor: turn.total_minor, currency: turn.currency! },
    })),
    turnCount: turns.length,
    can: offers(view, row, shown[0]?.invoice_id === null),
  }
})

function offers(view: View, row: Seen, skippedLast: boolean): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  if (row.state !== 'running')
    return [
      ...can(view, c.resumeRecurring, input, { primary: true }),
      ...comment,
      ...(row.state === 'paused' ? can(view, c.endRecurring, input) : []),
    ]
  return [
    ...can(view, c.makeTurn, { ...input, on: String(row.next_on) }),
    ...can(view, c.raiseRecurring, input),
    ...can(view, c.skipTurn, input),
    ...(skippedLast ? can(view, c.bringTurnBack, input) : []),
    ...can(view, c.pauseRecurring, input),
    ...comment,
    ...can(view, c.endRecurring, input),
  ]
}

export const listTurnsDueBody = implementQuery(c.listTurnsDue, async view => {
  const { rows } = await sql<{ id: string; on: Temporal.PlainDate }>`
    select q.id, q.next_on as "on" from receivables.recurring q
    join ${visibleRecords(view, 'recurring-invoice').selectAll()} r on r.id = q.id
    where q.organisation_id = ${view.office.id} and q.state = 'running' and q.next_on <= ${view.today}::date
      and q.stuck_on is distinct from q.next_on order by q.next_on, q.id limit 500`.execute(view.db())
  return { rows }
})
