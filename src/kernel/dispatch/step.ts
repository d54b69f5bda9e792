import { approvalAskedEvent, limitOf, type Principal } from '../authority.ts'
import { keyedDigest } from '../canonical.ts'
import type { Act, CommandBody, Happened, Result } from '../implement.ts'
import { kernelRefusals, Refusal, refuse } from '../refusal.ts'
import { createAct } from './act.ts'
import { lockRecords } from './locks.ts'
import { type Line, TouchedRecords, type Walk } from './parts.ts'

/** How an act stands to authority. */
export type Standing =
  | { readonly by: 'actor' }
  /** A consequence of what was allowed: recorded with its cause, never asks. */
  | { readonly by: 'cause'; readonly line: number }
  /** As somebody else within an act: that principal's authority is asked, and an act it would have to ask for is refused. */
  | { readonly by: 'author'; readonly line: number }
  /** Approved: the permission is checked again, the limit is not; what was shown must be unchanged. */
  | { readonly by: 'approval'; readonly line: number; readonly approvalId: string; readonly basisDigest: Buffer }

export type StepAnswer =
  | { readonly status: 'done'; readonly wire: unknown; readonly result: Result<unknown>; readonly line: number }
  | { readonly status: 'asked'; readonly approvalId: string; readonly because: string }

const deepest = 8

/** Walks one act: load and lock, authority, run, check what was declared, consequences. */
export async function step(
  walk: Walk,
  body: CommandBody,
  principal: Principal,
  wire: unknown,
  standing: Standing,
  depth = 0,
  parsed = body.command.input.safeDecode(wire as never),
  seen?: { readonly ahead: unknown },
): Promise<StepAnswer> {
  if (depth > deepest) throw new Error(`${body.command.name}: consequences of consequences without end`)
  if (!parsed.success)
    refuse(kernelRefusals.inputInvalid, {
      issues: parsed.error.issues.map(issue => ({
        path: issue.path.join('.'),
        message: issue.message,
        code: issue.code,
      })),
    })
  const input: unknown = parsed.data
  const index = walk.lines.length
  const line: Line = {
    command: body.command.name,
    principal,
    cause: standing.by === 'actor' ? null : standing.line,
    records: new TouchedRecords(),
    body: null,
  }
  walk.lines.push(line)
  const emitted: Happened[] = []
  const act = createAct(walk, body, principal, line, emitted)

  // A permission that is lacking altogether is told before anything is looked up.
  if (standing.by !== 'cause' && limitOf(principal, body.command.permission) === undefined) {
    refuse(kernelRefusals.notPermitted, { act: body.command.name })
  }
  await lockRecords(walk, principal, body.locks?.(input) ?? [])
  const ahead = seen ? seen.ahead : await body.ahead?.({ office: act.office, db: act.db }, input)
  const loaded: unknown = await body.load?.(act, input)
  const asked = await weigh(walk, body, act, wire, input, loaded, standing)
  if (asked) {
    walk.lines.length = index
    const records = new TouchedRecords()
    records.touch(asked.approvalId)
    walk.lines.push({
      ...line,
      command: 'kernel.ask',
      records,
      body: { asked: body.command.name, approval: asked.approvalId, because: asked.because },
    })
    if (asked.isNew) {
      const { approvalId: id } = asked
      await consequences(walk, principal, [approvalAsked(body, id)], index, depth)
    }
    return { status: 'asked', approvalId: asked.approvalId, because: asked.because }
  }

  const result = (await runDeclared(body, act, input, loaded, ahead)) as Result<unknown>
  for (const happened of emitted) {
    if (!body.command.emits.some(event => event.name === happened.name))
      throw new Error(`${body.command.name} emitted ${happened.name} without declaring it`)
  }
  line.body = {
    input: wire,
    events: emitted,
    undo: result.undo ?? null,
    ...(standing.by === 'approval' ? { approval: standing.approvalId } : {}),
  }
  walk.happened.push(...emitted)
  await consequences(walk, principal, emitted, index, depth)
  return { status: 'done', wire: body.command.output.encode(result.output as never), result, line: index }
}

async function runDeclared(
  body: CommandBody,
  act: Act,
  input: unknown,
  loaded: unknown,
  ahead: unknown,
): Promise<unknown> {
  try {
    return await body.run(act, input, loaded, ahead)
  } catch (error) {
    if (error instanceof Refusal && !isDeclared(body, error))
      throw new Error(`${body.command.name} refused ${error.refusalName} without declaring it`)
    throw error
  }
}

function isDeclared(body: CommandBody, error: Refusal): boolean {
  return [...body.command.refusals, ...Object.values(kernelRefusals)].some(
    refusal => refusal.name === error.refusalName,
  )
}

/** Authority: gives nothing where the act may go on, else the approval that was asked for. */
async function weigh(
  walk: Walk,
  body: CommandBody,
  act: Act,
  wire: unknown,
  input: unknown,
  loaded: unknown,
  standing: Standing,
) {
  if (standing.by === 'cause') return null
  const weight = body.weigh?.(input, loaded, act) ?? {}
  // Most acts are allowed as they are: what an approver would be shown is gathered only where one is.
  const basis = () => {
    const { title, shown } = body.basis?.(input, loaded) ?? { title: body.command.name, shown: wire }
    const amount = weight.amount ? [String(weight.amount.minor), weight.amount.currency] : null
    return { title, shown, digest: keyedDigest(walk.parts.secret, { title, shown, amount }) }
  }
  if (standing.by === 'approval') {
    const { title, digest } = basis()
    if (!digest.equals(standing.basisDigest)) refuse(kernelRefusals.basisChanged, { title })
    const decision = await walk.parts.authority.decide(walk.opened.tx, act.principal, body.command, weight)
    if (decision.verdict === 'deny')
      refuse(kernelRefusals.notPermitted, { act: body.command.name, because: decision.because })
    return null
  }
  const decision = await walk.parts.authority.decide(walk.opened.tx, act.principal, body.command, weight)
  if (decision.verdict === 'deny')
    refuse(kernelRefusals.notPermitted, { act: body.command.name, because: decision.because })
  if (decision.verdict === 'allow') return null
  if (standing.by === 'author')
    refuse(kernelRefusals.notPermitted, { act: body.command.name, because: decision.because })
  const id = act.newId()
  const { title, shown, digest } = basis()
  const approvalId = await walk.parts.authority.freeze(walk.opened.tx, {
    id,
    command: body.command.name,
    permission: body.command.permission,
    inputWire: wire,
    inputDigest: keyedDigest(walk.parts.secret, wire),
    basisDigest: digest,
    basisWire: shown,
    title,
    because: decision.because,
    askedBy: act.principal,
    askedAt: act.at,
    amount: weight.amount ?? null,
  })
  return { approvalId, because: decision.because, isNew: approvalId === id }
}

const approvalAsked = (body: CommandBody, id: string): Happened => ({
  name: approvalAskedEvent,
  payload: { id },
  records: [id],
  command: body.command.name,
})

/** Runs the commands that other modules hang on these events, inside the same transaction. */
async function consequences(
  walk: Walk,
  principal: Principal,
  emitted: readonly Happened[],
  cause: number,
  depth: number,
): Promise<void> {
  for (const happened of emitted) {
    for (const { reaction, body } of walk.parts.registry.reactionsTo(happened.name)) {
      for (const input of reaction.inputs(happened)) {
        await step(walk, body, principal, input, { by: 'cause', line: cause }, depth + 1)
      }
    }
  }
}
