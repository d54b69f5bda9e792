/** What the telephone tells the log of calls: in the order it happened, again and again until the server has heard it. */
import { runCommand } from '../../../../web/client.ts'
import type { tellCall } from '../../contract.ts'
import type { Call, Happening } from './phone.ts'

const again_ms = 3_000
/** By then the server takes it as of another day. */
const longest_ms = 4 * 3_600_000

const telling = new Map<string, Promise<void>>()

type Told = Parameters<typeof runCommand<typeof tellCall>>[1]

const momentOf = (ms: number): string => new Date(ms).toISOString()

function inputOf(call: Call, happening: Happening, elsewhere: boolean): Told | null {
  const externalId = call.id.slice(0, 200)
  switch (happening.what) {
    case 'rings':
    case 'calls':
      return {
        what: 'rings',
        externalId,
        direction: call.direction,
        number: call.number.slice(0, 80) || null,
        at: momentOf(happening.at),
      }
    case 'answered':
      return { what: 'answered', externalId, at: momentOf(happening.at) }
    case 'ended':
      return {
        what: 'ended',
        externalId,
        at: momentOf(happening.at),
        ...(happening.cause ? { cause: happening.cause } : {}),
        ...(elsewhere ? { elsewhere } : {}),
      }
    default:
      return null
  }
}

async function tellUntilHeard(input: Told, noted: (id: string) => void): Promise<void> {
  const idempotencyKey = crypto.randomUUID()
  for (const until = Date.now() + longest_ms; Date.now() < until; ) {
    const answer = await runCommand<typeof tellCall>('calls.tell-call', input, { idempotencyKey })
    if (answer.status === 'done' && answer.output.id) noted(answer.output.id)
    if (answer.status !== 'offline') return
    await new Promise(resolve => setTimeout(resolve, again_ms))
  }
}

/** Tells what of this belongs into the log; `noted` hears the record's id. */
export function tellLog(call: Call, happening: Happening, elsewhere: boolean, noted: (id: string) => void): void {
  const input = inputOf(call, happening, elsewhere)
  if (!input) return
  const before = telling.get(call.id) ?? Promise.resolve()
  const now = before.then(() => tellUntilHeard(input, noted))
  telling.set(call.id, now)
  if (happening.what === 'ended') void now.then(() => telling.delete(call.id))
}
