/**
 * The calendar's ground, through the dispatcher: an event made, a month read, fifty people's free times.
 * `node bench/calendar.ts [--json]`
 */
import { parseArgs } from 'node:util'
import {
  agenda,
  busy,
  changeCalendar,
  createEvent,
  createPlace,
  listCalendars,
} from '../src/modules/calendar/contract.ts'
import { calendarOffice, room } from '../src/modules/calendar/testing.ts'
import { table } from './measure.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const house = await calendarOffice()
const { office, elin } = house
const people = [elin]
for (let n = 1; n < 50; n++) people.push(await house.colleague(`Colleague ${n}`))

const begin = Temporal.PlainDateTime.from('2026-12-01T08:00')
const text = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'second' })
/** Half an hour, the n-th quarter of the working days of the month. */
const when = (n: number) => {
  const start = begin.add({ days: n % 30, minutes: 15 * (Math.floor(n / 30) % 36) })
  return { allDay: false as const, start: text(start), end: text(start.add({ minutes: 30 })), zone: 'Europe/Stockholm' }
}
const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

async function timed(times: number, work: (n: number) => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  for (let n = 0; n < Math.min(20, times); n++) await work(-1 - n)
  const walls: number[] = []
  const cpu = process.cpuUsage()
  for (let n = 0; n < times; n++) {
    const started = performance.now()
    await work(n)
    walls.push(performance.now() - started)
  }
  const used = process.cpuUsage(cpu)
  return { wall: median(walls), cpu: (used.user + used.system) / 1000 / times }
}

const { id: place } = await office.done(createPlace, { title: 'Room' }, elin)
const plain = await timed(200, n => office.done(createEvent, { title: `Event ${n}`, when: when(Math.abs(n)) }, elin))
const booked = await timed(60, n => {
  const start = begin.add({ months: 1, minutes: 30 * (n + 60) })
  const at = {
    allDay: false as const,
    start: text(start),
    end: text(start.add({ minutes: 30 })),
    zone: 'Europe/Stockholm',
  }
  return office.done(createEvent, { title: `Booking ${n}`, when: at, guests: [room(place)] }, elin)
})
const weekly = await timed(30, n =>
  office.done(
    createEvent,
    { title: `Weekly ${n}`, when: when(Math.abs(n) + 7), repeat: { rule: 'FREQ=WEEKLY', added: [], leftOut: [] } },
    elin,
  ),
)
const daily = { rule: 'FREQ=DAILY;COUNT=31', added: [], leftOut: [] }
// Two thousand rows of one month, and thirty for each colleague.
for (let n = 0; n < 56; n++)
  await office.done(createEvent, { title: `Daily ${n}`, when: when(30 * n), repeat: daily }, elin)
for (const one of people.slice(1))
  await office.done(createEvent, { title: 'Own', when: when(30 * people.indexOf(one)), repeat: daily }, one)

const month = { from: '2026-12-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }
const listed = await office.query(listCalendars, {}, elin)
if (listed.status !== 'done') throw new Error(JSON.stringify(listed))
const ids = listed.output.rows.map(({ id }) => id)
const own = listed.output.rows.find(({ mine }) => mine)!.id
let rows = 0
const read = await timed(30, async () => {
  const answer = await office.query(agenda, { ...month, calendarIds: [own] }, elin)
  rows = answer.status === 'done' ? answer.output.rows.length : 0
})
const free = await timed(30, () => office.query(busy, { ...month, calendarIds: ids }, elin))

// A week of thirty calendars that everybody reads: 2,000 events in it, seven of ten with hours, two of ten weekly, one all day.
const shown = listed.output.rows.filter(({ type, owner }) => type === 'main' && owner).slice(0, 30)
const monday = Temporal.PlainDate.from('2027-03-01')
for (const { id } of shown) {
  const owner = people.find(one => one.id === shown.find(line => line.id === id)!.owner!.id)!
  await office.done(changeCalendar, { id, everyone: 'read' }, owner)
  for (let n = 0; n < 67; n++) {
    const day = monday.add({ days: n % 5 })
    const start = day.toPlainDateTime('08:00').add({ minutes: 15 * ((n * 7) % 36) })
    const hours = {
      allDay: false as const,
      start: text(start),
      end: text(start.add({ minutes: 45 })),
      zone: 'Europe/Stockholm',
    }
    const whole = { allDay: true as const, from: day.toString(), until: day.toString() }
    const rule = { repeat: { rule: 'FREQ=WEEKLY;COUNT=10', added: [], leftOut: [] } }
    await office.done(
      createEvent,
      { title: `Event ${n}`, when: n % 10 === 9 ? whole : hours, ...(n % 10 > 6 && n % 10 < 9 ? rule : {}) },
      owner,
    )
  }
}
const week = { from: '2027-02-28T23:00:00Z', until: '2027-03-07T23:00:00Z', calendarIds: shown.map(({ id }) => id) }
let weekRows = 0
const weekRead = await timed(30, async () => {
  const answer = await office.query(agenda, week, elin)
  weekRows = answer.status === 'done' ? answer.output.rows.length : 0
})
await office.close()

const figures = [
  { what: 'create-event, CPU of this process', target: '≤ 4 ms', reached: plain.cpu, n: 200, met: plain.cpu <= 4 },
  { what: 'create-event, answered in', target: '', reached: plain.wall, n: 200, met: null },
  { what: 'create-event with a room, CPU', target: '', reached: booked.cpu, n: 60, met: null },
  { what: 'create-event, weekly without end (79 instances), CPU', target: '', reached: weekly.cpu, n: 30, met: null },
  { what: `agenda of a month, ${rows} rows`, target: '≤ 20 ms', reached: read.wall, n: 30, met: read.wall <= 20 },
  { what: `busy of ${ids.length} people, a month`, target: '≤ 20 ms', reached: free.wall, n: 30, met: free.wall <= 20 },
  {
    what: `agenda of a week, ${shown.length} calendars, ${weekRows} rows`,
    target: '≤ 100 ms',
    reached: weekRead.wall,
    n: 30,
    met: weekRead.wall <= 100,
  },
].map(figure => ({ ...figure, reached: `${figure.reached.toFixed(1)} ms`, n: String(figure.n) }))
console.log(values.json ? JSON.stringify(figures) : table(figures))
process.exit(0)
