import { type Selectable, sql, type Updateable } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import {
  connectMailbox,
  disconnectMailbox,
  mailboxConnected,
  mailboxDisconnected,
  mailboxEnded,
  mailboxFailed,
  mailboxPaused,
  mailboxReached,
  mailboxRefusals,
  noteMailbox,
  pauseMailbox,
  takeIn,
  takeInMail,
} from '../contract.ts'
import { mended, mendTask } from './mend-task.ts'
import type { MailboxTable, MailboxTables } from './tables.ts'

type Row = Selectable<MailboxTable>

/** A mailbox whose record was locked before, and whose connection stands. */
async function standing(act: Act, id: string): Promise<Row> {
  const row = await act
    .db<MailboxTables>()
    .selectFrom('documents.mailbox')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return act.refuse(kernelRefusals.notFound, { kind: 'mailbox', id })
  if (row.ended_at) act.refuse(mailboxEnded, { name: row.name })
  return row
}

async function change(act: Act, id: string, changes: Updateable<MailboxTable>): Promise<void> {
  await act
    .db<MailboxTables>()
    .updateTable('documents.mailbox')
    .set(changes)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

async function forgetSecret(act: Act, id: string | null): Promise<void> {
  if (id) await sql`select platform.sealed_forget(${id}::uuid)`.execute(act.db())
}

/** A password that was sealed for this office before. */
async function requireSecret(act: Act, id: string): Promise<void> {
  const { rows } = await sql<{ kept: boolean }>`
    select platform.sealed_find(${id}::uuid, ${act.office.id}::uuid) is not null as kept`.execute(act.db())
  if (!rows[0]!.kept) act.refuse(mailboxRefusals['sign-in-refused'])
}

export const connectMailboxBody = implementCommand(connectMailbox, {
  locks: ({ replacesId }) => (replacesId ? [{ kind: 'mailbox', id: replacesId }] : []),
  async run(act, { name, host, port, encryption, username, folder, withOld, secretId, replacesId }) {
    await requireSecret(act, secretId)
    const reached = { name, host, port, encryption, username, folder, secret_id: secretId }
    const before = replacesId ? await standing(act, replacesId) : null
    const id = before?.id ?? (await act.createRecord({ kind: 'mailbox', title: name }))
    if (before) {
      await forgetSecret(act, before.secret_id)
      // Another folder counts its mails anew; what was taken in of it before is known all the same.
      const elsewhere = before.host !== host || before.username !== username || before.folder !== folder
      await change(act, id, {
        ...reached,
        problem: null,
        failing_since: null,
        ...(elsewhere ? { uid_validity: null, last_uid: 0n, with_old: withOld } : {}),
      })
      await act.changeRecord(id, { title: name })
    } else
      await act
        .db<MailboxTables>()
        .insertInto('documents.mailbox')
        .values({
          organisation_id: act.office.id,
          id,
          ...reached,
          with_old: withOld,
          connected_at: act.at,
          connected_by: act.principal.id,
        })
        .execute()
    act.emit(mailboxConnected, { mailboxId: id, name, workDone: before ? mended(before) : [] }, [id])
    return { output: { id } }
  },
})

export const pauseMailboxBody = implementCommand(pauseMailbox, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mailbox', id, expectedVersion }],
  load: (act, { id }) => standing(act, id),
  async run(act, { id, paused }, row) {
    await change(act, id, { paused })
    const version = await act.changeRecord(id)
    act.emit(mailboxPaused, { mailboxId: id, name: row.name, paused }, [id])
    return { output: { version }, undo: { command: pauseMailbox.name, input: { id, paused: row.paused } } }
  },
})

export const disconnectMailboxBody = implementCommand(disconnectMailbox, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mailbox', id, expectedVersion }],
  load: (act, { id }) => standing(act, id),
  async run(act, { id }, row) {
    await change(act, id, { ended_at: act.at, secret_id: null, problem: null, failing_since: null })
    await forgetSecret(act, row.secret_id)
    const version = await act.changeRecord(id)
    act.emit(mailboxDisconnected, { mailboxId: id, name: row.name, workDone: mended(row) }, [id])
    return { output: { version } }
  },
})

/** Goes on after this mail, while the numbers are still those it was found by. */
async function advance(act: Act, row: Row, uidValidity: number, uid: number, changes: Updateable<MailboxTable>) {
  const same = row.uid_validity === BigInt(uidValidity)
  await change(act, row.id, {
    ...changes,
    ...(same && BigInt(uid) > row.last_uid ? { last_uid: BigInt(uid) } : {}),
  })
}

/** False where this mail was dealt with before. */
async function remember(act: Act, mailboxId: string, mark: string, digest: string | null): Promise<boolean> {
  const kept = await act
    .db<MailboxTables>()
    .insertInto('documents.mailbox_mail')
    .values({
      organisation_id: act.office.id,
      mailbox_id: mailboxId,
      mark: Buffer.from(mark, 'hex'),
      digest: digest === null ? null : Buffer.from(digest, 'hex'),
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}

export const takeInMailBody = implementCommand(takeInMail, {
  locks: ({ id }) => [{ kind: 'mailbox', id }],
  load: (act, { id }) => standing(act, id),
  async run(act, { id, uidValidity, uid, mark, mail }, row) {
    const fresh = await remember(act, id, mark, mail?.digest ?? null)
    if (!fresh || !mail) {
      await advance(act, row, uidValidity, uid, fresh ? { left_out: row.left_out + 1, changed_at: act.at } : {})
      return { output: { documentId: null } }
    }
    const taken = await act.actAs(act.principal.id, takeIn, {
      fileId: mail.fileId,
      name: mail.name,
      arrivedBy: 'mail',
      arrivedFrom: mail.from ?? row.name,
    })
    if (taken.status !== 'done')
      return act.refuse(
        { name: taken.status === 'refused' ? taken.refusal.name : 'act-not-permitted', status: 409 },
        taken.status === 'refused' ? taken.refusal.data : {},
      )
    await advance(act, row, uidValidity, uid, { taken: row.taken + 1, changed_at: act.at })
    return { output: { documentId: taken.output.id } }
  },
})

export const noteMailboxBody = implementCommand(noteMailbox, {
  locks: ({ id }) => [{ kind: 'mailbox', id }],
  load: (act, { id }) => standing(act, id),
  async run(act, { id, problem, place, left = [] }, row) {
    if (left.length > 0)
      await sql`insert into documents.mailbox_mail (organisation_id, mailbox_id, mark)
        select ${act.office.id}, ${id}, mark from unnest(${left.map(mark => Buffer.from(mark, 'hex'))}::bytea[]) mark
        on conflict do nothing`.execute(act.db())
    const since = row.failing_since ?? act.at
    await change(act, id, {
      changed_at: act.at,
      ...(problem === undefined ? {} : { problem, failing_since: problem && since }),
      ...(place ? { uid_validity: BigInt(place.uidValidity), last_uid: BigInt(place.lastUid) } : {}),
    })
    const about = { mailboxId: id, name: row.name }
    if (problem && problem !== row.problem)
      act.emit(mailboxFailed, { ...about, problem, work: await mendTask(act, row, since, problem) }, [id])
    if (problem === null && row.problem !== null) act.emit(mailboxReached, { ...about, workDone: mended(row) }, [id])
    return { output: {} }
  },
})
