/** A guest with an ordinary mail program: a mail server that takes what the office sends, and answers that go to the office's door. */
import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { mailWith } from '../../src/modules/invitations/testing.ts'

export interface GuestMail {
  readonly url: string
  /** What came for an address, the newest last. */
  inbox(address: string): readonly Email[]
  /** Waits for a mail that fits. */
  arrived(address: string, fits: (mail: Email) => boolean): Promise<Email>
  close(): Promise<void>
}

const patience_ms = 60_000

export async function guestMail(): Promise<GuestMail> {
  const post: { readonly to: string; readonly mail: Email }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk as Buffer))
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks), { attachmentEncoding: 'utf8' }).then(mail => {
          for (const { address } of session.envelope.rcptTo) post.push({ to: address, mail })
          callback()
        })
      })
    },
  })
  await new Promise<void>(resolve => server.server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  const inbox = (address: string) => post.filter(({ to }) => to === address).map(({ mail }) => mail)
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    async arrived(address, fits) {
      for (const deadline = performance.now() + patience_ms; performance.now() < deadline; await wait(200)) {
        const mail = inbox(address).findLast(fits)
        if (mail) return mail
      }
      throw new Error(`${address} has ${inbox(address).map(({ subject }) => subject)}, and not what was awaited`)
    },
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

/** The text of the invitation in a mail. */
export const calendarIn = (mail: Email): string => {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  return typeof part?.content === 'string' ? part.content : ''
}

/** Answers an invitation as a mail program does: what was asked, with the answer at one's own name (RFC 5546, 3.2.3). */
export async function answerByMail(doorPort: number, mail: Email, from: string, answer: string): Promise<void> {
  const reply = calendarIn(mail)
    .replace(/^METHOD:.*$/m, 'METHOD:REPLY')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap(line => {
      if (!line.startsWith('ATTENDEE')) return [line]
      return line.toLowerCase().endsWith(`mailto:${from}`) ? [`ATTENDEE;PARTSTAT=${answer}:mailto:${from}`] : []
    })
    .join('\r\n')
  const transport = createTransport({ host: '127.0.0.1', port: doorPort, secure: false, ignoreTLS: true })
  const raw = mailWith({
    from: `Bengt Lind <${from}>`,
    subject: `Accepted: ${mail.subject}`,
    method: 'REPLY',
    calendar: reply,
  })
  await transport.sendMail({ envelope: { from, to: 'meetings@office.example' }, raw })
  transport.close()
}
