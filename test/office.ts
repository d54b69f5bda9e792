/**
 * A whole office for the tests of promises: every module of src/app/modules.ts on a real database, opened as in life,
 * with real jobs, and one maker for each kind of thing. Everything in it is made through commands; only what pg-boss
 * itself would have written (a dead letter, a waiting job) is put into its table.
 */
import { after } from 'node:test'
import { modules } from '../src/app/modules.ts'
import type { Outcome } from '../src/kernel/dispatch/outcome.ts'
import { newId } from '../src/kernel/ids.ts'
import { openOrganisation, systemPrincipalId } from '../src/kernel/platform/first-run.ts'
import type { Ground } from '../src/kernel/platform/ground.ts'
import type { Registry } from '../src/kernel/registry.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../src/kernel/testing.ts'
import { authorityPort } from '../src/modules/authority/index.ts'
import { closeReaders } from '../src/modules/documents/reading/index.ts'
import { queues } from '../tools/testing/queues.ts'
import { type Makers, makers } from './makers.ts'
import { probe } from './probe.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
type Any = any

/** The office itself: who is in it, and the short ways to act in it. */
export interface Office extends Omit<TestKernel, 'dispatch' | 'query' | 'done'> {
  readonly registry: Registry
  readonly owner: TestPrincipal
  readonly system: TestPrincipal
  /** Makers of a fresh thing of each kind, owned by `owner`. */
  readonly make: Makers
  /** Opens one more organisation; gives its owner. */
  open(name: string): Promise<TestPrincipal>
  /** A colleague who has come in, with these roles. */
  colleague(name: string, roleIds: readonly string[]): Promise<TestPrincipal>
  try(
    command: string,
    input: unknown,
    as?: TestPrincipal,
    options?: { key?: string; dryRun?: boolean },
  ): Promise<Outcome>
  /** Like `try`, but fails unless it was done; gives the output. */
  act(command: string, input: unknown, as?: TestPrincipal): Promise<Any>
  ask(query: string, input: unknown, as?: TestPrincipal): ReturnType<TestKernel['kernel']['ask']>
  /** Like `ask`, but fails unless it was answered; gives the output. */
  see(query: string, input: unknown, as?: TestPrincipal): Promise<Any>
  /** The version of a record as the database has it; null where there is none. */
  versionOf(id: string): Promise<number | null>
}

const password = 'four words and a comma'

async function opening(kernel: TestKernel, ground: Ground, name: string): Promise<TestPrincipal> {
  const about = {
    language: 'en' as const,
    organisation: `${name}’s office`,
    country: 'SE',
    name,
    email: `${newId()}@example.org`,
    password,
  }
  const opened = await openOrganisation(ground, kernel.kernel.dispatch, about)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  return { id: opened.value.principalId, organisationId: opened.value.organisationId }
}

/** Lets somebody who was invited come in, as accepting the link does. */
async function comeIn(kernel: TestKernel, principalId: string, organisationId: string, name: string): Promise<void> {
  const account = newId()
  await kernel.pool.query('select platform.account_create($1, $2, $3, $4, null, now())', [
    account,
    `${account}@example.org`,
    name,
    'en',
  ])
  await kernel.pool.query('select platform.membership_join($1, $2, $3, now())', [account, organisationId, principalId])
}

/** Opens the office, and closes it when the test file is done. What its makers make bears the word `mark`, its people and roles `people`. */
export async function openOffice({ mark = 'Lind', people = 'Berg' } = {}): Promise<Office> {
  const kernel = await testKernel([...modules.filter(({ contract }) => contract.name !== 'kernel'), probe], {
    authority: authorityPort(),
    prepared: queues,
  })
  after(async () => {
    closeReaders()
    await kernel.close()
  })
  const { registry } = kernel.kernel
  const ground: Ground = { pool: kernel.pool, clock: kernel.kernel.clock }
  const owner = await opening(kernel, ground, 'Olga Owner')
  const request = (as: TestPrincipal) => ({ organisationId: as.organisationId, principalId: as.id, requestId: newId() })

  const office: Office = {
    ...kernel,
    registry,
    owner,
    system: { id: systemPrincipalId, organisationId: owner.organisationId },
    make: makers(() => office, { mark, people }),
    open: name => opening(kernel, ground, name),
    async colleague(name, roleIds) {
      const { principalId } = await office.act('authority.invite-person', {
        name,
        email: `${newId()}@example.org`,
        roleIds,
      })
      await comeIn(kernel, principalId, owner.organisationId, name)
      return { id: principalId, organisationId: owner.organisationId }
    },
    try: (command, input, as = owner, { key, dryRun } = {}) =>
      kernel.kernel.dispatch({ ...request(as), command, input, key, ...(dryRun ? { dryRun } : {}), surface: 'test' }),
    async act(command, input, as = owner) {
      const outcome = await office.try(command, input, as)
      if (outcome.status !== 'done') throw new Error(`${command} ${JSON.stringify(input)}: ${JSON.stringify(outcome)}`)
      return outcome.output
    },
    ask: (query, input, as = owner) => kernel.kernel.ask({ ...request(as), query, input }),
    async see(query, input, as = owner) {
      const answer = await office.ask(query, input, as)
      if (answer.status !== 'done') throw new Error(`${query} ${JSON.stringify(input)}: ${JSON.stringify(answer)}`)
      return answer.output
    },
    async versionOf(id) {
      const { rows } = await kernel.superuser.query('select version from kernel.record where id = $1', [id])
      return (rows[0] as { version: number } | undefined)?.version ?? null
    },
  }
  return office
}
