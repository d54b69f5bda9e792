/** What is printed: asked for, followed, stopped, printed once more. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import {
  type Asked,
  dbOf,
  jobOf,
  type JobRow,
  printerOf,
  requireAble,
  requirePrintable,
  requirePrinter,
  updateJob,
} from '../rows.ts'

async function insertJob(
  act: Act,
  documentId: string,
  title: string,
  printerId: string | null | undefined,
  asked: Asked,
) {
  const printer = await requirePrinter(act, printerId)
  requireAble(act, printer, asked)
  const id = await act.createRecord({ kind: 'print-job', title, source: documentId, search: {} })
  await dbOf(act)
    .insertInto('printing.job')
    .values({
      organisation_id: act.office.id,
      id,
      printer_id: printer.id,
      document_id: documentId,
      owner_id: act.principal.id,
      state: 'queued',
      ...asked,
      printer_number: null,
      sheets: null,
      problem: null,
      asked_at: act.at,
      ended_at: null,
    })
    .execute()
  act.enqueue(c.sendJob, { jobId: id })
  act.emit(c.printAsked, { id, title, printer: printer.title }, [id, documentId])
  return { id, version: 1 }
}

export const printDocumentBody = implementCommand(c.printDocument, {
  locks: ({ documentId }) => [{ kind: 'document', id: documentId }],
  async run(act, input) {
    const title = await requirePrintable(act, input.documentId)
    const asked = {
      copies: input.copies ?? 1,
      sides: input.sides ?? 'one-sided',
      colour: input.colour ?? 'auto',
      staple: input.staple ?? false,
      tray: input.tray ?? null,
    }
    return { output: await insertJob(act, input.documentId, title, input.printerId, asked) }
  },
})

export const printAgainBody = implementCommand(c.printAgain, {
  locks: ({ id }) => [{ kind: 'print-job', id }],
  load: (act, { id }) => jobOf(act, id),
  async run(act, { id, printerId }, row) {
    if (!row.ended_at) act.refuse(c.jobNotEnded, { title: act.locked(id).title })
    const title = await requirePrintable(act, row.document_id)
    const { copies, sides, colour, staple, tray } = row
    const asked = { copies, sides, colour, staple, tray }
    return { output: await insertJob(act, row.document_id, title, printerId ?? row.printer_id, asked) }
  },
})

const nameOfPrinter = async (act: Act, { printer_id }: JobRow): Promise<string> =>
  (await printerOf(act, printer_id)).uri

export const cancelJobBody = implementCommand(c.cancelJob, {
  locks: ({ id, expectedVersion }) => [{ kind: 'print-job', id, expectedVersion }],
  load: (act, { id }) => jobOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.ended_at) act.refuse(c.jobEnded, { title })
    const about = { id, title, printer: await nameOfPrinter(act, row) }
    if (row.state === 'queued') {
      await updateJob(act, id, { state: 'cancelled', cancel_asked: true, ended_at: act.at })
      act.emit(c.jobCancelled, about, [id])
    } else {
      await updateJob(act, id, { cancel_asked: true })
      act.enqueue(c.followJob, { jobId: id })
      act.emit(c.cancelAsked, about, [id])
    }
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

const events = {
  queued: c.jobFollowed,
  sending: c.jobFollowed,
  printing: c.jobFollowed,
  held: c.jobStopped,
  done: c.jobDone,
  cancelled: c.jobCancelled,
  failed: c.jobFailed,
} as const

/** Seconds until it is asked about again: soon at first, then as one looks at a printer that stands still. */
const wait = (tries: number): number => Math.min(60, 2 + tries * 2)
/** A printer that says nothing new for so many looks is given up: some twelve hours. */
const mostTries = 720

const told = (act: Act, row: JobRow, title: string, key: 'failed' | 'stopped', reason: string) =>
  [
    {
      key: `printing.${key}:${row.id}`,
      toId: row.owner_id,
      titleKey: `notice.print-${key}`,
      params: { title, reason },
      recordId: row.id,
      urgency: 'today' as const,
    },
  ].filter(() => act.principal.id !== row.owner_id)

export const noteJobBody = implementCommand(c.noteJob, {
  locks: ({ id }) => [{ kind: 'print-job', id }],
  load: (act, { id }) => jobOf(act, id),
  async run(act, input, row) {
    const { id } = input
    const { title, version } = act.locked(id)
    // Whoever cancelled it meanwhile has the last word.
    if (row.ended_at) return { output: { id, version } }
    const tries = input.state === row.state ? row.tries + 1 : 0
    const gaveUp = tries > mostTries
    const state = gaveUp ? 'failed' : input.state
    const ended = state === 'done' || state === 'cancelled' || state === 'failed'
    const problem = gaveUp ? 'no-answer' : state === 'failed' ? (input.problem ?? 'aborted') : input.problem
    await updateJob(act, id, {
      state,
      tries,
      problem,
      reasons: input.reasons,
      printer_number: input.printerNumber ?? row.printer_number,
      sheets: input.sheets ?? row.sheets,
      ended_at: ended ? act.at : null,
    })
    if (!ended && state !== 'sending' && state !== 'queued')
      act.enqueue(c.followJob, { jobId: id }, { startAfter: act.at.add({ seconds: wait(tries) }), singletonKey: id })
    const about = { id, title, printer: await nameOfPrinter(act, row) }
    const reason = problem ?? input.reasons[0] ?? ''
    const notify =
      state === 'failed'
        ? told(act, row, title, 'failed', reason)
        : state === 'held' && row.state !== 'held'
          ? told(act, row, title, 'stopped', reason)
          : []
    const event = state === row.state ? c.jobFollowed : events[state]
    act.emit(event, { ...about, ...(event === c.jobFailed || event === c.jobStopped ? { notify } : {}) }, [id])
    return { output: { id, version: state === row.state ? version : await act.changeRecord(id) } }
  },
})
