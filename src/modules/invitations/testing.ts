/** What the tests of invitations share: an office with people who have addresses, a mail server for guests, and a way in for mails. */
import { randomBytes } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import { openMailDoor, setMailDoor } from '../../kernel/mail/door.ts'
import { setOutsideLinks } from '../../kernel/outside/link.ts'
import { openOrganisation } from '../../kernel/platform/first-run.ts'
import { linkSecret } from '../../kernel/platform/tokens.ts'
import { serverSecret } from '../../kernel/platform/ground.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { invitePerson, standardRoles } from '../authority/contract.ts'
import { authority, authorityPort } from '../authority/index.ts'
import { calendar } from '../calendar/index.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { notifications } from '../notifications/index.ts'
import { work } from '../work/index.ts'
import { invitations } from './index.ts'

export const elinMail = 'elin@almgren.example'
export const mariaMail = 'maria@almgren.example'

export interface Post {
  readonly to: string
  readonly mail: Email
  readonly raw: string
}

export interface InvitationsOffice extends TestKernel {
  readonly elin: TestPrincipal
  readonly maria: TestPrincipal
  readonly system: TestPrincipal
  /** What guests' mail server took, the newest last. */
  readonly post: Post[]
  /** Addresses that the mail server refuses. */
  readonly nobody: Set<string>
  /** The link in a mail's text. */
  linkOf(post: Post): string
  /** Runs what is due, and gives the mails that left. */
  deliver(): Promise<Post[]>
}

const password = 'four words and a comma'

async function guestServer(): Promise<{ url: string; post: Post[]; nobody: Set<string>; close(): Promise<void> }> {
  const post: Post[] = []
  const nobody = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (address, _session, callback) =>
      callback(nobody.has(address.address) ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk as Buffer))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        void PostalMime.parse(raw, { attachmentEncoding: 'utf8' }).then(mail => {
          post.push({ to: session.envelope.rcptTo[0]!.address, mail, raw: raw.toString('utf8') })
          callback()
        })
      })
    },
  })
  await new Promise<void>(resolve => server.server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    post,
    nobody,
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

export async function invitationsOffice(): Promise<InvitationsOffice> {
  const kernel = await testKernel([authority, work, directory, documents, notifications, calendar, invitations], {
    authority: authorityPort(),
  })
  const ground = { pool: kernel.pool, clock: kernel.kernel.clock }
  const opened = await openOrganisation(ground, kernel.kernel.dispatch, {
    language: 'en',
    organisation: 'Almgren & Tveit',
    country: 'SE',
    name: 'Elin Almgren',
    email: elinMail,
    password,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const { organisationId, principalId } = opened.value
  const elin = { id: principalId, organisationId }
  const invited = await kernel.done(
    invitePerson,
    { name: 'Maria Berg', email: mariaMail, roleIds: [standardRoles.owner.id] },
    elin,
  )
  const account = newId()
  await kernel.pool.query('select platform.account_create($1, $2, $3, $4, null, now())', [
    account,
    mariaMail,
    'Maria Berg',
    'sv',
  ])
  await kernel.pool.query('select platform.membership_join($1, $2, $3, now())', [
    account,
    organisationId,
    invited.principalId,
  ])
  const server = await guestServer()
  const door = openMailDoor(server.url, 'Almgren & Tveit <office@almgren.example>')
  setMailDoor(door)
  setOutsideLinks({ address: 'https://office.example', secret: await serverSecret(ground, linkSecret) })
  return {
    ...kernel,
    elin,
    maria: { id: invited.principalId, organisationId },
    system: { id: systemPrincipalId, organisationId },
    post: server.post,
    nobody: server.nobody,
    linkOf: ({ mail }) => /#([A-Za-z0-9_-]{75})/.exec(mail.text ?? '')?.[1] ?? '',
    async deliver() {
      const before = server.post.length
      await kernel.runJobs()
      return server.post.slice(before)
    },
    async close() {
      door.close()
      setMailDoor(null)
      setOutsideLinks(null)
      await server.close()
      await kernel.close()
    },
  }
}

const boundary = () => randomBytes(9).toString('hex')

/** A mail as a guest's program writes an answer: text, the calendar as an alternative, and again as a file. */
export function mailWith(facts: {
  readonly from: string
  readonly subject?: string
  readonly method: string
  readonly calendar: string
  /** As Outlook does: in base64, the method in the Content-Type alone. */
  readonly encoded?: boolean
  readonly more?: string
  readonly replyTo?: string
}): string {
  const { from, subject = 'Accepted', method, calendar, encoded = false, more = '', replyTo } = facts
  const [outer, inner] = [boundary(), boundary()]
  const body = encoded ? Buffer.from(calendar).toString('base64').replace(/.{76}/g, '$&\r\n') : calendar
  return [
    `From: ${from}`,
    ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
    'To: meetings@almgren.example',
    `Subject: ${subject}`,
    `Message-ID: <${randomBytes(9).toString('hex')}@guest.example>`,
    'Date: Mon, 23 Nov 2026 09:12:00 +0100',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary=${outer}`,
    '',
    `--${outer}`,
    `Content-Type: multipart/alternative; boundary=${inner}`,
    '',
    `--${inner}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    subject,
    `--${inner}`,
    `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    `Content-Transfer-Encoding: ${encoded ? 'base64' : '8bit'}`,
    '',
    body,
    `--${inner}--`,
    ...(more ? [`--${outer}`, more] : []),
    `--${outer}--`,
    '',
  ].join('\r\n')
}
