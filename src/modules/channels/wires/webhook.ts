/**
 * A chat of any kind, by a webhook in and a webhook out. Both are signed: `X-Kontor-Signature: t=<seconds>,v1=<hex>`, HMAC-SHA256 with
 * the shared secret over `<seconds>.<body>`; what is older than five minutes is refused, what is told twice is one.
 */
import { FetchFailed } from '../../../kernel/outside/fetch.ts'
import type { HeardMessage, HeardStatus } from '../contract/messages.ts'
import { ask, give, typeOf } from './giving.ts'
import {
  clean,
  hmac,
  type Json,
  jsonOf,
  keptWhole,
  languageOf,
  line,
  nothing,
  numberOf,
  objectOf,
  objectsOf,
  same,
} from './reading.ts'
import {
  type Asked,
  type Fetched,
  type Given,
  type Heard,
  mostFileBytes,
  type Outgoing,
  type Reached,
  type Wire,
} from './wire.ts'

const freshSeconds = 300

export const signatureOf = (secret: string, seconds: number, body: string | Buffer): string =>
  `t=${seconds},v1=${hmac('sha256', secret, Buffer.concat([Buffer.from(`${seconds}.`), Buffer.from(body)])).toString('hex')}`

function isForged({ header, body, now_ms }: Asked, { secrets }: Reached): boolean {
  const given = header('x-kontor-signature')
  const seconds = Number(/^t=(\d{1,12}),/.exec(given)?.[1] ?? Number.NaN)
  if (!secrets['secret'] || !(Math.abs(now_ms / 1000 - seconds) <= freshSeconds)) return true
  return !same(given, signatureOf(secrets['secret'], seconds, body))
}

function messageOf(told: Json, country: string): HeardMessage | null {
  const from = objectOf(told['from'])
  const [id, handle] = [line(told['id'], 250), line(from['id'], 300)]
  if (!id || !handle || typeof told['text'] !== 'string') return null
  const [name, email] = [line(from['name'], 200), line(from['email'], 254).toLowerCase()]
  const number = numberOf(line(from['number'], 40), country)
  const files = objectsOf(told['files'])
    .slice(0, 20)
    .map(file => ({
      name: line(file['name'], 200) || 'file',
      mediaType: line(file['mediaType'], 120) || 'application/octet-stream',
      bytes: 0,
      ref: line(file['url'], 1000),
    }))
    .filter(({ ref }) => /^https?:\/\//.test(ref))
  return {
    externalId: `m:${id}`,
    handle,
    ...(name && { name }),
    ...(email.includes('@') && { email }),
    ...(number && { number: number.slice(1) }),
    ...languageOf(from['language']),
    text: clean(told['text'], 20_000),
    files,
  }
}

const states = ['delivered', 'seen', 'failed'] as const

function receive(asked: Asked, channel: Reached): Heard | 'forged' {
  if (isForged(asked, channel)) return 'forged'
  const told = jsonOf(asked.body)
  if (!told) return { ...nothing, messages: [keptWhole(asked.body)] }
  const messages = objectsOf(told['messages'] ?? [told['message']]).map(one => messageOf(one, channel.country))
  const statuses = objectsOf(told['statuses'] ?? []).flatMap((one): HeardStatus[] => {
    const state = states.find(known => known === one['state'])
    const id = line(one['id'], 250)
    const because = line(one['because'], 300)
    return state && id ? [{ externalId: id, state, ...(because && { because }) }] : []
  })
  const read = messages.filter(one => one !== null)
  const isOdd = read.length < messages.length || (read.length === 0 && statuses.length === 0)
  return { statuses, messages: isOdd ? [...read, keptWhole(asked.body)] : read }
}

/** Signed as ours, so that whoever takes it knows from whom it is. */
async function send(message: Outgoing, channel: Reached): Promise<Given> {
  if (!channel.address) return { outcome: 'refused', because: 'address-wrong' }
  const { id, to, text, language, author } = message
  const body = JSON.stringify({ id, to, text, language, author })
  const headers = {
    'content-type': 'application/json',
    'x-kontor-signature': signatureOf(channel.secrets['secret'] ?? '', Math.floor(Date.now() / 1000), body),
  }
  return give(channel.address, headers, body, answer => {
    const named = line(jsonOf(answer.body)?.['id'], 250)
    return { outcome: 'given', externalId: named || id }
  })
}

async function fetchFile(ref: string): Promise<Fetched> {
  try {
    const answer = await ask(ref, {}, mostFileBytes, '*/*')
    return { bytes: answer.body, mediaType: typeOf(answer) }
  } catch (fault) {
    throw fault instanceof FetchFailed ? new Error(fault.problem) : fault
  }
}

export const webhook: Wire = {
  capabilities: {
    mostLetters: 10_000,
    segments: false,
    files: true,
    sendsFiles: false,
    windowHours: null,
    templates: false,
    statuses: true,
  },
  secrets: ['secret'],
  receive,
  send,
  handleOf: typed => ({ handle: line(typed, 300) }),
  fetchFile,
}
