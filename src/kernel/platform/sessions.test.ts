import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../../tools/testing/database.ts'
import { createPool } from '../database/pool.ts'
import { newId } from '../ids.ts'
import { createAccount, findAccount, joinOrganisation, memberships, setPassword } from './accounts.ts'
import { type Ground, together } from './ground.ts'
import { openSession, session, signIn, signOut, signOutEverywhere, standIn } from './sessions.ts'
import { opaqueToken, tokenDigest } from './tokens.ts'

const database = await testDatabase()
const pool = createPool(database.app, () => {})
let now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const ground: Ground = { pool, clock: () => now }
const later = (duration: { hours?: number; seconds?: number }) => {
  now = now.add(duration)
}
after(async () => {
  await pool.end()
  await database.close()
})

const password = 'four words and a comma'

async function account(email: string): Promise<string> {
  const made = await createAccount(ground, { email, name: 'Somebody', language: 'en', password })
  return made.ok ? made.value : assert.fail(JSON.stringify(made))
}

async function office(name: string): Promise<string> {
  const id = newId()
  await pool.query('select platform.organisation_open($1, $2, $3, $4, $5, $6, $7)', [
    id,
    name,
    'SE',
    'SEK',
    'Europe/Stockholm',
    'sv',
    now,
  ])
  return id
}

test('an e-mail has one account, whatever its letters', async () => {
  await account('Anna@Example.org')
  const again = await createAccount(ground, { email: 'anna@example.ORG', name: 'Anna', language: 'sv', password })
  assert.ok(!again.ok && again.refusal.name === 'email-taken')
  assert.equal((await findAccount(ground, ' ANNA@example.org '))?.email, 'Anna@Example.org')
})

test('unknown e-mail, wrong password and disabled account are told in the same words and about the same time', async () => {
  await account('timed@example.org')
  const disabled = await account('disabled@example.org')
  const owner = createPool(database.superuser, () => {})
  await owner.query('update platform.account set disabled_at = now() where account_id = $1', [disabled])
  await owner.end()
  const times: number[] = []
  const answers: unknown[] = []
  for (const email of ['timed@example.org', 'nobody@example.org', 'disabled@example.org']) {
    const began = performance.now()
    answers.push(
      await signIn(ground, {
        email,
        password: email.startsWith('disabled') ? password : 'wrong words altogether',
        address: newId(),
      }),
    )
    times.push(performance.now() - began)
  }
  for (const answer of answers)
    assert.deepEqual(answer, { ok: false, refusal: { name: 'sign-in-wrong', status: 401, data: {} } })
  // Each has verified a hash (over 20 ms); without it the answer takes about one.
  for (const time of times) assert.ok(time > 10, `${times}`)
})

test('waiting doubles with each failure for one e-mail, and success forgets it', async () => {
  await account('rate@example.org')
  const attempt = (words: string) => signIn(ground, { email: 'rate@example.org', password: words, address: newId() })
  for (let i = 0; i < 5; i++) assert.equal((await attempt('wrong words here')).ok, false)
  const waits: number[] = []
  for (let i = 0; i < 4; i++) {
    const blocked = await attempt(password)
    assert.ok(!blocked.ok && blocked.refusal.name === 'too-many-requests', 'even the right password waits')
    waits.push(Number(blocked.refusal.data['seconds']))
    later({ seconds: waits.at(-1)! })
    await attempt('wrong words here')
  }
  assert.deepEqual(waits, [1, 2, 4, 8])
  later({ seconds: 16 })
  assert.ok((await attempt(password)).ok)
  assert.equal((await attempt('wrong words here')).ok, false)
  assert.ok((await attempt(password)).ok, 'counted from the start again')
})

test('an address that tries many e-mails waits too, however many at once', async () => {
  const address = newId()
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      signIn(ground, { email: `guess${i}@example.org`, password: 'guess guess guess', address }),
    ),
  )
  const blocked = answers.filter(answer => !answer.ok && answer.refusal.name === 'too-many-requests')
  assert.ok(blocked.length >= 10, `${blocked.length} of 40 were stopped`)
  assert.equal(
    (await signIn(ground, { email: 'guess0@example.org', password: 'guess guess guess', address: newId() })).ok,
    false,
  )
})

