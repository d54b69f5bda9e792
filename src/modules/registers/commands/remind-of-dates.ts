import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { TaskWish } from '../../work/contract.ts'
import { applyRulesJob, datesCame, remindOfDates } from '../contract.ts'
import { reminderKey } from '../reminders.ts'
import { inOffice } from '../words.ts'

const atOnce = 500
/** A day is still reminded of when the office was closed, but not one of long ago. */
const lateDays = 14

interface Near {
  readonly row_id: string
  readonly field_id: string
  readonly day: Temporal.PlainDate
  readonly title: string
  readonly name: string
  readonly register: string
  readonly remind_owner_id: string | null
  readonly remind_role: string | null
}

export const remindOfDatesBody = implementCommand(remindOfDates, {
  async run(act) {
    const near = await nearDays(act)
    await sql`
      insert into registers.reminder (organisation_id, row_id, field_id, day)
      select ${act.office.id}, n.row_id, n.field_id, n.day
      from unnest(${near.map(one => one.row_id)}::uuid[], ${near.map(one => one.field_id)}::uuid[], ${near.map(one => String(one.day))}::date[]) as n (row_id, field_id, day)
      on conflict do nothing`.execute(act.db())
    if (near.length > 0)
      act.emit(datesCame, { count: near.length, work: near.map(one => wishOf(act, one)) }, [
        ...new Set(near.map(one => one.row_id)),
      ])
    const told = await tellRules(act)
    return { output: { reminded: near.length, told } }
  },
})

async function nearDays(act: Act): Promise<Near[]> {
  const { rows } = await sql<Near>`
    select v.row_id, v.field_id, v.day, r.title, f.name, g.name as register, f.remind_owner_id, f.remind_role
    from registers.field f
    join registers.register g on g.organisation_id = f.organisation_id and g.id = f.register_id and g.retired_at is null
    join registers.value v on v.organisation_id = f.organisation_id and v.field_id = f.id
    join registers.row w on w.organisation_id = v.organisation_id and w.id = v.row_id and w.discarded_at is null
    join kernel.record r on r.organisation_id = w.organisation_id and r.id = w.id
    where f.organisation_id = ${act.office.id} and f.remind_days is not null and f.dropped_at is null
      and v.day - f.remind_days <= ${act.today}::date and v.day >= ${act.today}::date - ${lateDays}::int
      and not exists (select from registers.reminder d where d.organisation_id = v.organisation_id and d.row_id = v.row_id
        and d.field_id = v.field_id and d.day = v.day)
    order by v.day, v.row_id limit ${atOnce}`.execute(act.db())
  return rows
}

function wishOf(act: Act, near: Near): TaskWish {
  const words = inOffice(act.office.language)
  const locale = new Intl.Locale(act.office.language, { region: act.office.country })
  const on = near.day.toLocaleString(locale.toString(), { dateStyle: 'long' })
  return {
    key: reminderKey(near.row_id, near.field_id, near.day),
    title: words('task.reminder', { title: near.title, field: near.name, on }).slice(0, 300),
    reason: words('task.reminder.why', { register: near.register, field: near.name }).slice(0, 300),
    dueOn: near.day,
    sourceId: near.row_id,
    ...(near.remind_owner_id ? { ownerId: near.remind_owner_id } : near.remind_role ? { role: near.remind_role } : {}),
  }
}

/** Rules that wait for a day hear that it has come, once for each row and day. */
async function tellRules(act: Act): Promise<number> {
  const { rows } = await sql<{ register_id: string }>`
    insert into registers.happening (organisation_id, id, register_id, row_id, what, field_ids, rule_id, chain, at)
    select u.organisation_id, gen_random_uuid(), u.register_id, v.row_id, 'date', array[v.field_id], u.id, '{}', ${act.at}
    from registers.rule u
    join registers.register g on g.organisation_id = u.organisation_id and g.id = u.register_id and g.retired_at is null
    join registers.value v on v.organisation_id = u.organisation_id and v.field_id = u.trigger_field_id
    join registers.row w on w.organisation_id = v.organisation_id and w.id = v.row_id and w.discarded_at is null
    where u.organisation_id = ${act.office.id} and u.enabled and u.trigger_on = 'date'
      and v.day + u.trigger_days <= ${act.today}::date and v.day + u.trigger_days >= u.since_on
      and not exists (select from registers.rule_run d where d.organisation_id = u.organisation_id and d.rule_id = u.id
        and d.row_id = v.row_id and d.day = v.day)
      and not exists (select from registers.happening h where h.organisation_id = u.organisation_id and h.rule_id = u.id
        and h.row_id = v.row_id)
    limit ${atOnce * 4} returning register_id`.execute(act.db())
  // what was left lying by a worker that was killed is taken up as well
  const { rows: waiting } = await sql<{ register_id: string }>`
    select distinct register_id from registers.happening where organisation_id = ${act.office.id}`.execute(act.db())
  for (const { register_id: registerId } of waiting) act.enqueue(applyRulesJob, { registerId })
  return rows.length
}
