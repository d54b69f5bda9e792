import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import {
  askForFiles,
  filesAskedFor,
  recordRequestReply,
  recordRequestSent,
  renewFileRequest,
  requestCompleted,
  requestedItemTicked,
  requestedItemUnticked,
  requestNotSent,
  requestRefusals,
  requestRenewed,
  requestReplied,
  requestSent,
  requestWithdrawn,
  sendRequestJob,
  tickRequestedItem,
  untickRequestedItem,
  withdrawFileRequest,
} from '../contract/file-requests.ts'
import { itemsOf, type RequestRow, requestOf } from './request-row.ts'
import { cameTask, waitingKey, waitingTask } from './request-work.ts'

export const toldOf = ({ id, title, asked_of }: RequestRow) => ({ requestId: id, title, name: asked_of })

function requireDay(act: Act, dueOn: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(dueOn, act.today) < 0) act.refuse(requestRefusals.dayPast, { on: `${dueOn}` })
}

export async function lockedRequest(act: Act, id: string): Promise<RequestRow> {
  return (await requestOf(act, id)) ?? act.refuse(kernelRefusals.notFound, { kind: 'file-request', id })
}

export const askForFilesBody = implementCommand(askForFiles, {
  async run(act, input) {
    requireDay(act, input.dueOn)
    if (input.partyId) await requireVisible(act, input.partyId, ['person', 'organisation'])
    if (input.matterId) await requireVisible(act, input.matterId, ['matter'])
    await keepLinkSecret(act.db())
    const id = await act.createRecord({
      kind: 'file-request',
      title: input.title,
      ...(input.matterId ? { source: input.matterId } : {}),
      search: { body: [input.askedOf, ...input.items].join('\n') },
    })
    await sql`
      insert into documents.file_request (organisation_id, id, asked_of, party_id, email, language, letter, due_on, matter_id, asked_at, asked_by, mail)
      values (${act.office.id}, ${id}, ${input.askedOf}, ${input.partyId ?? null}, ${input.email ?? null},
        ${nearestLanguage(input.language ?? act.office.language)}, ${input.letter ?? ''}, ${input.dueOn}, ${input.matterId ?? null}, ${act.at},
        ${act.principal.id}, ${input.email ? 'sending' : 'none'})`.execute(act.db())
    await sql`
      insert into documents.file_request_item (organisation_id, request_id, position, label)
      select ${act.office.id}, ${id}, position, label
      from unnest(${[...input.items]}::text[]) with ordinality as wanted (label, position)`.execute(act.db())
    const row = await lockedRequest(act, id)
    const items = await itemsOf(act, id)
    const named = { ...row, class: act.locked(id).class, asked_by_name: row.asked_by_name ?? act.principal.name }
    act.emit(
      filesAskedFor,
      { ...toldOf(row), on: input.dueOn, matterId: input.matterId ?? null, work: [waitingTask(act, named, items)] },
      input.matterId ? [id, input.matterId] : [id],
    )
    if (input.email) act.enqueue(sendRequestJob, { id })
    return { output: { id }, undo: { command: 'documents.withdraw-file-request', input: { id } } }
  },
})

const requestLock = (id: string, expectedVersion?: number) => [{ kind: 'file-request', id, expectedVersion }]

