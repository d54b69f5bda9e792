import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { allowPrivateAddresses } from '../../kernel/outside/fetch.ts'
import { addNumber, createPerson } from '../directory/contract.ts'
import { listNotices } from '../notifications/contract.ts'
import { addPerson } from '../presence/testing.ts'
import { listTasks } from '../work/contract.ts'
import { refusalOf } from '../work/testing.ts'
import { formCases } from './cases/forms.ts'
import { wireCases } from './cases/wires.ts'
import * as c from './contract.ts'
import { channelsOffice, standIn } from './testing.ts'
import { signatureOf } from './wires/webhook.ts'

allowPrivateAddresses(true)
const it = await channelsOffice()
const { office, elin, karin, visitor } = it
after(() => office.close())
await addPerson(it as never, karin.id, 'Karin')

// biome-ignore lint/suspicious/noExplicitAny: the widest query
type Any = any
async function see(query: Any, input: object = {}, as = elin): Promise<Any> {
  const answer = await office.query(query, input, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return (answer as Any).output
}
const at = (moment: string) => office.setClock(Temporal.Instant.from(moment))
const now = '2026-11-24T08:42:00Z'
const seconds = (moment = now) => Temporal.Instant.from(moment).epochMilliseconds / 1000

const secret = 'a shared secret'
let answers: { status?: number; body: string } = { body: '{}' }
const chat = await standIn(() => answers)
after(() => chat.close())
const chatId = await it.connect('webhook', {
  title: 'Chat',
  address: `${chat.address}/in`,
  memberIds: [karin.id],
  secrets: { secret },
})
const chatPath = `/public/channels/${await it.token('channel', chatId)}`
const say = (body: object | string, at_s = seconds()) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return it.door('POST', chatPath, text, { headers: { 'x-kontor-signature': signatureOf(secret, at_s, text) } })
}
const message = (id: string, text: string, from: object = { id: 'anna', name: 'Anna Nyman' }) => ({
  message: { id, text, from },
})
const listed = async (input: object = {}, as = elin): Promise<Any[]> => (await see(c.listConversations, input, as)).rows
const only = async (text: string): Promise<Any> => (await listed({ box: 'all', text }))[0]
const opened = async (id: string, as = elin): Promise<Any> => see(c.getConversation, { id }, as)

