import PostalMime, { type Address, type Email } from 'postal-mime'
import { textOfHtml } from './html.ts'
import type { MailHead, Part } from './types.ts'

export interface MailContent {
  readonly head: MailHead
  readonly text: string
  readonly parts: readonly Part[]
}

const MAX_PARTS = 200

/** A mail taken apart: its head, the text a person reads (HTML stripped), and every attachment, mails in mails included. */
export async function mailOf(bytes: Uint8Array): Promise<MailContent> {
  const mail = await PostalMime.parse(Buffer.from(withoutMboxLine(bytes)), {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 50,
  })
  return { head: headOf(mail), text: textOf(mail), parts: partsOf(mail) }
}

/** Drops the `From ` line that mbox files put before a mail. */
function withoutMboxLine(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const line = /^>?From [^\n]*\n/.exec(start)
  return line === null ? bytes : bytes.subarray(line[0].length)
}

function headOf(mail: Email): MailHead {
  return {
    from: mail.from === undefined ? null : { name: mail.from.name ?? '', address: mail.from.address ?? '' },
    to: (mail.to ?? []).flatMap(addressesOf),
    subject: mail.subject ?? '',
    date: instantOf(mail.date),
    messageId: mail.messageId ?? null,
  }
}

function addressesOf(address: Address): string[] {
  if (address.group !== undefined) return address.group.flatMap(member => (member.address ? [member.address] : []))
  return address.address ? [address.address] : []
}

function instantOf(date: string | undefined): string | null {
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function textOf(mail: Email): string {
  const plain = mail.text?.trim() ?? ''
  if (plain !== '') return /^\s*<(html|!doctype|body)/i.test(plain) ? textOfHtml(plain) : plain
  return mail.html === undefined ? '' : textOfHtml(mail.html)
}

function partsOf(mail: Email): Part[] {
  return mail.attachments.slice(0, MAX_PARTS).map((attachment, index) => ({
    name: safeName(attachment.filename ?? '') || `part-${index + 1}`,
    mediaType: attachment.mimeType || 'application/octet-stream',
    bytes: bytesOf(attachment.content),
  }))
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

/** A file name without folders and control characters: it was chosen by a stranger. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').trim().slice(0, 200)
}
