import { implementCommand, implementJob } from '../../../kernel/implement.ts'
import { closeLapsed } from '../approval-term.ts'
import { approvalLapsed, closeLapsedApprovals, closeLapsedJob } from '../contract.ts'

export const closeLapsedApprovalsBody = implementCommand(closeLapsedApprovals, {
  async run(act) {
    const rows = await closeLapsed(act.db(), act.at, null)
    for (const { id, title, asked_by } of rows)
      act.emit(approvalLapsed, { id, title, askedById: asked_by }, [id, asked_by])
    return { output: { count: rows.length } }
  },
})

export const closeLapsedJobBody = implementJob(closeLapsedJob, {
  schedule: { cron: '10 5 * * *', zone: 'organisation' },
  async run(run) {
    const outcome = await run.dispatch(closeLapsedApprovals, {}, 'close')
    if (outcome.status !== 'done') throw new Error(`lapsed approvals stay open: ${JSON.stringify(outcome)}`)
  },
})
