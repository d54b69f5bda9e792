/** A day of somebody, cancelled or moved; running late. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { one } from '../../../formats/ical/component.ts'
import { eventsOf } from '../../../formats/ical/itip/parts.ts'
import { type Language, languages } from '../../../kernel/language/catalogue.ts'
import { getEvent } from '../../calendar/contract.ts'
import { addEmail, createPerson } from '../../directory/contract.ts'
import { apologyIn } from '../apology.ts'
import * as c from '../contract.ts'
import { at, calendarIn, guest, it, meeting, methodIn } from './stage.ts'

test('a day of somebody is called off, or moved, in one act with an apology; and put back', async () => {
  const day = '2026-12-17'
  const [dutch, plain] = [guest('Piet'), guest('Dora')]
  const { id: partyId } = await it.done(createPerson, { name: 'Piet', language: 'nl' } as never, it.elin)
  await it.done(addEmail, { id: partyId, kind: 'person', email: dutch.email } as never, it.elin)
  const one = await meeting('First', [dutch], { when: at(day, '09:00', '10:00') })
  const two = await meeting('Second', [plain], { when: at(day, '14:00', '15:00') })
  await it.deliver()
  const plan = await it.query(c.planDay, { on: day }, it.elin)
  assert.ok(plan.status === 'done')
  assert.deepEqual(
    plan.output.meetings.map(({ title, own }) => [title, own]),
    [
      ['First', true],
      ['Second', true],
    ],
  )
  assert.match(plan.output.meetings[0]!.guests[0]!.text, /^Het spijt ons: Elin Almgren/)
  const cleared = await it.dispatch(c.clearDay, { on: day }, it.elin)
  assert.ok(
    cleared.status === 'done' && cleared.output.done === 2 && cleared.output.left.length === 0,
    JSON.stringify(cleared),
  )
  await it.done(c.restoreDay, cleared.undo!.input as never, it.elin)
  assert.deepEqual(await it.deliver(), [], 'put back in time: nobody heard of it')
  const moved = await it.dispatch(c.clearDay, { on: day, to: '2026-12-18' }, it.elin)
  assert.ok(moved.status === 'done' && moved.output.done === 2, JSON.stringify(moved))
  const posts = await it.deliver()
  assert.deepEqual(posts.map(({ to }) => to).sort(), [dutch.email, plain.email].sort())
  assert.ok(posts.every(post => methodIn(post) === 'REQUEST'))
  assert.match(posts.find(({ to }) => to === dutch.email)!.mail.text ?? '', /Het spijt ons[\s\S]*18 december/)
  const seen = await it.query(getEvent, { id: two }, it.elin)
  assert.ok(seen.status === 'done' && seen.output.start === '2026-12-18T13:00:00Z')
  const none = await it.dispatch(c.clearDay, { on: day }, it.elin)
  assert.ok(none.status === 'refused' && none.refusal.name === 'day-has-no-meetings')
  const off = await it.dispatch(c.clearDay, { on: '2026-12-18', eventIds: [one], words: 'Sorry, I am ill.' }, it.elin)
  assert.ok(off.status === 'done' && off.output.done === 1)
  const [cancelled, ...more] = await it.deliver()
  assert.deepEqual([cancelled!.to, methodIn(cancelled!), more.length], [dutch.email, 'CANCEL', 0])
  assert.match(cancelled!.mail.text ?? '', /Sorry, I am ill\./)
})

test('running late warns those of this meeting, or of all that follow', async () => {
  const day = '2026-11-23'
  const [first, second] = [guest('One'), guest('Two')]
  const id = await meeting('Morning', [first], { when: at(day, '10:00', '11:00') })
  await meeting('Noon', [second], { when: at(day, '12:00', '13:00') })
  await it.deliver()
  await it.done(c.warnLate, { id, minutes: 15 }, it.elin)
  const [one, ...none] = await it.deliver()
  assert.deepEqual([one!.to, none.length], [first.email, 0])
  assert.match(one!.mail.text ?? '', /Elin Almgren is running about 15 minutes late\./)
  await it.done(c.warnLate, { id, minutes: 20, whom: 'rest' }, it.elin)
  assert.deepEqual((await it.deliver()).map(({ to }) => to).sort(), [first.email, second.email].sort())
})

test('twenty guests in six languages, some of them twice that day: each hears of each meeting once, in their own', async () => {
  const day = '2027-01-19'
  const everybody = languages.flatMap(language =>
    Array.from({ length: language === 'en' ? 5 : 3 }, () => ({ ...guest(`In ${language}`), language })),
  )
  assert.equal(everybody.length, 20)
  for (const { name, email, language } of everybody) {
    const { id } = await it.done(createPerson, { name, language } as never, it.elin)
    await it.done(addEmail, { id, kind: 'person', email } as never, it.elin)
  }
  const plain = everybody.map(({ name, email }) => ({ name, email }))
  const parts = [plain.slice(0, 8), plain.slice(6, 14), plain.slice(12)]
  for (const [hour, part] of parts.entries())
    await meeting(`Round ${hour}`, part, {
      when: at(day, `${9 + hour * 2}:00`.padStart(5, '0'), `${10 + hour * 2}:00`),
    })
  const told = parts
    .flat()
    .map(({ email }) => email)
    .toSorted()
  const expected = async (method: string, apology: (language: Language) => string) => {
    const posts = await it.deliver()
    assert.deepEqual(posts.map(({ to }) => to).toSorted(), told)
    const seen = new Set(posts.map(post => `${post.to} ${one(eventsOf(calendarIn(post))[0]!, 'UID')!.value}`))
    assert.equal(seen.size, told.length, 'nobody twice of one meeting')
    for (const post of posts) {
      const { language } = everybody.find(({ email }) => email === post.to)!
      assert.equal(methodIn(post), method)
      const text = (post.mail.text ?? '').replaceAll(/\s+/g, ' ')
      assert.ok(text.includes(apology(language)), `${language}: ${text}`)
    }
  }
  await expected('REQUEST', () => 'Round')
  const moved = await it.dispatch(c.clearDay, { on: day, to: '2027-01-21' }, it.elin)
  assert.ok(moved.status === 'done' && moved.output.done === 3 && moved.output.left.length === 0, JSON.stringify(moved))
  await expected('REQUEST', language => apologyIn(language, { name: 'Elin Almgren', moved: true }))
  const off = await it.dispatch(c.clearDay, { on: '2027-01-21' }, it.elin)
  assert.ok(off.status === 'done' && off.output.done === 3)
  await expected('CANCEL', language => apologyIn(language, { name: 'Elin Almgren', moved: false }))
  assert.deepEqual(await it.deliver(), [])
})
