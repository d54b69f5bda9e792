/** Twilio and Telnyx: calls are placed by asking them to ring at somebody’s telephone and then at our address what to do with whoever took it. */
import { FetchFailed, fetchOutside } from '../../../kernel/outside/fetch.ts'
import { type WireFacts, WireFailure } from './wire.ts'

/** Where they are spoken with; tests put stand-ins there. */
export interface ProviderPlaces {
  readonly twilio: string
  readonly telnyx: string
}
let places: ProviderPlaces = { twilio: 'https://api.twilio.com', telnyx: 'https://api.telnyx.com' }
export const setProviderPlaces = (given: ProviderPlaces): void => {
  places = given
}

type Account = Pick<WireFacts, 'kind' | 'username' | 'number'>

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

async function ask(url: string, authorization: string, form?: URLSearchParams): Promise<void> {
  const answer = await fetchOutside(url, {
    method: form ? 'POST' : 'GET',
    headers: { authorization, ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    ...(form ? { body: form.toString() } : {}),
    accept: 'application/json',
    mostBytes: 200_000,
    timeoutMs: 15_000,
  }).catch((fault: unknown) => {
    throw new WireFailure('unreachable', fault instanceof FetchFailed ? fault.problem : fault)
  })
  if (answer.status === 401 || answer.status === 403) throw new WireFailure('sign-in-refused')
  // What they say of it may hold what was sent: only its number is told.
  if (answer.status >= 300) throw new WireFailure('not-a-telephone-system', new Error(String(answer.status)))
}

const accountAt = ({ username }: Account) =>
  `${places.twilio}/2010-04-01/Accounts/${encodeURIComponent(username ?? '')}`

/** Whether one is let in there. */
export const tryProvider = (account: Account, secret: string): Promise<void> =>
  account.kind === 'twilio'
    ? ask(`${accountAt(account)}.json`, basic(account.username ?? '', secret))
    : ask(`${places.telnyx}/v2/texml_applications/${encodeURIComponent(account.username ?? '')}`, `Bearer ${secret}`)

/** `address` is asked what to do when the telephone at `extension` was taken, and told how the call goes. */
export function placeByProvider(
  account: Account,
  secret: string,
  { extension, address }: { extension: string; address: string },
): Promise<void> {
  const form = new URLSearchParams({ To: extension, From: account.number ?? '', Url: address, StatusCallback: address })
  if (account.kind === 'telnyx')
    return ask(
      `${places.telnyx}/v2/texml/calls/${encodeURIComponent(account.username ?? '')}`,
      `Bearer ${secret}`,
      form,
    )
  for (const event of ['initiated', 'ringing', 'answered', 'completed']) form.append('StatusCallbackEvent', event)
  return ask(`${accountAt(account)}/Calls.json`, basic(account.username ?? '', secret), form)
}

/** Another text of what to do for a call that goes on. */
export const redirectAtTwilio = (account: Account, secret: string, channel: string, twiml: string): Promise<void> =>
  ask(
    `${accountAt(account)}/Calls/${encodeURIComponent(channel)}.json`,
    basic(account.username ?? '', secret),
    new URLSearchParams({ Twiml: twiml }),
  )
