/**
 * Text messages out by the house's own door (`kernel/phone/door.ts`); in by whatever small gateway can call an address: a form or
 * JSON with the names that such programs use. The address is the secret; with one more of its own each call is signed besides.
 */
import { phoneDoor } from '../../../kernel/phone/door.ts'
import { clean, digestOf, eitherOf, hmac, type Json, keptWhole, line, nothing, same, senderOf } from './reading.ts'
import { smsCapabilities, smsHandle } from './sms.ts'
import type { Asked, Given, Heard, Reached, Wire } from './wire.ts'

const first = (told: Json, names: readonly string[]): unknown =>
  names.map(name => told[name]).find(one => one !== undefined && one !== null)

const isForged = ({ header, body }: Asked, { secrets, hasSecret }: Reached): boolean => {
  const secret = secrets['secret']
  // One that has a secret which cannot be opened believes nobody.
  if (!secret) return hasSecret
  return !same(header('x-signature').replace(/^sha256=/, ''), hmac('sha256', secret, body).toString('hex'))
}

/** A gateway that names neither message nor moment: told again within these minutes it is the same, later it is said once more. */
const sameMinutes = 10

function receive(asked: Asked, channel: Reached): Heard | 'forged' {
  if (isForged(asked, channel)) return 'forged'
  const told = eitherOf(asked)
  const from = first(told, ['from', 'sender', 'msisdn', 'number', 'phone', 'From'])
  const text = first(told, ['text', 'message', 'body', 'msg', 'content', 'Body'])
  if (asked.body.length === 0) return nothing
  if (line(from, 80) === '' || typeof text !== 'string') return { ...nothing, messages: [keptWhole(asked.body)] }
  const named = line(first(told, ['id', 'messageId', 'message_id', 'uuid', 'MessageSid']), 200)
  const sent = line(first(told, ['at', 'time', 'timestamp', 'received', 'sentStamp']), 60)
  const turn = Math.floor(asked.now_ms / (sameMinutes * 60_000))
  return {
    ...nothing,
    messages: [
      {
        externalId: named || `d:${digestOf(`${line(from, 80)}\n${sent || turn}\n${text}`)}`,
        ...senderOf(from, channel.country),
        text: clean(text, 20_000),
      },
    ],
  }
}

async function send(message: { readonly to: string; readonly text: string }): Promise<Given> {
  const door = phoneDoor()
  if (!door?.ways.includes('sms')) return { outcome: 'refused', because: 'no-door' }
  try {
    await door.sms(message.to, message.text)
    return { outcome: 'given' }
  } catch (fault) {
    const because = line((fault as Error).message, 300)
    // What begins with a figure the provider said; it was not reached, or nobody knows.
    if (/^[34]\d\d/.test(because)) return { outcome: because.startsWith('429') ? 'later' : 'refused', because }
    return { outcome: because.startsWith('address-') ? 'refused' : 'doubtful', because }
  }
}

export const gateway: Wire = {
  capabilities: { ...smsCapabilities, statuses: false, files: false },
  secrets: [],
  receive,
  send,
  handleOf: smsHandle,
}
