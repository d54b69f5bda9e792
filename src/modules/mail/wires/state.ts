/** What is known here of a mailbox's folders, for the side that looks at the server. */
import type { Kernel } from '../../../kernel/kernel.ts'
import type { FolderRole } from '../contract/shapes.ts'
import { type Account, rowsOf } from './accounts.ts'

export interface FolderRow {
  readonly id: string
  readonly path: string
  readonly role: FolderRole
  readonly uidValidity: number | null
  readonly lastUid: number
  readonly modSeq: string | null
  readonly places: number
}

export async function folderRows(kernel: Kernel, { organisationId, id }: Account): Promise<FolderRow[]> {
  const rows = await rowsOf<
    Omit<FolderRow, 'uidValidity' | 'lastUid'> & { uidValidity: string | null; lastUid: string }
  >(
    kernel,
    organisationId,
    `select f.id, f.path, f.role, f.uid_validity::text as "uidValidity", f.last_uid::text as "lastUid", f.mod_seq::text as "modSeq",
       (select count(*)::int from mail.place p where p.organisation_id = f.organisation_id and p.folder_id = f.id) as places
     from mail.folder f where f.organisation_id = $1 and f.mailbox_id = $2 and not f.gone order by f.role = 'inbox' desc, f.role = 'sent' desc, f.path`,
    [id],
  )
  return rows.map(row => ({
    ...row,
    uidValidity: row.uidValidity === null ? null : Number(row.uidValidity),
    lastUid: Number(row.lastUid),
  }))
}

export const uidsOf = async (kernel: Kernel, { organisationId }: Account, folderId: string): Promise<number[]> =>
  (
    await rowsOf<{ uid: string }>(
      kernel,
      organisationId,
      'select uid::text from mail.place where organisation_id = $1 and folder_id = $2',
      [folderId],
    )
  ).map(row => Number(row.uid))

/** A mail that is set otherwise here than it was last seen there. */
export interface PendingRow {
  readonly messageId: string
  readonly direction: 'in' | 'out'
  readonly seen: boolean
  readonly answered: boolean
  readonly flagged: boolean
  readonly folderId: string
  readonly path: string
  readonly named: string | null
  readonly digest: string
  readonly at: string
  readonly placeFolderId: string | null
  readonly placePath: string | null
  readonly uid: number | null
  readonly placeSeen: boolean | null
  readonly placeAnswered: boolean | null
  readonly placeFlagged: boolean | null
}

const pendingAtOnce = 1000

export async function pendingRows(kernel: Kernel, { organisationId, id }: Account): Promise<PendingRow[]> {
  const rows = await rowsOf<Omit<PendingRow, 'uid'> & { uid: string | null }>(
    kernel,
    organisationId,
    `select m.id as "messageId", m.direction, m.seen, m.answered, m.flagged, m.folder_id as "folderId", f.path, m.message_id as named,
       encode(m.digest, 'hex') as digest, m.at::text as at, p.folder_id as "placeFolderId", pf.path as "placePath", p.uid::text as uid,
       p.seen as "placeSeen", p.answered as "placeAnswered", p.flagged as "placeFlagged"
     from mail.message m
     join mail.folder f on f.organisation_id = m.organisation_id and f.id = m.folder_id
     left join lateral (
       select p.*, q.path from mail.place p join mail.folder q on q.organisation_id = p.organisation_id and q.id = p.folder_id
       where p.organisation_id = m.organisation_id and p.message_id = m.id order by p.folder_id = m.folder_id desc, p.uid desc limit 1) p on true
     left join mail.folder pf on pf.organisation_id = m.organisation_id and pf.id = p.folder_id
     where m.organisation_id = $1 and m.mailbox_id = $2 and m.pending and (m.push_after is null or m.push_after <= clock_timestamp())
     order by m.id limit ${pendingAtOnce}`,
    [id],
  )
  return rows.map(row => ({ ...row, uid: row.uid === null ? null : Number(row.uid) }))
}
