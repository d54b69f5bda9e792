import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { lookAt } from '../wire/abilities.ts'
import { PrinterFault } from '../wire/post.ts'

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

interface Noted {
  readonly state: c.PrinterState
  readonly reasons: readonly string[]
  readonly problem: c.PrinterProblem | null
  readonly abilities: c.Abilities | null
  readonly markers: readonly c.Marker[]
  readonly certificate: string | null
}

async function seen(run: JobRun, uri: string, certificate: string | null): Promise<Noted> {
  try {
    return { ...(await lookAt({ uri, certificate, signal: run.signal })), problem: null }
  } catch (fault) {
    const problem = fault instanceof PrinterFault ? fault.problem : 'unreachable'
    return { state: 'unreachable', reasons: [], problem, abilities: null, markers: [], certificate: null }
  }
}

export const lookJobBody = implementJob(c.lookJob, {
  retryLimit: 1,
  concurrency: 4,
  run: (run, { printerId }) => look(run, printerId, false),
})

/** `quietly`: nothing is written down where nothing has changed. */
async function look(run: JobRun, printerId: string, quietly: boolean): Promise<void> {
  const known = await run.query(c.printerToLookAt, { id: printerId })
  const now = await seen(run, known.uri, known.certificate)
  const unchanged = known.state === now.state && known.problem === now.problem && same(known.reasons, now.reasons)
  if (quietly && unchanged) return
  const input = { id: printerId, ...now, reasons: [...now.reasons], markers: [...now.markers] }
  const outcome = await run.dispatch(c.notePrinter, input, `note:${printerId}`)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}

/** Now and then all are looked at, so that one knows before one prints. */
export const roundJobBody = implementJob(c.roundJob, {
  schedule: { cron: '*/10 * * * *', zone: 'organisation' },
  async run(run) {
    const { ids } = await run.query(c.printersToLookAt, {})
    for (const printerId of ids) await look(run, printerId, true)
  },
})
