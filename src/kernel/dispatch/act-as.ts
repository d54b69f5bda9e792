import { kernelRefusals, Refusal } from '../refusal.ts'
import type { Outcome } from './outcome.ts'
import type { Walk } from './parts.ts'
import { step } from './step.ts'

/**
 * Dispatches an act inside a running one as somebody else: with that principal's permissions, limits and sight of this
 * moment, under a savepoint, so that its refusal undoes only itself. What would have to be asked for is refused: nobody is there to
 * ask. The journal's line bears that principal, with the running act as its cause.
 */
export async function actAs(
  walk: Walk,
  principalId: string,
  command: string,
  wire: unknown,
  causeLine: number,
): Promise<Outcome> {
  const { client, tx, at } = walk.opened
  const [lines, jobs, happened, locked] = [
    walk.lines.length,
    walk.jobs.length,
    walk.happened.length,
    new Map(walk.locked),
  ]
  await client.query('savepoint acting')
  try {
    const body = walk.parts.registry.commandBody(command)
    const principal = await walk.parts.authority.principal(tx, principalId, null, at)
    if (!body || !principal) throw new Refusal(kernelRefusals.notPermitted, { act: command })
    const answer = await step(walk, body, principal, wire, { by: 'author', line: causeLine })
    if (answer.status !== 'done') throw new Refusal(kernelRefusals.notPermitted, { act: command, because: 'ask' })
    await client.query('set constraints all immediate; set constraints all deferred; release savepoint acting')
    return {
      status: 'done',
      output: answer.wire,
      undo: answer.result.undo ?? null,
      events: walk.happened.slice(happened),
      jobs: walk.jobs.slice(jobs),
      journal: null,
    }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : brokenRule(error as { code?: string; constraint?: string })
    if (!refusal) throw error
    await client.query('rollback to savepoint acting; release savepoint acting')
    walk.lines.length = lines
    walk.jobs.length = jobs
    walk.happened.length = happened
    walk.locked.clear()
    for (const [id, row] of locked) walk.locked.set(id, row)
    return { status: 'refused', refusal: { name: refusal.refusalName, status: refusal.status, data: refusal.data } }
  }
}

/** A constraint that the database kept (class 23 of the SQL standard) is a refusal here as it is of an act of its own. */
function brokenRule({ code = '', constraint }: { code?: string; constraint?: string }): Refusal | null {
  return code.startsWith('23') && constraint ? new Refusal(kernelRefusals.constraint, { rule: constraint }) : null
}
