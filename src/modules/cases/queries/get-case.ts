import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { causesOf, clockOf, kindMap, kindNameOf, type LineRow } from '../case-lines.ts'
import { entriesOf, numberOf } from '../case-row.ts'
import { workingTimeOf } from '../clock.ts'
import { addressOf } from '../commands/entries.ts'
import * as c from '../contract.ts'
import { promisesOf, settledOf } from '../found-promises.ts'
import { alikeOf } from '../repeats.ts'
import { threadOf } from '../thread.ts'

async function seen(view: View, id: string): Promise<LineRow & { class: number }> {
  const { rows } = await sql<LineRow & { class: number }>`
    select c.*, r.title, r.class, r.version::int as version from cases.case_file c
    join ${visibleRecords(view, 'case').selectAll()} r on r.id = c.id
    where c.organisation_id = ${view.office.id} and c.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'case', id })
}

interface RemedyRow {
  readonly id: string
  readonly way: (typeof c.remedyWays)[number]
  readonly amount_minor: bigint | null
  readonly currency: string | null
  readonly note: string
  readonly given_by_id: string | null
  readonly given_at: Temporal.Instant
}

async function remediesOf(view: View, id: string): Promise<RemedyRow[]> {
  const { rows } = await sql<RemedyRow>`
    select id, way, amount_minor, currency, note, given_by_id, given_at from cases.remedy
    where organisation_id = ${view.office.id} and case_id = ${id} order by given_at, id`.execute(view.db())
  return rows
}

/** Records of a kind that stand in some relation to the case, as far as one sees them. */
async function around(view: View, id: string) {
  const { rows } = await sql<{ how: 'repeat' | 'answer' | 'task' | 'paper'; id: string; kind: string; title: string }>`
    with near as (
      select 'repeat' as how, id from cases.case_file where organisation_id = ${view.office.id} and repeats_id = ${id}
      union all select 'answer', answer_id from cases.answer_use where organisation_id = ${view.office.id} and case_id = ${id}
      union all select 'task', task_id from work.task_fact where organisation_id = ${view.office.id} and source_id = ${id} and state in ('open', 'waiting')
      union all select 'paper', to_id from kernel.link where organisation_id = ${view.office.id} and from_id = ${id}
      union all select 'paper', from_id from kernel.link where organisation_id = ${view.office.id} and to_id = ${id})
    select distinct on (near.how, r.id) near.how, r.id, r.kind, r.title from near
    join ${visibleRecords(view).selectAll()} r on r.id = near.id
    where near.how <> 'paper' or r.kind = 'document' order by near.how, r.id`.execute(view.db())
  const of = (how: string) =>
    rows.filter(row => row.how === how).map(({ id: one, kind, title }) => ({ id: one, kind, title }))
  return { repeatedBy: of('repeat'), answers: of('answer'), tasks: of('task'), documents: of('paper') }
}

export const getCaseBody = implementQuery(c.getCase, async (view, { id }) => {
  const row = await seen(view, id)
  const [entries, remedies, settled] = [
    await entriesOf(view, id),
    await remediesOf(view, id),
    await settledOf(view, id),
  ]
  const name = naming(
    await namesOf(view, [
      row.party_id,
      row.owner_id,
      row.source_id,
      row.responsible_id,
      row.repeats_id,
      ...entries.map(entry => entry.by_id),
      ...remedies.map(remedy => remedy.given_by_id),
    ]),
  )
  const kinds = await kindMap(view)
  const causes = await causesOf(view)
  const cause = row.cause_id ? causes.get(row.cause_id) : undefined
  const alike = row.repeat_settled || row.repeats_id ? [] : await alikeOf(view, row, row.title)
  const isSettled = (entryId: string, place: number) =>
    settled.some(one => one.entry_id === entryId && one.place === place)
  return {
    record: { id, kind: 'case', title: row.title, class: row.class, version: row.version, state: row.state },
    number: numberOf(row),
    kind: kindNameOf(view, kinds, row.kind_id),
    channel: row.channel,
    party: name(row.party_id),
    contact: { name: row.contact_name, email: await addressOf(view, row), phone: row.contact_phone },
    language: row.language,
    product: row.product,
    tone: row.tone,
    owner: name(row.owner_id),
    source: name(row.source_id),
    receivedAt: row.received_at,
    clock: clockOf(row, view.at, await workingTimeOf(view)),
    answeredAt: row.answered_at,
    answersBy: await threadOf(view, row),
    waiting: row.waiting_for && { for: row.waiting_for, what: row.waiting_what! },
    cause: row.cause_id && cause !== undefined ? { id: row.cause_id, title: cause } : null,
    responsible: name(row.responsible_id),
    asksVerdict: kinds.get(row.kind_id)!.asks_verdict,
    verdict: row.verdict && { says: row.verdict, words: row.verdict_words, at: row.verdict_at! },
    repeats: name(row.repeats_id),
    repeatSettled: row.repeat_settled,
    alike: alike.map(one => ({ id: one.id, kind: 'case', title: one.title })),
    reopened: row.reopened,
    entries: entries.map(entry => ({
      id: entry.id,
      what: entry.what,
      body: entry.body,
      language: entry.language,
      by: name(entry.by_id),
      at: entry.at,
      mail: entry.mail,
      mailTo: entry.mail_to,
      mailError: entry.mail_error,
      apology: entry.apology,
    })),
    remedies: remedies.map(remedy => ({
      id: remedy.id,
      way: remedy.way,
      amount: remedy.amount_minor === null ? null : { minor: remedy.amount_minor, currency: remedy.currency! },
      note: remedy.note,
      by: name(remedy.given_by_id),
      at: remedy.given_at,
    })),
    promises: promisesOf(view, entries)
      .filter(found => !isSettled(found.entryId, found.place))
      .map(found => ({ ...found, past: Temporal.PlainDate.compare(found.on, view.today) < 0 })),
    ...(await around(view, id)),
    can: canOf(view, row),
  }
})

function canOf(view: View, row: LineRow) {
  const input = { id: row.id, expectedVersion: row.version }
  const primary = { primary: true }
  const isMine = row.owner_id === view.principal.id
  const common = [...can(view, c.changeCase, input), ...can(view, c.giveRemedy, input), ...can(view, c.waitCase, input)]
  const grow = can(view, c.writeAnswer, { fromId: row.id, question: row.title })
  switch (row.state) {
    case 'new':
      return [
        ...can(view, c.assignCase, { ...input, ownerId: view.principal.id }, primary),
        ...common,
        ...can(view, c.closeCase, input),
        ...can(view, c.dropCase, input),
      ]
    case 'owned':
      return [
        ...common,
        ...can(view, c.assignCase, isMine ? input : { ...input, ownerId: view.principal.id }),
        ...can(view, c.closeCase, input),
        ...can(view, c.dropCase, input),
      ]
    case 'waiting':
      return [
        ...can(view, c.resumeCase, input, primary),
        ...common,
        ...can(view, c.assignCase, isMine ? input : { ...input, ownerId: view.principal.id }),
        ...can(view, c.closeCase, input),
      ]
    case 'answered':
      return [
        ...can(view, c.closeCase, input, primary),
        ...grow,
        ...can(view, c.changeCase, input),
        ...can(view, c.giveRemedy, input),
        ...can(view, c.reopenCase, input),
      ]
    default:
      return [...grow, ...can(view, c.reopenCase, input), ...can(view, c.changeCase, input)]
  }
}

export const openingOfBody = implementQuery(c.openingOf, async (view, { id }) => {
  const about = (await namesOf(view, [id])).get(id) ?? view.refuse(kernelRefusals.notFound, { id })
  return { about, isParty: about.kind === 'person' || about.kind === 'organisation' }
})
