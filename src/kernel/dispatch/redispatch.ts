import type { Act } from '../implement.ts'
import { kernelRefusals, Refusal } from '../refusal.ts'
import type { Outcome } from './outcome.ts'
import type { Walk } from './parts.ts'
import { step } from './step.ts'

/**
 * Dispatches a frozen act anew, as its asker and loading afresh, under a savepoint of the approver's transaction:
 * when it is refused now, only it is undone, and the approval can be closed with the reason.
 */
export async function redispatch(
  walk: Walk,
  frozen: Parameters<Act['redispatch']>[0],
  causeLine: number,
): Promise<Outcome> {
  const { client, tx, at } = walk.opened
  const [lines, jobs, happened, locked] = [
    walk.lines.length,
    walk.jobs.length,
    walk.happened.length,
    new Map(walk.locked),
  ]
  await client.query('savepoint approved')
  try {
    const body = walk.parts.registry.commandBody(frozen.command)
    const asker = await walk.parts.authority.principal(tx, frozen.askerId, frozen.mandateId, at)
    if (!body || !asker) throw new Refusal(kernelRefusals.notPermitted, { act: frozen.command })
    const answer = await step(walk, body, asker, frozen.inputWire, {
      by: 'approval',
      line: causeLine,
      approvalId: frozen.approvalId,
      basisDigest: frozen.basisDigest,
    })
    if (answer.status !== 'done') throw new Error('an approved act asked again')
    await client.query('set constraints all immediate; set constraints all deferred; release savepoint approved')
    return {
      status: 'done',
      output: answer.wire,
      undo: answer.result.undo ?? null,
      events: walk.happened.slice(happened),
      jobs: walk.jobs.slice(jobs),
      journal: null,
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await client.query('rollback to savepoint approved; release savepoint approved')
    walk.lines.length = lines
    walk.jobs.length = jobs
    walk.happened.length = happened
    walk.locked.clear()
    for (const [id, row] of locked) walk.locked.set(id, row)
    return { status: 'refused', refusal: { name: error.refusalName, status: error.status, data: error.data } }
  }
}
