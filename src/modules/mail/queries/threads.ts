import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { isMoment, readPlace, writePlace } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import type { ThreadBox, ThreadState } from '../contract/shapes.ts'
import { foundBy, searches, writtenToIn, wroteIn } from './found.ts'
import { messagesOf } from './messages.ts'
import { outgoingOf } from './outgoing.ts'

export interface ThreadRow {
  readonly id: string
  readonly version: number
  readonly class: number
  readonly title: string
  readonly mailbox_id: string
  readonly subject: string
  readonly state: ThreadState
  readonly owner_id: string | null
  readonly party_id: string | null
  readonly from_name: string
  readonly from_address: string
  readonly snippet: string
  readonly language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt' | null
  readonly snoozed_until: Temporal.Instant | null
  readonly promised_at: Temporal.Instant | null
  readonly last_at: Temporal.Instant
  readonly messages: number
  readonly unread: number
  readonly attachments: number
  readonly flagged: boolean
  readonly labels: string[]
}

/** Mailboxes that one may read. */
export async function mailboxesSeen(view: View): Promise<string[]> {
  const rows = await visibleRecords(view, 'mail-mailbox').select('kernel.record.id').execute()
  return rows.map(row => row.id)
}

function inBox(view: View, box: ThreadBox): RawBuilder<unknown> {
  switch (box) {
    case 'mine':
      return sql`t.owner_id = ${view.principal.id} and t.state in ('open', 'waiting', 'snoozed')`
    case 'unassigned':
      return sql`t.state = 'open' and t.owner_id is null`
    case 'sent':
      return sql`t.state <> 'trash' and exists (select from mail.message m where m.organisation_id = t.organisation_id and m.thread_id = t.id and m.direction = 'out')`
    case 'drafts':
      return sql`t.id in (select o.thread_id from mail.outgoing o where o.organisation_id = ${view.office.id}
        and o.author_id = ${view.principal.id} and o.state not in ('sent', 'discarded'))`
    case 'all':
      return sql`t.state not in ('trash', 'draft')`
    default:
      return sql`t.state = ${box}`
  }
}

type Asked = Parameters<(typeof c.listThreads)['input']['encode']>[0]

/** The first moment of a day, in the office's zone. */
const begins = (view: View, day: Temporal.PlainDate): string =>
  day.toZonedDateTime(view.office.zone).toInstant().toString()

function wanted(view: View, input: Asked): RawBuilder<unknown> {
  const conditions = [
    inBox(view, input.box),
    ...(input.ownerId ? [sql`t.owner_id = ${input.ownerId}`] : []),
    ...(input.partyId ? [sql`t.party_id = ${input.partyId}`] : []),
    ...(input.label ? [sql`${input.label} = any(t.labels)`] : []),
    ...(input.unread === undefined ? [] : [input.unread ? sql`t.unread > 0` : sql`t.unread = 0`]),
    ...(input.flagged === undefined ? [] : [sql`t.flagged = ${input.flagged}`]),
    ...(input.attachments === undefined ? [] : [input.attachments ? sql`t.attachments > 0` : sql`t.attachments = 0`]),
    ...(input.before ? [sql`t.last_at < ${begins(view, input.before)}`] : []),
    ...(input.since ? [sql`t.last_at >= ${begins(view, input.since)}`] : []),
    ...(input.from ? [wroteIn(input.from)] : []),
    ...(input.to ? [writtenToIn(input.to)] : []),
  ]
  return sql.join(conditions, sql` and `)
}

const seen = (view: View) => sql`r.class <= ${view.principal.clearance}
  and (r.audience is null or r.audience && ${[...view.principal.audiences]}::uuid[]) and r.merged_into is null`

/** More are not counted: that many, or more. */
const mostCounted = 2000

type Counted = ThreadRow & { readonly total: number }

/** What is found by words is visible to who looks, by `kernel.search`: only its records are looked up, once it is known which are shown. */
async function foundThreads(view: View, input: Asked, conditions: RawBuilder<unknown>, onward: RawBuilder<unknown>) {
  const { rows } = await sql<Counted>`
    with hit as materialized (
      select t.* from ${foundBy(view, input)} found
      join mail.thread t on t.organisation_id = ${view.office.id} and t.id = found.record_id where ${conditions})
    select t.*, r.version, r.class, r.title, (select count(*)::int from hit) as total from hit t
    join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
    where true ${onward} order by t.last_at desc, t.id desc limit ${input.limit + 1}`.execute(view.db())
  return rows
}

