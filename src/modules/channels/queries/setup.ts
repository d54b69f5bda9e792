import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { limitOf } from '../../../kernel/authority.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { outsidePages, outsideToken, readLinkSecret } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import type { ChannelRow, FormRow } from '../rows.ts'
import { wireOf } from '../wires/wires.ts'

/** The address of a channel is its secret: told to whom may change it. */
async function pathsOf(view: View, purpose: 'channel' | 'form', permission: string) {
  const may = limitOf(view.principal, permission) !== undefined
  const secret = may ? await readLinkSecret(view.db()) : null
  return (id: string): string | null =>
    secret && `${outsidePages[purpose]}/${outsideToken(secret, purpose, { organisationId: view.office.id, id })}`
}

const named = (text: string | undefined) => (text ? sql`position(lower(${text}) in lower(r.title)) > 0` : sql`true`)

type Line = ChannelRow & { readonly sort: string; readonly unanswered: number }

export const listChannelsBody = implementQuery(c.listChannels, async (view, input) => {
  const lines = sql`(
    select h.*, r.title, r.class, r.version::int as version, (
      case when h.retired_at is null then '0' else '1' end || lower(r.title)) as sort, (
      select count(*)::int from channels.conversation c join ${visibleRecords(view, 'conversation').selectAll()} v on v.id = c.id
      where c.organisation_id = h.organisation_id and c.channel_id = h.id and c.unanswered and c.state <> 'unwanted') as unanswered
    from ${visibleRecords(view).selectAll()} r
    join channels.channel h on h.organisation_id = ${view.office.id} and h.id = r.id
    where ${named(input.text)}) l`
  const { shown, ...slice } = await sliceOf<Line>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => row.member_ids),
    ),
  )
  const pathOf = await pathsOf(view, 'channel', c.changeChannel.permission)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      wire: row.wire,
      sender: row.sender,
      account: row.account,
      address: row.address,
      members: row.member_ids.flatMap(id => name(id) ?? []),
      heardAt: row.heard_at,
      retired: row.retired_at !== null,
      path: row.wire === 'form' ? null : pathOf(row.id),
      hasSecret: row.secret_id !== null,
      capabilities: wireOf(row.wire).capabilities,
      unanswered: row.unanswered,
    })),
    ...slice,
  }
})

interface FormLine {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly state: c.FormState
  readonly languages: Language[]
  readonly count: number
  readonly filled: number
  readonly last: Temporal.Instant | null
  readonly sort: string
}

export const listFormsBody = implementQuery(c.listForms, async (view, input) => {
  const state = input.state ? sql`f.state = ${input.state}` : sql`true`
  const lines = sql`(
    select f.id, r.version::int as version, r.title, f.state, f.languages, jsonb_array_length(f.fields) as count, lower(r.title) as sort,
      m.filled, m.last
    from ${visibleRecords(view, 'web-form').selectAll()} r
    join channels.form f on f.organisation_id = ${view.office.id} and f.id = r.id
    left join lateral (select count(*)::int as filled, max(m.at) as last from channels.message m
      join ${visibleRecords(view, 'conversation').selectAll()} v on v.id = m.conversation_id
      where m.organisation_id = f.organisation_id and m.channel_id = f.id and m.direction = 'in') m on true
    where ${named(input.text)} and ${state}) l`
  const { shown, ...slice } = await sliceOf<FormLine>(view, lines, 'sort', 'text', input)
  const pathOf = await pathsOf(view, 'form', c.listForms.permission)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      languages: row.languages,
      fields: row.count,
      filledIn: row.filled,
      lastAt: row.last,
      path: pathOf(row.id),
    })),
    ...slice,
  }
})

type FoundForm = FormRow & {
  readonly languages: Language[]
  readonly title: string
  readonly class: number
  readonly version: number
  readonly reply_to: string | null
  readonly member_ids: string[]
}

export const getFormBody = implementQuery(c.getForm, async (view, { id }) => {
  const { rows } = await sql<FoundForm>`
    select f.*, r.title, r.class, r.version::int as version, h.reply_to, h.member_ids
    from ${visibleRecords(view, 'web-form').selectAll()} r
    join channels.form f on f.organisation_id = ${view.office.id} and f.id = r.id
    join channels.channel h on h.organisation_id = f.organisation_id and h.id = f.id
    where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'web-form', id })
  const name = naming(await namesOf(view, row.member_ids))
  const pathOf = await pathsOf(view, 'form', c.getForm.permission)
  const isOpen = row.state === 'published'
  return {
    record: { id, kind: 'web-form', title: row.title, class: row.class, version: row.version, state: row.state },
    languages: row.languages,
    intros: row.intros,
    consents: row.consents,
    thanks: row.thanks,
    fields: [...row.fields],
    sites: row.sites,
    acknowledges: row.acknowledges,
    replyTo: row.reply_to,
    members: row.member_ids.flatMap(one => name(one) ?? []),
    path: pathOf(id),
    can: isOpen ? can(view, c.closeForm, { id }) : can(view, c.publishForm, { id }, { primary: true }),
  }
})
