import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { consequences, queueGroups, urgencies } from './contract.ts'
import { officeHours } from './office-hours.ts'
import { isOverdue, type QueueDay, type QueueTask, rankQueue } from './queue-rule.ts'
import { workingCalendar } from './working-days.ts'

const now = Temporal.ZonedDateTime.from('2026-11-24T09:42[Europe/Stockholm]')
const day: QueueDay = { now, hours: officeHours(undefined), calendar: workingCalendar('SE') }
const blank: QueueTask = {
  id: 'a',
  dueOn: null,
  dueAt: null,
  effortMinutes: null,
  urgency: 'normal',
  ifLate: 'nothing',
  reminders: 0,
  pinnedAt: null,
  snoozedUntil: null,
  waitingFor: null,
  chaseOn: null,
  ownerId: 'me',
  askedById: null,
  createdAt: now.toInstant(),
}
const at = (minutes: number) => now.toInstant().add({ minutes })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const anyTask: fc.Arbitrary<QueueTask> = fc
  .record({
    id: fc.uuid(),
    dueInDays: maybe(fc.integer({ min: -20, max: 40 })),
    dueMinute: maybe(fc.integer({ min: 0, max: 1439 })),
    effortMinutes: maybe(fc.integer({ min: 0, max: 5_000 })),
    urgency: fc.constantFrom(...urgencies),
    ifLate: fc.constantFrom(...consequences),
    reminders: fc.integer({ min: 0, max: 4 }),
    pinned: maybe(fc.integer({ min: -10_000, max: 0 })),
    snoozed: maybe(fc.integer({ min: -10_000, max: 10_000 })),
    waitingFor: maybe(fc.constant('Johan')),
    chaseInDays: maybe(fc.integer({ min: -5, max: 5 })),
    askedById: fc.constantFrom(null, 'me', 'other'),
    age: fc.integer({ min: -1_000, max: 0 }),
  })
  .map(({ dueInDays, dueMinute, pinned, snoozed, chaseInDays, age, ...rest }) => {
    const dueOn = dueInDays === null ? null : now.toPlainDate().add({ days: dueInDays })
    return {
      ...rest,
      ownerId: 'me',
      dueOn,
      dueAt:
        dueOn && dueMinute !== null
          ? dueOn
              .toZonedDateTime({
                timeZone: now.timeZoneId,
                plainTime: Temporal.PlainTime.from({ hour: Math.floor(dueMinute / 60), minute: dueMinute % 60 }),
              })
              .toInstant()
          : null,
      pinnedAt: pinned === null ? null : at(pinned),
      snoozedUntil: snoozed === null ? null : at(snoozed),
      chaseOn: chaseInDays === null || rest.waitingFor === null ? null : now.toPlainDate().add({ days: chaseInDays }),
      createdAt: at(age),
    }
  })
const anyQueue = fc.uniqueArray(anyTask, { maxLength: 40, selector: task => task.id })

test('the order is total: it does not depend on how the tasks came', () => {
  fc.assert(
    fc.property(anyQueue, fc.infiniteStream(fc.nat()), (tasks, chance) => {
      const shuffled = tasks
        .map(task => ({ task, by: chance.next().value as number }))
        .sort((a, b) => a.by - b.by)
        .map(({ task }) => task)
      assert.deepEqual(
        rankQueue(shuffled, day).map(task => task.id),
        rankQueue(tasks, day).map(task => task.id),
      )
    }),
  )
})

test('nothing overdue is hidden, and it stands in the first group', () => {
  fc.assert(
    fc.property(anyQueue, tasks => {
      const ranked = rankQueue(tasks, day)
      for (const task of tasks.filter(one => isOverdue(one, day)))
        assert.equal(ranked.find(one => one.id === task.id)?.group, 'late')
    }),
  )
})

