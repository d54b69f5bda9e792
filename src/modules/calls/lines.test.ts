/** Telephone systems as they are, or as they are written to be: lines that are kept, signed webhooks, calls placed and put through, voicemail. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { Readable } from 'node:stream'
import { setOutsideLinks, linkSecretOf } from '../../kernel/outside/link.ts'
import { allowPrivateAddresses } from '../../kernel/outside/fetch.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { addNumber, createPerson } from '../directory/contract.ts'
import { getDocument, takeIn } from '../documents/contract.ts'
import { arrive, plainBox } from '../mail/testing.ts'
import { listNotices } from '../notifications/contract.ts'
import { addPerson } from '../presence/testing.ts'
import { refusalOf } from '../work/testing.ts'
import * as c from './contract.ts'
import { wireActs } from './doors.acts.ts'
import { openLinesDoor } from './doors.lines.ts'
import { callPublic } from './doors.public.ts'
import { callsOffice } from './testing.ts'
import { soundStream } from './voicemail/sound.http.ts'
import { voicemailMail, wav } from './voicemail/testing.ts'
import { setProviderPlaces } from './wires/providers.ts'
import { asteriskStandIn, fritzStandIn, ringsInAsterisk } from './wires/testing.ts'

const it = await callsOffice()
const { office, elin, karin, organisationId } = it
const { kernel } = office
after(() => office.close())
for (const [id, name] of [
  [elin.id, 'Elin'],
  [karin.id, 'Karin'],
])
  await addPerson(it, id!, name!)
await office.superuser.query(`insert into platform.organisation values ($1, 'Office', now()) on conflict do nothing`, [
  organisationId,
])
const system = { id: systemPrincipalId, organisationId }
const caller = { organisationId, principalId: elin.id, mandateId: null }

// biome-ignore lint/suspicious/noExplicitAny: the widest query
type Any = any
async function see(query: Any, input: object = {}, as = elin): Promise<Any> {
  const answer = await office.query(query, input, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return (answer as Any).output
}
const [connect, reconnect, test_] = wireActs
const wireOf = async (id: string): Promise<Any> => (await see(c.getSetup)).wires.find((one: Any) => one.id === id)
const ringing = async (as = elin): Promise<Any[]> => (await see(c.ringing, {}, as)).rows

/** Resolves when the commit that makes it so is there. */
async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const heard = Promise.withResolvers<void>()
    const off = kernel.onCommitted(() => heard.resolve())
    const found = await look()
    if (found) return off(), found
    await heard.promise
    off()
  }
}

const gunilla = await office.done(createPerson, { name: 'Gunilla Westman' }, elin)
await office.done(addNumber, { id: gunilla.id, kind: 'person', number: '031-390 06 55' }, elin)
const door = () =>
  openLinesDoor({
    kernel,
    organisations: async () => [{ id: organisationId }],
    log: () => undefined,
    settingsMs: 60_000,
    againMs: 10,
  })

test('a Fritz!Box is listened to, found again when its line breaks, and left when it is disconnected', async () => {
  const box = await fritzStandIn()
  const done = await connect.act(
    kernel,
    caller,
    { kind: 'fritzbox', title: 'Box', host: '127.0.0.1', port: box.port, memberIds: [elin.id] },
    'r',
  )
  assert.equal(done.status, 'done', JSON.stringify(done))
  const { id } = (done as Any).output
  await office.done(c.setExtension, { wireId: id, personId: karin.id, extension: '11' }, elin)
  assert.equal(
    refusalOf(await office.dispatch(c.setExtension, { wireId: id, personId: elin.id, extension: '11' }, elin)),
    'extension-taken',
  )
  const lines = door()
  await until(async () => (await wireOf(id)).connectedAt)
  box.say('24.11.26 09:42:07;RING;0;0313900655;7012200;SIP0;\r\n')
  const [call] = await until(async () => (await ringing()).length > 0 && (await ringing()))
  assert.deepEqual([call.title, (await ringing(karin)).length], ['Gunilla Westman', 0], 'only those whom it concerns')
  const before = box.came()
  box.cut()
  await box.until(before + 1)
  box.say('24.11.26 09:42:15;CONNECT;0;11;0313900655;\r\n')
  const [taken] = await until(async () => (await ringing(karin)).length > 0 && (await ringing(karin)))
  assert.deepEqual([taken.id, taken.state], [call.id, 'answered'], 'the same call, though its line broke')
  box.say('24.11.26 09:44:15;DISCONNECT;0;120;\r\n')
  await until(async () => (await ringing(karin)).length === 0)
  await lines.close()
  assert.equal((await test_.act(kernel, caller, { id }, 'r')).status, 'done')
  await box.close()
  assert.equal(refusalOf(await test_.act(kernel, caller, { id }, 'r')), 'wire-unreachable')
  const again = door()
  assert.equal(await until(async () => (await wireOf(id)).problem), 'unreachable')
  await again.close()
  await office.done(c.removeWire, { id }, elin)
})

