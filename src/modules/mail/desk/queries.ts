import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { liked } from '../../../kernel/place.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/desk.ts'
import { threadSeen } from './thread.ts'

/** As many as a page shows of what belongs to a thread. */
const mostLinks = 50

export const threadLinksBody = implementQuery(c.threadLinks, async (view, { id }) => {
  await threadSeen(view, id)
  const { rows } = await sql<{ id: string; kind: string; title: string }>`
    select r.id, r.kind, r.title from ${visibleRecords(view).selectAll()} r
    where r.kind not in ('person', 'organisation', 'mail-mailbox', 'principal') and r.id <> ${id} and r.id in (
      select to_id from kernel.link where organisation_id = ${view.office.id} and from_id = ${id}
      union select from_id from kernel.link where organisation_id = ${view.office.id} and to_id = ${id}
      union select record_id from kernel.derivation where organisation_id = ${view.office.id} and source_id = ${id})
    order by r.created_at desc, r.id limit ${mostLinks}`.execute(view.db())
  return { rows }
})

/** How many of the newest threads are looked through for who wrote before. */
const lookedBack = 20_000

interface Suggested {
  readonly name: string
  readonly address: string
  readonly known: boolean
  readonly language: Language | null
}

export const suggestRecipientsBody = implementQuery(c.suggestRecipients, async (view, { text, limit }) => {
  const like = liked(text)
  const { rows: known } = await sql<Suggested>`
    select f.name, f.email as address, true as known, f.language from directory.mail_fact f
    join ${visibleRecords(view).selectAll()} r on r.id = f.party_id
    where f.organisation_id = ${view.office.id} and (f.name ilike ${like} or f.email ilike ${like})
    order by f.name, f.email limit ${limit}`.execute(view.db())
  if (known.length >= limit) return { rows: known }
  const { rows: before } = await sql<Suggested>`
    select distinct on (t.from_address) t.from_name as name, t.from_address as address, false as known, t.language
    from (select * from mail.thread where organisation_id = ${view.office.id}
      order by last_at desc, id desc limit ${lookedBack}) t
    join ${visibleRecords(view, 'mail-thread').selectAll()} r on r.id = t.id
    where t.state <> 'noise' and t.from_address <> '' and (t.from_name ilike ${like} or t.from_address ilike ${like})
    order by t.from_address limit ${limit}`.execute(view.db())
  const addresses = new Set(known.map(one => one.address))
  return { rows: [...known, ...before.filter(one => !addresses.has(one.address))].slice(0, limit) }
})
