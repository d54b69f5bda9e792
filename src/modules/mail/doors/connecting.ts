/** What the acts beside the commands share: whether one may is asked before any secret is tried, and it is sealed before it is kept. */
import type { Command } from '../../../kernel/declare.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { forgetSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import type { RefusalData, RefusalDeclaration } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { groundOf, purposeOf } from '../wires/accounts.ts'
import { failureOf, MailFailure, openImap, openSmtp, type Server, type SignIn } from '../wires/reach.ts'

export interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}
export type Given = Record<string, unknown>

export const text = (value: unknown, most = 2000): string =>
  typeof value === 'string' ? value.trim().slice(0, most) : ''
export const refused = ({ name, status }: RefusalDeclaration, data: RefusalData = {}): Outcome => ({
  status: 'refused',
  refusal: { name, status, data },
})
export const answered = (output: unknown): Outcome => ({
  status: 'done',
  output,
  undo: null,
  events: [],
  jobs: [],
  journal: null,
})
export const consentKind = (value: unknown): c.ConsentKind => (value === 'microsoft' ? 'microsoft' : 'google')

export const asRequest = (caller: Caller, command: Command, input: unknown, requestId: string) => ({
  organisationId: caller.organisationId,
  principalId: caller.principalId,
  mandateId: caller.mandateId,
  command: command.name,
  input,
  requestId,
  surface: 'rest',
})

export function serverOf(given: Given, name: 'imap' | 'smtp'): Server | null {
  const host = text(given[`${name}Host`], 253)
  const port = Number(given[`${name}Port`])
  const encryption = given[`${name}Encryption`]
  if (!host || !Number.isInteger(port) || port < 1 || port > 65_535) return null
  return { host, port, encryption: encryption === 'starttls' || encryption === 'none' ? encryption : 'tls' }
}

/** Both ways are tried before anything is kept. */
async function tryServers(imap: Server | null, smtp: Server | null, signIn: SignIn): Promise<void> {
  if (imap) {
    const client = await openImap(imap, signIn)
    await client.logout().catch(() => client.close())
  }
  if (!smtp) return
  const transport = openSmtp(smtp, signIn)
  try {
    await transport.verify()
  } catch (error) {
    throw failureOf(error)
  } finally {
    transport.close()
  }
}

/** Whether one may is asked before anybody's secret is tried anywhere; it is sealed, tried, and only then kept. */
export async function connect(
  kernel: Kernel,
  caller: Caller,
  facts: Given,
  {
    secret,
    signIn,
    servers,
    way,
    username,
  }: {
    secret: string
    signIn: SignIn
    servers: { imap: Server | null; smtp: Server | null }
    way: c.MailboxWay
    username: string
  },
  requestId: string,
): Promise<Outcome & { secretId?: string }> {
  const { organisationId } = caller
  const secretId = await sealSecret(groundOf(kernel), organisationId, {
    secret,
    purpose: purposeOf({ way, username, ...servers }),
  })
  const request = asRequest(caller, c.connectMail, { ...facts, secretId }, requestId)
  const outcome = await orRefused(async () => {
    const dry = await kernel.dispatch({ ...request, dryRun: true })
    if (dry.status !== 'done') return dry
    await tryServers(servers.imap, servers.smtp, signIn)
    return kernel.dispatch(request)
  }, servers.imap)
  if (outcome.status !== 'done') await forgetSecret(groundOf(kernel), organisationId, secretId)
  return outcome.status === 'done' ? { ...outcome, secretId } : outcome
}

async function orRefused(work: () => Promise<Outcome>, server: Server | null): Promise<Outcome> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof MailFailure)
      return refused(c.mailRefusals[thrown.problem], {
        host: server?.host ?? '',
        address: server?.host ?? '',
        folder: '',
      })
    throw thrown
  }
}
