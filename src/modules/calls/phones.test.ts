/** What a telephone in the page tells the log, and to whom its password goes. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { addNumber, createPerson } from '../directory/contract.ts'
import { refusalOf } from '../work/testing.ts'
import * as c from './contract.ts'
import { phoneActs, phoneOrigins } from './doors.phones.ts'
import { callsOffice } from './testing.ts'

const it = await callsOffice()
const { office, elin, karin, organisationId } = it
after(() => office.close())
await office.superuser.query(`insert into platform.organisation values ($1, 'Office', now()) on conflict do nothing`, [
  organisationId,
])
const system = { id: systemPrincipalId, organisationId }
const start = Temporal.Instant.from('2026-11-24T08:42:00Z')
const later = (seconds: number): void => office.setClock(start.add({ seconds }))

// biome-ignore lint/suspicious/noExplicitAny: whatever is answered
type Any = any
type Person = typeof elin
const callOf = async (id: string | null, as: Person = elin): Promise<Any> => {
  const answer = await office.query(c.getCall, { id: id! }, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return (answer as Any).output
}
const tell = (input: Any, as: Person = elin) => office.done(c.tellCall, input, as)
const ringingFor = async (as: Person): Promise<string[]> =>
  ((await office.query(c.ringing, {}, as)) as Any).output.rows.map((row: Any) => row.id)

const act = (path: string, input: object, as: Person, more: object = {}): Promise<Any> => {
  const route = phoneActs.find(one => one.path === `/api/calls/${path}`)!
  const caller = { organisationId, principalId: as.id, mandateId: null, session: {}, ...more }
  return route.act(office.kernel, caller as never, input as never, 'a request')
}

const gunilla = await office.done(createPerson, { name: 'Gunilla Westman' }, elin)
await office.done(addNumber, { id: gunilla.id, kind: 'person', number: '031-390 06 55' }, elin)

test('a password is sealed, goes to its owner’s own page alone, and stands nowhere else', async () => {
  assert.equal(
    (await act('own-phone', { username: '101', password: 'canary-elin' }, elin)).refusal.name,
    'phone-server-missing',
  )
  const turn = { turn: 'turn:relay.example.com', turnPassword: 'canary-relay' }
  const facts = {
    address: 'wss://pbx.example.com:8443/ws',
    domain: 'pbx.example.com',
    stun: 'stun:relay.example.com',
    ...turn,
  }
  assert.equal((await act('phone-server', facts, elin)).status, 'done')
  assert.equal((await act('own-phone', { username: '101' }, elin)).refusal.name, 'phone-password-missing')
  assert.equal((await act('own-phone', { username: '101', password: 'canary-elin' }, elin)).status, 'done')
  assert.equal(
    (await act('phone', { personId: karin.id, username: '101', password: 'x' }, elin)).refusal.name,
    'phone-user-taken',
  )
  assert.equal(
    (await act('phone', { personId: karin.id, username: '102', password: 'canary-karin' }, elin)).status,
    'done',
  )

  const own = await act('phone-key', {}, karin)
  assert.equal(own.output.password, 'canary-karin')
  const [stun, relay] = own.output.iceServers
  assert.equal(stun.urls, 'stun:relay.example.com')
  // The relay’s own secret stays here: what is given is made of it for one day and one person.
  assert.match(relay.username, new RegExp(`^\\d+:${karin.id}$`))
  assert.notEqual(relay.credential, 'canary-relay')
  for (const other of [{ mandateId: gunilla.id }, { session: null }])
    assert.equal((await act('phone-key', {}, elin, other)).refusal.name, 'phone-own-page')
  office.permit(karin, new Map())
  assert.equal((await act('phone-key', {}, karin)).refusal.name, 'act-not-permitted')
  office.permit(karin, new Map([['*', null]]))

  assert.deepEqual(await phoneOrigins(office.kernel, organisationId), ['wss://pbx.example.com:8443'])
  for (const address of [
    'ws://pbx.example.com',
    "wss://a.example; script-src 'unsafe-inline'",
    'https://a.example',
    'wss://*.example',
  ])
    assert.equal((await act('phone-server', { ...facts, address }, elin)).refusal.name, 'input-invalid', address)
  const { rows } = await office.superuser.query(
    `select 1 from kernel.journal j where position('canary' in j::text) > 0
     union all select 1 from calls.phone_account a where position('canary' in a::text) > 0`,
  )
  assert.deepEqual(rows, [])
})

test('an account that is changed keeps its password unless another is given; one that is removed is forgotten', async () => {
  assert.equal((await act('own-phone', { username: '110' }, elin)).status, 'done')
  assert.equal((await act('phone-key', {}, elin)).output.password, 'canary-elin')
  assert.equal((await act('own-phone', { username: '101', password: 'canary-new' }, elin)).status, 'done')
  assert.equal((await act('phone-key', {}, elin)).output.password, 'canary-new')
  const sealed = async () => (await office.superuser.query('select 1 from platform.sealed_secret')).rows.length
  const before = await sealed()
  await office.done(c.removePhone, { personId: karin.id }, elin)
  assert.equal(await sealed(), before - 1)
  assert.equal(refusalOf(await office.dispatch(c.removePhone, { personId: karin.id }, elin)), 'phone-account-missing')
  assert.equal((await act('phone-key', {}, karin)).refusal.name, 'phone-password-missing')
  const relayElsewhere = { address: 'wss://pbx.example.com/ws', domain: 'pbx.example.com', turn: 'turn:evil.example' }
  assert.equal((await act('phone-server', relayElsewhere, elin)).refusal.name, 'phone-password-missing')
  assert.equal(
    (await act('phone', { personId: karin.id, username: '102', password: 'canary-karin' }, elin)).status,
    'done',
  )
})

test('a secret is taken only for what it was sealed for, by whom: nobody’s is lost by naming its id', async () => {
  const secretOf = async (personId: string): Promise<string> =>
    (await office.superuser.query('select secret_id from calls.phone_account where person_id = $1', [personId])).rows[0]
      .secret_id
  const { rows } = await office.superuser.query('select turn_secret_id from calls.phone_server')
  for (const secretId of [await secretOf(karin.id), rows[0].turn_secret_id]) {
    const taken = await office.dispatch(c.setOwnPhone, { username: '101', secretId }, elin)
    assert.equal(refusalOf(taken), 'phone-password-missing')
    const wire = { kind: 'asterisk', host: 'pbx.example', port: 5038, username: 'kontor', context: 'inside' } as const
    const connected = await office.dispatch(c.connectWire, { title: 'Theirs', ...wire, secretId }, elin)
    assert.equal(refusalOf(connected), 'wire-facts-missing')
  }
  await office.done(c.setOwnPhone, { username: '101', secretId: await secretOf(elin.id) }, elin)
  assert.equal((await act('phone-key', {}, karin)).output.password, 'canary-karin')
  assert.equal((await act('phone-key', {}, elin)).output.password, 'canary-new')
})

test('a call that rings, is answered and ends is one entry with who, when and how long; told twice it is the same', async () => {
  later(0)
  const rings = { what: 'rings', externalId: 'one', direction: 'in', number: '0313900655' }
  const { id } = await tell(rings)
  assert.deepEqual(await tell(rings), { id })
  assert.deepEqual(await ringingFor(elin), [id])
  assert.deepEqual(await ringingFor(karin), [])
  later(5)
  await tell({ what: 'answered', externalId: 'one' })
  later(65)
  await tell({ what: 'ended', externalId: 'one' })
  await tell({ what: 'answered', externalId: 'one' })
  const call = await callOf(id)
  assert.deepEqual(
    [call.record.title, call.party.id, call.record.state, call.seconds, call.takenBy.id, call.direction],
    ['Gunilla Westman', gunilla.id, 'ended', 60, elin.id, 'in'],
  )
  assert.deepEqual(await tell({ what: 'ended', externalId: 'never heard of' }), { id: null })
})

test('what rings at two telephones is one call: whoever takes it has it, and it is missed only when nobody did', async () => {
  later(600)
  const rings = { what: 'rings', direction: 'in', number: '+46313900655' }
  const one = await tell({ ...rings, externalId: 'at elin' })
  assert.deepEqual(await tell({ ...rings, externalId: 'at karin' }, karin), one)
  assert.deepEqual(await ringingFor(karin), [one.id])
  await tell({ what: 'answered', externalId: 'at karin' }, karin)
  await tell({ what: 'ended', externalId: 'at elin', elsewhere: true, cause: 'elsewhere' })
  assert.deepEqual(await ringingFor(elin), [])
  assert.equal((await callOf(one.id)).record.state, 'answered')
  later(630)
  await tell({ what: 'ended', externalId: 'at karin' }, karin)
  assert.deepEqual([(await callOf(one.id)).record.state, (await callOf(one.id)).takenBy.id], ['ended', karin.id])

  later(900)
  const other = await tell({ ...rings, externalId: 'again elin' })
  await tell({ ...rings, externalId: 'again karin' }, karin)
  await tell({ what: 'ended', externalId: 'again elin', cause: 'rejected' })
  assert.equal((await callOf(other.id)).record.state, 'ringing', 'it rings on at Karin’s')
  await tell({ what: 'ended', externalId: 'again karin' }, karin)
  assert.equal((await callOf(other.id)).record.state, 'missed')

  later(1200)
  const desk = await tell({ ...rings, externalId: 'taken at a desk' })
  await tell({ what: 'ended', externalId: 'taken at a desk', elsewhere: true })
  assert.equal((await callOf(desk.id)).record.state, 'ended')
})

test('what the telephone system told of is the same call: the page says who took it, the system when it ends', async () => {
  later(1800)
  const wire = await office.done(c.addWire, { title: 'Switchboard', memberIds: [elin.id] }, elin)
  const heard = { wireId: wire.id, externalId: 'pbx 1', direction: 'in' as const, from: '46313900655' }
  const { id } = await office.done(c.hearCall, { ...heard, what: 'rings' }, system)
  assert.deepEqual(await tell({ what: 'rings', externalId: 'sip 1', direction: 'in', number: '031-390 06 55' }), { id })
  later(1810)
  await tell({ what: 'answered', externalId: 'sip 1' })
  assert.equal((await callOf(id)).takenBy.id, elin.id)
  await tell({ what: 'ended', externalId: 'sip 1' })
  assert.equal((await callOf(id)).record.state, 'answered', 'handed over, it goes on elsewhere')
  await office.done(c.hearCall, { ...heard, what: 'ended' }, system)
  assert.equal((await callOf(id)).record.state, 'ended')
})

test('the page may be quicker than the telephone system: still it is one call', async () => {
  later(2400)
  const wire = await office.done(c.addWire, { title: 'Other switchboard', memberIds: [karin.id] }, elin)
  const { id } = await tell({ what: 'rings', externalId: 'sip quick', direction: 'in', number: '+46313900655' })
  later(2402)
  const heard = { wireId: wire.id, externalId: 'pbx slow', direction: 'in' as const, from: '0313900655', to: '031600' }
  assert.equal((await office.done(c.hearCall, { ...heard, what: 'rings' }, system)).id, id)
  assert.deepEqual([await ringingFor(elin), await ringingFor(karin)], [[id], [id]])
  await tell({ what: 'answered', externalId: 'sip quick' })
  await office.done(c.hearCall, { ...heard, what: 'ended' }, system)
  const call = await callOf(id)
  assert.deepEqual([call.record.state, call.takenBy.id, call.wire.title], ['ended', elin.id, 'Other switchboard'])
})

test('what could not be told at once is told with its time; a colleague is named by their telephone', async () => {
  later(3600)
  const at = (seconds: number) => start.add({ seconds }).toString()
  const { id } = await tell({ what: 'rings', externalId: 'late', direction: 'out', number: '102', at: at(3000) })
  await tell({ what: 'answered', externalId: 'late', at: at(3010) })
  await tell({ what: 'ended', externalId: 'late', at: at(3130) })
  const call = await callOf(id)
  assert.deepEqual([call.record.title, call.seconds, call.rangAt], ['Karin Öberg', 120, at(3000)])
  const vain = await tell({ what: 'rings', externalId: 'vain', direction: 'out', number: '0700000000', at: at(9999) })
  await tell({ what: 'ended', externalId: 'vain', cause: 'busy' })
  const unanswered = await callOf(vain.id)
  assert.deepEqual([unanswered.outcome, unanswered.cause, unanswered.rangAt], ['no-answer', 'busy', at(3600)])
})

test('whoever is for some alone is named by no call, and hides none', async () => {
  const hidden = await office.done(createPerson, { name: 'Candidate of the sale' }, elin)
  await office.done(addNumber, { id: hidden.id, kind: 'person', number: '031-390 07 77' }, elin)
  await office.superuser.query('update kernel.record set audience = $3 where organisation_id = $1 and id = $2', [
    organisationId,
    hidden.id,
    [elin.id],
  ])
  const { id } = await tell({ what: 'rings', externalId: 'hidden-1', direction: 'in', number: '+46313900777' })
  const seen = await callOf(id, karin)
  assert.ok(seen.party === null && !JSON.stringify(seen).includes('Candidate'))
})
