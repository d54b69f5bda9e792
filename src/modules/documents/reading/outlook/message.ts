/** A mail as Outlook saves it (.msg, [MS-OXMSG]), taken apart as any other mail is. */
import PostalMime from 'postal-mime'
import { textOfHtml } from '../html.ts'
import { identify } from '../identify.ts'
import { type MailContent, safeName } from '../mail.ts'
import { findingOf, ReadingProblem } from '../problem.ts'
import type { Finding, MailHead, Part } from '../types.ts'
import { decodeCodePage } from './code-pages.ts'
import { openCompoundFile, type Storage } from './compound-file.ts'
import { decompressRtf } from './compressed-rtf.ts'
import { OUTLOOK_TYPE } from './is-outlook-mail.ts'
import { HEADER_BYTES, Properties, PROPERTIES } from './properties.ts'
import { textOfRtf } from './rtf-text.ts'
import { writeCompoundFile } from './write-compound-file.ts'

const MAX_PARTS = 200
const MOST_RECIPIENTS = 1000
/** PidTagAttachMethod: its bytes stand here, or it is a mail. */
const BY_VALUE = 1
const EMBEDDED_MESSAGE = 5

/** Head, text and attachments; mails inside it come out as .msg files of their own. */
export async function outlookMailOf(bytes: Uint8Array, warnings: Finding[]): Promise<MailContent> {
  const root = openCompoundFile(bytes)
  const mail = new Properties(root, HEADER_BYTES.file)
  const html = htmlOf(mail)
  return {
    head: await headOf(mail, recipientsOf(root, mail)),
    text: bodyOf(mail, html, warnings),
    parts: partsOf(root, mail, warnings),
  }
}

function htmlOf(mail: Properties): string {
  const bytes = mail.bytes(0x1013)
  return bytes === null ? mail.text(0x1013) : decodeCodePage(bytes, mail.long(0x3fde) ?? mail.codePage)
}

/** The plain text, else that of the HTML, else that of the RTF; what is damaged is passed over for the next. */
function bodyOf(mail: Properties, html: string, warnings: Finding[]): string {
  const plain = mail.text(0x1000).replace(/\r\n?/g, '\n').trim()
  if (plain !== '') return plain
  const fromHtml = html === '' ? '' : textOfHtml(html)
  if (fromHtml !== '') return fromHtml
  try {
    const rtf = mail.bytes(0x1009)
    return rtf === null || rtf.length === 0 ? '' : textOfRtf(decompressRtf(rtf)).trim()
  } catch (thrown) {
    warnings.push({ name: 'page-damaged', data: { page: 1, ...findingOf(thrown).data } })
    return ''
  }
}

interface Recipient {
  readonly kind: number
  readonly address: string
}

/** Storages of one sort, in the order of their numbers. */
function numbered(root: Storage, name: string): Storage[] {
  const found = [...root.storages].filter(([key]) => key.startsWith(name))
  return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, storage]) => storage)
}

function recipientsOf(root: Storage, mail: Properties): Recipient[] {
  return numbered(root, '__recip_version1.0_#')
    .slice(0, MOST_RECIPIENTS)
    .map(storage => {
      const one = new Properties(storage, HEADER_BYTES.part, mail.codePage)
      return { kind: one.long(0x0c15) ?? 1, address: smtp(one.text(0x39fe), one.text(0x3003), one.text(0x3001)) }
    })
}

/** The first that is an address of the internet: Exchange keeps names of its own in others. */
const smtp = (...said: string[]) => said.map(one => one.trim()).find(one => /^[^\s@<>"]+@[^\s@<>"]+$/.test(one)) ?? ''

/** What the mail says of itself; what Outlook left out stands in the header that it came with. */
async function headOf(mail: Properties, recipients: readonly Recipient[]): Promise<MailHead> {
  const header = mail.text(0x007d).slice(0, 200_000)
  const came = header === '' ? null : await PostalMime.parse(`${header.trimEnd()}\r\n\r\n`).catch(() => null)
  const name = mail.text(0x0c1a) || mail.text(0x0042) || came?.from?.name || ''
  const address =
    smtp(mail.text(0x5d01), mail.text(0x5d02), mail.text(0x0c1f), mail.text(0x0065)) || came?.from?.address || ''
  const sent = came?.date === undefined ? Number.NaN : Date.parse(came.date)
  return {
    from: name === '' && address === '' ? null : { name: name === address ? '' : name, address },
    to: recipients.filter(({ kind, address }) => kind === 1 && address !== '').map(({ address }) => address),
    subject: mail.text(0x0037) || mail.text(0x0e1d) || came?.subject || '',
    date: mail.time(0x0039) ?? (Number.isNaN(sent) ? mail.time(0x0e06) : new Date(sent).toISOString()),
    messageId: mail.text(0x1035) || came?.messageId || null,
  }
}

function partsOf(root: Storage, mail: Properties, warnings: Finding[]): Part[] {
  const attachments = numbered(root, '__attach_version1.0_#')
  const parts: Part[] = []
  let leftOut = Math.max(0, attachments.length - MAX_PARTS)
  for (const storage of attachments.slice(0, MAX_PARTS)) {
    const part = partOf(storage, mail.codePage, parts.length + 1)
    if (part === null) leftOut++
    else parts.push(part)
  }
  if (leftOut > 0) warnings.push({ name: 'parts-left-out', data: { count: leftOut } })
  return parts
}

/** Null for what only points elsewhere, for pieces of other programs that no reader opens, and for what is damaged. */
function partOf(storage: Storage, codePage: number, number: number): Part | null {
  try {
    const attachment = new Properties(storage, HEADER_BYTES.part, codePage)
    const name = safeName(attachment.text(0x3707) || attachment.text(0x3704) || attachment.text(0x3001))
    const method = attachment.long(0x3705) ?? BY_VALUE
    if (method === EMBEDDED_MESSAGE) return innerMail(attachment, name || `part-${number}`)
    const bytes = method === BY_VALUE ? attachment.bytes(0x3701) : null
    if (bytes === null) return null
    const said = attachment.text(0x370e).toLowerCase()
    const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(said) ? said : identify(bytes, name).mediaType
    return { name: name || `part-${number}`, mediaType, bytes }
  } catch (thrown) {
    if (thrown instanceof ReadingProblem) return null
    throw thrown
  }
}

function innerMail(attachment: Properties, name: string): Part | null {
  const inner = attachment.object(0x3701)
  if (inner === null) return null
  return { name: name.replace(/(\.msg)?$/i, '.msg'), mediaType: OUTLOOK_TYPE, bytes: standingAlone(inner) }
}

/** A mail inside a mail has eight bytes less before its properties than a file has ([MS-OXMSG] 2.4.1.2). */
function standingAlone(inner: Storage): Uint8Array {
  const read = inner.streams.get(PROPERTIES)
  if (read === undefined) throw new ReadingProblem('file-damaged', { cause: 'a mail without properties' })
  const properties = read()
  const grown = Buffer.concat([properties.subarray(0, HEADER_BYTES.inner), Buffer.alloc(8), properties.subarray(24)])
  return writeCompoundFile({ ...inner, streams: new Map([...inner.streams, [PROPERTIES, () => grown]]) })
}
