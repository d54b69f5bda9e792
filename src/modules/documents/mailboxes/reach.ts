/** Reaching a mailbox over IMAP (RFC 9051) without leaving a trace in it, and naming what keeps one from it. */
import { BlockList, isIP } from 'node:net'
import { ImapFlow } from 'imapflow'
import type { encryptions, MailboxProblem } from '../contract.ts'

export interface Reached {
  readonly host: string
  readonly port: number
  readonly encryption: (typeof encryptions)[number]
  readonly username: string
  readonly folder: string
}

/** What a password is sealed for: it is sent nowhere else. */
export const purposeOf = ({ host, port, encryption, username }: Reached): string =>
  JSON.stringify(['imap', String(host).toLowerCase(), port, encryption, username])

/** One mail at most, bytes. */
export const mostBytes = 50 * 1024 * 1024

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
export class MailboxFailure extends Error {
  readonly problem: MailboxProblem
  constructor(problem: MailboxProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

/** Signed in, with the folder open for reading alone (EXAMINE); whoever calls logs out. */
export async function openMailbox(box: Reached, password: string): Promise<ImapFlow> {
  if (box.encryption === 'none' && !isNear(box.host)) throw new MailboxFailure('not-encrypted')
  const client = new ImapFlow({
    host: box.host,
    port: box.port,
    secure: box.encryption === 'tls',
    ...(box.encryption === 'tls' ? {} : { doSTARTTLS: box.encryption === 'starttls' }),
    auth: { user: box.username, pass: password },
    logger: false,
    connectionTimeout: 20_000,
    greetingTimeout: 15_000,
    socketTimeout: 10 * 60_000,
    maxIdleTime: 4 * 60_000,
    autoIdleDelay: 2_000,
    maxLiteralSize: mostBytes + 1024 * 1024,
    maxResponseSize: mostBytes + 8 * 1024 * 1024,
    maxLineLength: 16 * 1024 * 1024,
  })
  // What breaks an idle connection is told by `close`; unheard it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.mailboxOpen(box.folder, { readOnly: true })
    return client
  } catch (error) {
    client.close()
    throw failureOf(error)
  }
}

const codes: Readonly<Record<string, MailboxProblem>> = {
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  EAI_NODATA: 'host-unknown',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'unreachable',
  CONNECT_TIMEOUT: 'unreachable',
  GREETING_TIMEOUT: 'unreachable',
  GREEETING_TIMEOUT: 'unreachable',
}

/** What a fault of the connection means to a person. */
export function failureOf(error: unknown): MailboxFailure {
  if (error instanceof MailboxFailure) return error
  const fault = error as {
    code?: string
    authenticationFailed?: boolean
    mailboxMissing?: boolean
    tlsFailed?: boolean
    responseStatus?: string
    serverResponseCode?: string
    message?: string
  }
  const problem = ((): MailboxProblem => {
    if (fault.authenticationFailed) return 'sign-in-refused'
    if (fault.mailboxMissing || fault.serverResponseCode === 'NONEXISTENT') return 'folder-missing'
    if (fault.code && codes[fault.code]) return codes[fault.code]!
    if (/^(ERR_TLS|CERT_|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED|ERR_SSL)/.test(fault.code ?? '')) return 'certificate'
    if (fault.tlsFailed || /starttls|wrong version number/i.test(fault.message ?? '')) return 'not-encrypted'
    if (fault.responseStatus === 'NO' || fault.responseStatus === 'BAD') return 'folder-missing'
    return 'broken'
  })()
  return new MailboxFailure(problem, error)
}
