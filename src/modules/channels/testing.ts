/** What the tests of channels share: an office with a directory, channels with sealed secrets, and a provider that is a stand-in. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { linkSecretOf, outsideToken, setOutsideLinks } from '../../kernel/outside/link.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { notifications } from '../notifications/index.ts'
import { named } from '../scheduling/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import type { Provider } from './contract.ts'
import { channelActs } from './doors/acts.ts'
import { channelPublic } from './doors.public.ts'
import { channels, setChannelsKernel } from './index.ts'

/** What our side is reached by. */
export const house = 'https://kontor.example'

export interface Told {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A provider on this machine: keeps what it is sent, answers what it is told to. */
export async function standIn(answer: (told: Told) => { status?: number; body: string | Buffer; type?: string }) {
  const told: Told[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part as Buffer))
    request.on('end', () => {
      const one = {
        method: request.method!,
        url: request.url!,
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
      }
      told.push(one)
      const { status = 200, body, type = 'application/json' } = answer(one)
      response.writeHead(status, { 'content-type': type }).end(body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, told, close: () => new Promise(resolve => server.close(resolve)) }
}

export interface Reply {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

interface Sending {
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly language?: string
}

export interface ChannelsOffice extends WorkOffice {
  /** Connects a channel as the page does; gives its id. */
  connect(wire: Provider, facts?: object): Promise<string>
  act(path: string, given: object): ReturnType<(typeof channelActs)[number]['act']>
  token(purpose: 'channel' | 'form', id: string): Promise<string>
  /** Sends to a public door, as a provider or a browser would. */
  door(method: 'GET' | 'POST', path: string, body?: string | Buffer, sending?: Sending): Promise<Reply>
}

export async function channelsOffice(): Promise<ChannelsOffice> {
  const it = await workOffice([directory, documents, notifications, named('mail'), channels])
  const { kernel } = it.office
  setChannelsKernel(kernel)
  const secret = await linkSecretOf(kernel.pool)
  setOutsideLinks({ address: house, secret })
  const { organisationId, elin } = it
  await it.office.superuser.query(`insert into platform.organisation values ($1, 'Office', now())`, [organisationId])
  const caller = { organisationId, principalId: elin.id, mandateId: null }
  const act = (path: string, given: object) =>
    channelActs.find(one => one.path.endsWith(path))!.act(kernel, caller, given as Record<string, unknown>, 'test')
  return {
    ...it,
    act,
    async connect(wire, facts = {}) {
      const outcome = await act('connections', { title: wire, wire, ...facts })
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
      return (outcome.output as { id: string }).id
    },
    token: async (purpose, id) => outsideToken(secret, purpose, { organisationId, id }),
    async door(method, path, body = '', { headers = {}, query = {}, language = 'en' } = {}) {
      const [, , folder, token] = path.split('/')
      const route = channelPublic.find(one => one.method === method && one.path.startsWith(`/public/${folder}/`))!
      const asked = {
        params: { token },
        query,
        language,
        requestId: 'test',
        file: Readable.from([Buffer.from(body)]),
        header: (name: string) => headers[name] ?? '',
      }
      try {
        const answer = await route.answer(kernel, asked as never)
        const status = (answer as { status?: number }).status ?? 200
        return { status, text: answer.body.toString(), headers: answer.headers as Record<string, string> }
      } catch (fault) {
        if (fault instanceof Refusal) return { status: fault.status, text: fault.refusalName, headers: {} }
        throw fault
      }
    },
  }
}
