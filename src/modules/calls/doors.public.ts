/** Where telephone systems tell of calls: one secret address for each, which names office and wire and proves both. */
import type { Readable } from 'node:stream'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, outsideAddress, outsidePages, readOutsideToken } from '../../kernel/outside/link.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { hearCall, wireClosed } from './contract.ts'
import { genericAnswer, readGeneric } from './wires/generic.ts'

/** An event is a few words. */
const mostBytes = 16_384

async function textOf(file: Readable | null): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of file ?? []) {
    length += (part as Buffer).length
    if (length > mostBytes) return refuse(wireClosed)
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

const wireDoor = {
  method: 'POST' as const,
  path: `${outsidePages.calls}/:token`,
  // A busy switchboard tells of three events a call from one address.
  perMinute: 600,
  takesFile: true,
  async answer(
    kernel: Kernel,
    asked: { params: Readonly<Record<string, string>>; file: Readable | null; requestId: string },
  ) {
    const token = asked.params['token'] ?? ''
    const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'calls', token)
    if (!thing) return refuse(wireClosed)
    const told = readGeneric(await textOf(asked.file))
    if (told) {
      const outcome = await kernel.dispatch({
        organisationId: thing.organisationId,
        principalId: systemPrincipalId,
        command: hearCall.name,
        input: { wireId: thing.id, ...told },
        requestId: asked.requestId,
        surface: 'link',
      })
      if (outcome.status === 'refused' && outcome.refusal.status === 503)
        throw new Refusal(outcome.refusal, outcome.refusal.data)
      // A wire that is gone, or an office, is in the words of what was never there.
      if (outcome.status !== 'done') return refuse(wireClosed)
    }
    return {
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      body: Buffer.from(genericAnswer(told?.what ?? 'ended', outsideAddress(`${outsidePages.calls}/${token}`))),
    }
  },
}

export const callPublic = [wireDoor] as const
