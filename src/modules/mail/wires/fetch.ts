/** New mails of a folder: their bytes are stored first, then read, then taken in. Cut off anywhere, it goes on where it was. */
import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Kernel } from '../../../kernel/kernel.ts'
import { takeMails } from '../contract.ts'
import { keepReading } from '../intake/keep-reading.ts'
import { readApart } from '../reading/apart.ts'
import { cleanName } from '../reading/clean.ts'
import { idsIn } from '../reading/read.ts'
import type { ReadMail } from '../reading/types.ts'
import { type Account, rowsOf } from './accounts.ts'
import { actAsKontor } from './acting.ts'
import { mostBytes } from './reach.ts'
import type { FolderRow } from './state.ts'

/** So many are asked for and taken in as one; fewer where they are large. */
const mostAtOnce = 200
const mostBytesAtOnce = 24 * 1024 * 1024
/** Bytes are synced to the disk side by side. */
const storedAtOnce = 12

export interface Head {
  readonly uid: number
  readonly size: number
  readonly at: string
  readonly messageId: string | null
  readonly subject: string
  readonly seen: boolean
  readonly answered: boolean
  readonly flagged: boolean
}

export const marksOf = (flags: ReadonlySet<string> | undefined) => ({
  seen: flags?.has('\\Seen') ?? false,
  answered: flags?.has('\\Answered') ?? false,
  flagged: flags?.has('\\Flagged') ?? false,
})

function headOf({ uid, size, internalDate, envelope, flags }: FetchMessageObject): Head {
  const at = internalDate ? new Date(internalDate) : new Date(Number.NaN)
  return {
    uid,
    size: size ?? 0,
    at: Number.isNaN(at.getTime()) ? Temporal.Now.instant().round('second').toString() : at.toISOString(),
    messageId: idsIn(envelope?.messageId ?? '')[0] ?? null,
    subject: envelope?.subject ?? '',
    ...marksOf(flags),
  }
}

/** The heads of the mails above a number, in the order of their numbers. */
async function headsAbove(client: ImapFlow, uid: number): Promise<Head[]> {
  const heads: Head[] = []
  // `n:*` names the last mail even where its number is below n (RFC 9051, 9, seq-range).
  const found = (await client.search({ uid: `${uid + 1}:*` }, { uid: true })) || []
  const uids = found.filter(one => one > uid).sort((a, b) => a - b)
  for (let from = 0; from < uids.length; from += 1000) {
    const range = rangeOf(uids.slice(from, from + 1000))
    for await (const message of client.fetch(
      range,
      { uid: true, size: true, envelope: true, internalDate: true, flags: true },
      { uid: true },
    ))
      if (message.uid > uid) heads.push(headOf(message))
    if (heads.length >= 1000) break
  }
  return heads.sort((a, b) => a.uid - b.uid)
}

/** `3:5,9`: numbers as IMAP names many. */
export function rangeOf(uids: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const uid of [...uids].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && uid === last[1] + 1) last[1] = uid
    else ranges.push([uid, uid])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',')
}

/** Mails that are here and turn up in another folder: a program there has moved them. Their time there goes with them (RFC 9051, 6.4.8). */
async function movedHere(kernel: Kernel, account: Account, heads: readonly Head[]): Promise<Map<number, string>> {
  const named = heads.filter(({ messageId }) => messageId !== null)
  if (named.length === 0) return new Map()
  const rows = await rowsOf<{ id: string; uid: string }>(
    kernel,
    account.organisationId,
    `select distinct on (x.uid) m.id, x.uid::text from unnest($3::text[], $4::bigint[], $5::timestamptz[], $6::bigint[]) x (message_id, size, at, uid)
     join mail.message m on m.organisation_id = $1 and m.mailbox_id = $2 and m.message_id = x.message_id and m.size_bytes = x.size
       and abs(extract(epoch from m.at - x.at)) < 2 order by x.uid, m.id`,
    [
      account.id,
      named.map(one => one.messageId),
      named.map(one => one.size),
      named.map(one => one.at),
      named.map(one => one.uid),
    ],
  )
  return new Map(rows.map(row => [Number(row.uid), row.id]))
}

/** Parts of a list that are fetched together: by number and by size. */
function* portions(heads: readonly Head[]): Generator<readonly Head[]> {
  let part: Head[] = []
  let bytes = 0
  for (const head of heads) {
    if (part.length > 0 && (part.length >= mostAtOnce || bytes + head.size > mostBytesAtOnce)) {
      yield part
      part = []
      bytes = 0
    }
    part.push(head)
    bytes += head.size
  }
  if (part.length > 0) yield part
}

