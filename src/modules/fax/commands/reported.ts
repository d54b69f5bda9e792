/** What became of a fax that went, and what follows from it: a task where it did not arrive, and for whoever sent it to know. */
import type { Act } from '../../../kernel/implement.ts'
import type { NotificationWish } from '../../notifications/contract.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { about, type FaxRow, updateFax } from '../rows.ts'
import { officeWords } from '../words.ts'

export interface Report {
  readonly state: 'queued' | 'sent' | 'delivered' | 'failed' | 'doubtful'
  readonly problem: c.FaxProblem | null
  readonly report: string
  readonly spoolJob: string | null
  readonly reportId: string | null
}

export const unsentKey = (id: string) => `fax.unsent:${id}`

function unsentTask(act: Act, row: FaxRow, title: string, { state, problem }: Report): TaskWish[] {
  const why = officeWords(act, `choice.fax.problem.${problem ?? 'other'}`, {})
  return [
    {
      key: unsentKey(row.id),
      title: officeWords(act, state === 'doubtful' ? 'task.doubtful' : 'task.failed', { title, why }).slice(0, 300),
      ...(row.by_id ? { ownerId: row.by_id } : {}),
      dueOn: act.today,
      sourceId: row.id,
    },
  ]
}

const notice = (act: Act, row: FaxRow, title: string, state: 'failed' | 'doubtful'): NotificationWish[] =>
  row.by_id === null || act.principal.id === row.by_id
    ? []
    : [
        {
          key: `fax.${state}:${row.id}`,
          toId: row.by_id,
          titleKey: `notice.fax-${state}`,
          params: { title },
          recordId: row.id,
          urgency: 'today',
        },
      ]

/** Writes it down; gives the new version. */
export async function reported(act: Act, row: FaxRow, report: Report): Promise<number> {
  const { id } = row
  const { title } = act.locked(id)
  const { state, problem } = report
  const ended = state === 'delivered' || state === 'failed'
  await updateFax(act, id, {
    state,
    problem: ended || state === 'doubtful' ? problem : null,
    report: report.report || row.report,
    spool_job: report.spoolJob ?? row.spool_job,
    report_id: report.reportId ?? row.report_id,
    ended_at: ended ? act.at : null,
  })
  const version = await act.changeRecord(id)
  if (report.reportId && report.reportId !== row.report_id) await act.link(id, report.reportId, 'attachment')
  const told = about(row, title)
  if (state === 'sent') act.emit(c.faxHandedOver, told, [id])
  if (state === 'delivered') act.emit(c.faxDelivered, { ...told, workDone: [{ key: unsentKey(id) }] }, [id])
  if (state === 'failed' || state === 'doubtful') {
    const event = state === 'failed' ? c.faxFailed : c.faxDoubtful
    const work = unsentTask(act, row, title, report)
    act.emit(event, { ...told, work, notify: notice(act, row, title, state) }, [id])
  }
  return version
}
