/** Beside the commands: what is secret may stand in no journal, and a command speaks with nobody outside. */
import type { Command } from '../../../kernel/declare.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { consentAddress, newVerifier, openConsent, sealConsent } from '../../../kernel/outside/oauth.ts'
import { serverSecret } from '../../../kernel/platform/ground.ts'
import { forgetSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import type { RefusalData, RefusalDeclaration } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { MirrorFault } from '../provider.ts'
import {
  clientPurpose,
  firstTokens,
  keepTokens,
  linkThrough,
  oauthServer,
  providerFor,
  purposeOf,
  type Reached,
} from '../providers/open.ts'
import { accountFacts, comingOf, groundOf, officeClient, openAccount } from './reach.ts'

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}
type Given = Record<string, unknown>

const text = (value: unknown, most = 2000): string => (typeof value === 'string' ? value.trim().slice(0, most) : '')
const optional = (value: unknown): string | null => text(value) || null
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

/** What a server outside does not let through is an answer, in the words of a refusal. */
async function orRefused(work: () => Promise<Outcome>, address: string): Promise<Outcome> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof MirrorFault) return refused(c.mirrorRefusals[thrown.problem], { address })
    throw thrown
  }
}

/** Whether one may is asked before anybody's secret is tried anywhere; it is sealed, tried, and only then kept. */
async function connect(
  kernel: Kernel,
  caller: Caller,
  facts: Reached & { name: string; replacesId: string | null },
  secret: string,
  requestId: string,
  tried: (secretId: string) => Promise<void>,
): Promise<Outcome> {
  const { organisationId } = caller
  const ground = groundOf(kernel)
  const secretId = await sealSecret(ground, organisationId, { secret, purpose: purposeOf(facts) })
  const { replacesId, ...given } = facts
  const request = asRequest(
    caller,
    c.connectAccount,
    { ...given, secretId, ...(replacesId ? { replacesId } : {}) },
    requestId,
  )
  const outcome = await orRefused(async () => {
    const dry = await kernel.dispatch({ ...request, dryRun: true })
    if (dry.status !== 'done') return dry
    await tried(secretId)
    return kernel.dispatch(request)
  }, facts.address)
  if (outcome.status !== 'done') await forgetSecret(ground, organisationId, secretId)
  return outcome
}

/** `https` where nothing is said; a name alone is a server's. */
const addressOf = (typed: unknown): string => {
  const said = text(typed)
  return said === '' || /^https?:\/\//i.test(said) ? said : `https://${said}`
}

const connectCaldav = {
  path: '/api/mirrors/accounts',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const facts = {
      provider: 'caldav' as const,
      address: addressOf(given['address']),
      username: text(given['username'], 320),
      name: text(given['name'], 100) || text(given['username'], 100),
      replacesId: optional(given['replacesId']),
    }
    const password = typeof given['password'] === 'string' ? given['password'].slice(0, 1000) : ''
    return connect(kernel, caller, facts, password, requestId, async () => {
      await providerFor(facts, password, null).calendars()
    })
  },
}

const consentSecret = (kernel: Kernel) => serverSecret(groundOf(kernel), 'calendar-consent')
const consentMs = 15 * 60_000
const redirectOf = (address: string): string => new URL('/calendar/elsewhere/back', address).href

/** Where the browser goes to ask for the person's consent. */
const beginConsent = (address: string) => ({
  path: '/api/mirrors/consents',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const provider = consentKind(given['provider'])
    const may = await kernel.ask({
      ...asRequest(caller, c.connectAccount, {}, requestId),
      query: c.listAccounts.name,
      input: {},
    })
    if (may.status !== 'done') return may as Outcome
    const client = await officeClient(kernel, caller.organisationId, provider)
    if (!client) return refused(c.clientMissing, { provider })
    const verifier = newVerifier()
    const state = sealConsent(await consentSecret(kernel), {
      organisationId: caller.organisationId,
      principalId: caller.principalId,
      provider,
      verifier,
      until: Date.now() + consentMs,
      replacesId: optional(given['replacesId']),
    })
    return answered({
      address: consentAddress(oauthServer(provider, client), { state, verifier, redirectUri: redirectOf(address) }),
    })
  },
})

