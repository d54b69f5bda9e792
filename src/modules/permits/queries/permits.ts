import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { dueCount } from '../due.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { conditionsOf, feeOf, type PermitRow, renewOn, requirementsOf } from '../permit-row.ts'
import { liked, readPlace, writePlace } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'

type Seen = PermitRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly next_on: Temporal.PlainDate
}

const never = '9999-12-31'

/** What comes next of a permit: an answer that is due, its next check, its renewal, its end. */
const nextOn = sql`case
  when p.state = 'completion' then p.completion_due_on
  when p.state in ('granted', 'partly') then least(p.valid_until - case when p.renewal_raised_at is null then p.renewal_lead_days else 0 end,
    (select min(c.next_on) from permits.condition c where c.organisation_id = p.organisation_id and c.permit_id = p.id))
  when p.state = 'refused' then p.appeal_until end`

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'permit').selectAll()} r
  join permits.permit p on p.organisation_id = ${view.office.id} and p.id = r.id`

const columns = sql`p.*, r.title, r.class, r.version, coalesce(${nextOn}, ${never}::date) as next_on`

async function factsOf(view: View, rows: readonly Seen[]) {
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.authority_id, row.owner_id]),
    ),
  )
  return (row: Seen) => ({
    permitType: row.permit_type,
    authority: name(row.authority_id),
    owner: name(row.owner_id),
    reference: row.reference,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    nextOn: row.next_on.toString() === never ? null : row.next_on,
    expired: row.valid_until !== null && Temporal.PlainDate.compare(row.valid_until, view.today) < 0,
  })
}

export const listPermitsBody = implementQuery(c.listPermits, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [
    input.states ? sql`p.state = any(${input.states}::text[])` : sql`p.state not in ('withdrawn', 'ended')`,
  ]
  if (input.text)
    conditions.push(sql`(r.title ilike ${liked(input.text)} or p.permit_type ilike ${liked(input.text)}
      or p.reference ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'next_on', 'date', input)
  const facts = await factsOf(view, shown)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...facts(row),
    })),
    ...slice,
  }
})

export const getPermitBody = implementQuery(c.getPermit, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'permit', id })
  const facts = await factsOf(view, [row])
  const requirements = await requirementsOf(view, id)
  const conditions = await conditionsOf(view, id)
  const renewedBy = await renewalOf(view, id)
  const papers = await linkedPapers(view, id)
  const name = naming(
    await namesOf(view, [
      row.renews_id,
      renewedBy,
      ...papers,
      ...requirements.map(one => one.document_id),
      ...conditions.map(one => one.owner_id),
    ]),
  )
  const held = row.state === 'granted' || row.state === 'partly'
  return {
    record: { id, kind: 'permit', title: row.title, class: row.class, version: row.version, state: row.state },
    ...facts(row),
    fee: feeOf(row),
    note: row.note,
    sentOn: row.sent_on,
    receivedOn: row.received_on,
    completionWhat: row.state === 'completion' ? row.completion_what : null,
    completionDueOn: row.state === 'completion' ? row.completion_due_on : null,
    decidedOn: row.decided_on,
    appealUntil: row.appeal_until,
    renewOn: held ? renewOn(row) : null,
    renewalLeadDays: row.renewal_lead_days,
    renews: name(row.renews_id),
    renewedBy: name(renewedBy),
    requirements: requirements.map(one => ({
      id: one.id,
      requirement: one.requirement,
      met: one.met,
      document: name(one.document_id),
    })),
    conditions: conditions.map(one => ({
      id: one.id,
      condition: one.condition,
      owner: name(one.owner_id),
      every: one.every,
      nextOn: one.next_on,
      checkedOn: one.checked_on,
      late: one.next_on !== null && Temporal.PlainDate.compare(one.next_on, view.today) < 0,
    })),
    documents: papers.flatMap(paper => name(paper) ?? []),
    can: offers(view, row),
  }
})

async function renewalOf(view: View, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from permits.permit where organisation_id = ${view.office.id} and renews_id = ${id} order by id desc limit 1`.execute(
    view.db(),
  )
  return rows[0]?.id ?? null
}

/** The papers bound to a record. */
export async function linkedPapers(view: View, id: string): Promise<string[]> {
  const { rows } = await sql<{ to_id: string }>`
    select to_id from kernel.link where organisation_id = ${view.office.id} and from_id = ${id}
      and relation in ('decision', 'attachment') order by to_id`.execute(view.db())
  return rows.map(row => row.to_id)
}

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const primary = { primary: true }
  const common = [...can(view, c.changePermit, input), ...can(view, addComment, { recordId: row.id })]
  switch (row.state) {
    case 'preparing':
      return [
        ...can(view, c.sendApplication, input, primary),
        ...can(view, c.addRequirement, input),
        ...common,
        ...can(view, c.noteDecision, input),
        ...can(view, c.withdrawApplication, input),
      ]
    case 'sent':
      return [
        ...can(view, c.noteDecision, input, primary),
        ...can(view, c.noteCompletionAsked, input),
        ...common,
        ...can(view, c.withdrawApplication, input),
      ]
    case 'completion':
      return [
        ...can(view, c.sendCompletion, input, primary),
        ...can(view, c.noteDecision, input),
        ...common,
        ...can(view, c.withdrawApplication, input),
      ]
    case 'granted':
    case 'partly':
      return [
        ...can(view, c.renewPermit, input),
        ...can(view, c.addCondition, input),
        ...common,
        ...can(view, c.endPermit, input),
      ]
    case 'refused':
      return [...common, ...can(view, c.endPermit, input)]
    default:
      return [...can(view, c.takeBackStep, input), ...common]
  }
}

export const listAdoptableBody = implementQuery(c.listAdoptable, async (view, input) => {
  const papers = sql`
    from ${visibleRecords(view, 'document').selectAll()} r
    join documents.permit_fact d on d.organisation_id = ${view.office.id} and d.document_id = r.id
    where not exists (select from permits.permit p where p.organisation_id = d.organisation_id and p.adopted_id = d.document_id)`
  const after = readPlace(input.after)
  const onward = after ? sql`and r.id > ${after.id}::uuid` : sql``
  const { rows } = await sql<{
    id: string
    title: string
    sender_id: string | null
    valid_until: Temporal.PlainDate | null
  }>`select r.id, r.title, d.sender_id, d.valid_until ${papers} ${onward} order by r.id limit ${input.limit + 1}`.execute(
    view.db(),
  )
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total ${papers}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.sender_id),
    ),
  )
  const last = shown.at(-1)
  return {
    rows: shown.map(row => ({
      id: row.id,
      title: row.title,
      sender: name(row.sender_id),
      validUntil: row.valid_until,
    })),
    total: all[0]!.total,
    next: rows.length > input.limit && last ? writePlace('', last.id) : null,
  }
})

export const countDueBody = implementQuery(c.countDue, async view => ({ count: await dueCount(view) }))
