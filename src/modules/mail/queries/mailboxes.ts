import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import type { FolderRole } from '../contract/shapes.ts'
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
      writes: row.writes,
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

interface FolderLine {
  readonly id: string
  readonly path: string
  readonly role: FolderRole
  readonly mailbox_id: string
  readonly mailbox: string
  readonly sort: string
}

export const listFoldersBody = implementQuery(c.listFolders, async (view, input) => {
  const lines = sql`(select f.id, f.path, f.role, f.mailbox_id, r.title as mailbox,
      r.title || chr(1) || case when f.role = 'other' then '2' else '1' end || lower(f.path) as sort
    from ${visibleRecords(view, 'mail-mailbox').selectAll()} r
    join mail.mailbox b on b.organisation_id = ${view.office.id} and b.id = r.id and b.ended_at is null
    join mail.folder f on f.organisation_id = b.organisation_id and f.mailbox_id = b.id
    where not f.gone and f.role not in ('drafts', 'all') ${input.mailboxId ? sql`and b.id = ${input.mailboxId}` : sql``}
      ${input.text ? sql`and f.path ilike ${liked(input.text)}` : sql``}) l`
  const { shown, ...slice } = await sliceOf<FolderLine>(view, lines, 'sort', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      title: row.path,
      role: row.role,
      mailbox: { id: row.mailbox_id, kind: 'mail-mailbox', title: row.mailbox },
    })),
    ...slice,
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
