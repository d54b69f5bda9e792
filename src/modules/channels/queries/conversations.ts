import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly channel_id: string
  readonly wire: c.WireName
  readonly state: c.ConversationState
  readonly unanswered: boolean
  readonly owner_id: string | null
  readonly party_id: string | null
  readonly snippet: string
  readonly language: Language | null
  readonly snoozed_until: Temporal.Instant | null
  readonly last_at: Temporal.Instant
  readonly troubled: boolean
  readonly holder_id: string | null
  readonly place: string
}

/** What nobody has answered first, each the newest first. */
const placeOf = sql`case when c.unanswered then '0' else '1' end || to_char(10000000000 - extract(epoch from c.last_at), 'FM00000000000.000000')`

/** Whoever acts for somebody sees theirs as their own. */
const mine = (view: View) => [view.principal.id, ...(view.principal.onBehalfOf ? [view.principal.onBehalfOf.id] : [])]

function conditionOf(view: View, box: c.Box): RawBuilder<unknown> {
  if (box === 'unanswered') return sql`c.unanswered and c.state <> 'unwanted'`
  if (box === 'mine') return sql`c.owner_id = any(${mine(view)}::uuid[]) and c.state in ('open', 'waiting')`
  if (box === 'all') return sql`c.state <> 'unwanted'`
  return sql`c.state = ${box}`
}

/** More conversations than these nobody looks through; the newest stand first. */
const mostFound = 1000

/** What was said is found by its words, from the index that the search of everything uses: no line is read through. */
const saidIn = (view: View, text: string): RawBuilder<unknown> =>
  sql`kernel.search(${text}, ${view.principal.clearance}::smallint, ${[...view.principal.audiences]}::uuid[], ${['conversation']}::text[],
    ${view.today.toString()}::date, ${mostFound})`

export const listConversationsBody = implementQuery(c.listConversations, async (view, input) => {
  const { text, box, channelId, partyId } = input
  const conditions = [conditionOf(view, box)]
  if (channelId) conditions.push(sql`c.channel_id = ${channelId}`)
  if (partyId) conditions.push(sql`c.party_id = ${partyId}`)
  if (text)
    conditions.push(sql`(position(lower(${text}) in lower(concat_ws(' ', r.title, c.name, c.handle, c.email))) > 0
      or c.id in (select f.record_id from ${saidIn(view, text)} f))`)
  const lines = sql`(
    select c.*, r.title, r.version::int as version, h.wire, ${placeOf} as place, g.holder_id, exists (
      select 1 from channels.message m where m.organisation_id = c.organisation_id and m.conversation_id = c.id
        and m.state in ('failed', 'doubtful')) as troubled
    from ${visibleRecords(view, 'conversation').selectAll()} r
    join channels.conversation c on c.organisation_id = ${view.office.id} and c.id = r.id
    join channels.channel h on h.organisation_id = c.organisation_id and h.id = c.channel_id
    left join channels.holding g on g.organisation_id = c.organisation_id and g.conversation_id = c.id and g.until_at > ${view.at}
      and g.holder_id <> ${view.principal.id}
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Row>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.owner_id, row.party_id, row.channel_id, row.holder_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      channel: name(row.channel_id) ?? { id: row.channel_id, kind: 'channel', title: '' },
      wire: row.wire,
      state: row.state,
      unanswered: row.unanswered,
      owner: name(row.owner_id),
      party: name(row.party_id),
      snippet: row.snippet,
      language: row.language,
      snoozedUntil: row.snoozed_until,
      lastAt: row.last_at,
      troubled: row.troubled,
      writing: name(row.holder_id),
    })),
    ...slice,
  }
})

interface Waiting {
  readonly id: string
  readonly title: string
  readonly snippet: string
  readonly at: Temporal.Instant
  readonly sort: string
}

export const listWaitingBody = implementQuery(c.listWaiting, async (view, input) => {
  const lines = sql`(
    select c.id, r.title, c.snippet, coalesce(c.last_in_at, c.last_at) as at,
      to_char(coalesce(c.last_in_at, c.last_at) at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as sort
    from ${visibleRecords(view, 'conversation').selectAll()} r
    join channels.conversation c on c.organisation_id = ${view.office.id} and c.id = r.id
    where c.unanswered and c.owner_id is null and c.state <> 'unwanted') l`
  const { shown, ...slice } = await sliceOf<Waiting>(view, lines, 'sort', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      kind: 'conversation',
      title: row.snippet || row.title,
      from: row.title,
      at: row.at,
      path: `/channels/${row.id}`,
      urgent: false,
    })),
    ...slice,
  }
})
