/**
 * What a kiosk reaches by its link: no cookie, no sign-in, the link of a tablet that may be revoked. Everything is asked of Kontor
 * itself, and told in so many words as whoever stands there may read.
 */
import type { Readable } from 'node:stream'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { View } from '../../kernel/implement.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, type OutsideThing, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import type { Command } from '../../kernel/declare.ts'
import * as c from './contract.ts'
import { badgeOf, expectedByCode, hostsFor, kioskOf, openedOf } from './kiosk-view.ts'
import { offlineWorker } from './offline-worker.ts'
import { badgePdf } from './paper/papers.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly file: Readable | null
  said(name: 'name' | 'item'): string
  readonly requestId: string
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

const worded = (value: unknown, most = 200): string => (typeof value === 'string' ? value.slice(0, most).trim() : '')

async function looking<T>(
  kernel: Kernel,
  { organisationId }: OutsideThing,
  requestId: string,
  look: (view: View) => Promise<T>,
): Promise<T> {
  return kernel.viewing({ organisationId, principalId: systemPrincipalId, requestId }, look)
}

/** The kiosk of a link that holds still. */
async function kioskFor(kernel: Kernel, { token, requestId }: Asked): Promise<OutsideThing> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'kiosk', token)
  if (!thing) return refuse(c.kioskClosed)
  const isOpen = await looking(kernel, thing, requestId, view => kioskOf(view, thing.id)).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
  return isOpen ? thing : refuse(c.kioskClosed)
}

async function act(
  kernel: Kernel,
  thing: OutsideThing,
  command: Command,
  input: object,
  requestId: string,
): Promise<unknown> {
  const outcome = await kernel.dispatch({
    organisationId: thing.organisationId,
    principalId: systemPrincipalId,
    command: command.name,
    input: { ...input, kioskId: thing.id },
    requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal({ ...outcome.refusal }, outcome.refusal.data)
  if (outcome.status !== 'done') return refuse(kernelRefusals.fault)
  return outcome.output
}

/** What is given passes to the command as it is; the command's own schema weighs it. */
const acting = (path: string, command: Command, perMinute: number) => ({
  method: 'POST' as const,
  path,
  perMinute,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = await kioskFor(kernel, asked)
    const { kioskId: _ours, ...input } = asked.body
    return json(await act(kernel, thing, command, input, asked.requestId))
  },
})

const open = {
  method: 'POST' as const,
  path: '/public/kiosk/open',
  perMinute: 60,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = await kioskFor(kernel, asked)
    return json(await looking(kernel, thing, asked.requestId, view => openedOf(view, thing.id)))
  },
}

const hosts = {
  method: 'POST' as const,
  path: '/public/kiosk/hosts',
  perMinute: 240,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = await kioskFor(kernel, asked)
    const search = worded(asked.body['search'])
    const name = worded(asked.body['name'])
    const all = asked.body['delivery'] === true
    return json({ rows: await looking(kernel, thing, asked.requestId, view => hostsFor(view, { search, name, all })) })
  },
}

const code = {
  method: 'POST' as const,
  path: '/public/kiosk/code',
  perMinute: 30,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = await kioskFor(kernel, asked)
    const found = await looking(kernel, thing, asked.requestId, view =>
      expectedByCode(view, worded(asked.body['code'], 40)),
    )
    return json(found ?? refuse(c.visitorCodeUnknown))
  },
}

const badge = {
  method: 'POST' as const,
  path: '/public/kiosk/badge',
  perMinute: 30,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = await kioskFor(kernel, asked)
    const id = worded(asked.body['id'], 36)
    const paper = await looking(kernel, thing, asked.requestId, view => badgeOf(view, thing.id, id))
    if (!paper) return refuse(c.visitorCodeUnknown)
    return { headers: { 'content-type': 'application/pdf' }, body: await badgePdf(paper) }
  },
}

const mostPhotoBytes = 45_000

async function bytesOf(file: Readable | null): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of file ?? []) {
    size += (part as Buffer).length
    if (size > mostPhotoBytes) return refuse(kernelRefusals.fileTooLarge, { limitBytes: mostPhotoBytes })
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

const photo = {
  method: 'PUT' as const,
  path: '/public/kiosk/photo',
  perMinute: 30,
  takesFile: true,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = await kioskFor(kernel, asked)
    const jpeg = (await bytesOf(asked.file)).toString('base64')
    const id = asked.said('item')
    const mine = await looking(kernel, thing, asked.requestId, view => badgeOf(view, thing.id, id))
    if (!mine) return refuse(c.visitorCodeUnknown)
    return json(await act(kernel, thing, c.keepPhoto, { id, jpeg }, asked.requestId))
  },
}

/** What the tablet at the door reaches by its link. */
export const kioskPublic = [
  open,
  hosts,
  code,
  acting('/public/kiosk/sign-in', c.kioskSignIn, 60),
  acting('/public/kiosk/leaving', c.kioskSignOut, 60),
  acting('/public/kiosk/parcel', c.kioskParcel, 60),
  badge,
  photo,
  offlineWorker,
] as const
