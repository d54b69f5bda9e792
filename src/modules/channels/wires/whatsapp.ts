/**
 * WhatsApp by Meta's Cloud API as it is documented: the address is confirmed by a verify token, what is told is signed
 * (`X-Hub-Signature-256`), one may write freely for 24 hours after theirs and by approved templates later. Tried against a stand-in of
 * that documentation alone.
 */
import type { HeardMessage, HeardStatus } from '../contract/messages.ts'
import { ask, formOf, give, typeOf } from './giving.ts'
import { clean, hmac, type Json, jsonOf, keptWhole, line, nothing, objectOf, objectsOf, same } from './reading.ts'
import { smsHandle } from './sms.ts'
import {
  type Answer,
  type Asked,
  type Fetched,
  type Given,
  type Heard,
  mostFileBytes,
  type Outgoing,
  type OutgoingFile,
  type Reached,
  type Wire,
} from './wire.ts'

const base = ({ address }: Reached): string => address ?? 'https://graph.facebook.com/v23.0'
const authorized = ({ secrets }: Reached) => ({ authorization: `Bearer ${secrets['token'] ?? ''}` })

function verify({ query }: Asked, { secrets }: Reached): Answer | null {
  const wanted = secrets['verify']
  if (query['hub.mode'] !== 'subscribe' || !wanted || !same(query['hub.verify_token'] ?? '', wanted)) return null
  return { contentType: 'text/plain; charset=utf-8', text: clean(query['hub.challenge'], 200).replace(/[^\w.-]/g, '') }
}

const isForged = ({ header, body }: Asked, { secrets }: Reached): boolean =>
  !secrets['app'] ||
  !same(header('x-hub-signature-256'), `sha256=${hmac('sha256', secrets['app'], body).toString('hex')}`)

const media = ['image', 'document', 'audio', 'video', 'sticker', 'voice'] as const

/** What is no text is told in words as far as it has some: a place, a button, a contact. */
function textOf(told: Json): string {
  const of = (name: string) => objectOf(told[name])
  const place = of('location')
  const reply = of('interactive')
  const chosen = objectOf(reply['button_reply'] ?? reply['list_reply'])
  const contacts = objectsOf(told['contacts']).map(one => objectOf(one['name'])['formatted_name'])
  const words = [
    of('text')['body'],
    ...media.map(kind => of(kind)['caption']),
    of('button')['text'],
    chosen['title'],
    of('reaction')['emoji'],
    place['latitude'] === undefined ? undefined : `${place['name'] ?? ''} ${place['latitude']}, ${place['longitude']}`,
    ...contacts,
  ]
  return clean(words.filter(one => typeof one === 'string' && one !== '').join('\n'), 20_000).trim()
}

function filesOf(told: Json) {
  return media.flatMap(kind => {
    const file = objectOf(told[kind])
    const ref = line(file['id'], 200)
    if (!ref) return []
    const mediaType = line(file['mime_type'], 120).split(';')[0] || 'application/octet-stream'
    return [
      { name: line(file['filename'], 200) || `${kind}.${mediaType.split('/')[1] ?? 'bin'}`, mediaType, bytes: 0, ref },
    ]
  })
}

function messageOf(told: Json, names: ReadonlyMap<string, string>): HeardMessage | null {
  const [id, from] = [line(told['id'], 250), line(told['from'], 20)]
  if (!id || !/^\d{4,15}$/.test(from)) return null
  const [text, files] = [textOf(told), filesOf(told)]
  const name = names.get(from)
  const kind = line(told['type'], 40) || 'message'
  return {
    externalId: id,
    handle: from,
    number: from,
    ...(name && { name }),
    text: text || (files.length > 0 ? '' : `[${kind}]`),
    files,
  }
}

const states = { sent: 'given', delivered: 'delivered', read: 'seen', played: 'seen', failed: 'failed' } as const

function statusOf(told: Json): HeardStatus[] {
  const state = states[line(told['status'], 20) as keyof typeof states]
  const id = line(told['id'], 250)
  const [error] = objectsOf(told['errors'])
  const because = line(error?.['title'] ?? error?.['message'], 300)
  return state && id ? [{ externalId: id, state, ...(because && { because }) }] : []
}

