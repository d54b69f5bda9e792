/** Reads the bytes of a mail. Never throws for what a stranger wrote: what cannot be read is kept and said to be. */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { automaticOf } from './automatic.ts'
import { cleanLine, cleanName, cleanText } from './clean.ts'
import { textOfHtml } from './html.ts'
import { languageOf } from './language.ts'
import { asText, bodySize, rebound, separated, withoutMboxLine } from './mend.ts'
import { isSealPart, protectionOf, wrappedMail } from './protection.ts'
import { quotedFrom } from './quoted.ts'
import type { MailFacts, ReadMail, Written } from './types.ts'
import { bytesOf, undeliveredIn } from './undelivered.ts'
import { takeUu } from './uu.ts'

/** Of a text so much is kept beside the original. */
const mostText = 500_000
const mostParts = 500
const mostAddresses = 500
const mostReferences = 60

export interface Part {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly inline: boolean
  readonly contentId: string | null
}

export interface Opened {
  readonly read: ReadMail
  readonly html: string | null
  readonly parts: readonly Part[]
}

const options = {
  attachmentEncoding: 'arraybuffer',
  forceRfc822Attachments: true,
  maxNestingDepth: 100,
} as const

/** How much of a mail a parsing holds: text, HTML and attachments. */
const held = (mail: Email): number =>
  (mail.text?.trim().length ?? 0) +
  (mail.html?.trim().length ?? 0) +
  mail.attachments.reduce((sum, { content }) => sum + bytesOf(content).length, 0)

async function parsed(source: string): Promise<Email | null> {
  return PostalMime.parse(Buffer.from(source, 'latin1'), options).catch(() => null)
}

/** As it is; where that loses what is there, as its sender meant it. `mended` says that it had to be. */
async function parseBest(source: string): Promise<{ mail: Email | null; mended: 'no' | 'yes' | 'as-text' }> {
  const first = await parsed(source)
  const wanted = bodySize(source)
  // Nothing of a body, or hardly anything of one: encodings never make a mail ten times as long as what it says.
  if (first && (wanted === 0 || held(first) * 10 >= wanted)) {
    const separate = separated(source)
    const other = separate === null ? null : await parsed(separate)
    return other && held(other) > held(first) ? { mail: other, mended: 'yes' } : { mail: first, mended: 'no' }
  }
  let best = { mail: first, mended: 'no' as 'no' | 'yes' | 'as-text' }
  for (const way of [separated, rebound, asText]) {
    // whatever is there is better than its source as text
    if (way === asText && best.mail && held(best.mail) > 0) break
    const other = way(source)
    const mail = other === null ? null : await parsed(other)
    if (mail && (best.mail === null || held(mail) > held(best.mail)))
      best = { mail, mended: way === asText ? 'as-text' : 'yes' }
    if (best.mail && held(best.mail) * 10 >= wanted) break
  }
  return best
}