/** The browser is back with a code: it is the same person's who went, or it is worth nothing. */
const endConsent = (address: string) => ({
  path: '/api/mirrors/consented',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const consent = openConsent(await consentSecret(kernel), text(given['state'], 4000), Date.now())
    const code = text(given['code'], 4000)
    if (
      !consent ||
      !code ||
      consent.organisationId !== caller.organisationId ||
      consent.principalId !== caller.principalId
    )
      return refused(c.consentOver)
    const provider = consentKind(consent.provider)
    const client = await officeClient(kernel, caller.organisationId, provider)
    if (!client) return refused(c.clientMissing, { provider })
    const server = oauthServer(provider, client)
    return orRefused(async () => {
      const tokens = await firstTokens(server, { code, verifier: consent.verifier, redirectUri: redirectOf(address) })
      if (tokens.refresh === null) return refused(c.consentOver)
      const key = `consent ${requestId}`
      keepTokens(key, tokens)
      const coming = { server, refresh: tokens.refresh, key, renewed: async () => {} }
      const at = new URL(server.tokenUrl).origin
      const who = await providerFor({ provider, address: at, username: '' }, '', coming).calendars()
      const [first] = who
      const username = (first?.address || (first?.id.includes('@') ? first.id : first?.name) || provider).slice(0, 320)
      const facts = { provider, address: at, username, name: username.slice(0, 100), replacesId: consent.replacesId }
      return connect(kernel, caller, facts, tokens.refresh, requestId, async secretId => keepTokens(secretId, tokens))
    }, server.tokenUrl)
  },
})

/** The calendars of an account of one's own, to choose from. */
const remoteCalendars = {
  path: '/api/mirrors/remote-calendars',
  async act(kernel: Kernel, caller: Caller, given: Given): Promise<Outcome> {
    const account = await accountFacts(
      kernel,
      caller.organisationId,
      text(given['accountId'], 36).match(/^[0-9a-f-]{36}$/)?.[0] ?? c.noId,
    )
    if (!account || account.ownerId !== caller.principalId) return refused(c.accountEnded)
    return orRefused(async () => {
      const provider = await openAccount(kernel, caller.organisationId, account)
      return answered({ rows: await provider.calendars() })
    }, account.address)
  },
}

/** What Google and Microsoft know this Kontor by. */
const setClient = {
  path: '/api/mirrors/clients',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const provider = consentKind(given['provider'])
    const ground = groundOf(kernel)
    const secret = { secret: text(given['clientSecret'], 1000), purpose: clientPurpose(provider) }
    const secretId = await sealSecret(ground, caller.organisationId, secret)
    const tenant = optional(given['tenant'])
    const input = { provider, clientId: text(given['clientId'], 300), ...(tenant ? { tenant } : {}), secretId }
    const outcome = await kernel.dispatch(asRequest(caller, c.setClient, input, requestId))
    if (outcome.status !== 'done') await forgetSecret(ground, caller.organisationId, secretId)
    return outcome
  },
}

/** A link in one of the ways set up; what only the account can make is asked of it. */
const makeLink = {
  path: '/api/mirrors/links',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const wayId = optional(given['wayId'])
    const outcome = await kernel.dispatch(asRequest(caller, c.makeLink, wayId ? { wayId } : {}, requestId))
    if (outcome.status !== 'done' || outcome.output.url !== null) return outcome
    const account = await accountFacts(kernel, caller.organisationId, outcome.output.accountId)
    if (!account || account.ownerId !== caller.principalId) return refused(c.accountEnded)
    return orRefused(async () => {
      const coming = await comingOf(kernel, caller.organisationId, account)
      return answered({ ...outcome.output, url: await linkThrough(account.provider as c.ConsentKind, coming) })
    }, account.address)
  },
}

/** `address`: where people find this Kontor, which is where Google and Microsoft send them back to. */
export const mirrorActs = (address: string) => [
  connectCaldav,
  beginConsent(address),
  endConsent(address),
  remoteCalendars,
  setClient,
  makeLink,
]
