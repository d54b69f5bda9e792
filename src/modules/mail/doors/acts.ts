/** Beside the commands: what is secret may stand in no journal, and a command speaks with nobody outside. */
import type { Command } from '../../../kernel/declare.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import {
  consentAddress,
  exchangeCode,
  newVerifier,
  OAuthFault,
  openConsent,
  sealConsent,
  type Tokens,
} from '../../../kernel/outside/oauth.ts'
import { serverSecret } from '../../../kernel/platform/ground.ts'
import { forgetSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import type { RefusalData, RefusalDeclaration } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import {
  clientPurpose,
  groundOf,
  keepAccess,
  mailClientOf,
  oauthServerOf,
  purposeOf,
  serversOf,
} from '../wires/accounts.ts'
import { failureOf, MailFailure, openImap, openSmtp, type Server, type SignIn } from '../wires/reach.ts'

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}
type Given = Record<string, unknown>

const text = (value: unknown, most = 2000): string => (typeof value === 'string' ? value.trim().slice(0, most) : '')
const refused = ({ name, status }: RefusalDeclaration, data: RefusalData = {}): Outcome => ({
  status: 'refused',
  refusal: { name, status, data },
})
const answered = (output: unknown): Outcome => ({
  status: 'done',
  output,
  undo: null,
  events: [],
  jobs: [],
  journal: null,
})
const consentKind = (value: unknown): c.ConsentKind => (value === 'microsoft' ? 'microsoft' : 'google')

const asRequest = (caller: Caller, command: Command, input: unknown, requestId: string) => ({
  organisationId: caller.organisationId,
  principalId: caller.principalId,
  mandateId: caller.mandateId,
  command: command.name,
  input,
  requestId,
  surface: 'rest',
})

function serverOf(given: Given, name: 'imap' | 'smtp'): Server | null {
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
async function connect(
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

const connectByPassword = {
  path: '/api/mail/mailboxes',
  async act(kernel: Kernel, caller: Caller, { password, ...facts }: Given, requestId: string): Promise<Outcome> {
    const servers = { imap: serverOf(facts, 'imap'), smtp: serverOf(facts, 'smtp') }
    const given = typeof password === 'string' ? password.slice(0, 1000) : ''
    const username = text(facts['username'], 320)
    const { secretId: _, ...outcome } = await connect(
      kernel,
      caller,
      { ...facts, way: 'password' },
      { secret: given, signIn: { user: username, password: given }, servers, way: 'password', username },
      requestId,
    )
    return outcome as Outcome
  },
}

const consentSecret = (kernel: Kernel) => serverSecret(groundOf(kernel), 'mail-consent')
const consentMs = 15 * 60_000
const redirectOf = (address: string): string => new URL('/mail/mailboxes/back', address).href

/** Where the browser goes to ask for the consent of whoever owns the mailbox. */
const beginConsent = (address: string) => ({
  path: '/api/mail/consents',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const provider = consentKind(given['provider'])
    const may = await kernel.ask({
      ...asRequest(caller, c.connectMail, {}, requestId),
      query: c.listMailClients.name,
      input: {},
    })
    if (may.status !== 'done') return may as Outcome
    const client = await mailClientOf(kernel, caller.organisationId, provider)
    if (!client) return refused(c.mailClientMissing, { provider })
    const verifier = newVerifier()
    const state = sealConsent(await consentSecret(kernel), {
      organisationId: caller.organisationId,
      principalId: caller.principalId,
      provider,
      verifier,
      until: Date.now() + consentMs,
      replacesId: text(given['replacesId'], 36) || null,
    })
    return answered({
      address: consentAddress(oauthServerOf(provider, client), { state, verifier, redirectUri: redirectOf(address) }),
    })
  },
})

/** The browser is back with a code: it is the same person's who went, or it is worth nothing. */
const endConsent = (address: string) => ({
  path: '/api/mail/consented',
  async act(kernel: Kernel, caller: Caller, { state, code, ...facts }: Given, requestId: string): Promise<Outcome> {
    const consent = openConsent(await consentSecret(kernel), text(state, 4000), Date.now())
    const given = text(code, 4000)
    if (
      !consent ||
      !given ||
      consent.organisationId !== caller.organisationId ||
      consent.principalId !== caller.principalId
    )
      return refused(c.mailConsentOver)
    const provider = consentKind(consent.provider)
    const client = await mailClientOf(kernel, caller.organisationId, provider)
    if (!client) return refused(c.mailClientMissing, { provider })
    const tokens = await tokensOf(() =>
      exchangeCode(oauthServerOf(provider, client), {
        code: given,
        verifier: consent.verifier,
        redirectUri: redirectOf(address),
      }),
    )
    if (!tokens?.refresh) return refused(c.mailConsentOver)
    const servers = serversOf[provider]
    const username = text(facts['username'], 320) || text(facts['address'], 320)
    const wire = {
      ...facts,
      username,
      way: provider,
      ...reachWire(servers),
      ...(consent.replacesId ? { replacesId: consent.replacesId } : {}),
    }
    const { secretId, ...outcome } = await connect(
      kernel,
      caller,
      wire,
      { secret: tokens.refresh, signIn: { user: username, access: tokens.access }, servers, way: provider, username },
      requestId,
    )
    if (secretId) keepAccess(secretId, tokens)
    return outcome as Outcome
  },
})

const reachWire = ({ imap, smtp }: { imap: Server; smtp: Server }) => ({
  imapHost: imap.host,
  imapPort: imap.port,
  imapEncryption: imap.encryption,
  smtpHost: smtp.host,
  smtpPort: smtp.port,
  smtpEncryption: smtp.encryption,
})

async function tokensOf(ask: () => Promise<Tokens>): Promise<Tokens | null> {
  try {
    return await ask()
  } catch (thrown) {
    if (thrown instanceof OAuthFault) return null
    throw thrown
  }
}

/** What Google and Microsoft know this Kontor by. */
const setClient = {
  path: '/api/mail/clients',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const provider = consentKind(given['provider'])
    const ground = groundOf(kernel)
    const secretId = await sealSecret(ground, caller.organisationId, {
      secret: text(given['clientSecret'], 1000),
      purpose: clientPurpose(provider),
    })
    const tenant = text(given['tenant'], 200)
    const input = { provider, clientId: text(given['clientId'], 300), ...(tenant ? { tenant } : {}), secretId }
    const outcome = await kernel.dispatch(asRequest(caller, c.setMailClient, input, requestId))
    if (outcome.status !== 'done') await forgetSecret(ground, caller.organisationId, secretId)
    return outcome
  },
}

/** `address`: where people find this Kontor, which is where Google and Microsoft send them back to. */
export const mailActs = (address: string) => [connectByPassword, beginConsent(address), endConsent(address), setClient]
