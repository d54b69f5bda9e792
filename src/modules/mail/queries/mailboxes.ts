import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import type { Mailbox } from '../intake/known.ts'

type Row = Mailbox & {
  readonly title: string
  readonly version: number
  readonly class: number
  readonly audience: string[] | null
  readonly open: number
  readonly unassigned: number
}

export const listMailboxesBody = implementQuery(c.listMailboxes, async view => {
  const { rows } = await sql<Row>`
    select b.*, r.title, r.version, r.class, r.audience,
      (select count(*)::int from mail.thread t where t.organisation_id = b.organisation_id and t.mailbox_id = b.id and t.state = 'open') as open,
      (select count(*)::int from mail.thread t where t.organisation_id = b.organisation_id and t.mailbox_id = b.id and t.state = 'open' and t.owner_id is null) as unassigned
    from (${visibleRecords(view, 'mail-mailbox').selectAll()}) r
    join mail.mailbox b on b.organisation_id = r.organisation_id and b.id = r.id
    where b.ended_at is null order by b.kind = 'own', b.name, b.id`.execute(view.db())
  const readers = (row: Row) => (row.audience ?? []).filter(id => id !== systemPrincipalId)
  const who = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.owner_id, ...readers(row)]),
    ),
  )
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      version: row.version,
      class: row.class,
      address: row.address,
      aliases: row.aliases,
      kind: row.kind,
      owner: who(row.owner_id),
      readers: readers(row).flatMap(id => who(id) ?? []),
      language: row.language as 'en' | null,
      answerHours: row.answer_hours,
      archives: row.archives,
      way: row.way,
      imapHost: row.imap_host,
      imapPort: row.imap_port,
      imapEncryption: row.imap_encryption,
      smtpHost: row.smtp_host,
      smtpPort: row.smtp_port,
      smtpEncryption: row.smtp_encryption,
      username: row.username,
      paused: row.paused,
      connectedAt: row.connected_at,
      problem: row.problem,
      inStepAt: row.in_step_at,
      open: row.open,
      unassigned: row.unassigned,
      can: [
        ...can(view, c.changeMailbox, { id: row.id, expectedVersion: row.version }),
        ...can(view, c.pauseMail, { id: row.id, expectedVersion: row.version, paused: !row.paused }),
        ...can(view, c.disconnectMail, { id: row.id, expectedVersion: row.version }),
      ],
    })),
    total: rows.length,
    next: null,
  }
})

export const listMailClientsBody = implementQuery(c.listMailClients, async view => {
  const { rows } = await sql<{ provider: c.ConsentKind; clientId: string; tenant: string | null }>`
    select provider, client_id as "clientId", tenant from mail.client where organisation_id = ${view.office.id} order by provider`.execute(
    view.db(),
  )
  return { rows }
})

export const whoWritesBody = implementQuery(c.whoWrites, async (view, { addresses }) => {
  const wanted = [...new Set(addresses.map(address => address.toLowerCase()))]
  const { rows } = await sql<{ email: string; party_id: string; language: string | null }>`
    select f.email, f.party_id, f.language from directory.mail_fact f
    where f.organisation_id = ${view.office.id} and f.email = any(${wanted}::text[])
      and f.party_id in (${visibleRecords(view).select('kernel.record.id')}) order by f.email, f.party_id`.execute(
    view.db(),
  )
  const who = naming(
    await namesOf(
      view,
      rows.map(row => row.party_id),
    ),
  )
  return {
    rows: rows.flatMap(row => {
      const party = who(row.party_id)
      return party ? [{ address: row.email, party, language: row.language }] : []
    }),
  }
})
