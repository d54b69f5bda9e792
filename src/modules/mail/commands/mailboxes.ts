import { sql, type Updateable } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { heldMailbox, type Mailbox } from '../intake/known.ts'
import type { MailboxTable, MailTables } from '../tables.ts'
import { forgetSecret } from '../wires/forget-secret.ts'
import { officeWords } from '../words.ts'

type Connecting = InputOf<typeof c.connectMail>

const db = (act: Act) => act.db<MailTables>()

async function requireSecret(act: Act, id: string | undefined, address: string): Promise<void> {
  if (!id) return act.refuse(c.mailRefusals['sign-in-refused'], { address })
  const { rows } = await sql<{ kept: boolean }>`
    select platform.sealed_find(${id}::uuid, ${act.office.id}::uuid) is not null as kept`.execute(act.db())
  if (!rows[0]!.kept) act.refuse(c.mailRefusals['sign-in-refused'], { address })
}

/** Who reads it: those named and whoever set it up; of one's own, oneself alone. */
function audienceOf(
  act: Act,
  { kind, ownerId, readerIds }: { kind: c.MailboxKind; ownerId: string | null; readerIds: readonly string[] | null },
): string[] | null {
  if (kind === 'own') return [ownerId!]
  if (readerIds === null || readerIds.length === 0)
    return kind === 'shared' ? null : [...new Set([ownerId!, act.principal.id])]
  return [...new Set([...readerIds, ...(ownerId ? [ownerId] : []), act.principal.id])]
}

const mendKey = ({ id, failing_since }: Pick<Mailbox, 'id' | 'failing_since'>): string =>
  `mail.mailbox:${id}:${failing_since?.epochMilliseconds ?? 0}`
const mended = (row: Mailbox) => (row.told ? { workDone: [{ key: mendKey(row) }] } : {})

function reachOf(act: Act, input: Connecting) {
  const { way } = input
  if (way !== 'none' && (!input.imapHost || !input.imapPort || !input.imapEncryption || !input.username))
    act.refuse(c.reachMissing, { address: input.address })
  if (Boolean(input.smtpHost) !== Boolean(input.smtpPort && input.smtpEncryption))
    act.refuse(c.reachMissing, { address: input.address })
  return {
    way,
    imap_host: input.imapHost ?? null,
    imap_port: input.imapPort ?? null,
    imap_encryption: input.imapEncryption ?? null,
    smtp_host: input.smtpHost ?? null,
    smtp_port: input.smtpPort ?? null,
    smtp_encryption: input.smtpEncryption ?? null,
    username: input.username ?? null,
    secret_id: input.secretId ?? null,
  }
}

async function requireFree(act: Act, address: string, besides: string | null): Promise<void> {
  const { rows } =
    await sql`select 1 from mail.mailbox where organisation_id = ${act.office.id} and address = ${address}
    and ended_at is null and id is distinct from ${besides}::uuid`.execute(act.db())
  if (rows.length > 0) act.refuse(c.addressTaken, { address })
}

export const connectMailBody = implementCommand(c.connectMail, {
  locks: ({ replacesId }) => (replacesId ? [{ kind: 'mail-mailbox', id: replacesId }] : []),
  async run(act, input) {
    const address = input.address.toLowerCase()
    const before = input.replacesId ? await heldMailbox(act, input.replacesId) : null
    await requireFree(act, address, before?.id ?? null)
    if (input.kind !== 'shared' && !input.ownerId) act.refuse(c.ownerMissing, {})
    await requireColleague(act, input.ownerId, c.ownerMissing)
    if (input.way !== 'none') await requireSecret(act, input.secretId, address)
    const facts = {
      ...reachOf(act, input),
      name: input.name,
      address,
      kind: input.kind,
      owner_id: input.ownerId ?? null,
      aliases: (input.aliases ?? []).map(alias => alias.toLowerCase()),
      since_on: input.sinceOn ?? null,
      language: input.language ?? null,
      answer_hours: input.answerHours ?? null,
      archives: input.archives ?? true,
      writes: input.writes ?? 'plain',
    }
    const audience = audienceOf(act, {
      kind: input.kind,
      ownerId: input.ownerId ?? null,
      readerIds: input.readerIds ?? null,
    })
    let version = 1
    const id =
      before?.id ??
      (await act.createRecord({ kind: 'mail-mailbox', title: input.name, audience, search: { body: address } }))
    if (before) {
      if (before.secret_id !== facts.secret_id) await forgetSecret(act, before.secret_id)
      await change(act, id, { ...facts, problem: null, failing_since: null, told: false })
      version = await act.changeRecord(id, { title: input.name, ...(input.readerIds ? { audience } : {}) })
    } else {
      await db(act)
        .insertInto('mail.mailbox')
        .values({ organisation_id: act.office.id, id, ...facts, connected_at: act.at, connected_by: act.principal.id })
        .execute()
      if (input.way === 'none') await ownFolders(act, id)
    }
    act.emit(c.mailboxConnectedEvent, { id, name: input.name, ...(before ? mended(before) : {}) }, [id])
    return { output: { id, version } }
  },
})

/** A mailbox that no server stands behind has the usual folders, so that its mails lie somewhere. */
async function ownFolders(act: Act, mailboxId: string): Promise<void> {
  const roles = ['inbox', 'sent', 'archive', 'trash', 'junk'] as const
  await db(act)
    .insertInto('mail.folder')
    .values(
      roles.map(role => ({
        organisation_id: act.office.id,
        id: act.newId(),
        mailbox_id: mailboxId,
        path: role,
        role,
        uid_validity: 1n,
        mod_seq: null,
      })),
    )
    .execute()
}

