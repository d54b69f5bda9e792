/** Series without a database: what is laid out is what the file expands to, clocks that change, edits against a plain list of instances. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseIcal } from '../../formats/ical/component.ts'
import { expand } from '../../formats/ical/expand.ts'
import { cancelThis, changeAll, changeThis, endBefore, splitFrom, whenOf } from './edits.ts'
import type { EventFacts } from './facts.ts'
import { openObject, parseObject } from './ics/parse.ts'
import { renderEvent } from './ics/render.ts'
import { layOut } from './lay-out.ts'
import { at } from './testing.ts'
import { secondsOf, shifted, spanOf, startText, textOfSeconds } from './wall.ts'

const zone = 'Europe/Stockholm'
const facts = (of: Partial<EventFacts>): EventFacts => ({
  id: '019aa000-0000-7000-8000-000000000001',
  uid: 'series@example.test',
  sequence: 0,
  instances: new Map(),
  splitFromId: null,
  calendarId: '019aa000-0000-7000-8000-000000000002',
  title: 'Series',
  when: at('2026-11-30 09:00 30'),
  repeat: null,
  place: null,
  notes: null,
  category: null,
  privacy: 'open',
  showAs: 'busy',
  status: 'confirmed',
  guests: [],
  reminders: [],
  setupMinutes: 0,
  cleanupMinutes: 0,
  travelBeforeMinutes: 0,
  travelAfterMinutes: 0,
  conferenceUrl: null,
  documentIds: [],
  organiser: { email: 'boss@example.test', name: 'Boss' },
  ...of,
})
const everything = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2040, 0, 1) }
const weekly = (rule: string, leftOut: string[] = [], added: string[] = []) => ({ rule, added, leftOut })
const reading = {
  officeZone: zone,
  directory: { principalsByEmail: new Map(), principals: new Set<string>(), places: new Set<string>() },
}
const render = (event: EventFacts, previous: string | null = null) =>
  renderEvent(event, {
    known: new Map(),
    at: Date.UTC(2026, 10, 24),
    reminders: event.reminders,
    splitFromUid: null,
    previous: previous === null ? null : parseIcal(previous)[0]!,
    reading,
  })

const zones = [
  'Europe/Stockholm',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'America/St_Johns',
] as const

test('a meeting keeps its hour on the wall when the clock changes, in five zones and more', () => {
  for (const [name, from, starts] of [
    ['Europe/Stockholm', '2026-10-24 09:00', ['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z']],
    ['America/New_York', '2026-03-07 09:00', ['2026-03-07T14:00:00.000Z', '2026-03-08T13:00:00.000Z']],
    ['Australia/Lord_Howe', '2026-04-04 09:00', ['2026-04-03T22:00:00.000Z', '2026-04-04T22:30:00.000Z']],
    ['Africa/Casablanca', '2026-02-14 09:00', ['2026-02-14T08:00:00.000Z', '2026-02-15T09:00:00.000Z']],
    ['Asia/Kolkata', '2026-03-28 09:00', ['2026-03-28T03:30:00.000Z', '2026-03-29T03:30:00.000Z']],
    // A time that the clock skips is taken with the offset before the gap, one that it shows twice is the first.
    ['Europe/Stockholm', '2026-03-28 02:30', ['2026-03-28T01:30:00.000Z', '2026-03-29T01:30:00.000Z']],
    ['Europe/Stockholm', '2026-10-24 02:30', ['2026-10-24T00:30:00.000Z', '2026-10-25T00:30:00.000Z']],
  ] as const) {
    const event = facts({ when: at(from, name), repeat: weekly('FREQ=DAILY;COUNT=2') })
    const laid = layOut(event, everything, zone)
    assert.deepEqual(
      laid.map(({ start }) => new Date(start).toISOString()),
      starts,
      `${name} ${from}`,
    )
    for (const { start, end } of laid) assert.equal(end - start, 3_600_000)
  }
})

test('what is laid out is what its own file expands to, by the zone that the file describes too', () => {
  const rule = fc.record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 3 }),
    end: fc.constantFrom('', ';COUNT=9', ';UNTIL=20270801T000000Z'),
    by: fc.constantFrom('', ';BYDAY=MO,TH', ';BYDAY=1TU', ';BYMONTHDAY=31'),
  })
  fc.assert(
    fc.property(
      rule,
      fc.constantFrom(...zones),
      fc.boolean(),
      fc.integer({ min: 0, max: 400 }),
      (of, name, allDay, day) => {
        const by = of.freq === 'DAILY' || (of.freq === 'WEEKLY' && of.by !== ';BYDAY=MO,TH') ? '' : of.by
        const start = textOfSeconds(secondsOf('2026-01-01') + day * 86_400 + 33_300)
        const end = textOfSeconds(secondsOf(start) + 5400)
        const when = allDay
          ? {
              allDay: true as const,
              from: start.slice(0, 10),
              until: textOfSeconds(secondsOf(start) + 86_400).slice(0, 10),
            }
          : { allDay: false as const, start, end, zone: name }
        const event = facts({ when, repeat: weekly(`FREQ=${of.freq};INTERVAL=${of.interval}${by}${of.end}`) })
        const stretch = { from: Date.UTC(2025, 11, 1), to: Date.UTC(2028, 0, 1) }
        const laid = layOut(event, stretch, zone)
        // Under a name that nobody knows, so that only what the file says of the zone counts.
        const calendar = parseIcal(render(event).replaceAll(name, 'Ours'))[0]!
        const utc = (of_: number) =>
          allDay ? Date.parse(`${new Date(of_).toISOString().slice(0, 10)}T00:00:00Z`) : of_
        const instances = expand(calendar, { ...stretch, zone })
        const mine = laid.map(({ start: s, fromDay }) => (allDay ? Date.parse(`${fromDay}T00:00:00Z`) : s))
        // At the edges days and moments differ.
        const inner = (times: number[]) => times.filter(time => time < stretch.to - 3 * 86_400_000)
        assert.deepEqual(inner(mine), inner(instances.map(({ start: s }) => utc(s))))
      },
    ),
    { numRuns: 150 },
  )
})

test('a file read again is the event it was written from, and one line changed leaves the others as they were', () => {
  fc.assert(
    fc.property(
      fc
        .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
        .filter(
          text =>
            text.replace(/\s+/g, ' ').trim() === text &&
            !/[\u0000-\u001f\u007f\u2028\u2029]/.test(text) &&
            text.isWellFormed(),
        ),
      fc.constantFrom(...zones),
      fc.boolean(),
      (title, name, changed) => {
        const event = facts({
          title,
          when: at('2026-11-30 09:00 30', name),
          repeat: weekly('FREQ=WEEKLY', ['2026-12-07T09:00:00'], ['2026-12-09T10:00:00']),
          notes: 'One\nTwo; three, four\\',
          reminders: [15],
          travelBeforeMinutes: 30,
          guests: [
            {
              who: { email: 'a@example.test', name: 'A; B', partyId: null },
              role: 'optional',
              answer: 'tentative',
              note: null,
            },
          ],
          instances: changed
            ? new Map([['2026-12-14T09:00:00', { title: 'Other', when: at('2026-12-15 10:00 45', name) }]])
            : new Map(),
        })
        const text = render(event)
        const again = parseObject(openObject(text), reading)
        const {
          id: _id,
          uid: _uid,
          sequence: _s,
          instances: _i,
          splitFromId: _f,
          calendarId: _c,
          documentIds: _d,
          ...fields
        } = event
        assert.deepEqual(again.fields, fields)
        assert.deepEqual([...again.instances], [...event.instances])
        const odd = text.replace('END:VEVENT', 'X-ODD;X-P="a;b":kept\\, as it is\r\nEND:VEVENT')
        const moved = render({ ...event, place: 'Elsewhere' }, odd)
        assert.ok(moved.includes('X-ODD;X-P="a;b":kept\\, as it is') && moved.includes('LOCATION:Elsewhere'))
      },
    ),
    { numRuns: 60 },
  )
})

/** The plain model: series are lists of instances, each with a title and a time, put there or reckoned. */
interface Instance {
  own: string
  start: string
  title: string
  put: boolean
}

