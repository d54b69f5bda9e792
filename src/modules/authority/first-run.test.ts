import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testKernel } from '../../kernel/testing.ts'
import { firstRun, firstRunToken, organisations } from '../../kernel/platform/first-run.ts'
import { countries, currencyOfCountry, isZone, zoneOfCountry } from '../../kernel/platform/countries.ts'
import { session, signIn } from '../../kernel/platform/sessions.ts'
import { getOrganisation } from './contract.ts'
import { authority, authorityPort } from './index.ts'

const kernel = await testKernel([authority], { authority: authorityPort() })
after(() => kernel.close())
const ground = { pool: kernel.pool, clock: kernel.kernel.clock }
const answers = {
  language: 'nb' as const,
  organisation: 'Fjordkontoret',
  country: 'NO',
  name: 'Ingrid Dahl',
  email: 'ingrid@example.org',
  password: 'fire ord og et komma',
  address: 'a',
}

test('before the first run there is a link; the last one made holds', async () => {
  const earlier = await firstRunToken(ground)
  const token = await firstRunToken(ground)
  assert.ok(earlier && token)
  const spent = await firstRun(ground, kernel.kernel.dispatch, { ...answers, token: earlier })
  assert.ok(!spent.ok && spent.refusal.name === 'link-spent')
  assert.deepEqual(await organisations(ground), [])
})

test('cut off after the organisation was opened, it goes on under the same link; then it is spent', async () => {
  const token = (await firstRunToken(ground))!
  await assert.rejects(
    firstRun(ground, async () => Promise.reject(new Error('killed')), { ...answers, token }),
    /killed/,
  )
  assert.equal((await organisations(ground)).length, 1)
  const halfway = await firstRun(
    ground,
    async request => {
      await kernel.kernel.dispatch(request)
      throw new Error('killed again')
    },
    { ...answers, token },
  ).catch((error: Error) => error.message)
  assert.equal(halfway, 'killed again')
  const done = await firstRun(ground, kernel.kernel.dispatch, { ...answers, token })
  assert.ok(done.ok, JSON.stringify(done))
  assert.equal((await organisations(ground)).length, 1)
  const { organisationId, principalId } = done.value
  assert.deepEqual((await session(ground, done.value.token))?.standing, {
    organisationId,
    principalId,
    mandateId: null,
  })
  const office = await kernel.query(getOrganisation, {}, { id: principalId, organisationId })
  assert.ok(office.status === 'done')
  const { name, currency, zone, language } = office.output
  assert.deepEqual(
    { name, currency, zone, language },
    { name: 'Fjordkontoret', currency: 'NOK', zone: 'Europe/Oslo', language: 'nb' },
  )
  assert.ok((await signIn(ground, { email: answers.email, password: answers.password, address: 'a' })).ok)
  const again = await firstRun(ground, kernel.kernel.dispatch, { ...answers, token, email: 'second@example.org' })
  assert.ok(!again.ok && again.refusal.name === 'link-spent')
  assert.equal(await firstRunToken(ground), null)
})

test('every country has a currency and a zone that the runtime knows', () => {
  const known = new Set(Intl.supportedValuesOf('currency'))
  assert.equal(new Set(countries).size, countries.length)
  for (const country of countries) {
    assert.ok(known.has(currencyOfCountry(country)!), country)
    assert.ok(isZone(zoneOfCountry(country)), country)
  }
  const wanted = {
    SE: 'SEK Europe/Stockholm',
    NO: 'NOK Europe/Oslo',
    NL: 'EUR Europe/Amsterdam',
    RO: 'RON Europe/Bucharest',
    PT: 'EUR Europe/Lisbon',
    GB: 'GBP Europe/London',
    ES: 'EUR Europe/Madrid',
    US: 'USD America/New_York',
  }
  for (const [country, both] of Object.entries(wanted))
    assert.equal(`${currencyOfCountry(country)} ${zoneOfCountry(country)}`, both)
  assert.equal(currencyOfCountry('ZZ'), undefined)
})
