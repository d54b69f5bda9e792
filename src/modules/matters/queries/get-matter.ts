import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { z } from '../../../kernel/schema.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { getMatter, type PartyRole } from '../contract.ts'
import { budgetOf } from '../matter-row.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { readMatters, toLines } from '../matter-lines.ts'
import { tasksOf } from '../matter-tasks.ts'
import { whatCanBeDone } from '../offers.ts'

type Detail = z.output<typeof getMatter.output>

export const getMatterBody = implementQuery(getMatter, (view, { id }) => detailOf(view, id))

/** Everything of a matter that the reader may see. */
export async function detailOf(view: View, id: string): Promise<Detail> {
  const [matter] = await readMatters(view, sql`m.id = ${id}`, sql`limit 1`)
  if (!matter) return view.refuse(kernelRefusals.notFound, { kind: 'matter', id })
  const [line] = await toLines(view, [matter])
  const [tasks, checklist, parties, bound, merged] = [
    await tasksOf(view, id),
    await checklistOf(view, id),
    await partiesOf(view, id),
    await boundOf(view, id),
    await mergedOf(view, id),
  ]
  const names = await namesOf(view, [
    matter.ended_by_id,
    ...tasks.map(task => task.owner_id),
    ...checklist.map(item => item.ticked_by_id),
    ...parties.map(party => party.party_id),
  ])
  const named = naming(names)
  const sums = sumsOf(bound)
  const budget = budgetOf(matter)
  return {
    record: {
      id,
      kind: 'matter',
      title: matter.title,
      class: matter.class,
      version: matter.version,
      state: matter.state,
    },
    matter: line!,
    note: matter.note,
    result: matter.result,
    endedAt: matter.ended_at,
    endedBy: named(matter.ended_by_id),
    budget,
    sums,
    left: leftOf(budget, sums),
    parties: parties.flatMap(({ party_id, role, note }) => {
      const party = named(party_id)
      return party ? [{ party, role, note }] : []
    }),
    bound: bound.map(({ id: recordId, kind, title, bound_at, document_kind, ...one }) => ({
      record: { id: recordId, kind, title },
      boundAt: bound_at,
      amount: moneyOf(one),
      documentKind: document_kind,
    })),
    tasks: tasks.map(task => ({
      id: task.id,
      title: task.title,
      version: task.version,
      state: task.state,
      dueOn: task.due_on,
      owner: named(task.owner_id),
      made: task.made,
    })),
    checklist: checklist.map(item => ({
      itemId: item.id,
      text: item.text,
      tickedAt: item.ticked_at,
      tickedBy: named(item.ticked_by_id),
    })),
    merged,
    can: whatCanBeDone(view, matter),
  }
}

interface BoundRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly bound_at: Temporal.Instant
  readonly document_kind: string | null
  readonly total_minor: bigint | null
  readonly currency: string | null
}

const moneyOf = ({ total_minor, currency }: Pick<BoundRow, 'total_minor' | 'currency'>): Money | null =>
  total_minor === null || currency === null ? null : { minor: BigInt(total_minor), currency }

/** What is bound beside tasks, the latest first; amounts by the view that documents publishes. */
async function boundOf(view: View, id: string): Promise<BoundRow[]> {
  const { rows } = await sql<BoundRow>`
    select r.id, r.kind, r.title, b.bound_at, a.kind as document_kind, a.total_minor, a.currency
    from matters.binding b join ${visibleRecords(view).selectAll()} r on r.id = b.record_id
    left join documents.amount_fact a on a.organisation_id = b.organisation_id and a.document_id = b.record_id
    where b.organisation_id = ${view.office.id} and b.matter_id = ${id} and r.kind <> 'task' order by b.bound_at desc, r.id limit 1000`.execute(
    view.db(),
  )
  return rows
}

function sumsOf(bound: readonly BoundRow[]): Detail['sums'] {
  const sums = new Map<string, { amount: Money; papers: number }>()
  for (const amount of bound.flatMap(row => moneyOf(row) ?? [])) {
    const so = sums.get(amount.currency) ?? { amount: { minor: 0n, currency: amount.currency }, papers: 0 }
    sums.set(amount.currency, {
      amount: { minor: so.amount.minor + amount.minor, currency: amount.currency },
      papers: so.papers + 1,
    })
  }
  return [...sums.values()].sort((a, b) => (a.amount.currency < b.amount.currency ? -1 : 1))
}

function leftOf(budget: Money | null, sums: Detail['sums']): Money | null {
  if (!budget || sums.some(({ amount }) => amount.currency !== budget.currency)) return null
  return { minor: budget.minor - (sums[0]?.amount.minor ?? 0n), currency: budget.currency }
}

async function partiesOf(view: View, id: string) {
  const { rows } = await sql<{ party_id: string; role: PartyRole; note: string }>`
    select party_id, role, note from matters.party where organisation_id = ${view.office.id} and matter_id = ${id}
    order by array_position(array['client','counterpart','authority','supplier','adviser','contact','witness','other'], role), party_id`.execute(
    view.db(),
  )
  return rows
}

async function checklistOf(view: View, id: string) {
  const { rows } = await sql<{
    id: string
    text: string
    ticked_at: Temporal.Instant | null
    ticked_by_id: string | null
  }>`
    select id, text, ticked_at, ticked_by_id from matters.checklist_item
    where organisation_id = ${view.office.id} and matter_id = ${id} order by position, id`.execute(view.db())
  return rows
}

/** Matters that were laid into this one, for whoever may see this one: their numbers lead here. */
async function mergedOf(view: View, id: string) {
  const { rows } = await sql<{ id: string; kind: string; title: string }>`
    select id, kind, title from kernel.record where organisation_id = ${view.office.id} and merged_into = ${id} and class <= ${view.principal.clearance}
      and (audience is null or audience && ${[...view.principal.audiences]}::uuid[]) order by title`.execute(view.db())
  return rows
}
