/**
 * An office left alone by its owner: three people who administer each other, lend, limit, ask and consent in any order,
 * in their own names and in each other's. None of it takes anybody beyond what the owner had allowed anybody.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { Outcome } from '../../kernel/dispatch/outcome.ts'
import { newId } from '../../kernel/ids.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { standardRoles } from './contract.ts'
import { makeThing, peek, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())

const seed = Number(process.env['DELEGATION_SEED'] ?? 20261122)
const numRuns = Number(process.env['DELEGATION_RUNS'] ?? 25)
const sek = (amount: number) => ({ amount: `${amount}.00`, currency: 'SEK' })
/** What the owner allows anybody to pay. */
const ceiling = 1000
const administering = [
  'create-role',
  'change-role',
  'assign-role',
  'unassign-role',
  'set-limit',
  'grant-mandate',
  'revoke-mandate',
  'approve',
  'refuse-approval',
  'create-assistant',
].map(act => ({ permission: `authority.${act}`, limit: null }))

const person = fc.nat(2)
const limit = fc.constantFrom(null, 0, 500, ceiling, ceiling + 1, 5000)
const patterns = fc.constantFrom(
  ['*'],
  ['probe.*'],
  ['probe.pay-thing', 'authority.approve'],
  ['authority.assign-role'],
)
const step = fc.record({
  by: person,
  /** Which of the mandates so far it is done under; none where it is not theirs. */
  under: fc.option(fc.nat(5), { nil: null }),
  act: fc.oneof(
    fc.record({ kind: fc.constant('create-role' as const), limit, permissions: patterns }),
    fc.record({ kind: fc.constant('change-role' as const), role: fc.nat(4), limit, permissions: patterns }),
    fc.record({ kind: fc.constantFrom('assign-role' as const, 'unassign-role' as const), to: person, role: fc.nat(4) }),
    fc.record({ kind: fc.constant('set-limit' as const), to: person, limit, asRoles: fc.boolean() }),
    fc.record({ kind: fc.constant('grant-mandate' as const), to: person, limit, permissions: patterns }),
    fc.record({ kind: fc.constant('revoke-mandate' as const), mandate: fc.nat(5) }),
    fc.record({
      kind: fc.constant('pay' as const),
      amount: fc.constantFrom(1, 600, ceiling, ceiling + 1, 4000),
      two: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('approve' as const), approval: fc.nat(5) }),
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** The office of one run, and what its people have made in it so far. */
async function leftAlone() {
  const owner = await office.open('Away Owner')
  const grants = [{ permission: 'probe.pay-thing', limit: sek(ceiling) }, ...administering]
  const role = await office.kernel.dispatch({
    organisationId: owner.organisationId,
    principalId: owner.id,
    command: 'authority.create-role',
    input: { name: 'Three', grants },
    requestId: newId(),
    surface: 'test',
  })
  assert.ok(role.status === 'done', JSON.stringify(role))
  const three: TestPrincipal[] = []
  for (const name of ['Anna', 'Bertil', 'Cecilia']) three.push(await office.colleague(name, [role.output], owner))
  const { id: thing } = await office.done(makeThing, { title: 'Press', class: 0 }, owner)
  const roles: string[] = [role.output.id, standardRoles.owner.id, standardRoles.colleague.id]
  return { owner, three, thing, roles, mandates: [] as { id: string; to: string }[], approvals: [] as string[] }
}
type Left = Awaited<ReturnType<typeof leftAlone>>

const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list.length > 0 ? list[at % list.length] : undefined
const upTo = (value: number | null) => (value === null ? null : sek(value))

function callOf({ three, thing, roles, mandates, approvals }: Left, { act }: Step): readonly [string, object] {
  const to = 'to' in act ? three[act.to]!.id : ''
  const grants = 'permissions' in act ? act.permissions.map(permission => ({ permission, limit: upTo(act.limit) })) : []
  switch (act.kind) {
    case 'create-role':
      return ['authority.create-role', { name: 'Another', clearance: 0, grants }]
    case 'change-role':
      return ['authority.change-role', { id: pick(roles, act.role), grants }]
    case 'assign-role':
    case 'unassign-role':
      return [`authority.${act.kind}`, { id: to, roleId: pick(roles, act.role) }]
    case 'set-limit':
      return [
        'authority.set-limit',
        { id: to, permission: 'probe.pay-thing', limit: upTo(act.limit), asRoles: act.asRoles },
      ]
    case 'grant-mandate':
      return [
        'authority.grant-mandate',
        { toId: to, permissions: act.permissions, limit: upTo(act.limit), clearance: 3, until: '2100-01-01T00:00:00Z' },
      ]
    case 'revoke-mandate':
      return ['authority.revoke-mandate', { id: pick(mandates, act.mandate)?.id ?? newId() }]
    case 'pay':
      return ['probe.pay-thing', { id: thing, amount: sek(act.amount), ...(act.two ? { twoLook: true } : {}) }]
    case 'approve':
      return ['authority.approve', { id: pick(approvals, act.approval) ?? newId() }]
  }
}

const dispatch = (as: TestPrincipal, mandateId: string | null, command: string, input: object, dryRun = false) =>
  office.kernel.dispatch({
    organisationId: as.organisationId,
    principalId: as.id,
    mandateId,
    command,
    input,
    dryRun,
    requestId: newId(),
    surface: 'test',
  })

function note(left: Left, { act, by }: Step, outcome: Outcome): void {
  if (outcome.status === 'asked') left.approvals.push(outcome.approval.id)
  if (outcome.status !== 'done') return
  if (act.kind === 'create-role') left.roles.push(outcome.output.id)
  if (act.kind === 'grant-mandate') left.mandates.push({ id: outcome.output.id, to: left.three[act.to]!.id })
  if (act.kind === 'pay') {
    assert.ok(act.amount <= ceiling, `${act.amount} was paid by ${by} alone`)
    assert.ok(!act.two, 'what two should look at was paid by one')
  }
}

/** What nobody may do now, by whatever name: tried without doing it. */
async function assertBounded(left: Left): Promise<void> {
  const ways = [
    ...left.three.map(as => [as, null] as const),
    ...left.mandates.map(({ id, to }) => [left.three.find(one => one.id === to)!, id] as const),
  ]
  for (const [as, mandateId] of ways) {
    const paid = await dispatch(as, mandateId, 'probe.pay-thing', { id: left.thing, amount: sek(ceiling + 1) }, true)
    assert.notEqual(paid.status, 'done', 'more is paid than the owner allowed anybody')
    const made = await dispatch(as, mandateId, 'probe.make-thing', { title: 'Never allowed' }, true)
    assert.equal(made.status, 'refused', 'an act is done that the owner allowed nobody')
  }
}

test(`no order of granting, lending, limiting, asking and consenting goes beyond the owner (seed ${seed})`, async t => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async steps => {
      const left = await leftAlone()
      for (const one of steps) {
        const as = left.three[one.by]!
        const mandate =
          one.under === null
            ? null
            : pick(
                left.mandates.filter(({ to }) => to === as.id),
                one.under,
              )
        const [command, input] = callOf(left, one)
        const outcome = await dispatch(as, mandate?.id ?? null, command, input)
        assert.ok(outcome.status !== 'refused' || outcome.refusal.name !== 'fault', JSON.stringify(outcome))
        note(left, one, outcome)
        const came =
          command === 'authority.approve' && outcome.status === 'done' ? outcome.output.state : outcome.status
        done.set(`${one.act.kind} ${came}`, (done.get(`${one.act.kind} ${came}`) ?? 0) + 1)
      }
      await assertBounded(left)
      const alone = await peek(
        office,
        `select 1 from authority.approval where organisation_id = $1 and state = 'approved' and (decided_by = asked_by or amount_minor > $2)`,
        [left.owner.organisationId, ceiling * 100],
      )
      assert.equal(alone.length, 0, 'nobody consents to their own, nor above what they may themselves')
    }),
    { seed, numRuns },
  )
  t.diagnostic(
    [...done]
      .map(([what, times]) => `${what} ${times}`)
      .sort()
      .join(', '),
  )
  for (const what of [
    'create-role done',
    'grant-mandate done',
    'pay done',
    'pay asked',
    'approve approved',
    'set-limit done',
  ])
    assert.ok((done.get(what) ?? 0) > 0, `${what} never happened: the walk is too narrow`)
})
