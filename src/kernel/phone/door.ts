/**
 * The way out by telephone: text messages, and calls in which a voice reads a text, through a provider that the configuration
 * names; without one nothing is sent. Two shapes of provider are known: that of 46elks (text messages) and that of Twilio (text
 * messages, and calls by TwiML), as they document them.
 */
import { FetchFailed, type Fetched, fetchOutside } from '../outside/fetch.ts'

export type PhoneWay = 'sms' | 'voice'

export interface PhoneDoor {
  readonly ways: readonly PhoneWay[]
  /** Numbers as E.164 writes them. Rejects where the provider does not take it. */
  sms(to: string, text: string): Promise<void>
  /** Has a voice read the text, twice. `language` as BCP 47 writes it. */
  call(to: string, text: string, language: string): Promise<void>
}

let open: PhoneDoor | null = null

/** The door of this process; null where nothing goes out by telephone. */
export const phoneDoor = (): PhoneDoor | null => open

/** Tells the process its door, when it starts. */
export const setPhoneDoor = (door: PhoneDoor | null): void => {
  open = door
}

/** `46elks://user:password@api.46elks.com`, `twilio://account:token@api.twilio.com`; `+http` for a gateway of the same shape in the house. */
export const phoneUrlPattern = /^(46elks|twilio)(\+https?)?:\/\/[^\s:@/]+:[^\s@/]+@[^\s/]+$/

interface Provider {
  readonly base: string
  readonly user: string
  readonly authorization: string
  readonly from: string
}

const patience = 20_000
const mostBytes = 100_000

async function post({ base, authorization }: Provider, path: string, form: Record<string, string>): Promise<void> {
  const answer = await fetchOutside(base + path, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    accept: 'application/json',
    mostBytes,
    timeoutMs: patience,
  }).catch((fault: unknown) => {
    throw new Error(fault instanceof FetchFailed ? fault.problem : 'unreachable')
  })
  if (answer.status >= 300) throw new Error(said(answer))
}

/** What the provider says of it; never what was sent to it. */
function said({ status, body }: Fetched): string {
  const text = body.toString('utf8')
  try {
    const { message } = JSON.parse(text) as { message?: unknown }
    return `${status} ${typeof message === 'string' ? message : ''}`.trim().slice(0, 200)
  } catch {
    return `${status} ${text.replaceAll(/\s+/g, ' ')}`.trim().slice(0, 200)
  }
}

const notOffered = (): Promise<void> => Promise.reject(new Error('this provider makes no calls'))

function elks(provider: Provider): PhoneDoor {
  return {
    ways: ['sms'],
    sms: (to, text) => post(provider, '/a1/sms', { from: provider.from, to, message: text }),
    call: notOffered,
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function twilio(provider: Provider): PhoneDoor {
  const account = `/2010-04-01/Accounts/${encodeURIComponent(provider.user)}`
  const { from: From } = provider
  return {
    ways: ['sms', 'voice'],
    sms: (To, Body) => post(provider, `${account}/Messages.json`, { To, From, Body }),
    call: (To, text, language) =>
      post(provider, `${account}/Calls.json`, {
        To,
        From,
        Twiml: `<Response><Say language="${escaped(language)}" loop="2">${escaped(text)}</Say></Response>`,
      }),
  }
}

/** Opens the door. `from` is the number, or the name of up to 11 letters, that messages come from. */
export function openPhoneDoor(url: string, from: string): PhoneDoor {
  const [, kind, plain, user = '', password = '', host = ''] =
    /^(46elks|twilio)(?:\+(https?))?:\/\/([^:@]+):([^@]+)@(.+)$/.exec(url) ?? []
  const [name, secret] = [decodeURIComponent(user), decodeURIComponent(password)]
  const provider: Provider = {
    base: `${plain ?? 'https'}://${host}`,
    user: name,
    authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`,
    from,
  }
  return kind === 'twilio' ? twilio(provider) : elks(provider)
}