test('a text message has as many parts as its letters need: GSM 03.38, else UCS-2, no letter torn apart', () => {
  assert.deepEqual(c.segmentsOf(''), { encoding: 'gsm', segments: 0, left: 160 })
  assert.deepEqual(c.segmentsOf('å'.repeat(160)), { encoding: 'gsm', segments: 1, left: 0 })
  assert.deepEqual(c.segmentsOf('€'.repeat(80)), { encoding: 'gsm', segments: 1, left: 0 })
  assert.deepEqual(c.segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(10)}`), { encoding: 'gsm', segments: 2, left: 141 })
  assert.deepEqual(c.segmentsOf('ș'.repeat(71)), { encoding: 'ucs2', segments: 2, left: 63 })
  assert.equal(c.segmentsOf(`${'ș'.repeat(66)}😀${'ș'.repeat(5)}`).segments, 2)
  const letters = fc.array(fc.constantFrom(...'aZ9 åéñ@€[]~{}\nșță😀'), { maxLength: 400 }).map(all => all.join(''))
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const [one, both] = [c.segmentsOf(a), c.segmentsOf(a + b)]
      const [alone, part] = both.encoding === 'gsm' ? [160, 153] : [70, 67]
      const size = [...(a + b)].reduce(
        (sum, letter) => sum + (both.encoding === 'ucs2' ? letter.length : '€[]~{}'.includes(letter) ? 2 : 1),
        0,
      )
      assert.ok(both.segments >= one.segments && both.left >= 0)
      assert.equal(both.segments <= 1, size <= alone)
      if (size > alone)
        assert.ok(both.segments >= Math.ceil(size / part) && both.segments <= Math.ceil(size / (part - 1)))
      // What is said to be left fits, and one letter more does not.
      const filler = both.encoding === 'gsm' ? 'a' : 'ș'
      if (both.segments > 1) {
        assert.equal(c.segmentsOf(a + b + filler.repeat(both.left)).segments, both.segments)
        assert.equal(c.segmentsOf(a + b + filler.repeat(both.left + 1)).segments, both.segments + 1)
      }
    }),
    { numRuns: 300 },
  )
})

test('what is not signed, is signed otherwise, or long ago, is refused; nobody finds a channel by guessing', async () => {
  at(now)
  const body = JSON.stringify(message('f1', 'Hello'))
  assert.equal((await it.door('POST', chatPath, body)).status, 401)
  const forged = { headers: { 'x-kontor-signature': signatureOf('another secret', seconds(), body) } }
  assert.equal((await it.door('POST', chatPath, body, forged)).status, 401)
  assert.equal((await say(message('f1', 'Hello'), seconds() - 301)).status, 401)
  const changed = { headers: { 'x-kontor-signature': signatureOf(secret, seconds(), body) } }
  assert.equal((await it.door('POST', chatPath, body.replace('Hello', 'Hullo'), changed)).status, 401)
  const token = await it.token('channel', chatId)
  assert.equal((await it.door('POST', `/public/channels/${token.slice(0, -6)}AAAAAA`, body)).status, 404)
  assert.equal((await it.door('POST', `/public/channels/${await it.token('form', chatId)}`, body)).status, 404)
  assert.equal((await listed({ box: 'all' })).length, 0)
})

test('a message is taken once however often it is told; markup stays text; what cannot be read is kept', async () => {
  const told = message('m1', 'When <b>are</b> you open?<script>alert(1)</script>')
  assert.deepEqual(
    [(await say(told)).status, (await say(told)).status, (await say(told, seconds() + 60)).status],
    [200, 200, 200],
  )
  const row = await only('Anna')
  assert.equal((await only('you open'))?.id, row.id, 'found by what was said')
  assert.equal(await only('never said'), undefined)
  assert.deepEqual([row.title, row.unanswered, row.state, row.channel.title], ['Anna Nyman', true, 'open', 'Chat'])
  const { lines } = await opened(row.id)
  assert.deepEqual(
    lines.map((one: Any) => one.text),
    ['When <b>are</b> you open?<script>alert(1)</script>'],
  )
  assert.equal((await see(c.listWaiting)).rows[0].from, 'Anna Nyman')
  assert.deepEqual(
    (await see(listNotices, {}, karin)).rows.map((one: Any) => one.titleKey),
    ['notice.channels.message'],
  )
  await say('{"message": not json')
  await say({ message: { id: 'odd', text: 'Nobody' } })
  const kept = await only('Could not be read')
  const whole = await opened(kept.id)
  assert.deepEqual(
    whole.lines.map((one: Any) => one.state),
    ['kept', 'kept'],
  )
  assert.ok(whole.lines[0].text.startsWith('{"message": not json') && whole.shutBecause === 'no-answer')
  assert.equal((await say('x'.repeat(1_000_001))).status, 413)
  const long = await say(message('long', `${'å'.repeat(30_000)}`, { id: 'long' }))
  assert.equal(long.status, 200)
})

test('one answers at a time; the answer leaves signed after some seconds, once, and may be taken back before', async () => {
  const { id } = await only('Anna')
  await office.done(c.holdConversation, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.holdConversation, { id }, karin)), 'conversation-held')
  assert.equal(refusalOf(await office.dispatch(c.sendMessage, { id, text: 'Hello' }, karin)), 'conversation-held')
  await office.done(c.holdConversation, { id, takeOver: true }, karin)
  await office.done(c.releaseConversation, { id }, karin)
  const sent = await office.dispatch(c.sendMessage, { id, text: 'Hello' }, elin)
  assert.ok(sent.status === 'done' && sent.undo)
  assert.deepEqual([(await only('Anna')).unanswered, (await only('Anna')).state], [false, 'waiting'])
  await office.done(c.recallMessage, sent.output, elin)
  assert.equal((await only('Anna')).unanswered, true)
  const again = await office.done(c.sendMessage, { id, text: 'From 8 to 17 on weekdays.', leaves: 'done' }, elin)
  at('2026-11-24T08:42:10Z')
  answers = { body: '{"id":"theirs-1"}' }
  await office.runJobs()
  assert.equal(chat.told.length, 1)
  const [left] = chat.told
  const signed = left!.headers['x-kontor-signature'] as string
  assert.equal(signed, signatureOf(secret, Number(/t=(\d+)/.exec(signed)![1]), left!.body))
  assert.deepEqual(JSON.parse(left!.body).to, 'anna')
  assert.equal(refusalOf(await office.dispatch(c.recallMessage, again, elin)), 'message-under-way')
  await say({
    statuses: [
      { id: 'theirs-1', state: 'seen' },
      { id: 'theirs-1', state: 'delivered' },
      { id: 'nobody', state: 'seen' },
    ],
  })
  const mine = (await opened(id)).lines.filter((one: Any) => one.direction === 'out')
  assert.deepEqual(
    mine.map((one: Any) => [one.text, one.state]),
    [
      ['Hello', 'recalled'],
      ['From 8 to 17 on weekdays.', 'seen'],
    ],
  )
  assert.deepEqual([(await only('Anna')).owner.title, (await only('Anna')).state], ['Elin Bergqvist', 'done'])
})

test('what was refused, and what nobody knows of, is a task and asked about; it is never sent twice by itself', async () => {
  const { id } = await only('Anna')
  const tasks = async (): Promise<string[]> =>
    (await see(listTasks, { ownerId: elin.id, states: ['open'] })).rows.map((one: Any) => one.title)
  answers = { status: 400, body: '{"message":"no such person"}' }
  const first = await office.done(c.sendMessage, { id, text: 'Second' }, elin)
  at('2026-11-24T08:43:00Z')
  await office.runJobs()
  assert.deepEqual(await tasks(), ['Not sent by Chat: message to Anna Nyman'])
  assert.equal((await opened(id)).lines.at(-1).problem, '400 no such person')
  assert.deepEqual([(await only('Anna')).troubled, (await only('Anna')).unanswered], [true, true])
  answers = { status: 500, body: 'broken' }
  await office.done(c.settleMessage, { ...first, again: true }, elin)
  await office.runJobs()
  assert.equal((await opened(id)).lines.at(-1).state, 'doubtful')
  const count = chat.told.length
  await office.runJobs()
  assert.equal(chat.told.length, count)
  assert.deepEqual(await tasks(), ['Was it sent by Chat? Message to Anna Nyman'])
  await office.done(c.settleMessage, { ...first, again: false }, elin)
  assert.deepEqual([await tasks(), (await opened(id)).lines.at(-1).state], [[], 'given'])
  assert.equal(
    refusalOf(await office.dispatch(c.settleMessage, { ...first, again: true }, elin)),
    'message-not-doubtful',
  )
  answers = { status: 429, body: '{}' }
  await office.done(c.sendMessage, { id, text: 'Third' }, elin)
  at('2026-11-24T08:44:00Z')
  await office.runJobs(1)
  assert.equal((await opened(id)).lines.at(-1).state, 'waiting')
  answers = { body: '{}' }
  at('2026-11-24T08:46:00Z')
  await office.runJobs()
  assert.equal((await opened(id)).lines.at(-1).state, 'given')
})

test('whose it is, later, done, unwanted: each act has its way back; a new message brings it up', async () => {
  const { id } = await only('Anna')
  const undone = async (command: Any, input: object, state: string) => {
    const outcome = await office.dispatch(command, { id, ...input } as never, elin)
    assert.ok(outcome.status === 'done' && outcome.undo, JSON.stringify(outcome))
    assert.equal((await opened(id)).record.state, state)
    const back = {
      organisationId: elin.organisationId,
      principalId: elin.id,
      requestId: 'undo',
      surface: 'test',
      key: undefined,
    }
    const put = await office.kernel.dispatch({ ...back, command: outcome.undo.command, input: outcome.undo.input })
    assert.equal(put.status, 'done', JSON.stringify(put))
  }
  const before = (await opened(id)).record.state
  await undone(c.finishConversation, {}, 'done')
  await undone(c.setAside, {}, 'unwanted')
  await undone(c.assignConversation, { ownerId: karin.id }, before)
  assert.equal((await opened(id)).owner.title, 'Elin Bergqvist')
  assert.equal(
    refusalOf(await office.dispatch(c.snoozeConversation, { id, until: now }, elin)),
    'conversation-snooze-past',
  )
  await office.done(c.snoozeConversation, { id, until: '2026-11-25T07:00:00Z' }, elin)
  assert.equal((await listed({ box: 'snoozed' })).length, 1)
  await say(message('m2', 'Thanks!'), seconds('2026-11-24T08:46:00Z'))
  assert.deepEqual(
    [(await opened(id)).record.state, (await listed({ box: 'unanswered', text: 'Anna' })).length],
    ['open', 1],
  )
  await office.done(c.setAside, { id }, elin)
  await say(message('m3', 'Buy now'), seconds('2026-11-24T08:46:00Z'))
  assert.deepEqual([(await opened(id)).record.state, (await opened(id)).unanswered], ['unwanted', false])
  await office.done(c.reopenConversation, { id }, elin)
})

test('who writes is known by the number they share, asked where it is only perhaps, and seen by who may see them', async () => {
  const gunilla = await office.done(createPerson, { name: 'Gunilla Westman' }, elin)
  await office.done(addNumber, { id: gunilla.id, kind: 'person', number: '+46 31 390 06 55' }, elin)
  const when = seconds('2026-11-24T08:46:00Z')
  await say(message('g1', 'It is me', { id: 'g', number: '+46313900655' }), when)
  const known = await only('Gunilla')
  assert.equal(known.party.title, 'Gunilla Westman')
  await say(message('g2', 'Perhaps me', { id: 'h', name: 'gunilla westman' }), when)
  const maybe = await opened((await only('Perhaps me')).id)
  assert.deepEqual([maybe.party, maybe.maybe.map((one: Any) => one.title)], [null, ['Gunilla Westman']])
  const [hidden] = [await office.done(createPerson, { name: 'Secret Source' }, elin)]
  await office.superuser.query('update kernel.record set class = 2 where id = $1', [hidden.id])
  await office.done(c.setParty, { id: maybe.record.id, partyId: hidden.id }, elin)
  assert.equal((await opened(maybe.record.id)).record.class, 2)
  const clerk = await it.colleague('Clara', { clearance: 1 })
  assert.equal((await office.query(c.getConversation, { id: maybe.record.id }, clerk)).status, 'refused')
  assert.equal((await listed({ box: 'all', text: 'Perhaps me' }, clerk)).length, 0)
  assert.equal((await listed({ box: 'all' }, visitor)).length, 0)
  assert.equal((await see(c.listWaiting, {}, visitor)).total, 0)
})

test('a channel is disconnected and connected again; what is told in between opens nothing, what waits is not sent', async () => {
  const { id } = await only('Anna')
  await office.done(c.sendMessage, { id, text: 'Late' }, elin)
  await office.done(c.retireChannel, { id: chatId }, elin)
  at('2026-11-24T08:50:00Z')
  const count = chat.told.length
  await office.runJobs()
  assert.deepEqual(
    [chat.told.length, (await opened(id)).lines.at(-1).problem, (await opened(id)).shutBecause],
    [count, 'retired', 'retired'],
  )
  assert.equal((await say(message('m9', 'Hello?'), seconds('2026-11-24T08:50:00Z'))).status, 404)
  assert.equal(refusalOf(await office.dispatch(c.sendMessage, { id, text: 'x' }, elin)), 'channel-retired')
  await office.done(c.restoreChannel, { id: chatId }, elin)
  assert.equal((await say(message('m9', 'Hello?'), seconds('2026-11-24T08:50:00Z'))).status, 200)
  const { rows } = await see(c.listChannels)
  assert.ok(
    rows.some((one: Any) => one.id === chatId && one.path && one.hasSecret && !JSON.stringify(one).includes(secret)),
  )
  assert.equal((await it.act('connections', { title: 'X', wire: 'webhook' })).status, 'refused')
})

wireCases(it, { see, opened, only, at })
formCases(it, { see, opened, only, at })
