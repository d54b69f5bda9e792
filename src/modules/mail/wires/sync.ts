/** A mailbox and its server brought in step: first what is new in every folder, then what was set here, then what became otherwise there. */
import type { ImapFlow } from 'imapflow'
import type { Kernel } from '../../../kernel/kernel.ts'
import { noteMail, notePlaces } from '../contract.ts'
import type { Account } from './accounts.ts'
import { actAsKontor } from './acting.ts'
import { fetchNew, marksOf } from './fetch.ts'
import { type Folder, foldersOf, isFollowed } from './folders.ts'
import { pushPending } from './push.ts'
import { type FolderRow, folderRows, uidsOf } from './state.ts'

export interface Pass {
  readonly kernel: Kernel
  readonly client: ImapFlow
  readonly account: Account
  readonly signal: AbortSignal
  /** Only the inbox: something was told of it. */
  readonly inboxOnly: boolean
  /** Marks of servers without CONDSTORE are compared one by one: not every time. */
  readonly compareMarks: boolean
}

/** Of a server that tells no changes so many of the newest mails are compared. */
const comparedAtOnce = 5000

async function keepFolders({ kernel, client, account }: Pass, rows: readonly FolderRow[]): Promise<FolderRow[]> {
  const found = await foldersOf(client)
  const same = (a: readonly Folder[]) => JSON.stringify(a.map(({ path, role }) => `${path} ${role}`).sort())
  if (same(found) === same(rows)) return [...rows]
  await actAsKontor(kernel, account.organisationId, noteMail, { id: account.id, folders: found })
  return folderRows(kernel, account)
}

interface Looked {
  readonly folder: FolderRow
  readonly uidValidity: number
  readonly messages: number
  readonly modSeq: string | null
  readonly changed: boolean
}

/** What a folder says of itself, and whether anything in it is otherwise than it was. */
async function look({ client, compareMarks }: Pass, folder: FolderRow): Promise<Looked | null> {
  const condstore = client.capabilities.has('CONDSTORE')
  const status = await client
    .status(folder.path, {
      messages: true,
      uidNext: true,
      uidValidity: true,
      ...(condstore ? { highestModseq: true } : {}),
    })
    .catch(() => false as const)
  if (!status) return null
  const uidValidity = Number(status.uidValidity ?? 0)
  const modSeq = condstore && status.highestModseq ? String(status.highestModseq) : null
  const messages = status.messages ?? 0
  const changed =
    folder.uidValidity !== uidValidity ||
    Number(status.uidNext ?? 0) - 1 > folder.lastUid ||
    messages !== folder.places ||
    (modSeq === null ? compareMarks && messages > 0 : modSeq !== folder.modSeq)
  return { folder, uidValidity, messages, modSeq, changed }
}

async function takeNew(pass: Pass, { folder, uidValidity }: Looked): Promise<number> {
  const { kernel, client, account, signal } = pass
  await client.mailboxOpen(folder.path)
  const renumbered = folder.uidValidity !== null && folder.uidValidity !== uidValidity
  if (renumbered)
    await actAsKontor(kernel, account.organisationId, notePlaces, {
      id: account.id,
      folderId: folder.id,
      forgetAll: true,
      uidValidity,
      lastUid: 0,
      modSeq: null,
    })
  const taken = await fetchNew(kernel, client, account, folder, {
    uidValidity,
    lastUid: renumbered ? 0 : folder.lastUid,
    signal,
  })
  if (folder.uidValidity === null)
    await actAsKontor(kernel, account.organisationId, notePlaces, { id: account.id, folderId: folder.id, uidValidity })
  return taken
}

/** Marks that became otherwise, and mails that are there no more. */
async function takeChanges(
  { kernel, client, account, compareMarks, inboxOnly }: Pass,
  { folder, messages, modSeq }: Looked,
): Promise<void> {
  const opened = await client.mailboxOpen(folder.path)
  const here = await uidsOf(kernel, account, folder.id)
  const known = new Set(here)
  const said: { uid: number; seen: boolean; answered: boolean; flagged: boolean }[] = []
  const since = modSeq !== null && folder.modSeq !== null && modSeq !== folder.modSeq ? folder.modSeq : null
  if (messages > 0 && here.length > 0 && (since !== null || (modSeq === null && compareMarks))) {
    const from = since === null ? Math.max(1, opened.exists - comparedAtOnce + 1) : 1
    const options = since === null ? {} : { changedSince: BigInt(since) }
    for await (const message of client.fetch(`${from}:*`, { uid: true, flags: true }, options))
      if (known.has(message.uid)) said.push({ uid: message.uid, ...marksOf(message.flags) })
  }
  // What is gone from the inbox alone may have been moved: the next pass over all folders tells.
  const gone = inboxOnly ? [] : await goneFrom(client, opened.exists, here)
  const base = { id: account.id, folderId: folder.id }
  for (let at = 0; at < said.length; at += comparedAtOnce)
    await actAsKontor(kernel, account.organisationId, notePlaces, {
      ...base,
      flags: said.slice(at, at + comparedAtOnce),
    })
  if (gone.length > 0 || modSeq !== folder.modSeq)
    await actAsKontor(kernel, account.organisationId, notePlaces, { ...base, gone, modSeq })
}

async function goneFrom(client: ImapFlow, exists: number, here: readonly number[]): Promise<number[]> {
  if (here.length === 0 || (exists === here.length && here.length > 0 && exists > 50_000)) return []
  const there = new Set(exists === 0 ? [] : (await client.search({ all: true }, { uid: true })) || [])
  return here.filter(uid => !there.has(uid)).slice(0, 50_000)
}

/** One pass; gives how many mails were taken in. */
export async function passOver(pass: Pass): Promise<number> {
  const { kernel, client, account, signal, inboxOnly } = pass
  await pushPending(kernel, client, account, signal)
  const before = await folderRows(kernel, account)
  const rows = inboxOnly && before.length > 0 ? before : await keepFolders(pass, before)
  const looked: Looked[] = []
  for (const folder of rows.filter(row => isFollowed(row) && (!inboxOnly || row.role === 'inbox'))) {
    signal.throwIfAborted()
    const found = await look(pass, folder)
    if (found?.changed) looked.push(found)
  }
  let taken = 0
  for (const one of looked) taken += await takeNew(pass, one)
  // Now that every mail is where it turned up, what is nowhere is gone.
  const after = new Map((await folderRows(kernel, account)).map(row => [row.id, row]))
  for (const one of looked) {
    signal.throwIfAborted()
    await takeChanges(pass, {
      ...one,
      folder: { ...one.folder, ...after.get(one.folder.id), modSeq: one.folder.modSeq } as FolderRow,
    })
  }
  return taken
}
