import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import { openAmi } from './ami-line.ts'
import { asteriskReader, endpointOf } from './asterisk-calls.ts'
import { openFritzbox, fritzReader } from './fritzbox.ts'
import { isTelnyxs, isTwilios } from './signatures.ts'
import { type Action, asteriskStandIn, fritzStandIn, ringsInAsterisk } from './testing.ts'
import { readTelnyxJson, readTexml, ringOn } from './texml.ts'
import { type Told, WireFailure } from './wire.ts'

const problemOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (fault: unknown) => (fault instanceof WireFailure ? fault.problem : String(fault)),
  )

test('a Fritz!Box tells of calls in lines, whose connections are numbered anew', () => {
  const read = fritzReader()
  const told = (line: string) => read(line)
  const first = told('24.11.26 08:42:07;RING;0;0313900655;7012214;SIP0;')!
  assert.deepEqual([first.what, first.direction, first.from, first.to], ['rings', 'in', '0313900655', '7012214'])
  assert.deepEqual(told('24.11.26 08:42:15;CONNECT;0;4;0313900655;'), {
    what: 'answered',
    externalId: first.externalId,
    users: ['4'],
  })
  assert.deepEqual(told('24.11.26 08:46:15;DISCONNECT;0;240;'), { what: 'ended', externalId: first.externalId })
  const withheld = told('24.11.26 08:47:00;RING;0;;7012214;SIP0;')!
  assert.ok(withheld.from === null && withheld.externalId !== first.externalId)
  assert.equal(told('24.11.26 08:47:20;DISCONNECT;0;0;')?.cause, 'noAnswer')
  const out = told('24.11.26 08:50:00;CALL;1;11;7012214;0317112048;SIP0;')!
  assert.deepEqual([out.direction, out.from, out.to, out.users], ['out', '7012214', '0317112048', ['11']])
  // One that rang before somebody listened.
  assert.deepEqual(told('24.11.26 08:51:00;CONNECT;3;4;0700000000;')?.from, '0700000000')
  for (const junk of ['', 'hello', '24.11.26 08:42:07;RING', '24.11.26 08:52:00;DISCONNECT;9;1;'])
    assert.equal(told(junk), null)
})

test('half a line waits for its other half; a line that breaks says so; what is no box is left', async () => {
  const box = await fritzStandIn()
  const told: Told[] = []
  const heard = Promise.withResolvers<void>()
  const line = await openFritzbox({ host: '127.0.0.1', port: box.port, username: '', secret: '' }, one => {
    told.push(one)
    if (told.length === 2) heard.resolve()
  })
  await box.until(1)
  box.say('24.11.26 08:42:07;RING;0;0313900')
  box.say('655;7012214;SIP0;\r\n24.11.26 08:42:15;CONN')
  box.say('ECT;0;4;0313900655;\n')
  await heard.promise
  assert.deepEqual(
    told.map(one => [one.what, one.from ?? null]),
    [
      ['rings', '0313900655'],
      ['answered', null],
    ],
  )
  box.cut()
  assert.equal(await problemOf(line.over), 'broken')
  await box.close()
  assert.equal(
    await problemOf(openFritzbox({ host: '127.0.0.1', port: box.port, username: '', secret: '' }, () => undefined)),
    'unreachable',
  )
})

const tell = (read: (event: Action) => Told[], events: readonly Action[]): Told[] => events.flatMap(read)
const hangup = (id: string, unique = id, cause = '16'): Action => ({
  Event: 'Hangup',
  Channel: 'x',
  Uniqueid: unique,
  Linkedid: id,
  Cause: cause,
})
const answers = (id: string, at: string, status = 'ANSWER'): Action => ({
  Event: 'DialEnd',
  Channel: 'PJSIP/trunk-00000001',
  Uniqueid: id,
  Linkedid: id,
  DestChannel: at,
  DialStatus: status,
})

