import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { systemPrincipalId } from '../../kernel/ids.ts'
import {
  approve,
  changeRole,
  closeLapsedApprovals,
  countApprovals,
  createRole,
  getApproval,
  listApprovals,
  refuseApproval,
  setLimit,
  setRecordClass,
  standardRoles,
  unassignRole,
  withdrawApproval,
} from './contract.ts'
import { makeThing, payThing, peek, renameThing, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())

const sek = (amount: string) => ({ amount, currency: 'SEK' })
const grants = (limit: string | null) => [
  { permission: 'probe.*', limit: limit === null ? null : sek(limit) },
  ...[
    'authority.approve',
    'authority.refuse-approval',
    'authority.withdraw-approval',
    'authority.get-approval',
    'authority.list-approvals',
    'authority.count-approvals',
  ].map(permission => ({ permission, limit: null })),
]
const small = await office.done(createRole, { name: 'Up to a thousand', grants: grants('1000.00') }, office.owner)
const middle = await office.done(createRole, { name: 'Up to five thousand', grants: grants('5000.00') }, office.owner)
const clerk = await office.colleague('Clara Clerk', [small])
const boss = await office.colleague('Bo Boss', [middle])

const thing = async (title = 'Printer') => (await office.done(makeThing, { title }, office.owner)).id

async function ask(id: string, amount = '2000.00', as = clerk) {
  const outcome = await office.dispatch(payThing, { id, amount: sek(amount) }, as)
  assert.equal(outcome.status, 'asked', JSON.stringify(outcome))
  return outcome.status === 'asked' ? outcome.approval.id : ''
}

const refusal = (outcome: Awaited<ReturnType<typeof office.dispatch>>) =>
  outcome.status === 'refused' ? outcome.refusal.name : outcome.status

test('within the limit it is done; above it, it is asked for, and done when approved', async () => {
  const id = await thing()
  await office.done(payThing, { id, amount: sek('1000.00') }, clerk)
  const approvalId = await ask(id)
  const [row] = await peek<{ because: string; state: string; permission: string }>(
    office,
    'select * from authority.approval where id = $1',
    [approvalId],
  )
  assert.deepEqual([row?.because, row?.state, row?.permission], ['amount-above-limit', 'open', 'probe.pay-thing'])
  const done = await office.done(approve, { id: approvalId }, boss)
  assert.deepEqual([done.state, done.refusal, done.output], ['approved', null, { paid: 'Printer' }])
  const lines = await peek<{ command: string; principal_id: string; cause_seq: string | null }>(
    office,
    'select command, principal_id, cause_seq from kernel.journal where organisation_id = $1 order by seq desc limit 2',
    [office.owner.organisationId],
  )
  assert.deepEqual(
    lines.map(line => [line.command, line.principal_id]),
    [
      ['probe.pay-thing', clerk.id],
      ['authority.approve', boss.id],
    ],
  )
  assert.ok(lines[0]!.cause_seq !== null)
  assert.equal(refusal(await office.dispatch(approve, { id: approvalId }, boss)), 'approval-not-open')
})

test('one open approval an act; a decided one makes room for the next', async () => {
  const id = await thing()
  const first = await ask(id)
  assert.equal(await ask(id), first)
  assert.notEqual(await ask(id, '2001.00'), first)
  await office.done(refuseApproval, { id: first, reason: 'Not this year' }, boss)
  const next = await ask(id)
  assert.notEqual(next, first)
  const [left] = await peek<{ records: string }>(
    office,
    "select count(*) as records from kernel.record r where kind = 'approval' and not exists (select from authority.approval a where a.id = r.id)",
  )
  assert.equal(Number(left!.records), 0)
})

test('two who approve at once: it is done once', async () => {
  const id = await thing()
  const approvalId = await ask(id)
  const both = await Promise.all([
    office.dispatch(approve, { id: approvalId }, boss),
    office.dispatch(approve, { id: approvalId }, office.owner),
  ])
  assert.deepEqual(both.map(refusal).sort(), ['approval-not-open', 'done'])
  const [record] = await peek<{ version: number }>(office, 'select version from kernel.record where id = $1', [id])
  assert.equal(record!.version, 2)
})

test('two who ask the same at once get the same approval', async () => {
  const id = await thing()
  const ids = await Promise.all(Array.from({ length: 6 }, () => ask(id)))
  assert.equal(new Set(ids).size, 1)
})

test('what was shown has changed: basis-changed, nothing done, the approval closed with the reason', async () => {
  const id = await thing('Chair')
  const approvalId = await ask(id)
  await office.done(renameThing, { id, title: 'Throne' }, office.owner)
  const done = await office.done(approve, { id: approvalId }, boss)
  assert.deepEqual([done.state, done.refusal?.name], ['closed', 'basis-changed'])
  const [record] = await peek<{ version: number }>(office, 'select version from kernel.record where id = $1', [id])
  assert.equal(record!.version, 2)
  const seen = await office.query(getApproval, { id: approvalId }, clerk)
  assert.ok(seen.status === 'done' && seen.output.closedBy?.name === 'basis-changed')
})