test('Asterisk rings, is answered, puts a call through and dials; its password stands nowhere', async () => {
  const asterisk = await asteriskStandIn()
  const given = {
    kind: 'asterisk',
    title: 'Asterisk',
    host: '127.0.0.1',
    port: asterisk.port,
    username: 'kontor',
    context: 'from-internal',
  }
  assert.equal(refusalOf(await connect.act(kernel, caller, { ...given, secret: 'wrong' }, 'r')), 'wire-sign-in-refused')
  assert.equal(refusalOf(await connect.act(kernel, caller, given, 'r')), 'wire-facts-missing')
  const done = await connect.act(kernel, caller, { ...given, secret: 'hemlig' }, 'r')
  const { id } = (done as Any).output
  const { rows } = await office.superuser.query(
    `select 1 from kernel.journal_body where position('hemlig' in convert_from(body, 'UTF8')) > 0`,
  )
  assert.equal(rows.length, 0)
  assert.equal(refusalOf(await office.dispatch(c.dial, { number: '031-711 20 48' }, elin)), 'telephone-missing')
  await office.done(c.setExtension, { wireId: id, personId: elin.id, extension: '101' }, elin)
  await office.done(c.setExtension, { wireId: id, personId: karin.id, extension: '102' }, elin)
  const lines = door()
  await asterisk.until(2)
  for (const event of ringsInAsterisk('1700.1', '0313900655', '0317012214', ['101', '102'])) asterisk.event(event)
  await until(async () => (await ringing(karin)).length > 0 && (await ringing()).length > 0)
  asterisk.event({
    Event: 'DialEnd',
    Channel: 'PJSIP/trunk-0',
    Uniqueid: '1700.1',
    Linkedid: '1700.1',
    DestChannel: 'PJSIP/101-00000001',
    DialStatus: 'ANSWER',
  })
  const [mine] = await until(async () => (await ringing()).some(one => one.mine) && (await ringing()))
  assert.deepEqual(await ringing(karin), [])
  assert.equal((await see(c.getCall, { id: mine.id })).transfers, true)
  assert.equal((await see(c.getCall, { id: mine.id }, karin)).transfers, true)
  await office.done(c.transferCall, { id: mine.id, toId: karin.id, note: 'The drawing' }, elin)
  const jobs = office.runJobs()
  const moved = await asterisk.asked('Redirect')
  await jobs
  assert.deepEqual(
    [moved['Channel'], moved['Exten'], moved['Context']],
    ['PJSIP/trunk-000000.1', '102', 'from-internal'],
  )
  assert.ok((await see(listNotices, {}, karin)).rows.some((row: Any) => row.titleKey === 'notice.calls.handed-over'))
  const placed = await office.done(c.dial, { number: '+46 31 711 20 48' }, elin)
  await office.runJobs()
  const asked = await asterisk.asked('Originate')
  assert.deepEqual(
    [asked['Channel'], asked['Exten'], asked['Async'], asked['ChannelId']],
    ['PJSIP/101', '0317112048', 'true', `kontor-${placed.id}`],
  )
  assert.deepEqual((await ringing()).map(row => row.id).includes(placed.id), true)
  await office.runJobs()
  assert.equal(asterisk.actions.filter(one => one['Action'] === 'Originate').length, 1)
  const linked = { Uniqueid: `kontor-${placed.id}`, Linkedid: `kontor-${placed.id}` }
  asterisk.event({
    Event: 'Newchannel',
    Channel: 'PJSIP/101-00000009',
    CallerIDNum: '0317112048',
    Exten: '0317112048',
    ...linked,
  })
  asterisk.event({
    Event: 'DialBegin',
    Channel: 'PJSIP/101-00000009',
    DestChannel: 'PJSIP/trunk-0000000a',
    DestUniqueid: 'u',
    DialString: '0317112048',
    ...linked,
  })
  asterisk.event({
    Event: 'DialEnd',
    Channel: 'PJSIP/101-00000009',
    DestChannel: 'PJSIP/trunk-0000000a',
    DialStatus: 'ANSWER',
    ...linked,
  })
  asterisk.event({ Event: 'Hangup', Channel: 'PJSIP/trunk-0000000a', ...linked, Uniqueid: 'u', Cause: '16' })
  asterisk.event({ Event: 'Hangup', Channel: 'PJSIP/101-00000009', ...linked, Cause: '16' })
  await until(async () => (await see(c.getCall, { id: placed.id })).record.state === 'ended')
  await lines.close()
  await asterisk.close()
  await office.done(c.dial, { number: '0317112048' }, elin)
  await office.runJobs()
  assert.ok((await see(listNotices)).rows.some((row: Any) => row.titleKey === 'notice.calls.not-placed'))
  const moved_ = { id, host: '127.0.0.2', port: asterisk.port, username: 'kontor', context: 'x' }
  assert.equal(
    refusalOf(await reconnect.act(kernel, caller, moved_, 'r')),
    'wire-facts-missing',
    'a password goes nowhere else',
  )
  await office.done(c.removeWire, { id }, elin)
})

