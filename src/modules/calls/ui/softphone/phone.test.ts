import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { roleAfter, withRole } from './sdp.ts'
import {
  after,
  callInHand,
  type Happening,
  idle,
  isDialable,
  liveCalls,
  type Phone,
  stepsFor,
  type Wish,
} from './phone.ts'

const happened = (...all: readonly Happening[]): Phone => all.reduce(after, idle)
const ready: Happening = { what: 'line', line: 'ready' }
const rings = (id: string, at = 1): Happening => ({ what: 'rings', id, number: '0313900655', name: '', at })
const calls = (id: string, asksFor: string | null = null): Happening => ({
  what: 'calls',
  id,
  number: '102',
  name: '',
  at: 2,
  asksFor,
})
const answered = (id: string, at = 5): Happening => ({ what: 'answered', id, at })
const held = (id: string, is: boolean): Happening => ({ what: 'held', id, by: 'us', held: is })
const ended = (id: string, cause = ''): Happening => ({ what: 'ended', id, at: 9, cause })

test('a call rings, is spoken, ends and is gone', () => {
  const spoken = happened(ready, rings('a'), answered('a', 5))
  assert.deepEqual([spoken.calls[0]!.state, spoken.calls[0]!.answered], ['talking', 5])
  const over = after(spoken, ended('a'))
  assert.equal(over.calls[0]!.state, 'ended')
  assert.deepEqual(after(over, { what: 'gone', id: 'a' }).calls, [])
  assert.equal(after(over, answered('a')), over, 'what is over is not answered')
  assert.equal(after(spoken, rings('a')), spoken, 'told twice')
})

test('a second call waits; taking it puts the first on hold', () => {
  const phone = happened(ready, rings('a'), answered('a'), rings('b'))
  assert.equal(callInHand(phone)!.id, 'a')
  assert.deepEqual(stepsFor(phone, { want: 'answer', id: 'b' }), [
    { step: 'hold', id: 'a' },
    { step: 'answer', id: 'b' },
  ])
  const both = [held('a', true), answered('b')].reduce(after, phone)
  assert.equal(callInHand(both)!.id, 'b')
  assert.deepEqual(stepsFor(both, { want: 'resume', id: 'a' }), [
    { step: 'hold', id: 'b' },
    { step: 'resume', id: 'a' },
  ])
  assert.deepEqual(stepsFor(both, { want: 'dial', number: '103' }), [], 'no third beside two')
})

test('asked first, then connected: from either of the two calls, and only while both are spoken', () => {
  const asking = happened(ready, rings('a'), answered('a'), held('a', true), calls('b', 'a'))
  assert.deepEqual(stepsFor(asking, { want: 'connect', id: 'a' }), [], 'nobody has answered yet')
  const both = after(asking, answered('b'))
  for (const id of ['a', 'b'])
    assert.deepEqual(stepsFor(both, { want: 'connect', id }), [{ step: 'join', id: 'a', with: 'b' }])
  assert.deepEqual(
    stepsFor(after(both, { what: 'transfer', id: 'a', transfer: 'asked' }), { want: 'connect', id: 'a' }),
    [],
  )
  const alone = after(both, ended('a'))
  assert.equal(alone.calls.find(({ id }) => id === 'b')!.asksFor, null)
  assert.deepEqual(stepsFor(alone, { want: 'connect', id: 'b' }), [])
})

test('handed over at once; asked again only when it failed', () => {
  const spoken = happened(ready, rings('a'), answered('a'))
  const wish: Wish = { want: 'transfer', id: 'a', number: '031-390 06 55' }
  assert.deepEqual(stepsFor(spoken, wish), [{ step: 'refer', id: 'a', number: '0313900655' }])
  const asked = after(spoken, { what: 'transfer', id: 'a', transfer: 'asked' })
  assert.deepEqual(stepsFor(asked, wish), [])
  assert.equal(after(asked, ended('a')).calls[0]!.transfer, 'done', 'they left as they were asked to')
  assert.equal(after(asked, ended('a', 'lost')).calls[0]!.transfer, 'asked')
  assert.equal(stepsFor(after(asked, { what: 'transfer', id: 'a', transfer: 'failed' }), wish).length, 1)
})

