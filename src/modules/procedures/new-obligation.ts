import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { type NewObligation, nextColumns, obligationOf, raiseDays, requireDays } from './obligation-row.ts'
import type { ProceduresTables } from './tables.ts'

export interface ObligationToMake {
  readonly title: string
  readonly class?: number | undefined
  readonly source?: string | undefined
  readonly facts: Omit<NewObligation, 'organisation_id' | 'id' | 'state' | 'next_on' | 'next_raise_on'>
}

/** Makes an obligation; gives its id and the tasks of the days whose time has come already. */
export async function insertObligation(act: Act, make: ObligationToMake): Promise<{ id: string; work: TaskWish[] }> {
  const { title, facts } = make
  const next = nextColumns(act, { ...facts, rrule: facts.rrule ?? null }, act.today)
  requireDays(act, { rrule: facts.rrule ?? null, next_on: next.next_on })
  const id = await act.createRecord({
    kind: 'obligation',
    title,
    ...(make.class === undefined ? {} : { class: make.class }),
    ...(make.source ? { source: make.source } : {}),
    search: { body: [facts.basis_text, facts.note].filter(Boolean).join('\n') },
  })
  // what fell due once and is past is raised all the same: nobody has said that it was done
  const missed =
    facts.rrule === null || facts.rrule === undefined
      ? { next_on: facts.from_on, next_raise_on: facts.from_on.subtract({ days: facts.lead_days }) }
      : next
  await act
    .db<ProceduresTables>()
    .insertInto('procedures.obligation')
    .values({ organisation_id: act.office.id, id, state: 'in-force', ...facts, ...missed })
    .execute()
  return { id, work: await raiseDays(act, await obligationOf(act, id), title) }
}
