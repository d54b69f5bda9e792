/** Reaching a mailbox's servers (IMAP, RFC 9051; SMTP, RFC 6409), and naming what keeps one from it. */
import { BlockList, isIP } from 'node:net'
import { Readable } from 'node:stream'
import { ImapFlow } from 'imapflow'
import { createTransport, type Transporter } from 'nodemailer'
import type { MailEncryption, MailProblem } from '../contract/shapes.ts'

export interface Server {
  readonly host: string
  readonly port: number
  readonly encryption: MailEncryption
}

/** `access`: what a consent gave (OAuth 2.0, by XOAUTH2). */
export type SignIn = { readonly user: string } & ({ readonly password: string } | { readonly access: string })

/** One mail at most, bytes. */
export const mostBytes = 60 * 1024 * 1024

const near = new BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

/** A server within the office, by its number: the only one that may be spoken to in clear. */
function isNear(host: string): boolean {
  const version = isIP(host)
  return host === 'localhost' || (version !== 0 && near.check(host, version === 6 ? 'ipv6' : 'ipv4'))
}

/** Thrown for what a person can do something about. */
export class MailFailure extends Error {
  readonly problem: MailProblem
  constructor(problem: MailProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

const authOf = (signIn: SignIn) =>
  'password' in signIn
    ? { user: signIn.user, pass: signIn.password }
    : { user: signIn.user, accessToken: signIn.access }

/** Signed in; whoever calls logs out. */
export async function openImap({ host, port, encryption }: Server, signIn: SignIn): Promise<ImapFlow> {
  if (encryption === 'none' && !isNear(host)) throw new MailFailure('not-encrypted')
  const client = new ImapFlow({
    host,
    port,
    secure: encryption === 'tls',
    ...(encryption === 'tls' ? {} : { doSTARTTLS: encryption === 'starttls' }),
    auth: authOf(signIn),
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    greetingTimeout: 15_000,
    socketTimeout: 10 * 60_000,
    maxIdleTime: 4 * 60_000,
    maxLiteralSize: mostBytes + 1024 * 1024,
    maxResponseSize: mostBytes + 8 * 1024 * 1024,
    maxLineLength: 16 * 1024 * 1024,
  })
  // What breaks an idle connection is told by `close`; unheard it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw failureOf(error)
  }
}

const smtpAuthOf = (signIn: SignIn) =>
  'password' in signIn
    ? { user: signIn.user, pass: signIn.password }
    : { type: 'OAuth2', user: signIn.user, accessToken: signIn.access }

export function openSmtp({ host, port, encryption }: Server, signIn: SignIn | null): Transporter {
  if (encryption === 'none' && !isNear(host)) throw new MailFailure('not-encrypted')
  return createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    ...(signIn === null ? {} : { auth: smtpAuthOf(signIn) }),
    connectionTimeout: 20_000,
    greetingTimeout: 15_000,
    socketTimeout: 120_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0])
}

const codes: Readonly<Record<string, MailProblem>> = {
  ENOTFOUND: 'host-unknown',
  EDNS: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  EAI_NODATA: 'host-unknown',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESOCKET: 'unreachable',
  ECONNECTION: 'unreachable',
  CONNECT_TIMEOUT: 'unreachable',
  GREETING_TIMEOUT: 'unreachable',
  GREEETING_TIMEOUT: 'unreachable',
  EAUTH: 'sign-in-refused',
  ENOAUTH: 'sign-in-refused',
  EOAUTH2: 'sign-in-refused',
  ETLS: 'not-encrypted',
}

/** What a fault of the connection means to a person. */
export function failureOf(error: unknown): MailFailure {
  if (error instanceof MailFailure) return error
  const fault = error as {
    code?: string
    authenticationFailed?: boolean
    mailboxMissing?: boolean
    tlsFailed?: boolean
    message?: string
  }
  const problem = ((): MailProblem => {
    if (fault.authenticationFailed) return 'sign-in-refused'
    if (fault.mailboxMissing) return 'folder-missing'
    if (
      /^(ERR_TLS|CERT_|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED|ERR_SSL)/.test(fault.code ?? '') ||
      /certificate/i.test(fault.message ?? '')
    )
      return 'certificate'
    if (fault.tlsFailed || /starttls|wrong version number/i.test(fault.message ?? '')) return 'not-encrypted'
    return codes[fault.code ?? ''] ?? 'broken'
  })()
  return new MailFailure(problem, error)
}

/** What became of a mail that was given to a server. */
export interface Given {
  readonly outcome: 'sent' | 'later' | 'refused' | 'doubtful'
  readonly because: string
  readonly rejected: readonly { readonly address: string; readonly because: string }[]
}

interface SmtpFault {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
  readonly message?: string
  readonly rejectedErrors?: readonly { recipient?: string; response?: string; message?: string }[]
}

/**
 * Gives a mail to its server. What fails before it is spoken of has not gone out; what breaks off without an answer once it is, may have
 * (RFC 5321, 4.2.5): that is doubtful, and never tried again by itself.
 */
export async function giveMail(
  transport: Transporter,
  bytes: Buffer,
  envelope: { from: string; to: readonly string[] },
): Promise<Given> {
  let begun = false
  // It is read from when the server is signed in to, and not before.
  const raw = new Readable({
    read() {
      begun = true
      this.push(bytes)
      this.push(null)
    },
  })
  try {
    const answer = (await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw })) as {
      rejectedErrors?: SmtpFault['rejectedErrors']
    }
    return { outcome: 'sent', because: '', rejected: rejectedOf(answer.rejectedErrors) }
  } catch (error) {
    const fault = error as SmtpFault
    const because = (fault.response ?? fault.message ?? '').replace(/\s+/g, ' ').slice(0, 400)
    const outcome = ((): Given['outcome'] => {
      if (fault.responseCode !== undefined)
        return fault.responseCode >= 500 && fault.code !== 'EAUTH' ? 'refused' : 'later'
      return begun ? 'doubtful' : 'later'
    })()
    return { outcome, because, rejected: [] }
  }
}

const rejectedOf = (faults: SmtpFault['rejectedErrors']): Given['rejected'] =>
  (faults ?? []).map(fault => ({
    address: fault.recipient ?? '',
    because: (fault.response ?? fault.message ?? '').slice(0, 500),
  }))