test('groups follow each other, pinned first within each and never below today; nobody appears twice', () => {
  fc.assert(
    fc.property(anyQueue, tasks => {
      const ranked = rankQueue(tasks, day)
      assert.equal(new Set(ranked.map(task => task.id)).size, ranked.length)
      ranked.forEach((task, i) => {
        const before = ranked[i - 1]
        if (task.pinnedAt) assert.ok(task.group === 'late' || task.group === 'today')
        if (!before) return
        assert.ok(queueGroups.indexOf(before.group) <= queueGroups.indexOf(task.group))
        if (before.group === task.group) assert.ok(before.pinnedAt !== null || task.pinnedAt === null)
      })
    }),
  )
})

test('what is snoozed or waits is not in the queue, unless overdue or to be chased', () => {
  fc.assert(
    fc.property(anyTask, task => {
      const shown = rankQueue([task], day).length === 1
      const snoozed = task.snoozedUntil !== null && Temporal.Instant.compare(task.snoozedUntil, now.toInstant()) > 0
      const chased = task.chaseOn !== null && Temporal.PlainDate.compare(task.chaseOn, now.toPlainDate()) <= 0
      assert.equal(shown, isOverdue(task, day) || (!snoozed && (task.waitingFor === null || chased)))
    }),
  )
})

const due = (date: string, extra: Partial<QueueTask> = {}): QueueTask => ({
  ...blank,
  dueOn: Temporal.PlainDate.from(date),
  ...extra,
})

test('each line says why', () => {
  const reason = (task: QueueTask) => {
    const [line] = rankQueue([task], day)
    return [line!.group, line!.reason.key.replace('reason.', ''), line!.reason.params]
  }
  assert.deepEqual(reason(due('2026-11-23', { reminders: 3 })), ['late', 'late-reminded', { count: 1, reminders: 3 }])
  assert.deepEqual(reason(due('2026-11-20')), ['late', 'late-days', { count: 4 }])
  assert.deepEqual(reason(due('2026-11-24', { dueAt: at(-10) })), [
    'late',
    'late-since',
    { at: '2026-11-24T08:32:00Z' },
  ])
  assert.deepEqual(reason(due('2026-11-27', { ifLate: 'holds-others' })), ['late', 'holds-others', {}])
  assert.deepEqual(reason(due('2026-11-24', { effortMinutes: 120, dueAt: at(318) })), [
    'today',
    'due-at-left',
    { at: '2026-11-24T14:00:00Z', minutes: 120 },
  ])
  assert.deepEqual(reason(due('2026-11-24', { ifLate: 'breaks-promise' })), ['today', 'promised-today', {}])
  // 24 hours of work due on Thursday: three days of eight hours, so today is the last day to begin
  assert.deepEqual(reason(due('2026-11-26', { effortMinutes: 24 * 60 })), [
    'today',
    'must-start',
    { on: '2026-11-26', minutes: 1440 },
  ])
  assert.deepEqual(reason(due('2026-11-26', { effortMinutes: 60 })), [
    'week',
    'due-on-left',
    { on: '2026-11-26', minutes: 60 },
  ])
  assert.deepEqual(reason({ ...blank, pinnedAt: at(-5) }), ['today', 'pinned', {}])
  assert.deepEqual(reason(blank), ['later', 'no-date', {}])
})

test('in a group: urgent first, then what must be begun earliest, then what costs most', () => {
  const order = rankQueue(
    [
      due('2026-11-26', { id: 'short', effortMinutes: 10 }),
      due('2026-11-26', { id: 'long', effortMinutes: 400 }),
      due('2026-11-27', { id: 'friday' }),
      due('2026-11-27', { id: 'friday-money', ifLate: 'costs-money' }),
      due('2026-11-27', { id: 'friday-high', urgency: 'high' }),
    ],
    day,
  )
  assert.deepEqual(
    order.map(task => task.id),
    ['friday-high', 'long', 'short', 'friday-money', 'friday'],
  )
})
