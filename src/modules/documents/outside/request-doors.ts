/** What a request's link opens: the list of what is wanted, and a way in for files. Nothing that is here already can be read by it but names. */
import { sql } from 'kysely'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { View } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { linkSecretOf, type OutsideThing, readOutsideToken } from '../../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../../kernel/refusal.ts'
import { receiveRequested, recordRequestReply, requestRefusals } from '../contract/file-requests.ts'
import { mostBytes, mostFiles } from './receive-requested.ts'
import { itemsOf, type RequestRow, requestOf } from './request-row.ts'
import { json, type OutsideDoor, type OutsideRequest } from './share-doors.ts'

/** One file; a film of a leak is larger than any paper. */
const largestFileBytes = 200_000_000
/** Files of one request on their way at the same time. */
const atOnce = 4

interface Opened {
  readonly thing: OutsideThing
  readonly row: RequestRow
  readonly shown: unknown
}

async function shownOf(view: View, row: RequestRow) {
  const { rows } = await sql<{ name: string; size_bytes: bigint; position: number | null }>`
    select name, size_bytes, position from documents.file_request_file
    where organisation_id = ${view.office.id} and request_id = ${row.id} order by came_at, document_id`.execute(
    view.db(),
  )
  const items = await itemsOf(view, row.id)
  return {
    office: view.office.name,
    askedBy: row.asked_by_name ?? view.office.name,
    title: row.title,
    letter: row.letter,
    dueOn: row.due_on.toString(),
    isComplete: row.closed_as === 'complete',
    items: items.map(({ position, label, ticked }) => ({ position, label, ticked })),
    files: rows.map(({ name, size_bytes, position }) => ({ name, sizeBytes: Number(size_bytes), position })),
    largestFileBytes,
  }
}

/** What the token proves; a request that was completed may still be looked at, one that was withdrawn not. */
async function openRequest(kernel: Kernel, { token, requestId }: OutsideRequest): Promise<Opened> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'send', token)
  if (!thing) return refuse(requestRefusals.linkClosed)
  const { organisationId, id } = thing
  const found = await kernel
    .viewing({ organisationId, principalId: systemPrincipalId, requestId }, async view => {
      const row = await requestOf(view, id)
      return row && row.closed_as !== 'withdrawn' ? { thing, row, shown: await shownOf(view, row) } : null
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return found ?? refuse(requestRefusals.linkClosed)
}

async function act(
  kernel: Kernel,
  { organisationId }: OutsideThing,
  command: typeof receiveRequested | typeof recordRequestReply,
  input: object,
  requestId: string,
): Promise<void> {
  const outcome = await kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command: command.name,
    input,
    requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
}

const openDoor: OutsideDoor = {
  method: 'POST',
  path: '/public/requests/open',
  perMinute: 60,
  answer: async (kernel, asked) => json((await openRequest(kernel, asked)).shown),
}

const underWay = new Map<string, number>()

/** Takes a place among the files of a request, or refuses; the returned function gives it back. */
function takePlace(id: string): () => void {
  const count = underWay.get(id) ?? 0
  if (count >= atOnce) refuse(kernelRefusals.tooMany)
  underWay.set(id, count + 1)
  return () => {
    const left = (underWay.get(id) ?? 1) - 1
    if (left > 0) underWay.set(id, left)
    else underWay.delete(id)
  }
}

function named(header: string): string {
  try {
    const name = decodeURIComponent(header)
      .replace(/[\p{Cc}\p{Cs}/\\]/gu, '_')
      .trim()
    return name.slice(0, 300) || 'file'
  } catch {
    return 'file'
  }
}

const fileDoor: OutsideDoor = {
  method: 'PUT',
  path: '/public/requests/file',
  perMinute: 120,
  takesFile: true,
  async answer(kernel, asked) {
    const { thing, row } = await openRequest(kernel, asked)
    if (row.closed_as) refuse(requestRefusals.linkClosed)
    if (!asked.file) return refuse(kernelRefusals.inputInvalid, { issues: [] })
    if (row.files >= mostFiles || row.bytes >= mostBytes) refuse(requestRefusals.tooMany, { limit: mostFiles })
    const giveBack = takePlace(row.id)
    try {
      const name = named(asked.said('name'))
      const position = /^\d{1,2}$/.test(asked.said('item')) ? Number(asked.said('item')) : null
      const file = await kernel.files.put(thing.organisationId, asked.file, { name, limitBytes: largestFileBytes })
      if (file.sizeBytes === 0) refuse(kernelRefusals.inputInvalid, { issues: [] })
      const wanted = position !== null && position >= 1 && position <= 50 ? position : null
      await act(
        kernel,
        thing,
        receiveRequested,
        { id: row.id, fileId: file.id, name, position: wanted },
        asked.requestId,
      )
    } finally {
      giveBack()
    }
    return json((await openRequest(kernel, asked)).shown)
  },
}

const doneDoor: OutsideDoor = {
  method: 'POST',
  path: '/public/requests/done',
  perMinute: 6,
  async answer(kernel, asked) {
    const { thing, row } = await openRequest(kernel, asked)
    const reply = String(asked.body['reply'] ?? '').slice(0, 2000)
    await act(kernel, thing, recordRequestReply, { id: row.id, reply }, asked.requestId)
    return json({ done: true })
  },
}

export const requestDoors: readonly OutsideDoor[] = [openDoor, fileDoor, doneDoor]