test('a session slides with use, ends when idle, and ninety days after it began', async () => {
  const id = await account('slide@example.org')
  const { token } = await openSession(ground, id, { address: 'a' })
  for (let day = 0; day < 80; day += 10) {
    later({ hours: 240 })
    assert.ok(await session(ground, token), `day ${day + 10}`)
  }
  later({ hours: 241 })
  assert.equal(await session(ground, token), null, 'ninety days are over')
  const idle = await openSession(ground, id, { address: 'a' })
  later({ hours: 14 * 24 + 1 })
  assert.equal(await session(ground, idle.token), null, 'a fortnight without use')
  assert.equal(await session(ground, opaqueToken()), null)
})

test('signing out ends one session, or every one', async () => {
  const id = await account('out@example.org')
  const tokens = await Promise.all([1, 2, 3].map(async () => (await openSession(ground, id, { address: 'a' })).token))
  await signOut(ground, tokens[0]!)
  assert.equal(await session(ground, tokens[0]!), null)
  assert.ok(await session(ground, tokens[1]!))
  assert.equal(await signOutEverywhere(ground, id), 2)
  assert.equal(await session(ground, tokens[2]!), null)
})

test('setting a password signs out everywhere and makes the old one worthless', async () => {
  const id = await account('change@example.org')
  const { token } = await openSession(ground, id, { address: 'a' })
  assert.ok((await setPassword(ground, { id, email: 'change@example.org' }, 'quite another sentence')).ok)
  assert.equal(await session(ground, token), null)
  assert.ok(!(await signIn(ground, { email: 'change@example.org', password, address: 'z' })).ok)
  assert.ok(
    (await signIn(ground, { email: 'change@example.org', password: 'quite another sentence', address: 'z' })).ok,
  )
})

test('a session stands in one’s own organisations only', async () => {
  const id = await account('two@example.org')
  const [one, two, foreign] = [await office('One'), await office('Two'), await office('Foreign')]
  const [p1, p2] = [newId(), newId()]
  await together(ground, async client => {
    assert.ok(await joinOrganisation(client, id, { organisationId: one, principalId: p1 }, now))
    assert.ok(await joinOrganisation(client, id, { organisationId: two, principalId: p2 }, now))
    assert.equal(await joinOrganisation(client, id, { organisationId: two, principalId: newId() }, now), false)
  })
  assert.deepEqual(
    (await memberships(ground, id)).map(place => place.name),
    ['One', 'Two'],
  )
  const { token } = await openSession(ground, id, { address: 'a' }, two)
  assert.equal((await session(ground, token))?.standing?.principalId, p2)
  const mandateId = newId()
  assert.ok((await standIn(ground, token, one, mandateId)).ok)
  assert.deepEqual((await session(ground, token))?.standing, { organisationId: one, principalId: p1, mandateId })
  assert.ok(!(await standIn(ground, token, foreign, null)).ok)
  assert.equal((await session(ground, token))?.standing?.organisationId, one)
})

test('the application reaches no platform table, and a token is kept only as its digest', async () => {
  const id = await account('closed@example.org')
  const { token } = await openSession(ground, id, { address: 'a' })
  for (const table of [
    'account',
    'credential',
    'session',
    'api_token',
    'one_time_token',
    'secret',
    'membership',
    'sign_in_counter',
    'organisation',
  ]) {
    await assert.rejects(pool.query(`select * from platform.${table}`), /permission denied/, table)
  }
  const superuser = createPool(database.superuser, () => {})
  const { rows } = await superuser.query('select token_digest from platform.session where account_id = $1', [id])
  await superuser.end()
  assert.ok((rows[0] as { token_digest: Buffer }).token_digest.equals(tokenDigest(token)))
})
