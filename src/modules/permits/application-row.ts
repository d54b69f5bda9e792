/** Reading and writing an application at the desk of an authority, and the desk's own setting. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act, Undo } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { type ApplicationState, applicationStateWrong, deskOff } from './contract.ts'
import { appealPeriod, decisionPeriod, type Period } from './periods.ts'
import { priorOf, type Step, whatFollows } from './permit-row.ts'
import type { ApplicationTable, HearingTable, PermitsTables } from './tables.ts'
import { officeWords } from './words.ts'

export type ApplicationRow = Selectable<ApplicationTable>
export type HearingRow = Selectable<HearingTable>
type Reading = Pick<Act, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<PermitsTables>()

export const applicationOf = (at: Reading, id: string): Promise<ApplicationRow> =>
  dbOf(at)
    .selectFrom('permits.application')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const hearingsOf = (at: Reading, id: string): Promise<HearingRow[]> =>
  dbOf(at)
    .selectFrom('permits.hearing')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('application_id', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()

export async function updateApplication(act: Act, id: string, change: Updateable<ApplicationTable>): Promise<void> {
  await act
    .db<PermitsTables>()
    .updateTable('permits.application')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** 2026-0014: gapless within its year. */
export const numberOf = ({ year, serial }: { year: number; serial: bigint | string | number }): string =>
  `${year}-${String(serial).padStart(4, '0')}`

export interface Desk {
  readonly on: boolean
  readonly decide: Period
  readonly appeal: Period
  readonly appealInstructions: string
}

/** The desk as it is set, else off, with the periods of the country's law. */
export async function deskOf(at: Reading): Promise<Desk> {
  const row = await dbOf(at)
    .selectFrom('permits.desk')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .executeTakeFirst()
  const { country } = at.office
  if (!row) return { on: false, decide: decisionPeriod(country), appeal: appealPeriod(country), appealInstructions: '' }
  return {
    on: row.switched_on,
    decide: { days: row.decide_days, unit: row.decide_unit },
    appeal: { days: row.appeal_days, unit: row.appeal_unit },
    appealInstructions: row.appeal_instructions,
  }
}

export async function requireDesk(act: Act): Promise<Desk> {
  const desk = await deskOf(act)
  if (!desk.on) act.refuse(deskOff)
  return desk
}

export function requireStep(act: Act, row: ApplicationRow, states: readonly ApplicationState[]): void {
  if (!states.includes(row.state)) act.refuse(applicationStateWrong, { number: numberOf(row) })
}

/** Changes the columns, keeps what they held, says so; gives the version and the way back. */
export async function takeStep(
  act: Act,
  row: ApplicationRow,
  step: Step<Updateable<ApplicationTable>>,
): Promise<{ version: number; undo: Undo }> {
  const { id } = row
  await updateApplication(act, id, { ...step.change, prior: priorOf(row, step.change, step.work ?? []) })
  const version = await act.changeRecord(id)
  act.emit(
    step.event,
    {
      id,
      title: act.locked(id).title,
      number: numberOf(row),
      ...whatFollows(step),
    },
    [id],
  )
  return { version, undo: { command: 'permits.take-back-application-step', input: { id, expectedVersion: version } } }
}

type Message =
  | 'task.case-decide'
  | 'task.case-completion'
  | 'task.case-hearing'
  | 'task.case-notify'
  | 'task.case-appeal'

export const caseKey = (what: string, id: string): string => `permits.case-${what}:${id}:`

/** A task about an application, for whoever handles it. */
export function caseWish(
  act: Act,
  row: Pick<ApplicationRow, 'id' | 'year' | 'serial' | 'handler_id' | 'applicant_id'>,
  title: string,
  what: {
    readonly key: string
    readonly message: Message
    readonly dueOn?: Temporal.PlainDate
    readonly params?: Readonly<Record<string, string>>
  },
): TaskWish {
  return {
    key: what.key,
    title: officeWords(act, what.message, { title, number: numberOf(row), ...what.params }).slice(0, 300),
    sourceId: row.id,
    ifLate: 'breaks-rule',
    ...(what.dueOn ? { dueOn: what.dueOn } : {}),
    ...(row.handler_id ? { ownerId: row.handler_id } : {}),
    ...(row.applicant_id ? { forId: row.applicant_id } : {}),
  }
}

/** How long before its last day a deadline is warned of. */
export const warnedDays = 14

/** Applications that nobody has decided yet and whose time is nearly over, as `a`. */
export const nearDeadline = (at: { office: { id: string }; today: Temporal.PlainDate }) => sql`
  from permits.application a where a.organisation_id = ${at.office.id} and a.warned_at is null
    and a.state in ('registered', 'completion', 'complete') and a.decide_by <= ${at.today.add({ days: warnedDays })}::date`