test('Twilio’s calls ring on at whom they concern, are placed and put through; what it has not signed opens nothing', async t => {
  const posted: { path: string; form: URLSearchParams }[] = []
  const twilio = createServer((request, response) => {
    let body = ''
    request.on('data', part => (body += part))
    request.on('end', () => {
      posted.push({ path: `${request.method} ${request.url}`, form: new URLSearchParams(body) })
      response.writeHead(request.headers.authorization === `Basic ${btoa('AC1:token')}` ? 200 : 401).end('{}')
    })
  })
  twilio.listen(0, '127.0.0.1')
  await once(twilio, 'listening')
  t.after(() => twilio.close())
  const base = `http://127.0.0.1:${(twilio.address() as { port: number }).port}`
  allowPrivateAddresses(true)
  setProviderPlaces({ twilio: base, telnyx: base })
  setOutsideLinks({ address: 'https://kontor.example', secret: await linkSecretOf(office.pool) })
  const given = { kind: 'twilio', title: 'Twilio', username: 'AC1', number: '+46766860000', memberIds: [elin.id] }
  assert.equal(refusalOf(await connect.act(kernel, caller, { ...given, secret: 'other' }, 'r')), 'wire-sign-in-refused')
  const done = await connect.act(kernel, caller, { ...given, secret: 'token' }, 'r')
  assert.equal(done.status, 'done', JSON.stringify(done))
  const { id } = (done as Any).output
  await office.done(c.setExtension, { wireId: id, personId: elin.id, extension: '+46701740605' }, elin)
  const { path } = await wireOf(id)
  const token = path.split('/').at(-1)
  async function post(
    fields: Record<string, string>,
    { call, sign = true }: { call?: string; sign?: boolean } = {},
  ): Promise<string> {
    const form = new URLSearchParams(fields)
    const address = `https://kontor.example${path}${call ? `?call=${call}` : ''}`
    const signed = [...form.keys()]
      .sort()
      .map(name => name + form.get(name))
      .join('')
    const signature = createHmac('sha1', 'token')
      .update(address + signed)
      .digest('base64')
    const answer = await callPublic[0]!.answer(kernel, {
      params: { token },
      query: call ? { call } : {},
      file: Readable.from([Buffer.from(form.toString())]),
      requestId: 'r',
      header: name => (sign && name === 'x-twilio-signature' ? signature : ''),
    })
    return answer.body.toString()
  }
  const inbound = {
    CallSid: 'CA1',
    From: '+46313900655',
    To: '+46766860000',
    Direction: 'inbound',
    CallStatus: 'ringing',
  }
  await assert.rejects(post(inbound, { sign: false }), /wire-closed|opens nothing|Refusal/)
  assert.match(
    await post(inbound),
    /<Dial[^>]*><Number[^>]*statusCallback="https:\/\/kontor\.example\/public\/calls\/[^"]*"[^>]*>\+46701740605<\/Number><\/Dial>/,
  )
  const [call] = (await ringing()).filter(row => row.state === 'ringing')
  await post({ CallSid: 'CA2', ParentCallSid: 'CA1', CallStatus: 'in-progress', To: '+46701740605' })
  assert.equal((await see(c.getCall, { id: call.id })).record.state, 'answered')
  await office.done(c.transferCall, { id: call.id, number: '070-123 45 67' }, elin)
  await office.runJobs()
  assert.match(posted.at(-1)!.form.get('Twiml')!, />\+46701234567</)
  assert.equal(posted.at(-1)!.path, 'POST /2010-04-01/Accounts/AC1/Calls/CA1.json')
  await post({ ...inbound, CallStatus: 'completed' })
  await post(inbound)
  assert.equal((await see(c.getCall, { id: call.id })).record.state, 'ended', 'a replay rings nowhere')
  const placed = await office.done(c.dial, { number: '031-390 06 55' }, elin)
  await office.runJobs()
  const { form } = posted.at(-1)!
  assert.deepEqual([form.get('To'), form.get('From')], ['+46701740605', '+46766860000'])
  const name = new URL(form.get('Url')!).searchParams.get('call')!
  assert.match(
    await post({ CallSid: 'CA9', CallStatus: 'in-progress', Direction: 'outbound-api' }, { call: name }),
    /callerId="\+46766860000"><Number[^>]*>\+46313900655</,
  )
  await post({ CallSid: 'CAB', ParentCallSid: 'CA9', CallStatus: 'in-progress' }, { call: name })
  assert.equal((await see(c.getCall, { id: placed.id })).record.state, 'answered')
  await office.done(c.removeWire, { id }, elin)
})