async function change(act: Act, id: string, changes: Updateable<MailboxTable>): Promise<void> {
  await updating(act).set(changes).where('organisation_id', '=', act.office.id).where('id', '=', id).execute()
}
const updating = (act: Act) => db(act).updateTable('mail.mailbox')

export const changeMailboxBody = implementCommand(c.changeMailbox, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mail-mailbox', id, expectedVersion }],
  load: (act, { id }) => heldMailbox(act, id),
  async run(act, input, before) {
    const { id } = input
    const kind = input.kind ?? before.kind
    const ownerId = input.ownerId === undefined ? before.owner_id : input.ownerId
    if (kind !== 'shared' && !ownerId) act.refuse(c.ownerMissing, {})
    await requireColleague(act, ownerId, c.ownerMissing)
    await change(act, id, {
      kind,
      owner_id: ownerId,
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.aliases === undefined ? {} : { aliases: input.aliases.map(alias => alias.toLowerCase()) }),
      ...(input.language === undefined ? {} : { language: input.language }),
      ...(input.answerHours === undefined ? {} : { answer_hours: input.answerHours }),
      ...(input.archives === undefined ? {} : { archives: input.archives }),
      ...(input.writes === undefined ? {} : { writes: input.writes }),
    })
    const standing =
      input.readerIds !== undefined || input.kind !== undefined || input.ownerId !== undefined
        ? { audience: audienceOf(act, { kind, ownerId, readerIds: input.readerIds ?? act.locked(id).audience }) }
        : {}
    const name = input.name ?? before.name
    const version = await act.changeRecord(id, { title: name, ...standing })
    act.emit(c.mailboxChangedEvent, { id, name }, [id])
    return { output: { id, version } }
  },
})

export const pauseMailBody = implementCommand(c.pauseMail, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mail-mailbox', id, expectedVersion }],
  load: (act, { id }) => heldMailbox(act, id),
  async run(act, { id, paused }, before) {
    await change(act, id, { paused })
    const version = await act.changeRecord(id)
    act.emit(c.mailboxPausedEvent, { id, name: before.name, paused }, [id])
    return { output: { id, version }, undo: { command: c.pauseMail.name, input: { id, paused: before.paused } } }
  },
})

export const disconnectMailBody = implementCommand(c.disconnectMail, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mail-mailbox', id, expectedVersion }],
  load: (act, { id }) => heldMailbox(act, id),
  async run(act, { id }, before) {
    await change(act, id, { ended_at: act.at, secret_id: null, problem: null, failing_since: null, told: false })
    await forgetSecret(act, before.secret_id)
    const version = await act.changeRecord(id)
    act.emit(c.mailboxEndedEvent, { id, name: before.name, ...mended(before) }, [id])
    return { output: { id, version } }
  },
})

export const renewMailboxBody = implementCommand(c.renewMailbox, {
  async run(act, { id, secretId }) {
    const before = await heldMailbox(act, id)
    if (before.secret_id !== secretId) await forgetSecret(act, before.secret_id)
    await change(act, id, { secret_id: secretId })
    return { output: {} }
  },
})

function mendTask(act: Act, mailbox: Mailbox, problem: c.MailProblem): TaskWish {
  const say = officeWords(act)
  const words = { address: mailbox.address, host: mailbox.imap_host ?? '', folder: '' }
  const { name } = c.mailRefusals[problem]
  return {
    key: mendKey(mailbox),
    title: say('task.mail-mailbox-failed', { name: mailbox.name }).slice(0, 300),
    note: `${say(`refusal.${name}` as 'refusal.mail-broken', words)}\n${say(`refusal.${name}.todo` as 'refusal.mail-broken.todo', words)}`,
    ownerId: mailbox.owner_id ?? mailbox.connected_by,
    sourceId: mailbox.id,
    dueOn: act.today,
    urgency: 'high',
  }
}

export const noteMailBody = implementCommand(c.noteMail, {
  async run(act, { id, problem, tell, folders }) {
    const before = await heldMailbox(act, id)
    if (folders) await keepFolders(act, before.id, folders)
    if (problem === undefined) return { output: {} }
    if (problem === null) {
      await change(act, id, { problem: null, failing_since: null, told: false, in_step_at: act.at })
      if (before.problem !== null) act.emit(c.mailboxReachedEvent, { id, name: before.name, ...mended(before) }, [id])
      return { output: {} }
    }
    const failing_since = before.failing_since ?? act.at
    const told = before.told || tell
    await change(act, id, { problem, failing_since, told })
    const work = tell && !before.told ? { work: [mendTask(act, { ...before, failing_since }, problem)] } : {}
    if (problem !== before.problem || work.work)
      act.emit(c.mailboxFailedEvent, { id, name: before.name, problem, ...work }, [id])
    return { output: {} }
  },
})

/** Folders that are there; those that are there no more keep their mails, which lie nowhere then. */
async function keepFolders(
  act: Act,
  mailboxId: string,
  folders: readonly { path: string; role: c.FolderRole }[],
): Promise<void> {
  const rows = JSON.stringify(folders.map(folder => ({ ...folder, id: act.newId() })))
  await sql`
    insert into mail.folder as f (organisation_id, id, mailbox_id, path, role)
    select ${act.office.id}, x.id, ${mailboxId}, x.path, x.role from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, path text, role text)
    on conflict (organisation_id, mailbox_id, path) do update set role = excluded.role, gone = false
      where f.role <> excluded.role or f.gone`.execute(act.db())
  await sql`
    with away as (update mail.folder set gone = true, last_uid = 0, uid_validity = null, mod_seq = null
      where organisation_id = ${act.office.id} and mailbox_id = ${mailboxId} and not gone
        and path <> all(${folders.map(({ path }) => path)}::text[]) returning id)
    delete from mail.place p using away where p.organisation_id = ${act.office.id} and p.folder_id = away.id`.execute(
    act.db(),
  )
}
