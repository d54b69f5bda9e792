/**
 * A Telegram bot as its API is documented: updates come to the address with the secret that was given when it was set
 * (`X-Telegram-Bot-Api-Secret-Token`), answers go by `sendMessage`. Tried against a stand-in of that documentation alone.
 */
import type { HeardMessage } from '../contract/messages.ts'
import { ask, formOf, give, said } from './giving.ts'
import {
  clean,
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
  type OutgoingFile,
  type Reached,
  type Wire,
} from './wire.ts'
import { fetchOutside } from '../../../kernel/outside/fetch.ts'

const root = ({ address }: Reached): string => address ?? 'https://api.telegram.org'
const base = (channel: Reached): string => `${root(channel)}/bot${channel.secrets['token'] ?? ''}`

const kinds = ['document', 'audio', 'video', 'voice', 'video_note', 'animation'] as const

function filesOf(told: Json) {
  // Of a picture in several sizes the last is the largest.
  const photo = objectsOf(told['photo']).at(-1)
  const picture = photo ? [{ ...photo, file_name: 'photo.jpg', mime_type: 'image/jpeg' }] : []
  return [...picture, ...kinds.map(kind => objectOf(told[kind]))].flatMap(file => {
    const { file_id, file_name, mime_type, file_size } = file as Json
    const ref = line(file_id, 300)
    if (!ref) return []
    const bytes = typeof file_size === 'number' && file_size > 0 ? Math.floor(file_size) : 0
    return [
      {
        name: line(file_name, 200) || 'file',
        mediaType: line(mime_type, 120) || 'application/octet-stream',
        bytes,
        ref,
      },
    ]
  })
}

function messageOf(told: Json, country: string, isEdit: boolean): HeardMessage | null {
  const [chat, from, contact] = [objectOf(told['chat']), objectOf(told['from']), objectOf(told['contact'])]
  const [chatId, messageId] = [line(chat['id'], 40), line(told['message_id'], 40)]
  if (!chatId || !messageId) return null
  const names = [from['first_name'], from['last_name']].filter(one => typeof one === 'string').join(' ')
  const name = line(chat['title'] ?? names, 200) || line(from['username'], 200)
  // One who shares their own number is known by it from then on.
  const own =
    line(contact['user_id'], 40) === line(from['id'], 40)
      ? numberOf(`+${line(contact['phone_number'], 30).replace(/^\+/, '')}`, country)
      : null
  const text =
    clean(told['text'] ?? told['caption'], 20_000) || (contact['phone_number'] ? line(contact['phone_number'], 40) : '')
  const files = filesOf(told)
  return {
    externalId: isEdit ? `${chatId}:${messageId}:${line(told['edit_date'], 20)}` : `${chatId}:${messageId}`,
    handle: chatId,
    ...(name && { name }),
    ...(own && { number: own.slice(1) }),
    ...languageOf(from['language_code']),
    text: text || (files.length > 0 ? '' : '[…]'),
    files,
  }
}

function receive(asked: Asked, channel: Reached): Heard | 'forged' {
  const secret = channel.secrets['hook']
  if (!secret || !same(asked.header('x-telegram-bot-api-secret-token'), secret)) return 'forged'
  const told = jsonOf(asked.body)
  if (!told) return { ...nothing, messages: [keptWhole(asked.body)] }
  const [fresh, edited] = [told['message'], told['edited_message']]
  // Of what a bot is told besides, nothing is said by a person.
  if (!fresh && !edited) return nothing
  const message = messageOf(objectOf(fresh ?? edited), channel.country, !fresh)
  return { ...nothing, messages: [message ?? keptWhole(asked.body)] }
}

const pictures = /^image\/(jpeg|png|webp)$/
/** Larger pictures go as files, whole. */
const mostPicture = 10 * 1024 * 1024

const read =
  (to: string) =>
  (answer: { readonly status: number; readonly body: Buffer }): Given => {
    const told = jsonOf(answer.body)
    if (told?.['ok'] !== true) return { outcome: 'refused', because: said(answer) }
    const id = line(objectOf(told['result'])['message_id'], 40)
    return { outcome: 'given', ...(id && { externalId: `out:${to}:${id}` }) }
  }

/** The words go as the file's caption, so that both are one message and arrive together or not at all. */
async function sendFile(to: string, text: string, file: OutgoingFile, channel: Reached): Promise<Given> {
  const isPicture = pictures.test(file.mediaType) && file.bytes.length <= mostPicture
  const { type, body } = await formOf({ chat_id: to, caption: text }, isPicture ? 'photo' : 'document', file)
  const act = isPicture ? 'sendPhoto' : 'sendDocument'
  return give(`${base(channel)}/${act}`, { 'content-type': type }, body, read(to))
}

function send({ to, text, file }: Outgoing, channel: Reached): Promise<Given> {
  if (file) return sendFile(to, text, file, channel)
  const body = JSON.stringify({
    chat_id: /^-?\d+$/.test(to) ? Number(to) : to,
    text,
    link_preview_options: { is_disabled: true },
  })
  return give(`${base(channel)}/sendMessage`, { 'content-type': 'application/json' }, body, read(to))
}

async function fetchFile(ref: string, channel: Reached): Promise<Fetched> {
  const about = jsonOf((await ask(`${base(channel)}/getFile?file_id=${encodeURIComponent(ref)}`, {})).body)
  const path = line(objectOf(about?.['result'])['file_path'], 500)
  if (!path || path.includes('..')) throw new Error('not given')
  const answer = await ask(
    `${root(channel)}/file/bot${channel.secrets['token'] ?? ''}/${path}`,
    {},
    mostFileBytes,
    '*/*',
  )
  return { bytes: answer.body }
}

/** Tells the bot where to send what it hears: there is no page of the provider's to paste that into. */
async function check(channel: Reached): Promise<string> {
  const me = objectOf(jsonOf((await ask(`${base(channel)}/getMe`, {})).body)?.['result'])
  if (channel.hook) {
    const answer = await fetchOutside(`${base(channel)}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        url: channel.hook,
        secret_token: channel.secrets['hook'],
        allowed_updates: ['message', 'edited_message'],
      }),
      mostBytes: 100_000,
      timeoutMs: 20_000,
    })
    if (jsonOf(answer.body)?.['ok'] !== true) throw new Error(said(answer))
  }
  return `@${line(me['username'], 80)}`
}

export const telegram: Wire = {
  capabilities: {
    mostLetters: 4096,
    segments: false,
    files: true,
    sendsFiles: true,
    windowHours: null,
    templates: false,
    statuses: false,
  },
  secrets: ['token', 'hook'],
  receive,
  send,
  check,
  fetchFile,
  handleOf: typed => (/^-?\d{3,20}$/.test(typed.trim()) ? { handle: typed.trim() } : null),
}
