/**
 * The SMTP door ("scan to e-mail", RFC 5321): whatever reaches it is stored whole and taken in; 250 is answered only
 * once it is durable. It delivers to nobody else, so it cannot relay. Who may bring: the networks the organisation
 * names in its settings (`scanNetworks`), else machines of the office's own private networks.
 */
import { BlockList, isIPv6 } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import { type OrganisationRow, systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { addressesOf } from '../../kernel/platform/organisation-addresses.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { cleanLine } from './clean-text.ts'
import { takeArriving } from './intake.ts'

export interface SmtpDoor {
  readonly kernel: Kernel
  readonly port: number
  readonly host: string
  readonly organisations: () => Promise<readonly OrganisationRow[]>
  readonly log: Log
  readonly limitBytes?: number
  readonly principalId?: string
}

const defaultLimitBytes = 60 * 1024 * 1024
/** RFC 1918, RFC 4193, loopback and link-local: the office's own machines. */
const privateNetworks = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
]

function networksOf(written: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of written) {
    const [address = '', length] = network.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    try {
      list.addSubnet(address, length === undefined ? (family === 'ipv6' ? 128 : 32) : Number(length), family)
    } catch {
      // A network that is none lets nobody in.
    }
  }
  return list
}

function holds(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

async function mayBring(kernel: Kernel, organisationId: string, address: string): Promise<boolean> {
  const settings = await inReadOnly(kernel.pool, organisationId, kernel.clock, ({ tx }) =>
    tx
      .selectFrom('kernel.organisation')
      .select('settings')
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst(),
  )
  const own = settings?.settings['scanNetworks']
  const networks =
    Array.isArray(own) && own.length > 0
      ? own.filter((network): network is string => typeof network === 'string')
      : privateNetworks
  return holds(networksOf(networks), address)
}

/** With one organisation every address is its own; with several the part before the @ says which. */
async function organisationOf(door: SmtpDoor, recipient: string): Promise<string | null> {
  const organisations = await door.organisations()
  if (organisations.length === 1) return organisations[0]!.id
  const local = recipient.split('@')[0]!.toLowerCase().split('+')[0]!
  return addressesOf(organisations).get(local) ?? null
}

class SmtpError extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

/** Organisation of each accepted recipient, kept for the time of one message. */
const accepted = new WeakMap<SMTPServerSession, Set<string>>()

async function acceptRecipient(door: SmtpDoor, recipient: string, session: SMTPServerSession): Promise<void> {
  const organisationId = await organisationOf(door, recipient)
  if (!organisationId) throw new SmtpError(550, '5.1.1 No such office here')
  if (!(await mayBring(door.kernel, organisationId, session.remoteAddress)))
    throw new SmtpError(554, '5.7.1 Not from this network')
  const offices = accepted.get(session) ?? new Set()
  accepted.set(session, offices.add(organisationId))
}

async function takeMessage(door: SmtpDoor, stream: NodeJS.ReadableStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = []
  let size = 0
  const limit = door.limitBytes ?? defaultLimitBytes
  // Read to the end in any case: an answer in the middle of DATA would break the conversation.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  if (size > limit) throw new SmtpError(552, '5.3.4 Message too large')
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
  for (const organisationId of accepted.get(session) ?? []) {
    const taken = await takeArriving(
      door.kernel,
      {
        organisationId,
        name: 'mail.eml',
        source: Buffer.concat(chunks),
        arrivedBy: 'mail',
        surface: 'smtp',
        occasion: from,
        limitBytes: limit,
        ...(from ? { arrivedFrom: cleanLine(from, 300) } : {}),
      },
      door.principalId ?? systemPrincipalId,
    )
    if (taken.status === 'refused') throw new SmtpError(451, `4.3.0 Not taken in: ${taken.name}`)
  }
  accepted.delete(session)
}

/** Answers by callback as smtp-server wants it; a fault of ours is a temporary one, so that the sender tries again. */
function answer(door: SmtpDoor, work: Promise<void>, callback: (error?: Error | null) => void): void {
  work.then(
    () => callback(),
    (error: unknown) => {
      if (error instanceof SmtpError) return callback(error)
      if (error instanceof Refusal) return callback(new SmtpError(error.status === 413 ? 552 : 451, error.refusalName))
      door.log('error', 'a mail could not be taken in', { error: String(error) })
      callback(new SmtpError(451, '4.3.0 Try again later'))
    },
  )
}

export async function openSmtpDoor(door: SmtpDoor): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    banner: 'Kontor takes papers in',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: door.limitBytes ?? defaultLimitBytes,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    logger: false,
    onMailFrom: (_address, session, callback) => {
      accepted.delete(session)
      callback()
    },
    onRcptTo: (address, session, callback) => answer(door, acceptRecipient(door, address.address, session), callback),
    onData: (stream, session, callback) => answer(door, takeMessage(door, stream, session), callback),
  })
  server.on('error', (error: Error) => door.log('warn', 'the SMTP door complains', { error: error.message }))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(door.port, door.host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : door.port,
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
