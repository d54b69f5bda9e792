import { sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment, workingCalendar } from '../../work/contract.ts'
import {
  changeProcedure,
  getProcedure,
  procedureNotInForce,
  putInForce,
  restoreProcedure,
  retireProcedure,
  setStart,
  startRun,
} from '../contract.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { type EditionRow, editionsOf, type ProcedureRow, readContent, ruleOf, todayIn } from '../procedure-row.ts'
import { nextDays } from '../rule-dates.ts'
import { readRuns, toRunLines } from './run-lines.ts'

type Seen = ProcedureRow & { readonly title: string; readonly class: number; readonly version: number }

export async function seenProcedure(view: View, id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select p.*, r.title, r.class, r.version from ${visibleRecords(view, 'procedure').selectAll()} r
    join procedures.procedure p on p.organisation_id = ${view.office.id} and p.id = r.id where r.id = ${id}`.execute(
    view.db(),
  )
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'procedure', id })
}

export const getProcedureBody = implementQuery(getProcedure, async (view, { id }) => {
  const procedure = await seenProcedure(view, id)
  const editions = await editionsOf(view as never, id)
  const inForce = editions.find(({ number }) => number === procedure.number)
  const draft = editions.find(edition => edition.in_force_at === null)
  const [content, draftContent] = [inForce, draft].map(edition => (edition ? readContent(edition) : null))
  const runs = await readRuns(view, sql`u.procedure_id = ${id}`, sql`order by u.started_at desc, u.id desc limit 20`)
  const people = [...(content?.steps ?? []), ...(draftContent?.steps ?? [])].flatMap(step => step.personId ?? [])
  const names = await namesOf(view, [procedure.owner_id, ...people, ...editions.map(edition => edition.made_by_id)])
  const name = naming(names)
  const rule = ruleOf(procedure)
  return {
    record: {
      id,
      kind: 'procedure',
      title: procedure.title,
      class: procedure.class,
      version: procedure.version,
      state: procedure.state,
    },
    purpose: procedure.purpose,
    owner: name(procedure.owner_id),
    ownerRole: procedure.owner_role,
    number: procedure.number,
    content: content ?? draftContent ?? { questions: [], steps: [] },
    draft: inForce ? (draftContent ?? null) : null,
    rule,
    event: procedure.event_name
      ? {
          event: procedure.event_name,
          ...(procedure.event_field ? { field: procedure.event_field } : {}),
          ...(procedure.event_is ? { is: procedure.event_is } : {}),
        }
      : null,
    nextOn: rule
      ? nextDays(rule, procedure.next_on ?? todayIn(view, rule.zone), 5, workingCalendar(view.office.country))
      : [],
    versions: editions.map(edition => ({
      number: edition.number,
      madeAt: edition.made_at,
      by: name(edition.made_by_id),
      inForceAt: edition.in_force_at,
      steps: readContent(edition).steps.length,
    })),
    runs: await toRunLines(view, runs),
    people: people.flatMap(person => names.get(person) ?? []),
    can: offers(view, procedure, draft),
  }
})

function offers(view: View, procedure: Seen, draft: EditionRow | undefined): Can[] {
  const input = { id: procedure.id, expectedVersion: procedure.version }
  if (procedure.state === 'retired') return can(view, restoreProcedure, input, { primary: true })
  const inForce = procedure.state === 'in-force'
  const ready = draft && readContent(draft).steps.length > 0
  return [
    ...(ready ? can(view, putInForce, input, { primary: !inForce }) : []),
    ...can(
      view,
      startRun,
      { id: procedure.id },
      {
        primary: inForce,
        refusedBecause: inForce ? null : { name: procedureNotInForce.name, data: { title: procedure.title } },
      },
    ),
    ...can(view, changeProcedure, input),
    ...can(view, setStart, input),
    ...can(view, addComment, { recordId: procedure.id }),
    ...can(view, retireProcedure, input),
  ]
}
