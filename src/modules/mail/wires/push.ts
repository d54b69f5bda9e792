/** What was set here, set there: marks, the folder it lies in, what was sent. Done twice, it is as if done once. */
import type { ImapFlow } from 'imapflow'
import type { Kernel } from '../../../kernel/kernel.ts'
import { notePushed } from '../contract.ts'
import type { Account } from './accounts.ts'
import { actAsKontor } from './acting.ts'
import { rangeOf } from './fetch.ts'
import { type PendingRow, pendingRows } from './state.ts'

interface Done {
  readonly messageId: string
  readonly seen: boolean
  readonly answered: boolean
  readonly flagged: boolean
  readonly folderId: string
  readonly uid: number | null
}

const flags = [
  ['seen', 'placeSeen', '\\Seen'],
  ['answered', 'placeAnswered', '\\Answered'],
  ['flagged', 'placeFlagged', '\\Flagged'],
] as const

const doneOf = ({ messageId, seen, answered, flagged, folderId }: PendingRow, uid: number | null): Done => ({
  messageId,
  seen,
  answered,
  flagged,
  folderId,
  uid,
})

/** Marks of mails in the folder that is open, each mark in one command for all that want it. */
async function pushMarks(client: ImapFlow, rows: readonly PendingRow[]): Promise<void> {
  for (const [wanted, there, flag] of flags) {
    const on = rows.filter(row => row[wanted] && !row[there]).map(row => row.uid!)
    const off = rows.filter(row => !row[wanted] && row[there]).map(row => row.uid!)
    if (on.length > 0) await client.messageFlagsAdd(rangeOf(on), [flag], { uid: true })
    if (off.length > 0) await client.messageFlagsRemove(rangeOf(off), [flag], { uid: true })
  }
}

/** Moves, and says under which numbers they lie now where the server tells (RFC 4315); else they are met there. */
async function pushMoves(client: ImapFlow, rows: readonly PendingRow[]): Promise<Done[]> {
  const done: Done[] = []
  for (const [path, group] of Map.groupBy(rows, row => row.path)) {
    const answer = await client.messageMove(rangeOf(group.map(row => row.uid!)), path, { uid: true })
    if (answer === false) throw new Error(`not moved to ${path}`)
    for (const row of group) done.push(doneOf(row, answer.uidMap?.get(row.uid!) ?? null))
  }
  return done
}

/** A copy of what was sent: many servers keep one by themselves, which is looked for first. */
async function pushSent(kernel: Kernel, client: ImapFlow, account: Account, row: PendingRow): Promise<Done> {
  await client.mailboxOpen(row.path)
  const found = row.named
    ? (await client.search({ header: { 'message-id': `<${row.named}>` } }, { uid: true })) || []
    : []
  if (found.length > 0) return doneOf(row, Math.max(...found))
  const bytes = await kernel.files.bytes(account.organisationId, Buffer.from(row.digest, 'hex'))
  const answer = await client.append(
    row.path,
    bytes,
    ['\\Seen'],
    new Date(row.at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  )
  if (answer === false) throw new Error(`not laid in ${row.path}`)
  return doneOf(row, answer.uid ?? null)
}

/** Sets what is to be set; gives how many mails that were. What a server refuses waits longer each time, and keeps nothing else back. */
export async function pushPending(
  kernel: Kernel,
  client: ImapFlow,
  account: Account,
  signal: AbortSignal,
): Promise<number> {
  const rows = await pendingRows(kernel, account)
  if (rows.length === 0) return 0
  const done: Done[] = []
  const failed: string[] = []
  const attempt = async (group: readonly PendingRow[], work: () => Promise<Done[]>) => {
    signal.throwIfAborted()
    try {
      done.push(...(await work()))
    } catch (error) {
      if (!client.usable) throw error
      failed.push(...group.map(row => row.messageId))
    }
  }
  const lying = rows.filter(row => row.uid !== null)
  for (const [path, group] of Map.groupBy(lying, row => row.placePath!))
    await attempt(group, async () => {
      await client.mailboxOpen(path)
      await pushMarks(client, group)
      const moving = group.filter(row => row.placeFolderId !== row.folderId)
      const staying = group.filter(row => row.placeFolderId === row.folderId)
      return [...staying.map(row => doneOf(row, row.uid)), ...(await pushMoves(client, moving))]
    })
  // what came in and lies nowhere there was taken away: nothing is to be set on it
  for (const row of rows.filter(one => one.uid === null))
    await attempt([row], async () =>
      row.direction === 'out' ? [await pushSent(kernel, client, account, row)] : [doneOf(row, null)],
    )
  await actAsKontor(kernel, account.organisationId, notePushed, { id: account.id, done, failed })
  return done.length
}
