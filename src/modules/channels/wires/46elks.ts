/**
 * Text messages as 46elks documents them: a form tells of a message (`id`, `from`, `to`, `message`) or, as `whendelivered`, what became of
 * ours (`id`, `status`); `/a1/sms` out. It signs nothing: the address is the secret. Tried against a stand-in of that documentation.
 */
import { ask, basic, give } from './giving.ts'
import { clean, eitherOf, jsonOf, keptWhole, line, nothing, senderOf } from './reading.ts'
import { smsCapabilities, smsHandle } from './sms.ts'
import type { Asked, Given, Heard, Outgoing, Reached, Wire } from './wire.ts'

const base = ({ address }: Reached): string => `${address ?? 'https://api.46elks.com'}/a1`
const authorized = ({ account, secrets }: Reached) => ({
  authorization: basic(account ?? '', secrets['password'] ?? ''),
})

const states = { sent: 'given', delivered: 'delivered', failed: 'failed' } as const

function receive(asked: Asked, channel: Reached): Heard {
  if (asked.body.length === 0) return nothing
  const told = eitherOf(asked)
  const [id, status] = [line(told['id'], 100), line(told['status'], 20)]
  const state = states[status as keyof typeof states]
  if (id && state && told['message'] === undefined) return { ...nothing, statuses: [{ externalId: id, state }] }
  if (!id || !told['from'] || typeof told['message'] !== 'string')
    return { ...nothing, messages: [keptWhole(asked.body)] }
  const text = clean(told['message'], 20_000)
  return { ...nothing, messages: [{ externalId: id, ...senderOf(told['from'], channel.country), text }] }
}

function send({ to, text }: Outgoing, channel: Reached): Promise<Given> {
  const form = {
    from: channel.sender ?? '',
    to,
    message: text,
    ...(channel.hook && { whendelivered: channel.hook }),
  }
  const headers = { ...authorized(channel), 'content-type': 'application/x-www-form-urlencoded' }
  return give(`${base(channel)}/sms`, headers, new URLSearchParams(form).toString(), ({ body }) => {
    const id = line(jsonOf(body)?.['id'], 100)
    return { outcome: 'given', ...(id && { externalId: id }) }
  })
}

export const elks: Wire = {
  capabilities: { ...smsCapabilities, files: false },
  secrets: ['password'],
  receive,
  send,
  handleOf: smsHandle,
  async check(channel) {
    const answer = await ask(`${base(channel)}/me`, authorized(channel))
    return line(jsonOf(answer.body)?.['displayname'] ?? jsonOf(answer.body)?.['email'], 100)
  },
}