/** Ends the request once nothing is wanted any more; the task that waited is done with it. */
export async function completeIfDone(act: Act, row: RequestRow): Promise<boolean> {
  const items = await itemsOf(act, row.id)
  if (items.some(({ ticked }) => !ticked)) return false
  await sql`
    update documents.file_request set closed_as = 'complete', closed_at = ${act.at}, closed_by = ${act.principal.id}
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
  act.emit(requestCompleted, { ...toldOf(row), workDone: [{ key: waitingKey(row) }] }, [row.id])
  return true
}

async function openItem(act: Act, row: RequestRow, position: number): Promise<string> {
  if (row.closed_as) act.refuse(requestRefusals.closed, { title: row.title })
  const item = (await itemsOf(act, row.id)).find(one => one.position === position)
  return item?.label ?? act.refuse(requestRefusals.itemUnknown, { title: row.title })
}

export async function setTicked(act: Act, id: string, position: number, at: Temporal.Instant | null): Promise<void> {
  await sql`
    update documents.file_request_item set ticked_at = ${at} where organisation_id = ${act.office.id} and request_id = ${id} and position = ${position}`.execute(
    act.db(),
  )
}

export const tickRequestedItemBody = implementCommand(tickRequestedItem, {
  locks: ({ id, expectedVersion }) => requestLock(id, expectedVersion),
  async run(act, { id, position }) {
    const row = await lockedRequest(act, id)
    const item = await openItem(act, row, position)
    await setTicked(act, id, position, act.at)
    act.emit(requestedItemTicked, { ...toldOf(row), item }, [id])
    const closed = await completeIfDone(act, row)
    const version = await act.changeRecord(id)
    const back = { id, expectedVersion: version }
    return {
      output: { version },
      undo: closed
        ? { command: 'documents.renew-file-request', input: { ...back, dueOn: laterOf(act, row).toString() } }
        : { command: 'documents.untick-requested-item', input: { ...back, position } },
    }
  },
})

const laterOf = (act: Act, { due_on }: RequestRow): Temporal.PlainDate =>
  Temporal.PlainDate.compare(due_on, act.today) < 0 ? act.today : due_on

export const untickRequestedItemBody = implementCommand(untickRequestedItem, {
  locks: ({ id, expectedVersion }) => requestLock(id, expectedVersion),
  async run(act, { id, position }) {
    const row = await lockedRequest(act, id)
    const item = await openItem(act, row, position)
    await setTicked(act, id, position, null)
    const version = await act.changeRecord(id)
    act.emit(requestedItemUnticked, { ...toldOf(row), item }, [id])
    return {
      output: { version },
      undo: { command: 'documents.tick-requested-item', input: { id, expectedVersion: version, position } },
    }
  },
})

export const withdrawFileRequestBody = implementCommand(withdrawFileRequest, {
  locks: ({ id, expectedVersion }) => requestLock(id, expectedVersion),
  async run(act, { id }) {
    const row = await lockedRequest(act, id)
    if (row.closed_as) act.refuse(requestRefusals.closed, { title: row.title })
    await sql`
      update documents.file_request set closed_as = 'withdrawn', closed_at = ${act.at}, closed_by = ${act.principal.id}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(requestWithdrawn, { ...toldOf(row), workDone: [{ key: waitingKey(row) }] }, [id])
    return { output: { version } }
  },
})

export const renewFileRequestBody = implementCommand(renewFileRequest, {
  locks: ({ id, expectedVersion }) => requestLock(id, expectedVersion),
  async run(act, { id, dueOn }) {
    requireDay(act, dueOn)
    const before = await lockedRequest(act, id)
    await sql`
      update documents.file_request set due_on = ${dueOn}, round = round + 1, closed_as = null, closed_at = null, closed_by = null
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const row = await lockedRequest(act, id)
    const version = await act.changeRecord(id)
    const work = [waitingTask(act, row, await itemsOf(act, id))]
    act.emit(requestRenewed, { ...toldOf(row), on: dueOn, work, workDone: [{ key: waitingKey(before) }] }, [id])
    return { output: { version } }
  },
})

export const recordRequestReplyBody = implementCommand(recordRequestReply, {
  locks: ({ id }) => requestLock(id),
  async run(act, { id, reply }) {
    const row = await lockedRequest(act, id)
    if (row.closed_as === 'withdrawn') act.refuse(requestRefusals.linkClosed)
    await sql`
      update documents.file_request set reply = ${reply}, replied_at = ${act.at} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    await act.changeRecord(id)
    act.emit(requestReplied, { ...toldOf(row), work: [cameTask(act, row)] }, [id])
    return { output: {} }
  },
})

export const recordRequestSentBody = implementCommand(recordRequestSent, {
  locks: ({ id }) => requestLock(id),
  async run(act, { id, mail, error }) {
    const row = await lockedRequest(act, id)
    const why = mail === 'failed' ? (error ?? '?') : null
    await sql`
      update documents.file_request set mail = ${mail}, mail_error = ${why} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    await act.changeRecord(id)
    if (mail === 'sent') act.emit(requestSent, toldOf(row), [id])
    if (why !== null) act.emit(requestNotSent, { ...toldOf(row), error: why }, [id])
    return { output: {} }
  },
})
