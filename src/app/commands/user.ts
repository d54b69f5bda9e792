import { parseArgs } from 'node:util'
import { newId } from '../../kernel/ids.ts'
import { findAccount, listAccounts, memberships } from '../../kernel/platform/accounts.ts'
import { organisations, systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { invitePerson, resetPassword, showLink, standardRoles } from '../../modules/authority/contract.ts'
import { documentAppPassword } from '../../modules/documents/index.ts'
import type { Composed } from '../compose.ts'
import { withKontor } from './with-kontor.ts'

const usage = `npx kontor user list
npx kontor user add EMAIL --name NAME [--role clerk] [--organisation ID]   prints an invitation link
npx kontor user reset EMAIL                                                prints a link to a new password
npx kontor user app-password EMAIL [--name NAME] [--organisation ID]       prints a password for their own calendar or folder program`

async function organisationOf({ ground }: Composed, given: string | undefined): Promise<string> {
  const all = await organisations(ground)
  const found = given ? all.find(one => one.id === given) : all.length === 1 ? all[0] : undefined
  if (!found)
    throw new Error(
      `choose the organisation with --organisation: ${all.map(one => `${one.id} (${one.name})`).join(', ') || 'there is none yet'}`,
    )
  return found.id
}

/** Runs the command as the system and gives the link it made, which no journal holds. */
async function linkFrom(
  composed: Composed,
  organisationId: string,
  command: string,
  input: unknown,
  idOf: (output: Record<string, string>) => string,
): Promise<string> {
  const as = { organisationId, principalId: systemPrincipalId, mandateId: null }
  const outcome = await composed.kernel.dispatch({ ...as, command, input, requestId: newId(), surface: 'cli' })
  if (outcome.status !== 'done') throw new Error(`${command}: ${JSON.stringify(outcome)}`)
  const answer = await composed.kernel.ask({
    ...as,
    query: showLink.name,
    input: { id: idOf(outcome.output) },
    requestId: newId(),
  })
  if (answer.status !== 'done') throw new Error(`${showLink.name}: ${JSON.stringify(answer)}`)
  return `${composed.config.address}${(answer.output as { path: string }).path}`
}

/** `kontor user …`: for whoever holds the machine; every change is a command of the system's, journalled. */
export async function runUser(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string', default: 'clerk' }, organisation: { type: 'string' } },
  })
  const [what, email] = positionals
  if (what === 'list') return withKontor(list)
  const does = what !== undefined && Object.hasOwn(doings, what) ? doings[what] : undefined
  if (!email || !does) {
    console.error(usage)
    return 2
  }
  return withKontor(async composed => {
    console.log(await does(composed, email, values))
    return 0
  })
}

interface Values {
  readonly name?: string | undefined
  readonly role: string
  readonly organisation?: string | undefined
}

const doings: Readonly<Record<string, (composed: Composed, email: string, values: Values) => Promise<string>>> = {
  add,
  reset,
  'app-password': appPassword,
}

async function list({ ground }: Composed): Promise<number> {
  for (const account of await listAccounts(ground)) console.log(`${account.email.padEnd(40)} ${account.name}`)
  return 0
}

async function add(composed: Composed, email: string, values: Values): Promise<string> {
  if (!Object.hasOwn(standardRoles, values.role))
    throw new Error(`there is no role ${values.role}: ${Object.keys(standardRoles).join(', ')}`)
  const organisationId = await organisationOf(composed, values.organisation)
  const roleIds = [standardRoles[values.role as keyof typeof standardRoles].id]
  return linkFrom(
    composed,
    organisationId,
    invitePerson.name,
    { email, name: values.name ?? email, roleIds },
    output => output['invitationId']!,
  )
}

async function reset(composed: Composed, email: string): Promise<string> {
  const account = await findAccount(composed.ground, email)
  const [place] = account ? await memberships(composed.ground, account.id) : []
  if (!place) throw new Error(`${email} may not sign in here`)
  return linkFrom(
    composed,
    place.organisationId,
    resetPassword.name,
    { id: place.principalId },
    output => output['resetId']!,
  )
}

/** A password for a program of theirs, made in their name; it is printed this once and kept nowhere. */
async function appPassword(composed: Composed, email: string, values: Values): Promise<string> {
  const account = await findAccount(composed.ground, email)
  const places = account ? await memberships(composed.ground, account.id) : []
  const place = values.organisation ? places.find(one => one.organisationId === values.organisation) : places[0]
  if (!place) throw new Error(`${email} may not sign in here`)
  if (places.length > 1 && !values.organisation)
    throw new Error(
      `choose with --organisation: ${places.map(one => `${one.organisationId} (${one.name})`).join(', ')}`,
    )
  const caller = { organisationId: place.organisationId, principalId: place.principalId, mandateId: null }
  const made = await documentAppPassword.act(composed.kernel, caller, { name: values.name ?? 'Calendar' }, newId())
  if (made.status !== 'done') throw new Error(`app password: ${JSON.stringify(made)}`)
  return (made.output as { readonly password: string }).password
}
