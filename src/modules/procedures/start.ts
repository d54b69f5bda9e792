/** Starting a run: by hand, on a day of the rule, or because something happened. */
import type { Act } from '../../kernel/implement.ts'
import { wordLocale } from '../../kernel/language/catalogue.ts'
import { workingCalendar } from '../work/contract.ts'
import { type Answers, type Content, type ProcedureStep, runStarted } from './contract.ts'
import { type EditionRow, type ProcedureRow, readContent } from './procedure-row.ts'
import { dueDay } from './rule-dates.ts'
import { advance, type NewStep, runOf, stepsOf } from './steps.ts'
import type { ProceduresTables } from './tables.ts'

export interface Start {
  readonly procedure: ProcedureRow
  readonly edition: Pick<EditionRow, 'number' | 'content'>
  readonly title: string
  readonly how: 'hand' | 'rule' | 'event'
  readonly anchorOn: Temporal.PlainDate
  readonly answers?: Answers | undefined
  readonly about?: { readonly id: string; readonly title: string } | undefined
  /** Who is meant by "whoever starts it". */
  readonly starterId: string | null
  readonly ruleOn?: Temporal.PlainDate
  readonly eventKey?: string
}

/** A day in a title: as people of the office write it. */
const inWords = (day: Temporal.PlainDate, language: string): string =>
  day.toLocaleString(wordLocale(language), { day: 'numeric', month: 'long', year: 'numeric' })

/** Makes the run and its steps, and begins those whose turn it is. */
export async function start(act: Act, given: Start): Promise<string> {
  const { procedure, edition, about, anchorOn } = given
  const title = `${given.title} · ${about?.title ?? inWords(anchorOn, act.office.language)}`
  const id = await act.createRecord({
    kind: 'procedure-run',
    title,
    source: about ? [procedure.id, about.id] : procedure.id,
    search: { body: '' },
  })
  await act
    .db<ProceduresTables>()
    .insertInto('procedures.run')
    .values({
      organisation_id: act.office.id,
      id,
      procedure_id: procedure.id,
      number: edition.number,
      state: 'running',
      how: given.how,
      anchor_on: anchorOn,
      about_id: about?.id ?? null,
      answers: JSON.stringify(given.answers ?? {}),
      started_at: act.at,
      started_by_id: given.starterId ?? act.principal.id,
      rule_on: given.ruleOn ?? null,
      event_key: given.eventKey ?? null,
      ended_at: null,
      because: null,
    })
    .execute()
  await act.link(id, procedure.id, 'procedure')
  if (about) await act.link(id, about.id, 'about')
  await insertSteps(act, stepsFor(act, { ...given, runId: id, content: readContent(edition), startOn: act.today }))
  const work = await advance(act, await runOf(act, id), await stepsOf(act, id), title)
  act.emit(runStarted, { id, title, ...(work.length > 0 ? { work } : {}) }, [
    id,
    procedure.id,
    ...(about ? [about.id] : []),
  ])
  return id
}

export async function insertSteps(act: Act, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return
  await act
    .db<ProceduresTables>()
    .insertInto('procedures.run_step')
    .values([...steps])
    .execute()
}

export interface StepsOf extends Pick<Start, 'procedure' | 'anchorOn' | 'answers' | 'starterId'> {
  readonly runId: string
  readonly content: Content
  readonly startOn: Temporal.PlainDate
}

/** The steps of a version as they are for one run: whose, when due, and whether at all. */
export function stepsFor(act: Act, given: StepsOf): NewStep[] {
  const calendar = workingCalendar(act.office.country)
  return given.content.steps.map((step, index): NewStep => {
    const position = index + 1
    const { due } = step
    const dueOn = due ? dueDay(due.from === 'start' ? given.startOn : given.anchorOn, due, calendar) : null
    return {
      organisation_id: act.office.id,
      run_id: given.runId,
      id: act.newId(),
      key: step.key ?? null,
      position,
      title: step.title,
      how_to: step.howTo ?? '',
      ...whoOf(step, given),
      due_on: dueOn,
      begin_on: dueOn && step.beginDays !== undefined ? dueOn.subtract({ days: step.beginDays }) : null,
      effort_minutes: step.effortMinutes ?? null,
      checklist: [...(step.checklist ?? [])],
      evidence: step.evidence ?? false,
      waits_for: waitsFor(step, position),
      state: isWanted(step, given.answers ?? {}) ? 'waiting' : 'left-out',
      begun_at: null,
      ended_at: null,
      ended_by_id: null,
      evidence_id: null,
      because: null,
    }
  })
}

function whoOf(step: ProcedureStep, { procedure, starterId }: Pick<StepsOf, 'procedure' | 'starterId'>) {
  const owner = { owner_id: procedure.owner_id, owner_role: procedure.owner_id ? null : procedure.owner_role }
  if (step.who === 'person') return { owner_id: step.personId ?? null, owner_role: null }
  if (step.who === 'role') return { owner_id: null, owner_role: step.role ?? null }
  if (step.who === 'starter' && starterId) return { owner_id: starterId, owner_role: null }
  return owner
}

function waitsFor(step: ProcedureStep, position: number): number[] {
  if (step.waits === 'step') return [step.afterStep!]
  if (step.waits === 'all-before') return Array.from({ length: position - 1 }, (_, index) => index + 1)
  return []
}

/** A condition whose question nobody answered (a run that began by itself) leaves the step in: it can be skipped, not missed. */
function isWanted(step: ProcedureStep, given: Answers): boolean {
  if (!step.when) return true
  const answer = given[step.when.question]
  return answer === undefined || answer.toLowerCase() === step.when.is.toLowerCase()
}
