import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { allowPrivateAddresses } from '../outside/fetch.ts'
import { openPhoneDoor, phoneUrlPattern } from './door.ts'

/** Stands in for both providers, as they document their doors. */
const heard: { path: string; authorization: string | undefined; form: Record<string, string> }[] = []
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
  heard.push({ path: request.url ?? '', authorization: request.headers.authorization, form })
  if ((form['to'] ?? form['To']) === '+4600000000')
    return response.writeHead(400).end(JSON.stringify({ code: 21211, message: "The 'To' number is not valid" }))
  response.writeHead(201).end(JSON.stringify({ id: 's1', status: 'created' }))
})
let host = ''
before(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  allowPrivateAddresses(true)
})
after(() => {
  allowPrivateAddresses(false)
  server.close()
})

test('a text message and a call in the shape of each provider', async () => {
  const elks = openPhoneDoor(`46elks+http://u1:p%401@${host}`, 'Kontor')
  await elks.sms('+46701740605', 'Vatten i källaren')
  const twilio = openPhoneDoor(`twilio+http://AC1:token@${host}`, '+46766861004')
  await twilio.sms('+46701740605', 'Water')
  await twilio.call('+46701740605', 'Water & <fire>', 'sv-SE')
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
  assert.deepEqual(heard.splice(0), [
    {
      path: '/a1/sms',
      authorization: basic('u1:p@1'),
      form: { from: 'Kontor', to: '+46701740605', message: 'Vatten i källaren' },
    },
    {
      path: '/2010-04-01/Accounts/AC1/Messages.json',
      authorization: basic('AC1:token'),
      form: { From: '+46766861004', To: '+46701740605', Body: 'Water' },
    },
    {
      path: '/2010-04-01/Accounts/AC1/Calls.json',
      authorization: basic('AC1:token'),
      form: {
        From: '+46766861004',
        To: '+46701740605',
        Twiml: '<Response><Say language="sv-SE" loop="2">Water &amp; &lt;fire&gt;</Say></Response>',
      },
    },
  ])
  assert.deepEqual([elks.ways, twilio.ways], [['sms'], ['sms', 'voice']])
})

test('what a provider refuses is said in its words, and a provider inside the house only where that is allowed', async () => {
  const door = openPhoneDoor(`twilio+http://AC1:token@${host}`, '+46766861004')
  await assert.rejects(door.sms('+4600000000', 'x'), /^Error: 400 The 'To' number is not valid$/)
  allowPrivateAddresses(false)
  await assert.rejects(door.sms('+46701740605', 'x'), /address-private/)
  allowPrivateAddresses(true)
  await assert.rejects(openPhoneDoor(`46elks+http://u:p@${host}`, 'K').call('+46701740605', 'x', 'en'), /no calls/)
  assert.ok(phoneUrlPattern.test('46elks://u:p@api.46elks.com'))
  assert.ok(!phoneUrlPattern.test('https://u:p@api.46elks.com'))
})
