/** Takes in what is new in an open mailbox: each mail once, in the order it came, whatever happens in between. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Kernel } from '../../../kernel/kernel.ts'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import { cleanLine, cleanName } from '../clean-text.ts'
import { noteMailbox, takeInMail } from '../contract.ts'
import { mostBytes } from './reach.ts'

export interface Box {
  readonly id: string
  readonly organisationId: string
}

interface Place {
  readonly uidValidity: number | null
  readonly lastUid: number
  readonly withOld: boolean
}

/** Where the last look ended. */
async function placeOf(kernel: Kernel, { id, organisationId }: Box): Promise<Place> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ uid_validity: bigint | null; last_uid: bigint; with_old: boolean }>(
      'select uid_validity, last_uid, with_old from documents.mailbox where organisation_id = $1 and id = $2',
      [organisationId, id],
    )
    const row = rows[0]!
    return {
      uidValidity: row.uid_validity === null ? null : Number(row.uid_validity),
      lastUid: Number(row.last_uid),
      withOld: row.with_old,
    }
  })
}

/** Of these marks, those of mails that are left where they are. */
async function leftOf(kernel: Kernel, { id, organisationId }: Box, marks: readonly string[]): Promise<Set<string>> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ mark: string }>(
      `select encode(mark, 'hex') as mark from documents.mailbox_mail
       where organisation_id = $1 and mailbox_id = $2 and digest is null and mark = any($3::bytea[])`,
      [organisationId, id, marks.map(mark => Buffer.from(mark, 'hex'))],
    )
    return new Set(rows.map(({ mark }) => mark))
  })
}

/** What a mail is known by before it is fetched: its Message-ID and size; without one, what its envelope says. */
export function markOf({ envelope, size }: Pick<FetchMessageObject, 'envelope' | 'size'>): string {
  const named = envelope?.messageId
    ? ['id', envelope.messageId]
    : ['no id', envelope?.subject ?? '', String(envelope?.date ?? ''), envelope?.from?.[0]?.address ?? '']
  return createHash('sha256')
    .update(JSON.stringify([...named, size ?? 0]))
    .digest('hex')
}

interface Waiting {
  readonly uid: number
  readonly size: number
  readonly mark: string
  readonly name: string
  readonly from: string | null
}

/** The mails above a number, without their bodies. */
async function headsAbove(client: ImapFlow, uid: number, most: number): Promise<Waiting[]> {
  const heads: Waiting[] = []
  if (client.mailbox === false || client.mailbox.exists === 0) return heads
  const found = await client.search({ uid: `${uid + 1}:*` }, { uid: true })
  // `n:*` names the last mail even where its number is below n (RFC 9051, 9, seq-range).
  const uids = (found || []).filter(one => one > uid).sort((a, b) => a - b)
  const wanted = uids.slice(0, most)
  if (wanted.length === 0) return heads
  for await (const message of client.fetch(wanted, { uid: true, size: true, envelope: true }, { uid: true })) {
    const from = message.envelope?.from?.[0]
    heads.push({
      uid: message.uid,
      size: message.size ?? 0,
      mark: markOf(message),
      name: cleanName(`${cleanLine(message.envelope?.subject ?? '', 150).replace(/[/\\]/g, ' ') || 'mail'}.eml`),
      from: from ? cleanLine(`${from.name ?? ''} <${from.address ?? ''}>`, 300) || null : null,
    })
  }
  return heads.sort((a, b) => a.uid - b.uid)
}

const atOnce = 200

/**
 * Looks once; gives how many mails were taken in. The place is written with each mail in one transaction: killed anywhere, the
 * next look goes on after the last that was kept, and a mail that is met again is known by its digest.
 */
export async function takeNew(kernel: Kernel, client: ImapFlow, box: Box, signal: AbortSignal): Promise<number> {
  if (client.mailbox === false) throw new Error('no folder is open')
  const uidValidity = Number(client.mailbox.uidValidity)
  const place = await placeOf(kernel, box)
  let { lastUid } = place
  if (place.uidValidity === null && !place.withOld) {
    lastUid = await leaveOld(kernel, client, box, uidValidity)
  } else if (place.uidValidity !== uidValidity) {
    // Its numbers mean something else now (RFC 9051, 2.3.1.1): all is looked through, what is known stays as it is.
    lastUid = 0
    await note(kernel, box, { place: { uidValidity, lastUid } })
  }
  let taken = 0
  for (;;) {
    const heads = await headsAbove(client, lastUid, atOnce)
    if (heads.length === 0) return taken
    const left = await leftOf(
      kernel,
      box,
      heads.map(({ mark }) => mark),
    )
    for (const head of heads) {
      signal.throwIfAborted()
      if (!left.has(head.mark) && (await takeOne(kernel, client, box, uidValidity, head))) taken++
      lastUid = head.uid
    }
    if (heads.every(({ mark }) => left.has(mark))) await note(kernel, box, { place: { uidValidity, lastUid } })
  }
}

/** Of a folder whose mails are left, each is known by its mark from now on. */
async function leaveOld(kernel: Kernel, client: ImapFlow, box: Box, uidValidity: number): Promise<number> {
  let lastUid = 0
  for (;;) {
    const heads = await headsAbove(client, lastUid, 1000)
    lastUid = heads.at(-1)?.uid ?? lastUid
    if (heads.length > 0) await note(kernel, box, { left: heads.map(({ mark }) => mark) })
    if (heads.length < 1000) break
  }
  await note(kernel, box, { place: { uidValidity, lastUid } })
  return lastUid
}

async function takeOne(
  kernel: Kernel,
  client: ImapFlow,
  box: Box,
  uidValidity: number,
  { uid, size, mark, name, from }: Waiting,
): Promise<boolean> {
  const place = { id: box.id, uidValidity, uid, mark }
  if (size > mostBytes) {
    await act(kernel, box, takeInMail.name, place)
    return false
  }
  // BODY.PEEK: it is not marked as seen.
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
  // It was taken away between looking and fetching.
  if (!message || !message.source) return false
  const digest = createHash('sha256').update(message.source).digest('hex')
  const file = await kernel.files.put(box.organisationId, Readable.from([message.source]), {
    name,
    mediaType: 'message/rfc822',
    limitBytes: mostBytes,
  })
  const output = await act(kernel, box, takeInMail.name, { ...place, mail: { digest, fileId: file.id, name, from } })
  return (output as { documentId: string | null }).documentId !== null
}

export async function note(
  kernel: Kernel,
  box: Box,
  input: Omit<Parameters<typeof noteMailbox.input.encode>[0], 'id'>,
): Promise<void> {
  await act(kernel, box, noteMailbox.name, { id: box.id, ...input })
}

/** As Kontor itself: nobody stands at this door. */
async function act(kernel: Kernel, box: Box, command: string, input: object): Promise<unknown> {
  const outcome = await kernel.dispatch({
    organisationId: box.organisationId,
    principalId: systemPrincipalId,
    command,
    input,
    requestId: `imap:${newId()}`,
    surface: 'imap',
  })
  if (outcome.status !== 'done') throw new Error(`${command}: ${JSON.stringify(outcome)}`)
  return outcome.output
}
