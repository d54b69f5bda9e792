import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { disconnectMailbox, type encryptions, listMailboxes, type MailboxProblem, pauseMailbox } from '../contract.ts'

export const listMailboxesBody = implementQuery(listMailboxes, async view => {
  const { rows } = await sql<{
    id: string
    title: string
    version: number
    class: number
    host: string
    port: number
    encryption: (typeof encryptions)[number]
    username: string
    folder: string
    with_old: boolean
    paused: boolean
    connected_at: Temporal.Instant
    taken: number
    left_out: number
    problem: MailboxProblem | null
    changed_at: Temporal.Instant | null
    uid_validity: bigint | null
  }>`
    select r.id, r.title, r.version, r.class, m.host, m.port, m.encryption, m.username, m.folder, m.with_old, m.paused, m.connected_at,
      m.taken, m.left_out, m.problem, m.changed_at, m.uid_validity
    from (${visibleRecords(view, 'mailbox').selectAll()}) r
    join documents.mailbox m on m.organisation_id = ${view.office.id} and m.id = r.id
    where m.ended_at is null order by m.connected_at, m.id`.execute(view.db())
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      version: row.version,
      class: row.class,
      host: row.host,
      port: row.port,
      encryption: row.encryption,
      username: row.username,
      folder: row.folder,
      withOld: row.with_old,
      paused: row.paused,
      connectedAt: row.connected_at.toString(),
      taken: row.taken,
      leftOut: row.left_out,
      problem: row.problem,
      changedAt: row.changed_at?.toString() ?? null,
      lookedInto: row.uid_validity !== null,
      can: [
        ...can(view, pauseMailbox, { id: row.id, expectedVersion: row.version, paused: !row.paused }),
        ...can(view, disconnectMailbox, { id: row.id, expectedVersion: row.version }),
      ],
    })),
    total: rows.length,
    next: null,
  }
})
