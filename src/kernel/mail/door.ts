/** The way out for mail: one SMTP server (RFC 5321) that the configuration names; without one nothing is sent. */
import { createTransport } from 'nodemailer'

export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Made into the Message-ID: the same mail sent twice is known as one by whoever receives it. */
  readonly id: string
  readonly attachments?: readonly MailAttachment[]
  /** Who writes, where that is somebody of the office; the address it comes from stays the office's. */
  readonly fromName?: string
  /** Where an answer goes. */
  readonly replyTo?: string
  /** An iTIP message: as an alternative to the text, and as a file (RFC 6047). */
  readonly calendar?: { readonly method: string; readonly content: string }
  /** `id` of the mail that it belongs to, so that programs show them together. */
  readonly follows?: string
}

export interface MailAttachment {
  readonly name: string
  readonly mediaType: string
  readonly content: Buffer
}

export interface MailDoor {
  /** Rejects where the server does not take it. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

let open: MailDoor | null = null

/** The door of this process; null where no mail is sent. */
export const mailDoor = (): MailDoor | null => open

/** Tells the process its door, when it starts. */
export const setMailDoor = (door: MailDoor | null): void => {
  open = door
}

/**
 * Opens the door. `url` is `smtp://name:password@host:587` (STARTTLS where the server offers it) or `smtps://…:465`;
 * `from` is the address that mail comes from.
 */
export function openMailDoor(url: string, from: string): MailDoor {
  const transport = createTransport(url, { from })
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '') || 'kontor'
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from
  return {
    async send({ to, subject, text, html, id, attachments = [], fromName, replyTo, calendar, follows }) {
      await transport.sendMail({
        to,
        ...(fromName ? { from: { name: fromName, address } } : {}),
        ...(replyTo ? { replyTo } : {}),
        ...(calendar ? { icalEvent: { ...calendar, filename: 'invite.ics' } } : {}),
        ...(follows ? { references: `<${follows}@${domain}>`, inReplyTo: `<${follows}@${domain}>` } : {}),
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        attachments: attachments.map(({ name, mediaType, content }) => ({
          filename: name,
          contentType: mediaType,
          content,
        })),
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
