import { findAccount, memberships } from '../../kernel/platform/accounts.ts'
import { resolveApiToken } from '../../kernel/platform/tokens.ts'
import { type Composed, compose } from '../compose.ts'
import { readConfig } from '../config.ts'
import { openLog } from '../log.ts'

/** Puts a Kontor together for one command, beside a server that may run, and takes it apart again. */
export async function withKontor<T>(work: (composed: Composed) => Promise<T>): Promise<T> {
  const config = readConfig()
  const log = openLog(process.env['KONTOR_LOG_LEVEL'] ? config.logLevel : 'warn', process.stderr)
  const composed = await compose({ config, log, purpose: 'command' })
  try {
    return await work(composed)
  } finally {
    await composed.close()
  }
}

export interface CliCaller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}

/** Whose authority a command-line act stands under: an API token, or a colleague named by whoever holds this machine. */
export async function callerOf(
  { ground }: Composed,
  given: { as?: string | undefined; token?: string | undefined; organisation?: string | undefined },
): Promise<CliCaller> {
  const token = given.token ?? process.env['KONTOR_TOKEN']
  if (token) {
    const bearer = await resolveApiToken(ground, token)
    if (!bearer) throw new Error('the token is unknown, expired or revoked')
    return bearer
  }
  const email = given.as ?? process.env['KONTOR_AS']
  if (!email) throw new Error('say under whose authority: --as EMAIL, or KONTOR_TOKEN')
  const account = await findAccount(ground, email)
  const places = account ? await memberships(ground, account.id) : []
  const place = given.organisation ? places.find(one => one.organisationId === given.organisation) : places[0]
  if (!place) throw new Error(`${email} belongs to no organisation here${given.organisation ? ' with that id' : ''}`)
  if (!given.organisation && places.length > 1)
    throw new Error(
      `${email} belongs to several organisations; choose one with --organisation: ${places.map(one => one.organisationId).join(', ')}`,
    )
  return { organisationId: place.organisationId, principalId: place.principalId, mandateId: null }
}
