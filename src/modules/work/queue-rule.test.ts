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
  promise: null,
  goal: null,
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
    promisedInDays: maybe(fc.integer({ min: -5, max: 20 })),
    goal: maybe(fc.record({ name: fc.constant('Goal'), weight: fc.integer({ min: 1, max: 3 }) })),
  })
  .map(({ dueInDays, dueMinute, pinned, snoozed, chaseInDays, age, promisedInDays, ...rest }) => {
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
      promise: promisedInDays === null ? null : { to: 'Karin', on: now.toPlainDate().add({ days: promisedInDays }) },
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

test('a promise is seen before it breaks, and says to whom', () => {
  const line = (on: string, extra: Partial<QueueTask> = {}) => {
    const promise = { to: 'Karin', on: Temporal.PlainDate.from(on) }
    const [one] = rankQueue([{ ...blank, promise, ...extra }], day)
    return [one!.group, one!.reason.key, one!.reason.params]
  }
  const params = (on: string) => ({ name: 'Karin', on })
  assert.deepEqual(line('2026-11-23'), ['late', 'reason.promise-broken', params('2026-11-23')])
  assert.deepEqual(line('2026-11-24'), ['today', 'reason.promised-to-today', params('2026-11-24')])
  assert.deepEqual(line('2026-11-25'), ['today', 'reason.promised-to', params('2026-11-25')], 'the working day before')
  assert.deepEqual(line('2026-11-27'), ['week', 'reason.promised-to', params('2026-11-27')])
  assert.deepEqual(line('2026-11-27', { effortMinutes: 4 * 8 * 60 })[0], 'today', 'its work would not fit any later')
  assert.deepEqual(line('2026-12-09', { dueOn: Temporal.PlainDate.from('2026-12-20') })[0], 'later')
})

test('a goal decides between what must be begun on one day, the weightier first, and says so', () => {
  const goal = (weight: number) => ({ name: `Goal ${weight}`, weight })
  const ranked = rankQueue(
    [
      { ...blank, id: 'none' },
      { ...blank, id: 'some', goal: goal(1) },
      { ...blank, id: 'most', goal: goal(3) },
      due('2026-12-10', { id: 'dated' }),
      due('2026-12-10', { id: 'dated-goal', goal: goal(2), createdAt: at(5) }),
      due('2026-12-09', { id: 'earlier' }),
    ],
    day,
  )
  assert.deepEqual(
    ranked.map(task => task.id),
    ['earlier', 'dated-goal', 'dated', 'most', 'some', 'none'],
  )
  const reason = (id: string) => ranked.find(task => task.id === id)!.reason
  assert.deepEqual(reason('most'), { key: 'reason.serves-goal', params: { name: 'Goal 3' } })
  assert.deepEqual(reason('dated-goal'), { key: 'reason.serves-goal-on', params: { on: '2026-12-10', name: 'Goal 2' } })
})

test('a goal never brings a task before one that must be begun on an earlier day', () => {
  fc.assert(
    fc.property(anyQueue, fc.integer({ min: 1, max: 3 }), (tasks, weight) => {
      const plain = tasks.map(task => ({
        ...task,
        pinnedAt: null,
        urgency: 'normal' as const,
        snoozedUntil: null,
        effortMinutes: 0,
        dueAt: null,
        goal: null,
      }))
      const served = plain.map((task, at) => (at % 2 ? task : { ...task, goal: { name: 'Goal', weight } }))
      const placed = (all: readonly QueueTask[]) =>
        rankQueue(all, day).map(({ group, dueOn, promise }) => {
          const days = [dueOn, promise?.on].flatMap(one => (one ? [String(day.calendar.onOrBefore(one))] : []))
          return [group, days.sort()[0] ?? null]
        })
      assert.deepEqual(placed(served), placed(plain))
    }),
  )
})
