import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { figures } from '../contract.ts'
import { dayOf, daysLate } from '../late.ts'
import type { StepRow } from '../steps.ts'
import { seenProcedure } from './get-procedure.ts'

type Row = StepRow & {
  readonly run_state: 'running' | 'done' | 'cancelled'
  readonly run_ended_at: Temporal.Instant | null
}

export const figuresBody = implementQuery(figures, async (view, { id, months }) => {
  const procedure = await seenProcedure(view, id)
  const { zone } = view.office
  const first = view.today.with({ day: 1 }).subtract({ months: months - 1 })
  const { rows } = await sql<Row>`
    select s.*, u.state as run_state, u.ended_at as run_ended_at from procedures.run u
    join ${visibleRecords(view, 'procedure-run').select('kernel.record.id')} seen on seen.id = u.id
    join procedures.run_step s on s.organisation_id = u.organisation_id and s.run_id = u.id
    where u.organisation_id = ${view.office.id} and u.procedure_id = ${id} and u.ended_at >= ${first
      .toZonedDateTime(zone)
      .toInstant()}
    order by s.position`.execute(view.db())
  const runs = Map.groupBy(rows, row => row.run_id)
  const ended = [...runs.values()].filter(([step]) => step!.run_state === 'done')
  const onTime = (steps: readonly Row[]) => steps.every(step => step.state !== 'done' || daysLate(step, zone) === 0)
  const monthOf = (steps: readonly Row[]) => dayOf(steps[0]!.run_ended_at!, zone).toPlainYearMonth().toString()
  const steps = Map.groupBy(
    rows.filter(row => row.key !== null && row.run_state === 'done'),
    row => row.key!,
  )
  return {
    title: procedure.title,
    months: Array.from({ length: months }, (_, index) => {
      const month = first.add({ months: index }).toPlainYearMonth().toString()
      const those = ended.filter(run => monthOf(run) === month)
      return { month, ended: those.length, onTime: those.filter(onTime).length }
    }),
    steps: [...steps].map(([key, of]) => {
      const done = of.filter(step => step.state === 'done')
      const late = done.map(step => daysLate(step, zone)).sort((a, b) => a - b)
      return {
        key,
        title: of.at(-1)!.title,
        ended: done.length,
        onTime: late.filter(days => days === 0).length,
        skipped: of.filter(step => step.state === 'skipped').length,
        otherwise: of.filter(step => step.state === 'otherwise').length,
        medianDaysLate: late[Math.floor(late.length / 2)] ?? 0,
      }
    }),
    runs: {
      ended: ended.length,
      onTime: ended.filter(onTime).length,
      cancelled: [...runs.values()].filter(([step]) => step!.run_state === 'cancelled').length,
    },
  }
})
