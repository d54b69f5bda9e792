/** Mailboxes that are connected by their owner's consent (OAuth 2.0): the browser goes to ask, and comes back with a code. */
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
import * as c from '../contract.ts'
import { groundOf, keepAccess, mailClientOf, oauthServerOf, serversOf } from '../wires/accounts.ts'
import type { Server } from '../wires/reach.ts'
import { answered, asRequest, type Caller, connect, consentKind, type Given, refused, text } from './connecting.ts'

const consentSecret = (kernel: Kernel) => serverSecret(groundOf(kernel), 'mail-consent')
const consentMs = 15 * 60_000
const redirectOf = (address: string): string => new URL('/mail/mailboxes/back', address).href

/** Where the browser goes to ask for the consent of whoever owns the mailbox. */
export const beginConsent = (address: string) => ({
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
export const endConsent = (address: string) => ({
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