interface Stored extends Head {
  readonly fileId: string
}
interface Read {
  readonly stored: Stored
  readonly read: ReadMail
}

async function store(kernel: Kernel, account: Account, head: Head, source: Buffer): Promise<Read> {
  const name = `${cleanName(head.subject.replace(/[/\\]/g, ' ')).slice(0, 150) || 'mail'}.eml`
  const file = await kernel.files.put(account.organisationId, source, {
    name,
    mediaType: 'message/rfc822',
    limitBytes: mostBytes,
  })
  return { stored: { ...head, fileId: file.id }, read: await readApart(source) }
}

/** Fetches a portion, stores it and keeps what was read of it in one statement. BODY.PEEK: nothing is marked as read by it. */
async function storeAll(
  kernel: Kernel,
  client: ImapFlow,
  account: Account,
  part: readonly Head[],
  signal: AbortSignal,
): Promise<Stored[]> {
  const byUid = new Map(part.map(head => [head.uid, head]))
  const all: Read[] = []
  const running = new Set<Promise<void>>()
  let failed: { error: unknown } | null = null
  for await (const message of client.fetch(rangeOf([...byUid.keys()]), { uid: true, source: true }, { uid: true })) {
    const head = byUid.get(message.uid)
    if (!head || !message.source || failed || signal.aborted) continue
    const work: Promise<void> = store(kernel, account, head, message.source)
      .then(one => void all.push(one))
      .catch((error: unknown) => {
        failed ??= { error }
      })
      .finally(() => running.delete(work))
    running.add(work)
    if (running.size >= storedAtOnce) await Promise.race(running)
  }
  await Promise.all(running)
  if (failed) throw (failed as { error: unknown }).error
  signal.throwIfAborted()
  const readings = all.map(({ stored, read }) => ({ fileId: stored.fileId, read }))
  await keepReading(kernel, account.organisationId, readings)
  return all.map(({ stored }) => stored).sort((a, b) => a.uid - b.uid)
}

const withoutHead = ({ uid, seen, answered, flagged }: Head) => ({ uid, seen, answered, flagged })

/** All that is new in the folder that is open; gives how many were taken in. */
export async function fetchNew(
  kernel: Kernel,
  client: ImapFlow,
  account: Account,
  folder: FolderRow,
  { uidValidity, lastUid, signal }: { uidValidity: number; lastUid: number; signal: AbortSignal },
): Promise<number> {
  // What lies there when a folder is seen for the first time is no news.
  const fresh = folder.uidValidity !== null
  let place = lastUid
  let taken = 0
  for (;;) {
    const heads = await headsAbove(client, place)
    if (heads.length === 0) return taken
    const wanted = heads.filter(head => !account.sinceOn || head.at.slice(0, 10) >= account.sinceOn)
    const moved = await movedHere(kernel, account, wanted)
    const known = wanted.flatMap(head =>
      moved.has(head.uid) ? [{ messageId: moved.get(head.uid)!, ...withoutHead(head) }] : [],
    )
    const here = { id: account.id, folderId: folder.id, uidValidity, fresh }
    const take = async (stored: readonly Stored[], lastOfPart: number): Promise<number> => {
      const mails = stored.map(({ fileId, at, ...head }) => ({ fileId, at, ...withoutHead({ at, ...head }) }))
      const given = { ...here, mails, lastUid: lastOfPart }
      return (await actAsKontor(kernel, account.organisationId, takeMails, given)).taken
    }
    // While one portion is taken in, the next is fetched, stored and read; they are taken in one after the other.
    let taking: Promise<number> = Promise.resolve(0)
    try {
      for (const part of portions(wanted.filter(head => !moved.has(head.uid)))) {
        signal.throwIfAborted()
        const stored = await storeAll(kernel, client, account, part, signal)
        taken += await taking
        taking = take(stored, part.at(-1)!.uid)
        // heard when the next portion is there
        taking.catch(() => undefined)
      }
    } finally {
      const [last] = await Promise.allSettled([taking])
      if (last.status === 'fulfilled') taken += last.value
    }
    await taking
    place = heads.at(-1)!.uid
    await actAsKontor(kernel, account.organisationId, takeMails, { ...here, known, lastUid: place })
  }
}
