/** What is printed: asked for, followed, stopped, printed once more. */
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { stockFor } from '../stock-for.ts'
import * as c from '../contract.ts'
import {
  type Asked,
  dbOf,
  jobOf,
  type JobRow,
  printerOf,
  requireAble,
  requirePrintable,
  requirePrintableFile,
  requirePrinter,
  updateJob,
} from '../rows.ts'

/** What is printed: a document, or a stored file of that title. */
type What = { readonly documentId: string } | { readonly fileId: string; readonly aboutId?: string | undefined }

async function insertJob(act: Act, what: What, title: string, printerId: string | null | undefined, asked: Asked) {
  const printer = await requirePrinter(act, printerId)
  requireAble(act, printer, asked)
  const documentId = 'documentId' in what ? what.documentId : null
  const source = 'documentId' in what ? what.documentId : what.aboutId
  const id = await act.createRecord({ kind: 'print-job', title, ...(source ? { source } : {}), search: {} })
  await dbOf(act)
    .insertInto('printing.job')
    .values({
      organisation_id: act.office.id,
      id,
      printer_id: printer.id,
      document_id: documentId,
      file_id: 'fileId' in what ? what.fileId : null,
      owner_id: act.principal.id === systemPrincipalId ? null : act.principal.id,
      state: 'queued',
      ...asked,
      width_mm: asked.width_mm ?? null,
      height_mm: asked.height_mm ?? null,
      printer_number: null,
      sheets: null,
      problem: null,
      asked_at: act.at,
      ended_at: null,
    })
    .execute()
  act.enqueue(c.sendJob, { jobId: id })
  act.emit(c.printAsked, { id, title, printer: printer.title }, [id, ...(source ? [source] : [])])
  return { id, version: 1 }
}

interface Wish {
  readonly copies?: number | undefined
  readonly sides?: c.Sides | undefined
  readonly colour?: c.Colour | undefined
  readonly staple?: boolean | undefined
  readonly tray?: string | null | undefined
}

const askedOf = ({ copies, sides, colour, staple, tray }: Wish): Asked => ({
  copies: copies ?? 1,
  sides: sides ?? 'one-sided',
  colour: colour ?? 'auto',
  staple: staple ?? false,
  tray: tray ?? null,
})

export const printDocumentBody = implementCommand(c.printDocument, {
  locks: ({ documentId }) => [{ kind: 'document', id: documentId }],
  async run(act, input) {
    const { documentId, printerId } = input
    const title = await requirePrintable(act, documentId)
    return { output: await insertJob(act, { documentId }, title, printerId, askedOf(input)) }
  },
})

export const printFileBody = implementCommand(c.printFile, {
  async run(act, input) {
    const { fileId, title, aboutId, stock, deskId } = input
    if (aboutId) await requireVisible(act, aboutId)
    await requirePrintableFile(act, fileId, title)
    const rule = stock ? await stockFor(act, stock, deskId ?? act.principal.id) : null
    const printerId = input.printerId ?? (stock ? (rule?.printerId ?? act.refuse(c.stockNotSet)) : null)
    const size = rule ? { width_mm: rule.widthMm, height_mm: rule.heightMm } : {}
    return { output: await insertJob(act, { fileId, aboutId }, title, printerId, { ...askedOf(input), ...size }) }
  },
})

export const printAgainBody = implementCommand(c.printAgain, {
  locks: ({ id }) => [{ kind: 'print-job', id }],
  load: (act, { id }) => jobOf(act, id),
  async run(act, { id, printerId }, row) {
    const was = act.locked(id).title
    if (!row.ended_at) act.refuse(c.jobNotEnded, { title: was })
    const { copies, sides, colour, staple, tray, width_mm, height_mm, document_id, file_id } = row
    const asked = { copies, sides, colour, staple, tray, width_mm, height_mm }
    const title = document_id ? await requirePrintable(act, document_id) : was
    const what = document_id ? { documentId: document_id } : { fileId: file_id!, aboutId: id }
    return { output: await insertJob(act, what, title, printerId ?? row.printer_id, asked) }
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
      // What Kontor printed by itself is the counter's to look after.
      ...(row.owner_id ? { toId: row.owner_id } : { role: 'clerk' }),
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