test('Asterisk: a call rings at two telephones, one takes it, it is put through and ends when its last leg does', () => {
  const read = asteriskReader()
  const rung = tell(read, ringsInAsterisk('1700.1', '0313900655', '0317012214', ['101', '102']))
  assert.deepEqual(
    rung.map(one => [one.what, one.externalId, one.direction, one.from, one.to, one.users, one.channel]),
    [
      ['rings', '1700.1', 'in', '0313900655', '0317012214', ['101'], 'PJSIP/trunk-000000.1'],
      ['rings', '1700.1', 'in', '0313900655', '0317012214', ['102'], 'PJSIP/trunk-000000.1'],
    ],
  )
  assert.deepEqual(
    tell(read, [answers('1700.1', 'PJSIP/102-00000002'), answers('1700.1', 'PJSIP/101-00000001', 'CANCEL')]),
    [{ what: 'answered', externalId: '1700.1', users: ['102'], channel: 'PJSIP/trunk-000000.1' }],
  )
  assert.deepEqual(
    tell(read, [hangup('1700.1', '1700.1.1', '26'), hangup('1700.1', '1700.1.2')]),
    [],
    'who is outside is still there',
  )
  assert.deepEqual(tell(read, [hangup('1700.1')]), [{ what: 'ended', externalId: '1700.1', cause: 'normalClearing' }])
  assert.deepEqual(tell(read, [hangup('1700.1')]), [])
})

test('Asterisk: outgoing calls are ours, calls within the house nobody’s; a queue is named', () => {
  const read = asteriskReader()
  const begin = (id: string, channel: string, exten: string): Action => ({
    Event: 'Newchannel',
    Channel: channel,
    CallerIDNum: '101',
    Exten: exten,
    Uniqueid: id,
    Linkedid: id,
  })
  const dials = (id: string, from: string, to: string, told: string): Action => ({
    Event: 'DialBegin',
    Channel: from,
    Uniqueid: id,
    Linkedid: id,
    DestChannel: to,
    DestUniqueid: `${id}x`,
    DialString: told,
  })
  assert.deepEqual(
    tell(read, [
      begin('kontor-1', 'PJSIP/101-00000001', '0313900655'),
      dials('kontor-1', 'PJSIP/101-00000001', 'PJSIP/trunk-00000002', '0313900655@trunk'),
    ]),
    [
      {
        what: 'rings',
        externalId: 'kontor-1',
        direction: 'out',
        from: '101',
        to: '0313900655',
        users: ['101'],
        channel: 'PJSIP/trunk-00000002',
      },
    ],
  )
  assert.deepEqual(tell(read, [answers('kontor-1', 'PJSIP/trunk-00000002')]), [
    { what: 'answered', externalId: 'kontor-1', users: ['101'], channel: 'PJSIP/trunk-00000002' },
  ])
  assert.deepEqual(
    tell(read, [
      begin('2', 'PJSIP/101-00000003', '102'),
      dials('2', 'PJSIP/101-00000003', 'PJSIP/102-00000004', '102'),
      hangup('2'),
      hangup('2', '2x'),
    ]),
    [],
  )
  const [queued] = tell(read, [
    ...ringsInAsterisk('3', '070', '031', []),
    { Event: 'QueueCallerJoin', Queue: 'Reception', Channel: 'x', Uniqueid: '3', Linkedid: '3' },
    ...ringsInAsterisk('3', '070', '031', ['101']).slice(1),
  ])
  assert.equal(queued?.queue, 'Reception')
  assert.deepEqual(
    ['PJSIP/101-0000001a', 'SIP/anna-000000ff', 'Local/101@from-queue-00000001;2', 'PJSIP/trunk-one-00000002'].map(
      endpointOf,
    ),
    ['101', 'anna', '101', 'trunk-one'],
  )
})

test('AMI: the password is never said, a wrong one is refused, what is no Asterisk hears nothing', async () => {
  const asterisk = await asteriskStandIn()
  const server = { host: '127.0.0.1', port: asterisk.port, username: 'kontor', secret: 'hemlig' }
  const heard: Action[] = []
  const line = await openAmi(server, event => heard.push(event as Action))
  const answer = await line.act('Redirect', { Channel: 'PJSIP/x\r\nAction: Originate', Exten: '102' })
  assert.equal(answer['Response'], 'Success')
  assert.deepEqual(
    asterisk.actions.map(one => one['Channel']),
    ['PJSIP/x  Action: Originate'],
    'a value ends no line',
  )
  asterisk.event({ Event: 'Hangup', Uniqueid: '1', Linkedid: '1' })
  await line.act('Ping')
  assert.deepEqual(
    heard.map(one => one['Event']),
    ['Hangup'],
  )
  line.close()
  assert.equal(await problemOf(openAmi({ ...server, secret: 'wrong' }, () => undefined)), 'sign-in-refused')
  await asterisk.close()
  const box = await fritzStandIn()
  const other = openAmi({ ...server, port: box.port }, () => undefined)
  await box.until(1)
  box.say('220 mail.example ESMTP\r\n')
  assert.equal(await problemOf(other), 'not-a-telephone-system')
  await box.close()
})

