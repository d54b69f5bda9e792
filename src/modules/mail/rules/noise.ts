import { sql } from 'kysely'
import { type Act, implementCommand, implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/rules.ts'

interface Sender {
  readonly mailbox_id: string
  readonly mailbox: string
  readonly address: string
}

async function senderOf(act: Act, threadId: string): Promise<Sender> {
  const { rows } = await sql<Sender>`
    select t.mailbox_id, b.name as mailbox, lower(t.from_address) as address from mail.thread t
    join mail.mailbox b on b.organisation_id = t.organisation_id and b.id = t.mailbox_id
    where t.organisation_id = ${act.office.id} and t.id = ${threadId}`.execute(act.db())
  return rows[0]!
}

/** Threads of a sender go from one state to another, all in one statement; gives how many. */
async function turn(act: Act, mailboxId: string, address: string, to: 'noise' | 'open'): Promise<string[]> {
  const from = to === 'noise' ? ['open', 'waiting', 'snoozed'] : ['noise']
  const { rows } = await sql<{ id: string }>`
    with turned as (
      update mail.thread set state = ${to}, snoozed_until = null where organisation_id = ${act.office.id}
        and mailbox_id = ${mailboxId} and from_address = ${address} and state = any(${from}::text[]) returning id
    )
    update kernel.record r set version = r.version + 1, changed_at = ${act.at} from turned
    where r.organisation_id = ${act.office.id} and r.id = turned.id returning r.id`.execute(act.db())
  return rows.map(({ id }) => id)
}

/** As many as an event names; what is beyond follows all the same. */
const told = 500

export const burySenderBody = implementCommand(c.burySender, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mail-thread', id, expectedVersion }],
  load: (act, { id }) => senderOf(act, id),
  async run(act, { id }, { mailbox_id, mailbox, address }) {
    if (!address.includes('@')) act.refuse(c.senderNotBuried, { address })
    act.write(sql`insert into mail.buried_sender (organisation_id, mailbox_id, address, at, by_id)
      values (${act.office.id}, ${mailbox_id}, ${address}, ${act.at}, ${act.principal.id}) on conflict do nothing`)
    const ids = await turn(act, mailbox_id, address, 'noise')
    act.emit(c.senderBuried, { id: mailbox_id, mailbox, address, count: ids.length }, [
      ...new Set([id, ...ids.slice(0, told)]),
    ])
    return {
      output: { id, address, count: ids.length },
      undo: { command: 'mail.unbury-sender', input: { id: mailbox_id, address } },
    }
  },
})

export const unburySenderBody = implementCommand(c.unburySender, {
  locks: ({ id }) => [{ kind: 'mail-mailbox', id }],
  async run(act, { id, address: written }) {
    const address = written.toLowerCase()
    const { rows } = await sql`delete from mail.buried_sender where organisation_id = ${act.office.id}
      and mailbox_id = ${id} and address = ${address} returning address`.execute(act.db())
    if (rows.length === 0) act.refuse(c.senderNotBuried, { address })
    const ids = await turn(act, id, address, 'open')
    const { title } = act.locked(id)
    act.emit(c.senderUnburied, { id, mailbox: title, address, count: ids.length }, [id, ...ids.slice(0, told)])
    return { output: { id, address, count: ids.length } }
  },
})

export const listBuriedBody = implementQuery(c.listBuried, async (view, { mailboxId }) => {
  const { rows } = await sql<{
    mailbox_id: string
    title: string
    address: string
    at: Temporal.Instant
    by_id: string
  }>`
    select s.mailbox_id, r.title, s.address, s.at, s.by_id from mail.buried_sender s
    join ${visibleRecords(view, 'mail-mailbox').selectAll()} r on r.id = s.mailbox_id
    where s.organisation_id = ${view.office.id} ${mailboxId ? sql`and s.mailbox_id = ${mailboxId}` : sql``}
    order by s.at desc, s.address limit 1000`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.by_id),
    ),
  )
  return {
    rows: rows.map(row => ({
      mailbox: { id: row.mailbox_id, kind: 'mail-mailbox', title: row.title },
      address: row.address,
      at: row.at,
      by: name(row.by_id),
    })),
  }
})