test('what rings is answered, refused or sent on; hanging up refuses it; nothing else has sense', () => {
  const phone = happened(ready, rings('a'))
  assert.deepEqual(stepsFor(phone, { want: 'hang-up', id: 'a' }), [{ step: 'reject', id: 'a' }])
  assert.deepEqual(stepsFor(phone, { want: 'voicemail', id: 'a', number: '*98' }), [
    { step: 'redirect', id: 'a', number: '*98' },
  ])
  assert.deepEqual(stepsFor(phone, { want: 'hold', id: 'a' }), [])
  assert.equal(callInHand(phone), undefined)
  assert.deepEqual(stepsFor(happened(rings('a')), { want: 'dial', number: '1' }), [], 'without a line nobody dials')
})

test('numbers as people write them are dialled; what is no number or address is not', () => {
  for (const good of ['+46 31-390 06 55', '(031) 390', '102', '*98', 'anna', 'sip:anna@example.org', '#31#0701'])
    assert.ok(isDialable(good), good)
  for (const bad of ['', ' ', 'a b;c', '<sip:x@y>', 'x@y;method=INVITE', 'a?Replaces=1', '"', 'x'.repeat(80)])
    assert.ok(!isDialable(bad), bad)
})

const id = fc.constantFrom('a', 'b', 'c')
const happening: fc.Arbitrary<Happening> = fc.oneof(
  id.map(one => rings(one)),
  fc.tuple(id, fc.option(id)).map(([one, asksFor]) => calls(one, asksFor)),
  id.map(one => answered(one)),
  id.map(one => ended(one)),
  fc.tuple(id, fc.boolean()).map(([one, is]) => held(one, is)),
  id.map((one): Happening => ({ what: 'gone', id: one })),
)
const wants = ['answer', 'reject', 'hang-up', 'hold', 'resume', 'connect'] as const

test('whatever happens: no call twice, no step for a call that is over, nobody spoken with beside another', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), id, fc.constantFrom(...wants), (all, one, want) => {
      const phone = happened(ready, ...all)
      const ids = phone.calls.map(call => call.id)
      assert.equal(new Set(ids).size, ids.length)
      const steps = stepsFor(phone, { want, id: one })
      const living = new Set(liveCalls(phone).map(call => call.id))
      for (const step of steps) if ('id' in step) assert.ok(living.has(step.id))
      const taken = steps.at(-1)
      if (taken?.step === 'answer' || taken?.step === 'resume') {
        const onHold = new Set(steps.flatMap(step => (step.step === 'hold' ? [step.id] : [])))
        for (const call of liveCalls(phone))
          if (call.state === 'talking' && !call.held && call.id !== one) assert.ok(onHold.has(call.id))
      }
    }),
    { numRuns: 300 },
  )
})

test('who opens the encryption is settled by the first answer; a later one that leaves it open is completed', () => {
  const sdp = (setup: string) => `v=0\r\na=setup:${setup}\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n`
  assert.equal(roleAfter(null, { from: 'them', sdp: sdp('actpass') }), null)
  assert.equal(roleAfter(null, { from: 'us', sdp: sdp('active') }), 'passive')
  assert.equal(roleAfter(null, { from: 'them', sdp: sdp('active') }), 'active')
  assert.equal(roleAfter('active', { from: 'them', sdp: sdp('passive') }), 'active')
  assert.match(withRole(sdp('actpass'), 'passive'), /^a=setup:passive\r$/m)
  assert.equal(withRole(sdp('active'), 'passive'), sdp('active'))
  assert.equal(withRole(sdp('actpass'), null), sdp('actpass'))
})
