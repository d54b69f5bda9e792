/**
 * Text messages as Twilio documents them, and providers of the same shape: webhooks signed by `X-Twilio-Signature` (HMAC-SHA1 over the
 * address and the sorted fields), `Messages.json` out, status callbacks to the same address. Tried against a stand-in of that documentation.
 */
import { ask, basic, give, typeOf } from './giving.ts'
import { clean, formOf, hmac, jsonOf, keptWhole, line, nothing, objectOf, same, senderOf } from './reading.ts'
import { smsCapabilities, smsHandle } from './sms.ts'
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

const base = ({ address, account }: Reached): string =>
  `${address ?? 'https://api.twilio.com'}/2010-04-01/Accounts/${encodeURIComponent(account ?? '')}`
const authorized = ({ account, secrets }: Reached) => ({ authorization: basic(account ?? '', secrets['token'] ?? '') })

function isForged(asked: Asked, { hook, secrets }: Reached, form: Readonly<Record<string, string>>): boolean {
  const query = new URLSearchParams(asked.query).toString()
  const signed =
    `${hook}${query ? `?${query}` : ''}` +
    Object.entries(form)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, value]) => name + value)
      .join('')
  return (
    !secrets['token'] ||
    !same(asked.header('x-twilio-signature'), hmac('sha1', secrets['token'], signed).toString('base64'))
  )
}

const states = { sent: 'given', delivered: 'delivered', read: 'seen', undelivered: 'failed', failed: 'failed' } as const
/** An empty answer sends nothing back. */
const silent = { contentType: 'text/xml; charset=utf-8', text: '<?xml version="1.0" encoding="UTF-8"?><Response/>' }

function receive(asked: Asked, channel: Reached): Heard | 'forged' {
  const form = formOf(asked.body)
  if (isForged(asked, channel, form)) return 'forged'
  const id = line(form['MessageSid'] ?? form['SmsSid'], 100)
  const status = form['MessageStatus'] ?? form['SmsStatus'] ?? ''
  if (id && status && status !== 'received' && form['Body'] === undefined) {
    const state = states[status as keyof typeof states]
    const because = line(form['ErrorCode'], 60)
    return {
      ...nothing,
      answer: silent,
      statuses: state ? [{ externalId: id, state, ...(because && { because }) }] : [],
    }
  }
  if (!id || !form['From'] || form['Body'] === undefined)
    return { ...nothing, answer: silent, messages: [keptWhole(asked.body)] }
  const count = Math.min(10, Number(form['NumMedia'] ?? 0) || 0)
  const files = Array.from({ length: count }, (_, n) => ({
    name: `${n + 1}`,
    mediaType: line(form[`MediaContentType${n}`], 120) || 'application/octet-stream',
    bytes: 0,
    ref: line(form[`MediaUrl${n}`], 1000),
  })).filter(({ ref }) => ref !== '')
  const message = {
    externalId: id,
    ...senderOf(form['From'], channel.country),
    text: clean(form['Body'], 20_000),
    files,
  }
  return { ...nothing, answer: silent, messages: [message] }
}

function send({ to, text }: Outgoing, channel: Reached): Promise<Given> {
  const form = {
    To: to,
    From: channel.sender ?? '',
    Body: text,
    ...(channel.hook && { StatusCallback: channel.hook }),
  }
  const headers = { ...authorized(channel), 'content-type': 'application/x-www-form-urlencoded' }
  return give(`${base(channel)}/Messages.json`, headers, new URLSearchParams(form).toString(), ({ body }) => {
    const sid = line(jsonOf(body)?.['sid'], 100)
    return { outcome: 'given', ...(sid && { externalId: sid }) }
  })
}

/** Only from where the provider is: the address stands in what a stranger may have sent. */
async function fetchFile(ref: string, channel: Reached): Promise<Fetched> {
  const host = new URL(channel.address ?? 'https://api.twilio.com').host
  if (!URL.canParse(ref) || new URL(ref).host !== host) throw new Error('elsewhere')
  const answer = await ask(ref, authorized(channel), mostFileBytes, '*/*')
  return { bytes: answer.body, mediaType: typeOf(answer) }
}

export const twilio: Wire = {
  capabilities: smsCapabilities,
  secrets: ['token'],
  receive,
  send,
  handleOf: smsHandle,
  fetchFile,
  async check(channel) {
    const answer = await ask(`${base(channel)}.json`, authorized(channel))
    return line(objectOf(jsonOf(answer.body))['friendly_name'], 100)
  },
}