test('Twilio’s signature as it documents it; of another address, word or token it is none', () => {
  const form = new URLSearchParams({
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  })
  const address = 'https://mycompany.com/myapp.php?foo=1&bar=2'
  assert.ok(isTwilios('12345', address, form, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='))
  assert.ok(!isTwilios('12346', address, form, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='))
  assert.ok(!isTwilios('12345', 'https://mycompany.com/myapp.php', form, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='))
  for (const other of ['', 'x', 'SSOYDt4T1cUTdK1PDd93/VVr8B8=']) assert.ok(!isTwilios('12345', address, form, other))
})

test('Telnyx’ signature; an old one, another body and another key are refused', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const body = 'CallSid=v3%3A1&CallStatus=ringing'
  const signature = sign(null, Buffer.from(`1700000000|${body}`), privateKey).toString('base64')
  const signed = { signature, timestamp: '1700000000' }
  assert.ok(isTelnyxs(key, body, signed, 1_700_000_100))
  assert.ok(!isTelnyxs(key, body, signed, 1_700_000_400), 'a replay')
  assert.ok(!isTelnyxs(key, `${body}1`, signed, 1_700_000_100))
  assert.ok(!isTelnyxs(key, body, { ...signed, timestamp: '1700000001' }, 1_700_000_100))
  assert.ok(!isTelnyxs(Buffer.alloc(32, 1).toString('base64'), body, signed, 1_700_000_100))
  for (const junk of ['', 'x'.repeat(88)])
    assert.ok(!isTelnyxs(key, body, { signature: junk, timestamp: '1700000000' }, 1_700_000_100))
})

test('what providers say of calls, and what they are told to do', () => {
  const texml = (fields: Record<string, string>, placed: string | null = null) =>
    readTexml(new URLSearchParams(fields), placed)
  const inbound = { CallSid: 'CA1', From: '+46313900655', To: '+46317012200', Direction: 'inbound' }
  assert.deepEqual(texml({ ...inbound, CallStatus: 'ringing' }), {
    what: 'rings',
    externalId: 'CA1',
    direction: 'in',
    from: '+46313900655',
    to: '+46317012200',
    channel: 'CA1',
  })
  assert.deepEqual(texml({ CallSid: 'CA2', ParentCallSid: 'CA1', CallStatus: 'in-progress', To: '+46701' }), {
    what: 'answered',
    externalId: 'CA1',
    users: ['+46701'],
    channel: 'CA1',
  })
  assert.equal(
    texml({ CallSid: 'CA2', ParentCallSid: 'CA1', CallStatus: 'completed' }),
    null,
    'another telephone took it',
  )
  assert.deepEqual(texml({ ...inbound, CallStatus: 'no-answer' }), {
    what: 'ended',
    externalId: 'CA1',
    cause: 'noAnswer',
  })
  assert.deepEqual(texml({ CallSid: 'CA9', CallStatus: 'in-progress', Direction: 'outbound-api' }, 'kontor-7'), {
    what: 'rings',
    externalId: 'kontor-7',
  })
  assert.deepEqual(texml({ CallSid: 'CB', ParentCallSid: 'CA9', CallStatus: 'in-progress' }, 'kontor-7'), {
    what: 'answered',
    externalId: 'kontor-7',
    channel: 'CB',
  })
  assert.equal(texml({}), null)
  assert.match(
    ringOn(['+46701', 'sip:anna@x'], 'https://k.example/a?b&c'),
    /<Dial timeout="30" answerOnBridge="true"><Number statusCallback="https:\/\/k\.example\/a\?b&#38;c"[^>]*>\+46701<\/Number><Sip/,
  )
  assert.equal(ringOn([], 'x'), '<?xml version="1.0" encoding="UTF-8"?>\n<Response></Response>')
  const json = (event_type: string, more: object = {}) =>
    readTelnyxJson(
      JSON.stringify({
        data: {
          event_type,
          payload: { call_session_id: 's1', direction: 'incoming', from: '+46313900655', to: '+46317012200', ...more },
        },
      }),
    )
  assert.deepEqual(json('call.initiated'), {
    what: 'rings',
    externalId: 's1',
    direction: 'in',
    from: '+46313900655',
    to: '+46317012200',
  })
  assert.deepEqual(json('call.hangup', { hangup_cause: 'normal_clearing' }), {
    what: 'ended',
    externalId: 's1',
    cause: 'normal_clearing',
  })
  assert.equal(readTelnyxJson('{'), null)
})
