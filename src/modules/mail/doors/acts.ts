/** Beside the commands: what is secret may stand in no journal, and a command speaks with nobody outside. */
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { forgetSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import * as c from '../contract.ts'
import { clientPurpose, groundOf } from '../wires/accounts.ts'
import { asRequest, type Caller, connect, consentKind, type Given, serverOf, text } from './connecting.ts'
import { beginConsent, endConsent } from './consents.ts'

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