export async function openMail(bytes: Uint8Array): Promise<Opened> {
  const source = withoutMboxLine(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  try {
    const { mail, mended } = await parseBest(source)
    if (!mail) return unread(source, 'not-read')
    const wrapped = wrappedMail(mail.attachments.map(partOf))
    if (wrapped) return await unwrapped(mail, wrapped)
    const lost = bodySize(source) > 0 && held(mail) === 0 && mail.attachments.length === 0
    return openedOf(mail, lost ? 'partly' : mended === 'as-text' ? 'partly' : 'whole', lost ? 'body-empty' : null)
  } catch (error) {
    return unread(source, cleanLine(String((error as Error).message ?? error), 200))
  }
}

/** A mail that a signature wraps whole is read as if it lay open; who wrote it and about what says the one around it. */
async function unwrapped(mail: Email, wrapped: Uint8Array): Promise<Opened> {
  const inner = await parsed(Buffer.from(wrapped).toString('latin1'))
  if (!inner) return openedOf(mail, 'partly', 'wrapped-not-read')
  const { text, html, attachments } = inner
  const body = { ...(text === undefined ? {} : { text }), ...(html === undefined ? {} : { html }) }
  const opened = openedOf({ ...mail, ...body, attachments }, 'whole', null)
  const { read } = opened
  return { ...opened, read: { ...read, facts: { ...read.facts, protection: 'smime-signed' } } }
}

function openedOf(mail: Email, parse: ReadMail['parse'], problem: string | null): Opened {
  const plain = mail.text?.replace(/\r\n?/g, '\n') ?? ''
  const uu = takeUu(plain)
  const html = mail.html ?? null
  const seen = html === null ? null : textOfHtml(html)
  const text = cleanText(readable(uu.text, seen?.text ?? ''), mostText).trim()
  const parts = [...mail.attachments.map(partOf), ...uu.files.map(uuPart)].slice(0, mostParts)
  const from = quotedFrom(text)
  const fresh = text.slice(0, from).trim() || text
  return {
    html,
    parts,
    read: { parse, problem, facts: factsOf(mail, { text, fresh, from, parts, seen }), text, fresh },
  }
}

/** Plain text where there is some that says something, else what the HTML shows. */
function readable(plain: string, seen: string): string {
  const words = plain.trim()
  if (words === '') return seen
  if (/^\s*<(html|!doctype|body)/i.test(words)) return textOfHtml(words).text
  return words.length < 40 && seen.length > words.length * 20 ? seen : words
}

const cleanType = (type: string): string =>
  /^[\w.+-]{1,80}\/[\w.+-]{1,100}$/.test(type) ? type : 'application/octet-stream'

function partOf(attachment: Attachment, at: number): Part {
  const mediaType = cleanType(attachment.mimeType)
  const ending = mediaType === 'message/rfc822' ? '.eml' : mediaType === 'text/calendar' ? '.ics' : ''
  return {
    name: cleanName(attachment.filename) || `${at + 1}${ending}`,
    mediaType,
    bytes: bytesOf(attachment.content),
    inline:
      isSealPart(mediaType) ||
      (Boolean(attachment.contentId) &&
        (attachment.related === true || attachment.disposition === 'inline') &&
        mediaType.startsWith('image/')),
    contentId: attachment.contentId ? cleanLine(attachment.contentId.replace(/^<|>$/g, ''), 250) : null,
  }
}

const uuPart = ({ name, bytes }: { name: string; bytes: Uint8Array }): Part => ({
  name: cleanName(name) || 'file',
  mediaType: 'application/octet-stream',
  bytes,
  inline: false,
  contentId: null,
})

function factsOf(
  mail: Email,
  {
    text,
    fresh,
    from,
    parts,
    seen,
  }: { text: string; fresh: string; from: number; parts: readonly Part[]; seen: { remote: boolean } | null },
): MailFacts {
  const undelivered = undeliveredIn(mail.attachments)
  return {
    messageId: idsIn(mail.messageId ?? '')[0] ?? null,
    references: [...new Set([...idsIn(mail.references ?? ''), ...idsIn(mail.inReplyTo ?? '')])].slice(-mostReferences),
    from: writtenOf(mail.from ?? mail.sender)[0] ?? { name: '', address: '' },
    to: (mail.to ?? []).flatMap(writtenOf).slice(0, mostAddresses),
    cc: (mail.cc ?? []).flatMap(writtenOf).slice(0, mostAddresses),
    bcc: (mail.bcc ?? []).flatMap(writtenOf).slice(0, mostAddresses),
    replyTo: (mail.replyTo ?? []).flatMap(writtenOf).slice(0, 20),
    subject: cleanLine(mail.subject, 500),
    sentAt: momentOf(mail.date),
    automatic: automaticOf(mail),
    protection: protectionOf(parts, text),
    attachments: parts.map(({ name, mediaType, bytes, inline }, part) => ({
      part,
      name,
      mediaType,
      bytes: bytes.length,
      inline,
    })),
    contentIds: Object.fromEntries(
      parts.flatMap(({ contentId }, part) => (contentId ? [[String(part), contentId]] : [])),
    ),
    hasHtml: seen !== null,
    hasRemote: seen?.remote ?? false,
    quotedFrom: from,
    snippet: cleanLine(fresh, 240),
    language: languageOf(fresh.length > 40 ? fresh : text),
    undelivered,
  }
}

/** Message-IDs as they stand, without their brackets; a mail that names one without brackets means it all the same. */
export function idsIn(text: string): string[] {
  const found = [...text.matchAll(/<([^<>\s]{1,480})>/g)].map(match => match[1]!)
  const bare = text.trim()
  if (found.length === 0 && /^[^\s<>]{3,480}$/.test(bare)) found.push(bare)
  return found.map(id => cleanLine(id, 480)).filter(id => id !== '')
}

function writtenOf(address: Address | undefined): Written[] {
  if (!address) return []
  if (address.group !== undefined) return address.group.flatMap(writtenOf)
  const written = { name: cleanLine(address.name, 200), address: cleanLine(address.address, 320).toLowerCase() }
  return written.name === '' && written.address === '' ? [] : [written]
}

/** No day before mail was, none that no calendar has. */
function momentOf(date: string | undefined): string | null {
  const time = date === undefined ? Number.NaN : Date.parse(date)
  if (Number.isNaN(time) || time < Date.UTC(1970, 0, 2) || time > Date.UTC(2200, 0, 1)) return null
  return new Date(time).toISOString()
}

/** Its bytes are kept; of its head what can be seen with bare eyes. */
function unread(source: string, problem: string): Opened {
  const headOf = (name: string): string => {
    const line = new RegExp(`^${name}:[ \\t]*([^\\r\\n]{0,500})`, 'im').exec(source.slice(0, 20_000))?.[1] ?? ''
    return cleanLine(Buffer.from(line, 'latin1').toString('utf8'), 400)
  }
  const from = headOf('from')
  const address = /<([^<>\s]{3,320})>/.exec(from)?.[1] ?? /\S+@\S+/.exec(from)?.[0] ?? ''
  const text = cleanText(source.slice(0, 20_000), 20_000)
  const facts: MailFacts = {
    messageId: idsIn(headOf('message-id'))[0] ?? null,
    references: idsIn(headOf('in-reply-to')),
    from: {
      name: cleanLine(from.replace(/<.*$/, '').replace(/"/g, ''), 200),
      address: cleanLine(address, 320).toLowerCase(),
    },
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: headOf('subject'),
    sentAt: momentOf(headOf('date') || undefined),
    automatic: null,
    protection: null,
    attachments: [],
    contentIds: {},
    hasHtml: false,
    hasRemote: false,
    quotedFrom: text.length,
    snippet: '',
    language: null,
    undelivered: [],
  }
  return { read: { parse: 'kept', problem: problem || 'not-read', facts, text, fresh: '' }, html: null, parts: [] }
}
