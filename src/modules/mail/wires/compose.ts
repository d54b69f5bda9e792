/** A mail as it goes out (RFC 5322, MIME): made once, kept, and given to the server as it was kept. */
import { createTransport } from 'nodemailer'
import type { z } from '../../../kernel/schema.ts'
import type { mailToSend } from '../contract.ts'
import { contentIdOf, htmlOfRich } from '../writing/html.ts'

export type ToSend = z.output<typeof mailToSend.output>
export interface Enclosed {
  readonly name: string
  readonly mediaType: string
  readonly content: Buffer
  /** A picture within the text: its name there (RFC 2392). */
  readonly cid?: string
}

const maker = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

export interface Composed {
  readonly bytes: Buffer
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
}

/** Who was written to in secret stands in the envelope alone, and in what is kept here. */
export async function composeMail(mail: ToSend, enclosed: readonly Enclosed[]): Promise<Composed> {
  const html = mail.rich ? htmlOfRich(mail.rich, fileId => `cid:${contentIdOf(fileId)}`) : mail.html
  const { message } = await maker.sendMail({
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: mail.text,
    ...(html === null ? {} : { html }),
    messageId: `<${mail.messageId}>`,
    ...(mail.answers ? { inReplyTo: `<${mail.answers}>`, references: mail.references.map(id => `<${id}>`) } : {}),
    date: new Date(mail.at.epochMilliseconds),
    attachments: enclosed.map(({ name, mediaType, content, cid }) => ({
      filename: name,
      contentType: mediaType,
      content,
      ...(cid ? { cid, contentDisposition: 'inline' as const } : {}),
    })),
    headers: mail.automatic
      ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', Precedence: 'bulk' }
      : {},
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const people = [...mail.to, ...mail.cc, ...mail.bcc].map(({ address }) => address)
  // RFC 3834, 3.3: an answer by a machine comes from nobody, so that nothing answers it.
  return {
    bytes: message as Buffer,
    envelope: { from: mail.automatic ? '' : mail.from.address, to: [...new Set(people)] },
  }
}
