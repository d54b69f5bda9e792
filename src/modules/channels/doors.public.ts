/** What providers tell, and what strangers fill in: each at a secret or public address that names office and channel and proves both. */
import type { Readable } from 'node:stream'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, outsidePages, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { channelClosed, channelForged, hear } from './contract.ts'
import { formDoors } from './forms/door.ts'
import { keptWhole, nothing } from './wires/reading.ts'
import { reachOf } from './wires/reach.ts'
import type { Answer, Asked, Heard, Reached } from './wires/wire.ts'
import { wireOf } from './wires/wires.ts'

/** What is told is words and references; files are fetched. */
const mostBytes = 1_000_000

interface PublicAsked {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly file: Readable | null
  readonly requestId: string
  header(name: string): string
}

async function bytesOf(file: Readable | null, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of file ?? []) {
    size += (part as Buffer).length
    if (size > most) return refuse(kernelRefusals.fileTooLarge, { limitBytes: most })
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

async function channelFor(kernel: Kernel, token: string): Promise<Reached> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'channel', token)
  const channel = thing && (await reachOf(kernel, thing.organisationId, thing.id))
  // A form has an address of its own.
  return channel && channel.wire !== 'form' ? channel : refuse(channelClosed)
}

const answered = ({ contentType, text }: Answer) => ({
  headers: { 'content-type': contentType },
  body: Buffer.from(text),
})
const silent: Answer = { contentType: 'text/plain; charset=utf-8', text: '' }

/** What an adapter stumbles over is kept as it came: it was verified, or needs no proof beside its address. */
function understood(channel: Reached, asked: Asked): Heard {
  const wire = wireOf(channel.wire)
  let heard: Heard | 'forged'
  try {
    heard = wire.receive(asked, channel)
  } catch {
    heard = { ...nothing, messages: [keptWhole(asked.body)] }
  }
  return heard === 'forged' ? refuse(channelForged) : heard
}

async function takeIn(kernel: Kernel, { organisationId, id }: Reached, heard: Heard, requestId: string): Promise<void> {
  if (heard.messages.length === 0 && heard.statuses.length === 0) return
  const request = { organisationId, principalId: systemPrincipalId, command: hear.name, requestId, surface: 'link' }
  const input = { channelId: id, messages: heard.messages, statuses: heard.statuses }
  const outcome = await kernel.dispatch({ ...request, input })
  if (outcome.status === 'done') return
  // Busy: the provider tells it again. Whatever else is wrong with it, it does not get lost.
  if (outcome.status === 'refused' && outcome.refusal.status === 503)
    throw new Refusal(outcome.refusal, outcome.refusal.data)
  const isOdd = outcome.status === 'refused' && outcome.refusal.name === kernelRefusals.inputInvalid.name
  const kept = { channelId: id, messages: [keptWhole(Buffer.from(JSON.stringify(heard)))] }
  if (isOdd && (await kernel.dispatch({ ...request, input: kept })).status === 'done') return
  refuse(channelClosed)
}

const told = {
  method: 'POST' as const,
  path: `${outsidePages.channel}/:token`,
  // A provider speaks for many people from few addresses.
  perMinute: 1_200,
  takesFile: true,
  async answer(kernel: Kernel, { params, query, file, header, requestId }: PublicAsked) {
    const channel = await channelFor(kernel, params['token'] ?? '')
    const asked = {
      query,
      header,
      body: await bytesOf(file, mostBytes),
      now_ms: (kernel.clock?.() ?? Temporal.Now.instant()).epochMilliseconds,
    }
    const heard = understood(channel, asked)
    await takeIn(kernel, channel, heard, requestId)
    return answered(heard.answer ?? silent)
  },
}

const verified = {
  method: 'GET' as const,
  path: `${outsidePages.channel}/:token`,
  perMinute: 30,
  async answer(kernel: Kernel, { params, query, header }: PublicAsked) {
    const channel = await channelFor(kernel, params['token'] ?? '')
    const asked = { query, header, body: Buffer.alloc(0), now_ms: 0 }
    return answered(wireOf(channel.wire).verify?.(asked, channel) ?? refuse(channelClosed))
  },
}

export const channelPublic = [told, verified, ...formDoors] as const
