/**
 * Scrive, as its Document API (version 2) is documented: personal access credentials by OAuth 1.0 PLAINTEXT, `documents/new`, `update`,
 * `start`, `get`, `cancel`, `remind`, `files/main`; callbacks unsigned, so that they only have it asked. Tried against a stand-in of that
 * documentation alone.
 */
import { FetchFailed, type Fetched, fetchOutside } from '../../../kernel/outside/fetch.ts'
import {
  type Outgoing,
  type Party,
  type Reached,
  ServiceFault,
  type SignatureService,
  type Standing,
} from './service.ts'

const patience_ms = 60_000
const mostBytes = 100_000_000
const form = 'application/x-www-form-urlencoded'

type Json = Readonly<Record<string, unknown>>

const credentials = ({ secrets }: Reached): string => {
  const said = (name: string) => secrets[name] ?? ''
  return (
    `oauth_signature_method="PLAINTEXT", oauth_consumer_key="${said('apitoken')}", oauth_token="${said('accesstoken')}", ` +
    `oauth_signature="${said('apisecret')}&${said('accesssecret')}"`
  )
}

const textOf = (value: unknown, most: number): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : null

function jsonOf(body: Buffer): Json {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  } catch {}
  throw new ServiceFault('away', 'answer-wrong')
}

/** What it says of an error, in one line; never what was sent. */
function said({ status, body }: Fetched): string {
  let told: unknown = null
  try {
    told = (JSON.parse(body.toString('utf8')) as Json | null)?.['error_message']
  } catch {}
  return `${status} ${textOf(told, 250) ?? ''}`.replace(/\s+/g, ' ').trim()
}

interface Call {
  readonly method?: 'GET' | 'POST'
  readonly body?: string | Uint8Array
  readonly type?: string
}

async function call(
  to: Reached,
  path: string,
  { method = 'POST', body = '', type = form }: Call = {},
): Promise<Fetched> {
  const headers = { authorization: credentials(to), ...(method === 'POST' ? { 'content-type': type } : {}) }
  const given = method === 'POST' ? { body } : {}
  let answer: Fetched
  try {
    const url = `${to.address.replace(/\/+$/, '')}/api/v2/documents/${path}`
    answer = await fetchOutside(url, { method, headers, ...given, mostBytes, timeoutMs: patience_ms })
  } catch (fault) {
    if (fault instanceof FetchFailed) throw new ServiceFault('away', fault.problem)
    throw fault
  }
  const { status } = answer
  if (status < 300) return answer
  if (status === 401 || status === 403) throw new ServiceFault('sign-in', said(answer))
  throw new ServiceFault(status >= 500 || status === 408 || status === 429 ? 'away' : 'refused', said(answer))
}

const get = async (to: Reached, id: string): Promise<Json> =>
  jsonOf((await call(to, `${encodeURIComponent(id)}/get`, { method: 'GET' })).body)

const partiesOf = (document: Json): Json[] =>
  Array.isArray(document['parties']) ? (document['parties'] as Json[]) : []
const fieldOf = (party: Json, type: string): string | null => {
  const fields = Array.isArray(party['fields']) ? (party['fields'] as Json[]) : []
  return textOf(fields.find(one => one['type'] === type)?.['value'], 254)
}

/** Languages that it speaks; what it does not is asked in English. */
const languages: Readonly<Record<string, string>> = { en: 'en', sv: 'sv', nb: 'no', nl: 'nl', pt: 'pt', ro: 'en' }

function partyFor({ name, email, phone, order }: Outgoing['signers'][number]): Json {
  const [first = name, ...rest] = name.split(' ')
  const field = (type: string, value: string, more: object = {}) => ({
    type,
    value,
    is_obligatory: type !== 'name' || value !== '',
    should_be_filled_by_sender: false,
    placements: [],
    ...more,
  })
  return {
    signatory_role: 'signing_party',
    sign_order: order,
    delivery_method: 'email',
    confirmation_delivery_method: 'email',
    authentication_method_to_view: 'standard',
    authentication_method_to_sign: phone === null ? 'standard' : 'sms_pin',
    fields: [
      field('name', first, { order: 1 }),
      field('name', rest.join(' '), { order: 2 }),
      field('email', email),
      ...(phone === null ? [] : [field('mobile', phone)]),
    ],
  }
}

const states: Readonly<Record<string, Standing['state']>> = {
  preparation: 'drafted',
  pending: 'pending',
  closed: 'signed',
  rejected: 'declined',
  timedout: 'expired',
  canceled: 'cancelled',
  document_error: 'failed',
}

const partyOf = (party: Json): Party => ({
  email: fieldOf(party, 'email')?.toLowerCase() ?? '',
  signedAt: textOf(party['sign_time'], 40),
  seenAt: textOf(party['seen_time'], 40),
  declined: textOf(party['rejected_time'], 40) !== null,
  reason: textOf(party['rejection_reason'], 1_000),
})

export const scrive: SignatureService = {
  secrets: ['apitoken', 'apisecret', 'accesstoken', 'accesssecret'],

  async check(to) {
    jsonOf((await call(to, 'list?max=1', { method: 'GET' })).body)
  },

  async create(to, { name, pdf }) {
    const parts = new FormData()
    parts.set('file', new Blob([Buffer.from(pdf)], { type: 'application/pdf' }), name)
    const packed = new Response(parts)
    const type = packed.headers.get('content-type') ?? ''
    const answer = await call(to, 'new', { body: new Uint8Array(await packed.arrayBuffer()), type })
    const id = textOf(jsonOf(answer.body)['id'], 200)
    if (!id) throw new ServiceFault('away', 'answer-wrong')
    return id
  },

  async prepare(to, id, { title, note, language, days, callback, signers }) {
    // Whoever the credentials belong to sends it, and does not sign.
    const author = partiesOf(await get(to, id)).find(one => one['is_author'] === true)
    const sender = author ? [{ ...author, is_signatory: false, signatory_role: 'viewer' }] : []
    const document = {
      title,
      lang: languages[language] ?? 'en',
      days_to_sign: days,
      invitation_message: note,
      ...(callback === null ? {} : { api_callback_url: callback }),
      parties: [...sender, ...signers.map(partyFor)],
    }
    const body = new URLSearchParams({ document: JSON.stringify(document) }).toString()
    await call(to, `${encodeURIComponent(id)}/update`, { body })
  },

  async start(to, id) {
    await call(to, `${encodeURIComponent(id)}/start`)
  },

  async status(to, id) {
    const document = await get(to, id)
    const state = states[String(document['status'])]
    if (!state) throw new ServiceFault('away', 'answer-wrong')
    const signing = partiesOf(document).filter(one => one['is_author'] !== true)
    return { state, parties: signing.map(partyOf) }
  },

  async withdraw(to, id) {
    await call(to, `${encodeURIComponent(id)}/cancel`)
  },

  async remind(to, id) {
    await call(to, `${encodeURIComponent(id)}/remind`)
  },

  async fetch(to, id) {
    const { body } = await call(to, `${encodeURIComponent(id)}/files/main/signed.pdf`, { method: 'GET' }).catch(
      fault => {
        // Closed, and its seal not on it yet.
        if (fault instanceof ServiceFault && fault.kind !== 'sign-in') return { body: null }
        throw fault
      },
    )
    return body?.subarray(0, 5).toString('latin1') === '%PDF-' ? body : null
  },

  heard: body => textOf(new URLSearchParams(body.toString('utf8')).get('document_id'), 200),
}