/** Only what is ours: papers are not read here. */
async function runOurJobs(): Promise<void> {
  const waiting = office.waitingJobs as unknown as { job: { name: string } }[]
  const ours = waiting.filter(({ job }) => job.name.startsWith('calls.'))
  waiting.splice(0, waiting.length, ...ours)
  await office.runJobs()
}

test('voicemail that comes by mail is a message with its sound, for whom its mailbox is, once; the sound plays in parts', async () => {
  await office.done(c.addLine, { title: 'Karin', toldAs: '204', memberIds: [karin.id] }, elin)
  const box = await plainBox(office, elin)
  const mail = voicemailMail({
    subject: '[PBX]: New message 3 in mailbox 204',
    text: 'you were just left a 0:42 long message in mailbox 204 from "Westman" <0313900655>, on Tuesday',
    name: 'msg0003.wav',
    sound: wav(2, 7),
  })
  await arrive(office, elin, box, [mail])
  await runOurJobs()
  const mine = async () => (await see(c.listSlips, { box: 'mine' }, karin)).rows
  const [line] = await mine()
  assert.deepEqual([line.title, line.wish], ['Gunilla Westman: Voicemail, 0:02', 'call-back'])
  const slip = await see(c.getSlip, { id: line.id }, karin)
  assert.deepEqual(slip.sound, { name: 'msg0003.wav', mediaType: 'audio/wav', plays: true, seconds: 2 })
  // The same mail by another way: a paper that was mailed in to be filed.
  const file = (bytes: Buffer, name: string) => kernel.files.put(organisationId, bytes, { name })
  const parent = await office.done(
    takeIn,
    { fileId: (await file(mail, 'vm.eml')).id, name: 'vm.eml', arrivedBy: 'mail' },
    elin,
  )
  const part = {
    fileId: (await file(wav(2, 7), 'msg0003.wav')).id,
    name: 'msg0003.wav',
    arrivedBy: 'part' as const,
    parentId: parent.id,
  }
  const paper = await office.done(takeIn, part, elin)
  await runOurJobs()
  assert.equal((await mine()).length, 1)
  assert.equal((await see(getDocument, { id: paper.id })).record.state, 'discarded')
  const stream = async (range: string | undefined, as: string) =>
    soundStream.answer(kernel, {
      params: { id: line.id },
      query: {},
      caller: { organisationId, principalId: as, mandateId: null },
      requestId: 'r',
      range,
    })
  const whole = await stream(undefined, karin.id)
  assert.deepEqual(
    [whole.headers['content-type'], whole.headers['accept-ranges'], whole.headers['content-length']],
    ['audio/wav', 'bytes', String(wav(2, 7).length)],
  )
  ;(whole.body as Readable).destroy()
  const some = await stream('bytes=100-199', karin.id)
  assert.deepEqual([some.status, some.headers['content-range']], [206, `bytes 100-199/${wav(2, 7).length}`])
  assert.equal(
    (await (some.body as Readable).toArray()).reduce((sum, part) => sum + (part as Buffer).length, 0),
    100,
  )
  assert.equal((await stream('bytes=99999999-', karin.id)).status, 416)
  assert.equal((await stream(undefined, it.visitor.id)).status, 404)
})

test('a voicemail of which nothing is known is kept with its sound for nobody yet; a song is no voicemail', async () => {
  const box = await plainBox(office, elin, { name: 'Voicemail', address: 'voicemail@office.example' })
  const unknown = voicemailMail({
    subject: 'Voicemail',
    text: '',
    name: 'a.amr',
    sound: Buffer.from('#!AMR\n<'),
    id: 'vm2@pbx.example',
  })
  const song = voicemailMail({
    subject: 'Spot',
    text: 'The take',
    name: 'spot.wav',
    sound: wav(1),
    id: 'song@studio.example',
    from: 'Anna <anna@studio.example>',
  })
  await arrive(office, elin, box, [unknown, song])
  await runOurJobs()
  const { rows } = await see(c.listWaiting)
  const slips = rows.filter((row: Any) => row.kind === 'slip')
  assert.equal(slips.length, 1)
  const slip = await see(c.getSlip, { id: slips[0].id })
  assert.deepEqual([slip.caller, slip.number, slip.sound.plays, slip.for], ['Withheld number', null, false, null])
  assert.deepEqual(await office.done(c.lookForVoicemail, { messageIds: [] }, system), { found: 0 })
})
