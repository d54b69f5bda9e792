/** What was entered at the kiosk while there was no connection: kept in order with when it was, sent once each, lost never. */
import type { OutsideAnswer } from '../../../../web/outside.ts'

export interface Kept {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>> & { readonly at: string }
}

export type Send = (path: string, body: object) => Promise<OutsideAnswer<{ readonly status?: string }>>

/** What is refused is tried again this long: somebody at the counter sees meanwhile that it waits. */
const tried_ms = 24 * 3_600_000

/** The server is not there, has a fault, or is asked too much: it is the entry's turn again later. */
const later: ReadonlySet<string> = new Set(['fault', 'too-many-requests', 'kiosk-closed'])

/** Whoever is in the building already need not come in, nor whoever has gone go. */
const settled: ReadonlySet<string> = new Set(['visitor-inside-already'])

export const isLater = (answer: OutsideAnswer<unknown>): boolean =>
  !answer.ok && (answer.refusal === 'offline' || later.has(answer.refusal.name))

type Told = 'sent' | 'later' | 'refused'

async function sendOne({ path, body }: Kept, send: Send): Promise<Told> {
  const answer = await send(path, body)
  if (answer.ok && answer.body.status === 'ask') return sendOne({ path, body: { ...body, isExpected: true } }, send)
  if (answer.ok) return 'sent'
  if (isLater(answer)) return 'later'
  return answer.refusal !== 'offline' && settled.has(answer.refusal.name) ? 'sent' : 'refused'
}

/** Without whom they wanted to see, where that is what the server minds: the house has them in all the same. */
async function sendWhole(kept: Kept, send: Send): Promise<Told> {
  const told = await sendOne(kept, send)
  if (told !== 'refused' || !kept.body['hostId']) return told
  return sendOne({ ...kept, body: { ...kept.body, hostId: null } }, send)
}

/** Goes through what was kept in the order in which it came; `drop` takes one out as soon as it need not be sent any more. */
export async function sendKept(
  entries: readonly Kept[],
  send: Send,
  drop: (entry: Kept) => void,
  now: number = Date.now(),
): Promise<void> {
  for (const entry of entries) {
    const told = await sendWhole(entry, send)
    if (told === 'later') return
    const isOld = now - Date.parse(entry.body.at) > tried_ms
    if (told === 'sent' || entry.path === 'leaving' || isOld) drop(entry)
  }
}
