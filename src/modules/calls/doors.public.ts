/** Where telephone systems tell of calls: one secret address for each, which names office and wire and proves both. */
import type { Readable } from 'node:stream'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, outsidePages, readOutsideToken } from '../../kernel/outside/link.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { hearCall, wireClosed } from './contract.ts'
import { secretOf, type Wire, wireAddress, wireById } from './wires/accounts.ts'
import { genericAnswer, readGeneric } from './wires/generic.ts'
import { isTelnyxs, isTwilios } from './wires/signatures.ts'
import { readTelnyxJson, readTexml, ringOn as ringOnXml } from './wires/texml.ts'
import type { Told } from './wires/wire.ts'

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

interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly file: Readable | null
  readonly requestId: string
  header(name: string): string
}

const xml = { 'content-type': 'application/xml; charset=utf-8' }

/** Of a call that Kontor has placed, its name; whatever else stands there names none. */
const placedOf = (name: string | undefined): string | null => (/^kontor-[\da-f-]{36}$/.test(name ?? '') ? name! : null)

/** What is not signed by whom it says it is from is in the words of what was never there. */
async function requireSigned(kernel: Kernel, wire: Spoken, { header, query = {} }: Asked, body: string): Promise<void> {
  if (wire.kind === 'twilio') {
    const search = new URLSearchParams(query).toString()
    const address = `${await wireAddress(kernel, wire)}${search ? `?${search}` : ''}`
    const token = await secretOf(kernel, wire as Wire).catch(() => refuse(wireClosed))
    if (!isTwilios(token, address, new URLSearchParams(body), header('x-twilio-signature'))) refuse(wireClosed)
  }
  if (wire.kind !== 'telnyx') return
  const signed = { signature: header('telnyx-signature-ed25519'), timestamp: header('telnyx-timestamp') }
  const now = Math.floor((kernel.clock?.().epochMilliseconds ?? Date.now()) / 1000)
  if (!isTelnyxs(wire.publicKey ?? '', body, signed, now)) refuse(wireClosed)
}

function readAs({ kind }: Spoken, body: string, placed: string | null): Told | null {
  if (kind === 'webhook') return readGeneric(body)
  if (kind === 'telnyx' && body.trimStart().startsWith('{')) return readTelnyxJson(body)
  return kind === 'twilio' || kind === 'telnyx' ? readTexml(new URLSearchParams(body), placed) : null
}

/** The call that rings on: at whom it concerns, or at who is called. A placed one asks for it when the telephone on the desk was taken. */
async function hear(kernel: Kernel, wire: Spoken, told: Told, requestId: string): Promise<readonly string[]> {
  const outcome = await kernel.dispatch({
    organisationId: wire.organisationId,
    principalId: systemPrincipalId,
    command: hearCall.name,
    input: { wireId: wire.id, ...told },
    requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused' && outcome.refusal.status === 503)
    throw new Refusal(outcome.refusal, outcome.refusal.data)
  // A wire that is gone, or an office, is in the words of what was never there.
  if (outcome.status !== 'done') return refuse(wireClosed)
  return (outcome.output as { ringOn: string[] }).ringOn
}

type Spoken = Pick<Wire, 'id' | 'organisationId' | 'kind'> & Partial<Wire>

/** Those that sign nothing: what they are never becomes otherwise, and a card that opens waits for no question that was answered before. */
const plain = new Map<string, Spoken>()
const mostPlain = 1_000

async function spokenWith(kernel: Kernel, thing: { organisationId: string; id: string }): Promise<Spoken | null> {
  const known = plain.get(thing.id)
  if (known?.organisationId === thing.organisationId) return known
  const wire = await wireById(kernel, thing.organisationId, thing.id)
  if (wire?.kind !== 'webhook') return wire
  if (plain.size >= mostPlain) plain.clear()
  const { id, organisationId, kind } = wire
  plain.set(id, { id, organisationId, kind })
  return wire
}

const wireDoor = {
  method: 'POST' as const,
  path: `${outsidePages.calls}/:token`,
  // A busy switchboard tells of three events a call from one address.
  perMinute: 600,
  takesFile: true,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'calls', asked.params['token'] ?? '')
    const wire = thing && (await spokenWith(kernel, thing))
    if (!wire) return refuse(wireClosed)
    const body = await textOf(asked.file)
    await requireSigned(kernel, wire, asked, body)
    const placed = placedOf(asked.query?.['call'])
    const told = readAs(wire, body, placed)
    const ringOn = told ? await hear(kernel, wire, told, asked.requestId) : []
    const address = (await wireAddress(kernel, wire)) ?? ''
    if (wire.kind === 'webhook')
      return { headers: xml, body: Buffer.from(genericAnswer(told?.what ?? 'ended', address || null)) }
    const on = placed ? `${address}?call=${placed}` : address
    return { headers: xml, body: Buffer.from(ringOnXml(ringOn, on, placed ? (wire.number ?? undefined) : undefined)) }
  },
}

export const callPublic = [wireDoor] as const