async function allThreads(view: View, input: Asked, conditions: RawBuilder<unknown>, onward: RawBuilder<unknown>) {
  const threads = sql`mail.thread t join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id`
  const { rows } = await sql<Counted>`
    select t.*, r.version, r.class, r.title,
      (select count(*)::int from (select from ${threads} where ${conditions} and ${seen(view)} limit ${mostCounted}) counted) as total
    from ${threads} where ${conditions} ${onward} and ${seen(view)}
    order by t.last_at desc, t.id desc limit ${input.limit + 1}`.execute(view.db())
  return rows
}

export const listThreadsBody = implementQuery(c.listThreads, async (view, input) => {
  const boxes = (await mailboxesSeen(view)).filter(id => !input.mailboxId || id === input.mailboxId)
  const [only] = boxes
  const ofBoxes = boxes.length === 1 ? sql`t.mailbox_id = ${only}` : sql`t.mailbox_id = any(${boxes}::uuid[])`
  const conditions = sql`t.organisation_id = ${view.office.id} and ${ofBoxes} and ${wanted(view, input)}`
  const after = readPlace(input.after, isMoment)
  const onward = after ? sql`and (t.last_at, t.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``
  const rows = await (searches(input) ? foundThreads : allThreads)(view, input, conditions, onward)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: await linesOf(view, shown),
    total: rows[0]?.total ?? 0,
    next: rows.length > input.limit && last ? writePlace(last.last_at.toString(), last.id) : null,
  }
})

/** Who writes in which of these threads. */
async function writers(view: View, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ thread_id: string; author_id: string }>`
    select distinct thread_id, author_id from mail.outgoing
    where organisation_id = ${view.office.id} and thread_id = any(${[...ids]}::uuid[]) and state = 'draft'`.execute(
    view.db(),
  )
  return new Map(
    [...Map.groupBy(rows, row => row.thread_id)].map(([id, group]) => [id, group.map(row => row.author_id)]),
  )
}

export async function linesOf(view: View, rows: readonly ThreadRow[]) {
  const drafts = await writers(
    view,
    rows.map(({ id }) => id),
  )
  const who = naming(
    await namesOf(view, [
      ...rows.flatMap(row => [row.mailbox_id, row.owner_id, row.party_id]),
      ...[...drafts.values()].flat(),
    ]),
  )
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    subject: row.subject,
    ...factsOf(row, who),
    state: row.state,
    drafts: (drafts.get(row.id) ?? []).flatMap(id => who(id) ?? []),
  }))
}

const factsOf = (row: ThreadRow, who: ReturnType<typeof naming>) => ({
  mailbox: who(row.mailbox_id) ?? { id: row.mailbox_id, kind: 'mail-mailbox', title: '' },
  from: { name: row.from_name, address: row.from_address },
  snippet: row.snippet,
  owner: who(row.owner_id),
  party: who(row.party_id),
  snoozedUntil: row.snoozed_until,
  promisedAt: row.promised_at,
  lastAt: row.last_at,
  unread: row.unread,
  messages: row.messages,
  attachments: row.attachments,
  flagged: row.flagged,
  labels: row.labels,
  language: row.language,
})

export const getThreadBody = implementQuery(c.getThread, async (view, { id }) => {
  const { rows } = await sql<ThreadRow & { address: string }>`
    select t.*, r.version, r.class, r.title, b.address from (${visibleRecords(view, 'mail-thread').selectAll()}) r
    join mail.thread t on t.organisation_id = r.organisation_id and t.id = r.id
    join mail.mailbox b on b.organisation_id = t.organisation_id and b.id = t.mailbox_id
    where r.id = ${id}`.execute(view.db())
  const [row] = rows
  if (!row) return view.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
  const lines = await messagesOf(view, id)
  const outgoing = await outgoingOf(view, id)
  const writing = (await writers(view, [id])).get(id) ?? []
  const who = naming(await namesOf(view, [row.mailbox_id, row.owner_id, row.party_id, ...writing]))
  const ids = [id]
  return {
    record: { id, kind: 'mail-thread', title: row.title, class: row.class, version: row.version, state: row.state },
    subject: row.subject,
    ...factsOf(row, who),
    address: row.address,
    lines,
    outgoing,
    writing: writing.filter(author => author !== view.principal.id).flatMap(author => who(author) ?? []),
    can: [
      ...can(view, c.markRead, { ids, read: row.unread > 0 }),
      ...can(view, c.flagThreads, { ids, flagged: !row.flagged }),
      ...can(view, c.moveThreads, { ids, to: row.state === 'trash' ? 'inbox' : 'trash' }),
    ],
  }
})