function receive(asked: Asked, channel: Reached): Heard | 'forged' {
  if (isForged(asked, channel)) return 'forged'
  const told = jsonOf(asked.body)
  if (!told) return { ...nothing, messages: [keptWhole(asked.body)] }
  const values = objectsOf(told['entry'])
    .flatMap(entry => objectsOf(entry['changes']))
    .map(change => objectOf(change['value']))
    // Several numbers may tell the same address.
    .filter(value => !channel.sender || line(objectOf(value['metadata'])['phone_number_id'], 40) === channel.sender)
  const messages = values.flatMap(value => {
    const contacts = objectsOf(value['contacts'])
    const names = new Map(contacts.map(one => [line(one['wa_id'], 20), line(objectOf(one['profile'])['name'], 200)]))
    return objectsOf(value['messages']).map(one => messageOf(one, names))
  })
  const read = messages.filter(one => one !== null)
  return {
    messages: read.length < messages.length ? [...read, keptWhole(asked.body)] : read,
    statuses: values.flatMap(value => objectsOf(value['statuses']).flatMap(statusOf)),
  }
}

/** A sound takes no words beside it: it goes as a file, so that they arrive. */
const sortOf = (mediaType: string): 'image' | 'video' | 'document' =>
  /^image\/(jpeg|png)$/.test(mediaType) ? 'image' : /^video\/(mp4|3gpp)$/.test(mediaType) ? 'video' : 'document'

/** First the file is laid down with the provider, which sends nothing; whatever goes wrong there, nobody got anything. */
async function layDown(file: OutgoingFile, channel: Reached): Promise<string | Given> {
  const { type, body } = await formOf({ messaging_product: 'whatsapp', type: file.mediaType }, 'file', file)
  const url = `${base(channel)}/${encodeURIComponent(channel.sender ?? '')}/media`
  let id = ''
  const given = await give(url, { ...authorized(channel), 'content-type': type }, body, answer => {
    id = line(jsonOf(answer.body)?.['id'], 250)
    return id ? { outcome: 'given' } : { outcome: 'refused', because: 'no media id' }
  })
  if (given.outcome === 'given') return id
  return given.outcome === 'doubtful' ? { ...given, outcome: 'later' } : given
}

function mediaOf(id: string, file: OutgoingFile, text: string) {
  const sort = sortOf(file.mediaType)
  return { type: sort, [sort]: { id, caption: text, ...(sort === 'document' && { filename: file.name }) } }
}

async function send({ to, text, template, file }: Outgoing, channel: Reached): Promise<Given> {
  const laid = file ? await layDown(file, channel) : ''
  if (typeof laid !== 'string') return laid
  const said = file
    ? mediaOf(laid, file, text)
    : template
      ? { type: 'template', template: { name: template.name, language: { code: template.language } } }
      : { type: 'text', text: { preview_url: false, body: text } }
  const body = JSON.stringify({ messaging_product: 'whatsapp', recipient_type: 'individual', to, ...said })
  const headers = { ...authorized(channel), 'content-type': 'application/json' }
  return give(`${base(channel)}/${encodeURIComponent(channel.sender ?? '')}/messages`, headers, body, answer => {
    const [first] = objectsOf(jsonOf(answer.body)?.['messages'])
    const id = line(first?.['id'], 250)
    return { outcome: 'given', ...(id && { externalId: id }) }
  })
}

async function fetchFile(ref: string, channel: Reached): Promise<Fetched> {
  const about = jsonOf((await ask(`${base(channel)}/${encodeURIComponent(ref)}`, authorized(channel))).body)
  const url = line(about?.['url'], 2000)
  const answer = await ask(url, authorized(channel), mostFileBytes, '*/*')
  return { bytes: answer.body, mediaType: line(about?.['mime_type'], 120).split(';')[0] || typeOf(answer) }
}

export const whatsapp: Wire = {
  capabilities: {
    mostLetters: 4096,
    segments: false,
    files: true,
    sendsFiles: true,
    windowHours: 24,
    templates: true,
    statuses: true,
  },
  secrets: ['token', 'app', 'verify'],
  receive,
  send,
  verify,
  fetchFile,
  handleOf(typed, channel) {
    const found = smsHandle(typed, channel)
    return found && { handle: found.number, number: found.number }
  },
  async check(channel) {
    const answer = await ask(
      `${base(channel)}/${encodeURIComponent(channel.sender ?? '')}?fields=verified_name,display_phone_number`,
      authorized(channel),
    )
    const told = jsonOf(answer.body)
    return [line(told?.['verified_name'], 80), line(told?.['display_phone_number'], 40)].filter(Boolean).join(', ')
  },
}
