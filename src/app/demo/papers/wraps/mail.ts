import { createHash } from 'node:crypto'

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Mail {
  readonly from: { readonly name: string; readonly address: string }
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly sentAt: Date
  readonly text: string
  /** Alternative in HTML; left out: text alone. */
  readonly html?: string
  readonly attachments: readonly Attachment[]
  /** Old programs still send Latin-1. */
  readonly charset?: 'utf-8' | 'iso-8859-1'
  readonly program?: string
}

const wrapBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n')

/** RFC 2047 encoded words of at most 75 signs, where the text is not plain ASCII. */
const encodedWord = (text: string): string => {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const words: string[] = []
  let part = ''
  for (const sign of text) {
    if (Buffer.byteLength(part + sign) > 42) {
      words.push(part)
      part = ''
    }
    part += sign
  }
  words.push(part)
  return words.map(word => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}

/** Quoted-printable (RFC 2045 6.7) with soft breaks. */
const quotedPrintable = (bytes: Uint8Array): string => {
  const lines: string[] = []
  for (const source of Buffer.from(bytes).toString('latin1').split(/\r?\n/)) {
    let line = ''
    for (let i = 0; i < source.length; i++) {
      const code = source.charCodeAt(i)
      const last = i === source.length - 1
      const plain = (code >= 33 && code <= 126 && code !== 61) || (code === 32 && !last)
      const piece = plain ? (source[i] ?? '') : `=${code.toString(16).toUpperCase().padStart(2, '0')}`
      if (line.length + piece.length > 75) {
        lines.push(`${line}=`)
        line = ''
      }
      line += piece
    }
    lines.push(line)
  }
  return lines.join('\r\n')
}

const addressOf = ({ name, address }: { readonly name: string; readonly address: string }): string => {
  const word = encodedWord(name)
  return `${word === name ? `"${name.replace(/["\\]/g, '')}"` : word} <${address}>`
}

/** `Tue, 24 Nov 2026 08:15:00 +0000`. */
const rfcDate = (at: Date): string => at.toUTCString().replace('GMT', '+0000')

const fileParameter = (name: string): string => {
  if (/^[\x20-\x7e]*$/.test(name)) return `filename="${name}"`
  return `filename*=UTF-8''${encodeURIComponent(name)}`
}

const bodyPart = (mail: Mail, type: 'plain' | 'html', text: string): string => {
  const charset = mail.charset ?? 'utf-8'
  const bytes = Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'latin1')
  return `Content-Type: text/${type}; charset=${charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(bytes)}`
}

const attachmentPart = ({ name, mediaType, bytes }: Attachment): string => {
  if (mediaType === 'message/rfc822') {
    return `Content-Type: message/rfc822\r\nContent-Disposition: attachment; ${fileParameter(name)}\r\n\r\n${Buffer.from(bytes).toString('latin1')}`
  }
  return `Content-Type: ${mediaType}; name="${name.replace(/[^\x20-\x7e]/g, '_')}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; ${fileParameter(name)}\r\n\r\n${wrapBase64(bytes)}`
}

const multipart = (kind: 'mixed' | 'alternative', boundary: string, parts: readonly string[]): string =>
  `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts.map(part => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`

/** A message in RFC 5322 form with everything attached. The boundaries follow from the content: same mail, same bytes. */
export const eml = (mail: Mail): Buffer => {
  const digest = createHash('sha256')
    .update(`${mail.from.address}/${mail.subject}/${mail.sentAt.toISOString()}`)
    .digest('hex')
  const text = bodyPart(mail, 'plain', mail.text)
  const body =
    mail.html === undefined
      ? text
      : multipart('alternative', `=_alt_${digest.slice(0, 16)}`, [text, bodyPart(mail, 'html', mail.html)])
  const whole =
    mail.attachments.length === 0
      ? body
      : multipart('mixed', `=_mix_${digest.slice(16, 32)}`, [body, ...mail.attachments.map(attachmentPart)])
  const head = [
    `Received: from mx.${mail.from.address.split('@')[1]} by mail.almgrentveit.example with ESMTPS; ${rfcDate(mail.sentAt)}`,
    `Message-ID: <${digest.slice(32, 52)}@${mail.from.address.split('@')[1]}>`,
    `Date: ${rfcDate(mail.sentAt)}`,
    `From: ${addressOf(mail.from)}`,
    `To: ${addressOf(mail.to)}`,
    `Subject: ${encodedWord(mail.subject)}`,
    `X-Mailer: ${mail.program ?? 'Kontorspost 11.2'}`,
    'MIME-Version: 1.0',
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n${whole}`, 'latin1')
}
