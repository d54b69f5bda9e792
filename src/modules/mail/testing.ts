/** What tests of mail share: a kernel with its modules, mailboxes, mails by the hundred. */
import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { authority } from '../authority/index.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { notifications } from '../notifications/index.ts'
import { work } from '../work/index.ts'
import { connectMail, takeMails } from './contract.ts'
import { mail } from './index.ts'
import { keepReading } from './intake/keep-reading.ts'
import { openMail } from './reading/read.ts'
import { setMailKernel } from './wires/kernel.ts'

export async function mailKernelForTests(): Promise<TestKernel> {
  const k = await testKernel([authority, work, directory, documents, notifications, mail])
  setMailKernel(k.kernel)
  return k
}

/** Kontor itself, as the door acts. */
export const kontor = (organisationId: string): TestPrincipal => ({ organisationId, id: systemPrincipalId })

export interface Box {
  readonly id: string
  readonly folders: Readonly<Record<string, string>>
}

/** A mailbox that no server stands behind. */
export async function plainBox(k: TestKernel, me: TestPrincipal, facts: object = {}): Promise<Box> {
  const { id } = await k.done(
    connectMail,
    { name: 'Info', address: 'info@office.example', kind: 'shared', way: 'none', ...facts } as never,
    me,
  )
  return { id, folders: await foldersOf(k, id) }
}

export async function foldersOf(k: TestKernel, mailboxId: string): Promise<Record<string, string>> {
  const { rows } = await k.superuser.query<{ id: string; role: string }>(
    'select id, role from mail.folder where mailbox_id = $1',
    [mailboxId],
  )
  return Object.fromEntries(rows.map(row => [row.role, row.id]))
}

export interface MailFacts {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly id?: string
  readonly references?: string
  readonly text?: string
  readonly headers?: readonly string[]
}

let n = 0
export const mailText = ({
  from = 'Eva Lindholm <eva@lindholm.example>',
  to = 'info@office.example',
  subject = `Mail ${++n}`,
  id,
  references,
  text = 'Hello',
  headers = [],
}: MailFacts = {}): string =>
  [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id ?? `m${++n}@lindholm.example`}>`,
    'Date: Tue, 24 Nov 2026 08:26:00 +0100',
    ...(references ? [`In-Reply-To: <${references}>`, `References: <${references}>`] : []),
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n')

/** Stored and read, as the door does it. */
export async function storedMail(k: TestKernel, organisationId: string, source: string | Buffer): Promise<string> {
  const bytes = Buffer.from(source)
  const file = await k.kernel.files.put(organisationId, Readable.from([bytes]), {
    name: 'mail.eml',
    mediaType: 'message/rfc822',
  })
  await keepReading(k.kernel, organisationId, [{ fileId: file.id, read: (await openMail(bytes)).read }])
  return file.id
}

let uid = 0
export async function arrive(
  k: TestKernel,
  me: TestPrincipal,
  box: Box,
  sources: readonly (string | Buffer)[],
  {
    folder = 'inbox',
    seen = false,
    fresh = true,
    at,
  }: { folder?: string; seen?: boolean; fresh?: boolean; at?: Temporal.Instant } = {},
): Promise<{ taken: number; known: number }> {
  const mails = []
  for (const source of sources) {
    const fileId = await storedMail(k, me.organisationId, source)
    mails.push({
      fileId,
      uid: ++uid,
      at: (at ?? Temporal.Now.instant().add({ milliseconds: uid })).toString(),
      seen,
      answered: false,
      flagged: false,
    })
  }
  return k.done(
    takeMails,
    { id: box.id, folderId: box.folders[folder]!, uidValidity: 1, mails, fresh },
    kontor(me.organisationId),
  )
}

export interface Posted {
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly source: string
}

export interface SmtpFixture {
  readonly port: number
  readonly posted: Posted[]
  /** What it answers to the mail itself: that it takes it, never will, or is busy. */
  behaviour: 'takes' | 'refuses' | 'busy'
  /** So long it thinks about a mail that it has, before it says so, ms. */
  thinksMs: number
  close(): Promise<void>
}

export async function smtpServer(): Promise<SmtpFixture> {
  const posted: Posted[] = []
  const server = new SMTPServer({
    authOptional: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === 'right' || auth.accessToken?.startsWith('access ')
        ? done(null, { user: auth.username })
        : done(new Error('no')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (self.behaviour !== 'takes') {
          const refusing = Object.assign(new Error(self.behaviour === 'busy' ? 'later' : 'never'), {
            responseCode: self.behaviour === 'busy' ? 451 : 554,
          })
          return done(refusing)
        }
        posted.push({
          envelope: {
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            to: session.envelope.rcptTo.map(one => one.address),
          },
          source: Buffer.concat(chunks).toString(),
        })
        if (self.thinksMs > 0) setTimeout(done, self.thinksMs)
        else done()
      })
    },
  })
  server.on('error', () => undefined)
  const self: SmtpFixture = {
    port: 0,
    posted,
    behaviour: 'takes',
    thinksMs: 0,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  ;(self as { port: number }).port = (server.server.address() as { port: number }).port
  return self
}

/** A server that takes the mail and breaks off before it says so. */
export async function tearingServer(): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(socket => {
    let data = false
    socket.on('error', () => undefined)
    socket.write('220 here\r\n')
    socket.on('data', chunk => {
      const text = chunk.toString()
      if (data) return void (text.includes('\r\n.\r\n') && socket.destroy())
      if (/^EHLO/i.test(text)) socket.write('250 here\r\n')
      else if (/^DATA/i.test(text)) {
        data = true
        socket.write('354 go on\r\n')
      } else socket.write('250 yes\r\n')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