test('an asker who has lost the permission meanwhile gets nothing done', async () => {
  const asker = await office.colleague('Per Past', [small])
  const id = await thing()
  const approvalId = await ask(id, '2000.00', asker)
  await office.done(unassignRole, { id: asker.id, roleId: small.id }, office.owner)
  const done = await office.done(approve, { id: approvalId }, boss)
  assert.deepEqual([done.state, done.refusal?.name], ['closed', 'act-not-permitted'])
})

test('nobody approves their own, above their limit, or without the permission', async () => {
  const own = await ask(await thing())
  assert.equal(refusal(await office.dispatch(approve, { id: own }, clerk)), 'approval-above-limit')
  const bosses = await ask(await thing(), '9000.00', boss)
  assert.equal(refusal(await office.dispatch(approve, { id: bosses }, boss)), 'approval-above-limit')
  const twice = await office.dispatch(payThing, { id: await thing(), amount: sek('1.00'), twoLook: true }, boss)
  assert.equal(twice.status, 'asked')
  if (twice.status === 'asked')
    assert.equal(refusal(await office.dispatch(approve, { id: twice.approval.id }, boss)), 'approval-own')
  const passer = await office.colleague('Pia Passer', ['colleague'])
  assert.equal(refusal(await office.dispatch(approve, { id: own }, passer)), 'act-not-permitted')
  const bookkeeper = await office.colleague('Bea Books', ['bookkeeper'])
  assert.equal(refusal(await office.dispatch(approve, { id: own }, bookkeeper)), 'record-not-found')
})

test('alone in an office one may approve one’s own second look; with another there, not', async () => {
  const alone = await office.open('Solo Sören')
  const pay = async () => {
    const { id } = await office.done(makeThing, { title: 'Lamp' }, alone)
    const outcome = await office.dispatch(payThing, { id, amount: sek('1.00'), twoLook: true }, alone)
    return outcome.status === 'asked' ? outcome.approval.id : assert.fail(JSON.stringify(outcome))
  }
  assert.equal((await office.done(approve, { id: await pay() }, alone)).state, 'approved')
  await office.colleague('Sally Second', ['owner'], alone)
  assert.equal(refusal(await office.dispatch(approve, { id: await pay() }, alone)), 'approval-own')
})

test('who holds approve-own may consent to their own once their limit has been raised, and the page offers it', async () => {
  const own = await office.done(
    createRole,
    { name: 'Own', grants: [{ permission: 'authority.approve-own' }, ...grants('10.00')] },
    office.owner,
  )
  const asker = await office.colleague('Olof Own', [own])
  const approvalId = await ask(await thing(), '20.00', asker)
  const offered = async () => {
    const page = await office.query(getApproval, { id: approvalId }, asker)
    assert.ok(page.status === 'done')
    return page.output.can.find(one => one.command === 'authority.approve')?.refusedBecause?.name
  }
  assert.equal(await offered(), 'approval-above-limit')
  await office.done(setLimit, { id: asker.id, permission: 'probe.*', limit: sek('100.00') }, office.owner)
  assert.equal(await offered(), undefined)
  assert.equal((await office.done(approve, { id: approvalId }, asker)).state, 'approved')
})

test('two eyes are asked for before a limit is: raising the limit does not make one’s own eyes enough', async () => {
  const both = await office.done(
    createRole,
    { name: 'Own, twice', grants: [{ permission: 'authority.approve-own' }, ...grants('10.00')] },
    office.owner,
  )
  const asker = await office.colleague('Tove Twice', [both])
  const id = await thing()
  const outcome = await office.dispatch(payThing, { id, amount: sek('20.00'), twoLook: true }, asker)
  assert.ok(outcome.status === 'asked' && outcome.because === 'four-eyes')
  await office.done(setLimit, { id: asker.id, permission: 'probe.*', limit: null }, office.owner)
  assert.equal(refusal(await office.dispatch(approve, { id: outcome.approval.id }, asker)), 'approval-own')
})

test('what nobody decides for a month lapses: it is asked of nobody, approving closes it, and it can be asked anew', async () => {
  const id = await thing('Bookcase')
  const [first, second] = [await ask(id, '2100.00'), await ask(id, '2200.00')]
  const open = await office.query(getApproval, { id: first }, clerk)
  assert.ok(open.status === 'done')
  assert.deepEqual(
    open.output.askedOf.map(one => one.name),
    ['Bo Boss', 'Olga Owner', 'Tove Twice'],
  )
  const start = Temporal.Now.instant()
  office.setClock(start.add({ hours: 24 * 31 }))
  const waiting = await office.query(listApprovals, {}, boss)
  assert.ok(waiting.status === 'done' && waiting.output.rows.every(row => row.id !== first && row.id !== second))
  const page = await office.query(getApproval, { id: first }, boss)
  assert.ok(page.status === 'done' && page.output.can[0]?.refusedBecause?.name === 'approval-expired')
  const done = await office.done(approve, { id: first }, boss)
  assert.deepEqual([done.state, done.refusal?.name], ['closed', 'approval-expired'])
  assert.notEqual(await ask(id, '2200.00'), second, 'asked anew')
  const system = { id: systemPrincipalId, organisationId: clerk.organisationId }
  assert.equal((await office.done(closeLapsedApprovals, {}, system)).count > 0, true)
  const [left] = await peek<{ open: string; thing: number }>(
    office,
    `select count(*) filter (where state = 'open' and asked_at <= $1) as open, (select version from kernel.record where id = $2) as thing
     from authority.approval where organisation_id = $3`,
    [start, id, clerk.organisationId],
  )
  assert.deepEqual([Number(left!.open), left!.thing], [0, 1])
  office.setClock(null)
})

