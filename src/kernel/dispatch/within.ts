/** Acts dispatched inside a running one as another principal: the frozen act of an approval, and what was laid down to be done in somebody's name. */
import { kernelRefusals, Refusal } from '../refusal.ts'
import { brokenRule } from './broken-rule.ts'
import { type Outcome, refused } from './outcome.ts'
import type { Walk } from './parts.ts'
import { type Standing, step } from './step.ts'

/** Dispatches a frozen act anew, as its asker and loading afresh: when it is refused now, the approval can be closed with the reason. */
export const redispatch: Walk['redispatch'] = (walk, frozen, line) =>
  dispatchWithin(walk, frozen.askerId, frozen.mandateId, frozen.command, frozen.inputWire, {
    by: 'approval',
    line,
    approvalId: frozen.approvalId,
    basisDigest: frozen.basisDigest,
  })

/** Dispatches an act with that principal's permissions, limits and sight of this moment. The journal's line bears that principal, with the running act as its cause. */
export const actAs: Walk['actAs'] = (walk, principalId, command, wire, line) =>
  dispatchWithin(walk, principalId, null, command, wire, { by: 'author', line })

/** Under a savepoint, so that its refusal, and what the database refuses of it, undoes only itself. */
async function dispatchWithin(
  walk: Walk,
  principalId: string,
  mandateId: string | null,
  command: string,
  wire: unknown,
  standing: Standing,
): Promise<Outcome> {
  const { client, tx, at, unanswered } = walk.opened
  const [lines, jobs, happened] = [walk.lines.length, walk.jobs.length, walk.happened.length]
  const locked = new Map(walk.locked)
  const body = walk.parts.registry.commandBody(command)
  await unanswered.heard()
  await client.query('savepoint within')
  try {
    const principal = await walk.parts.authority.principal(tx, principalId, mandateId, at)
    if (!body || !principal) throw new Refusal(kernelRefusals.notPermitted, { act: command })
    const answer = await step(walk, body, principal, wire, standing)
    if (answer.status !== 'done') throw new Error(`${command} asked within an act`)
    await unanswered.heard()
    await client.query('set constraints all immediate; set constraints all deferred; release savepoint within')
    return {
      status: 'done',
      output: answer.wire,
      undo: answer.result.undo ?? null,
      events: walk.happened.slice(happened),
      jobs: walk.jobs.slice(jobs),
      journal: null,
    }
  } catch (thrown) {
    const first = await unanswered.failure()
    const error = first ? first.error : thrown
    const refusal = error instanceof Refusal ? error : brokenRule(body, error)
    if (!refusal) throw error
    await client.query('rollback to savepoint within; release savepoint within')
    walk.lines.length = lines
    walk.jobs.length = jobs
    walk.happened.length = happened
    walk.locked.clear()
    for (const [id, row] of locked) walk.locked.set(id, row)
    return refused(refusal)
  }
}
