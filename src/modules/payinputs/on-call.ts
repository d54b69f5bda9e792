/** Hours on call and called out, as oncall publishes them: whole days that have passed, by the clock of the rota. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { daysOf } from './months.ts'
import type { NewInput } from './rows.ts'

interface Had {
  readonly payee_id: string
  readonly on_day: Temporal.PlainDate
  readonly minutes: number
  readonly source_id: string
}

/** What each was on call of a rota on each day, and what they worked when called: as overtime, of the day they were called. */
export async function onCallIn(act: Act, month: string): Promise<NewInput[]> {
  const { from, until } = daysOf(month)
  const employed = sql`p.from_on <= h.on_day and (p.until_on is null or p.until_on >= h.on_day)`
  const passed = sql`h.on_day between ${from}::date and ${until}::date and h.on_day < (${act.at}::timestamptz at time zone h.zone)::date`
  const { rows: onCall } = await sql<Had>`
    select p.id as payee_id, h.on_day, h.rota_id as source_id, round(sum(h.seconds) / 60)::int as minutes
    from (select t.person_id, t.rota_id, t.zone, d.day::date as on_day,
        extract(epoch from least(t.end_at, (d.day + interval '1 day') at time zone t.zone) - greatest(t.start_at, d.day at time zone t.zone)) as seconds
      from oncall.turn_fact t
      cross join lateral generate_series(date_trunc('day', t.start_at at time zone t.zone), t.end_at at time zone t.zone, interval '1 day') d(day)
      where t.organisation_id = ${act.office.id} and t.start_at < ${until}::date + 2 and t.end_at > ${from}::date - 1) h
    join payinputs.payee p on p.organisation_id = ${act.office.id} and p.person_id = h.person_id
    where ${passed} and ${employed} and h.seconds > 0
    group by 1, 2, 3 having sum(h.seconds) >= 60 order by 2, 1, 3`.execute(act.db())
  const { rows: called } = await sql<Had>`
    select p.id as payee_id, h.on_day, h.alarm_id as source_id, h.worked_minutes as minutes
    from (select c.*, (c.acknowledged_at at time zone c.zone)::date as on_day from oncall.callout_fact c
      where c.organisation_id = ${act.office.id}) h
    join payinputs.payee p on p.organisation_id = ${act.office.id} and p.person_id = h.person_id
    where ${passed} and ${employed} order by 2, 1, 3`.execute(act.db())
  return [...onCall.map(row => inputOf(row, 'on-call')), ...called.map(row => inputOf(row, 'overtime'))]
}

const inputOf = (row: Had, kind: 'on-call' | 'overtime'): NewInput => ({
  payeeId: row.payee_id,
  kind,
  on: row.on_day,
  until: row.on_day,
  minutes: row.minutes,
  amount: null,
  note: '',
  source: 'on-call',
  sourceId: row.source_id,
})