const instancesOf = (series: readonly EventFacts[]) =>
  series
    .flatMap(event =>
      layOut(event, everything, zone).map(({ recurrence }) => ({
        own: recurrence,
        start: startText(whenOf(event, recurrence)),
        title: event.instances.get(recurrence)?.title ?? event.title,
      })),
    )
    .sort((a, b) => (a.own < b.own ? -1 : 1))

test('edits of this, following and all are what they are to a list of instances', () => {
  const edit = fc.record({
    scope: fc.constantFrom('this', 'following', 'all'),
    what: fc.constantFrom('title', 'time', 'cancel'),
    at: fc.nat(30),
    by: fc.integer({ min: -90, max: 90 }),
    word: fc.constantFrom('A', 'B', 'C'),
  })
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 8 }),
      fc.constantFrom('', ';COUNT=12', ';UNTIL=20270215T080000Z'),
      (edits, end) => {
        let series = [facts({ repeat: weekly(`FREQ=WEEKLY${end === '' ? ';UNTIL=20270308T080000Z' : end}`) })]
        let model: Instance[][] = [instancesOf(series).map(one => ({ ...one, put: false }))]
        for (const { scope, what, at: nth, by, word } of edits) {
          const of = nth % series.length
          const [event, list] = [series[of]!, model[of]!]
          const here = list[nth % Math.max(1, list.length)]
          if (!here || list.length < 3) continue
          const shift = by * 60
          const later = (text: string) => textOfSeconds(secondsOf(text) + shift)
          const change = what === 'title' ? { title: word } : { when: shifted(whenOf(event, here.own), shift) }
          if (scope === 'this') {
            if (what === 'cancel') {
              series[of] = cancelThis(event, here.own)
              model[of] = list.filter(one => one !== here)
              continue
            }
            series[of] = changeThis(event, here.own, change)
            model[of] = list.map(one => {
              if (one !== here) return one
              if (what === 'title') return { ...one, title: word }
              const start = later(one.start)
              return { ...one, start, put: start !== one.own }
            })
          } else if (scope === 'all') {
            if (what === 'cancel') continue
            series[of] = changeAll(event, change, what === 'time' ? here.own : null, zone)
            // Each instance that has a title or a time of its own keeps it; what had none follows.
            model[of] = list.map(one => {
              if (what === 'title')
                return event.instances.get(one.own)?.title === undefined || one.title === word
                  ? { ...one, title: word }
                  : one
              const own = later(one.own)
              return { ...one, own, start: one.put ? one.start : own, put: one.put }
            })
          } else {
            const first = list[0]!
            if (here === first || what === 'time') continue
            const [before, from] = [list.filter(one => one.own < here.own), list.filter(one => one.own >= here.own)]
            const was = endBefore(event, here.own, zone)
            if (what === 'cancel') {
              series[of] = was
              model[of] = before
              continue
            }
            const rest = splitFrom(event, here.own, change, { id: event.id, uid: `${event.uid}+` }, zone)
            series = [...series.with(of, was), rest]
            model = [
              ...model.with(of, before),
              from.map(one =>
                event.instances.get(one.own)?.title === undefined || one.title === word ? { ...one, title: word } : one,
              ),
            ]
          }
          const wanted = model[of]!.map(({ own, start, title }) => ({ own, start, title })).sort((a, b) =>
            a.own < b.own ? -1 : 1,
          )
          assert.deepEqual(instancesOf([series[of]!]), wanted)
        }
        const all = model.flat().map(({ own, start, title }) => ({ own, start, title }))
        assert.deepEqual(
          instancesOf(series)
            .map(one => JSON.stringify(one))
            .sort(),
          all.map(one => JSON.stringify(one)).sort(),
        )
      },
    ),
    { numRuns: 150 },
  )
  assert.ok(spanOf(at('2026-11-30 09:00 30')).end > 0)
})