test('boxes, counts and what may be done follow from who looks', async () => {
  const id = await thing('Sofa')
  const before = await office.query(countApprovals, {}, boss)
  const approvalId = await ask(id)
  const afterwards = await office.query(countApprovals, {}, boss)
  assert.ok(before.status === 'done' && afterwards.status === 'done')
  assert.equal(afterwards.output.toDecide, before.output.toDecide + 1)
  const mine = await office.query(listApprovals, { box: 'asked' }, clerk)
  assert.ok(mine.status === 'done' && mine.output.rows.some(row => row.id === approvalId && row.title === 'Pay Sofa'))
  const seen = await office.query(getApproval, { id: approvalId }, boss)
  assert.ok(seen.status === 'done')
  assert.deepEqual(seen.output.shown, { thing: 'Sofa' })
  assert.deepEqual(
    seen.output.about.map(one => one.title),
    ['Sofa'],
  )
  assert.deepEqual(
    seen.output.can.map(one => [one.command, one.primary ?? false]),
    [
      ['authority.approve', true],
      ['authority.refuse-approval', false],
    ],
  )
  await office.done(withdrawApproval, { id: approvalId }, clerk)
  assert.equal(refusal(await office.dispatch(withdrawApproval, { id: approvalId }, clerk)), 'approval-not-open')
})

test('an approval is as confidential as what it speaks of, and need-to-know follows', async () => {
  const id = await thing('Severance of Nils')
  const high = await office.done(
    createRole,
    { name: 'Personnel', clearance: 2, grants: grants('1000.00') },
    office.owner,
  )
  const personnel = await office.colleague('Petra Personnel', [high])
  await office.done(
    setRecordClass,
    { id, kind: 'thing', class: 2, audience: [personnel.id, office.owner.id] },
    office.owner,
  )
  const approvalId = await ask(id, '2000.00', personnel)
  const [record] = await peek<{ class: number }>(office, 'select class from kernel.record where id = $1', [approvalId])
  assert.equal(record!.class, 2)
  assert.equal(refusal(await office.dispatch(approve, { id: approvalId }, boss)), 'record-not-found')
  const list = await office.query(listApprovals, {}, boss)
  assert.ok(list.status === 'done' && list.output.rows.every(row => row.id !== approvalId))
  const manager = await office.colleague('Max Manager', ['manager', middle])
  assert.equal(
    refusal(await office.dispatch(approve, { id: approvalId }, manager)),
    'record-not-found',
    'cleared, but not among those who need to know',
  )
  assert.equal((await office.done(approve, { id: approvalId }, office.owner)).state, 'approved')
})

test('a dry run of an approval changes nothing', async () => {
  const approvalId = await ask(await thing())
  const tried = await office.dispatch(approve, { id: approvalId }, boss, { dryRun: true })
  assert.ok(tried.status === 'done' && tried.output.state === 'approved' && tried.journal === null)
  const [row] = await peek<{ state: string }>(office, 'select state from authority.approval where id = $1', [
    approvalId,
  ])
  assert.equal(row!.state, 'open')
  const stale = await office.dispatch(approve, { id: approvalId, expectedVersion: 7 }, boss)
  assert.equal(refusal(stale), 'version-changed')
})

test('a limit in the office’s currency says nothing of another: it is asked for', async () => {
  const id = await thing()
  const outcome = await office.dispatch(payThing, { id, amount: { amount: '1.00', currency: 'EUR' } }, clerk)
  assert.ok(outcome.status === 'asked' && outcome.because === 'currency-without-limit')
  if (outcome.status === 'asked')
    assert.equal(refusal(await office.dispatch(approve, { id: outcome.approval.id }, boss)), 'approval-above-limit')
})

test('a role’s limit can be changed and changed back', async () => {
  const change = await office.dispatch(changeRole, { id: small.id, grants: grants('3000.00') }, office.owner)
  assert.ok(change.status === 'done' && change.undo)
  const id = await thing()
  await office.done(payThing, { id, amount: sek('2500.00') }, clerk)
  const back = await office.kernel.dispatch({
    organisationId: clerk.organisationId,
    principalId: office.owner.id,
    ...change.undo,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(back.status, 'done', JSON.stringify(back))
  await ask(id, '2500.00')
  assert.equal(
    refusal(await office.dispatch(changeRole, { id: standardRoles.owner.id, name: 'King' }, office.owner)),
    'role-owner-fixed',
  )
})
