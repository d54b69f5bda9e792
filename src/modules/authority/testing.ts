/** An office for authority's tests: opened as in life, with a little module whose acts have amounts, classes and rows. */
import { command, contract } from '../../kernel/declare.ts'
import { defineModule, implementCommand } from '../../kernel/implement.ts'
import { newId } from '../../kernel/ids.ts'
import { emptyCatalogues } from '../../kernel/language/testing.ts'
import { openOrganisation } from '../../kernel/platform/first-run.ts'
import type { Ground } from '../../kernel/platform/ground.ts'
import { expectedVersion, flag, id, money, text, z } from '../../kernel/schema.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { invitePerson, type RoleKey, standardRoles } from './contract.ts'
import { authority, authorityPort } from './index.ts'

/** A thing of the office with a title that can be changed by anybody in between. */
export const makeThing = command({
  name: 'probe.make-thing',
  summary: 'Makes a thing.',
  input: z.strictObject({ title: text(), class: z.int().optional() }),
  output: z.strictObject({ id: z.uuid() }),
  example: { title: 'Desk' },
})

export const renameThing = command({
  name: 'probe.rename-thing',
  summary: 'Renames a thing.',
  input: z.strictObject({ id: id('thing'), expectedVersion: expectedVersion(), title: text() }),
  output: z.strictObject({ version: z.int() }),
  example: { id: '019aa000-0000-7000-8000-000000000001', title: 'Table' },
})

/** Pays for a thing: what the approver is shown is the thing's title and the amount. */
export const payThing = command({
  name: 'probe.pay-thing',
  summary: 'Pays for a thing.',
  input: z.strictObject({ id: id('thing'), amount: money(), twoLook: flag().optional() }),
  output: z.strictObject({ paid: z.string() }),
  example: { id: '019aa000-0000-7000-8000-000000000001', amount: { amount: '1.00', currency: 'SEK' } },
})

const probe = defineModule({
  contract: contract({ name: 'probe', commands: [makeThing, renameThing, payThing] }),
  catalogues: emptyCatalogues,
  commands: [
    implementCommand(makeThing, {
      run: async (act, { title, class: level }) => ({
        output: {
          id: await act.createRecord({ kind: 'thing', title, ...(level === undefined ? {} : { class: level }) }),
        },
      }),
    }),
    implementCommand(renameThing, {
      locks: input => [{ kind: 'thing', id: input.id, expectedVersion: input.expectedVersion }],
      run: async (act, input) => ({ output: { version: await act.changeRecord(input.id, { title: input.title }) } }),
    }),
    implementCommand(payThing, {
      locks: input => [{ kind: 'thing', id: input.id }],
      load: async (act, input) => act.locked(input.id),
      weigh: (input, thing) => ({
        amount: input.amount,
        class: thing.class,
        ...(input.twoLook ? { fourEyes: true } : {}),
      }),
      basis: (_input, thing) => ({ title: `Pay ${thing.title}`, shown: { thing: thing.title } }),
      run: async (act, input) => {
        await act.changeRecord(input.id)
        return { output: { paid: act.locked(input.id).title } }
      },
    }),
  ],
})

export const password = 'four words and a comma'

export interface TestOffice extends TestKernel {
  readonly ground: Ground
  readonly owner: TestPrincipal
  /** Opens one more office; gives its owner. */
  open(name: string, country?: string): Promise<TestPrincipal>
  /** A colleague who has come in, with these roles. */
  colleague(name: string, roles: readonly (RoleKey | { id: string })[], by?: TestPrincipal): Promise<TestPrincipal>
  /** Acts under a mandate. */
  under(
    principal: TestPrincipal,
    mandateId: string,
  ): { dispatch: (command: { name: string }, input: unknown) => ReturnType<TestKernel['kernel']['dispatch']> }
}

export async function testOffice(): Promise<TestOffice> {
  const kernel = await testKernel([authority, probe], { authority: authorityPort() })
  const ground: Ground = { pool: kernel.pool, clock: kernel.kernel.clock }
  const open = async (name: string, country = 'SE'): Promise<TestPrincipal> => {
    const about = {
      language: 'en' as const,
      organisation: `${name}’s office`,
      country,
      name,
      email: `${newId()}@example.org`,
      password,
    }
    const opened = await openOrganisation(ground, kernel.kernel.dispatch, about)
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    return { id: opened.value.principalId, organisationId: opened.value.organisationId }
  }
  const owner = await open('Olga Owner')
  return {
    ...kernel,
    ground,
    owner,
    open,
    async colleague(name, roles, by = owner) {
      const roleIds = roles.map(role => (typeof role === 'string' ? standardRoles[role].id : role.id))
      const { principalId } = await kernel.done(invitePerson, { name, email: `${newId()}@example.org`, roleIds }, by)
      const account = newId()
      const db = kernel.pool
      await db.query('select platform.account_create($1, $2, $3, $4, null, now())', [
        account,
        `${account}@example.org`,
        name,
        'en',
      ])
      await db.query('select platform.membership_join($1, $2, $3, now())', [account, by.organisationId, principalId])
      return { id: principalId, organisationId: by.organisationId }
    },
    under: (principal, mandateId) => ({
      dispatch: (act, input) =>
        kernel.kernel.dispatch({
          organisationId: principal.organisationId,
          principalId: principal.id,
          mandateId,
          command: act.name,
          input,
          requestId: newId(),
          surface: 'test',
        }),
    }),
  }
}

/** Reads a table past row-level security. */
export async function peek<Row>(office: TestOffice, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await office.superuser.query(text, values)).rows as Row[]
}
