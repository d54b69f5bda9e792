/**
 * A time and a room for 50 people in three zones among 20 rooms within a month, and for 5 people: the whole query with what it reads.
 * `node bench/find-a-time.ts [--rounds 40] [--json]`
 */
import { parseArgs } from 'node:util'
import { newId } from '../src/kernel/ids.ts'
import { findTimes } from '../src/modules/scheduling/contract.ts'
import { fillCalendars, named, schedulingOffice } from '../src/modules/scheduling/testing.ts'
import { percentile, seeded, table } from './measure.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean' },
    seed: { type: 'string', default: '11' },
  },
})
const rounds = Number(values.rounds)
const random = seeded(Number(values.seed))
const upTo = (n: number) => Math.floor(random() * n)

const it = await schedulingOffice(named('calendar'))
const { office, organisationId, elin } = it
/** Monday morning, Stockholm. */
const now = Temporal.Instant.from('2026-11-23T06:00:00Z')
office.setClock(now)

/** Eight weeks, a day of somebody's with so many meetings of half an hour to two hours. */
function busy(perDay: number) {
  const list: { start: string; end: string }[] = []
  for (let day = 0; day < 56; day++) {
    let at = now.add({ hours: day * 24 + 1, minutes: 15 * upTo(4) })
    for (let n = 0; n < perDay; n++) {
      at = at.add({ minutes: 15 * upTo(8) })
      const end = at.add({ minutes: 30 * (1 + upTo(4)) })
      list.push({ start: String(at.round('minute')), end: String(end.round('minute')) })
      at = end.add({ minutes: 1 })
    }
  }
  return list
}

const people = await Promise.all(Array.from({ length: 50 }, (_, n) => it.colleague(`Colleague ${n}`)))
const zones = ['Europe/Stockholm', 'Europe/Lisbon', 'Europe/Bucharest']
await office.superuser.query(
  `insert into scheduling.person (organisation_id, principal_id, zone, country, rest_minutes)
   select $1, id, ($3::text[])[1 + (n % 3)], (array['SE', 'PT', 'RO'])[1 + (n % 3)], 10 from unnest($2::uuid[]) with ordinality as p(id, n)`,
  [organisationId, people.map(({ id }) => id), zones],
)
await office.superuser.query(
  `insert into scheduling.weekly_time (organisation_id, principal_id, purpose, weekday, from_minute, until_minute)
   select $1, id, 'work', d, t.a, t.b from unnest($2::uuid[]) id, generate_series(1, 5) d, (values (480, 720), (780, 1020)) t(a, b)`,
  [organisationId, people.map(({ id }) => id)],
)
await fillCalendars(office, {
  organisationId,
  calendars: [
    ...people.map(({ id }, n) => ({
      id: newId(),
      ownerId: id,
      title: `Colleague ${n}`,
      busy: busy(n < 10 ? 2 : 1 + upTo(3)),
    })),
    ...Array.from({ length: 20 }, (_, n) => ({
      id: newId(),
      ownerId: null,
      title: `Room ${n}`,
      room: { seats: 4 + n * 4, equipment: n % 2 ? ['Screen'] : ['Screen', 'Video'], site: n % 3 ? 'City' : 'Harbour' },
      busy: busy(3),
    })),
  ],
})
await office.superuser.query('vacuum analyze')

const until = String(now.add({ hours: 24 * 30 }))
const ids = people.map(({ id }) => id)
const asked = {
  // fifty people at once are seldom all free: eight must come, the others are welcome
  '50 people, 20 rooms, a month, three zones': {
    minutes: 60,
    until,
    must: ids.slice(0, 8),
    may: ids.slice(8),
    needs: { room: true, equipment: ['Screen'], seats: 50 },
  },
  '50 people who all must come: nothing fits': { minutes: 60, until, must: ids, needs: { room: true, seats: 50 } },
  '5 people, a room, a week': {
    minutes: 60,
    until: String(now.add({ hours: 24 * 7 })),
    must: ids.slice(0, 5),
    needs: { room: true },
  },
}
const rows = []
for (const [what, input] of Object.entries(asked)) {
  const took: number[] = []
  let slots = 0
  for (let n = -5; n < rounds; n++) {
    const begun = performance.now()
    const answer = await office.query(findTimes, input, elin)
    if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
    if (n >= 0) took.push(performance.now() - begun)
    slots = answer.output.total
  }
  rows.push({ what, n: rounds, fit: slots, p50_ms: percentile(took, 50), p95_ms: percentile(took, 95) })
}
console.log(values.json ? JSON.stringify({ bench: 'find-a-time', rows }) : table(rows))
await office.close()
