import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { procedureRetired, setStart, startRule, startSet } from '../contract.ts'
import { eventPlace } from '../due/events.ts'
import { procedureOf, type ProcedureRow, ruleColumns, ruleOf, updateProcedure } from '../procedure-row.ts'

export const setStartBody = implementCommand(setStart, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure', id, expectedVersion }],
  load: (act, { id }) => procedureOf(act, id),
  async run(act, { id, rule, event }, before) {
    const { title } = act.locked(id)
    if (before.state === 'retired') act.refuse(procedureRetired, { title })
    if (event) await listenFromNow(act)
    await updateProcedure(act, id, {
      ...(rule === undefined ? {} : ruleColumns(act, rule)),
      ...(event === undefined
        ? {}
        : { event_name: event?.event ?? null, event_field: event?.field ?? null, event_is: event?.is ?? null }),
      // something must be set
      state: before.state,
    })
    const version = await act.changeRecord(id)
    act.emit(startSet, { id, title }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'procedures.set-start',
        input: { id, expectedVersion: version, ...priorRule(rule, before), ...priorEvent(event, before) },
      },
    }
  },
})

const priorRule = (rule: unknown, before: ProcedureRow) => {
  if (rule === undefined) return {}
  const was = ruleOf(before)
  return { rule: was && startRule.encode(was) }
}

const priorEvent = (event: unknown, { event_name: name, event_field: field, event_is: is }: ProcedureRow) =>
  event === undefined ? {} : { event: name && { event: name, ...(field ? { field } : {}), ...(is ? { is } : {}) } }

/** Where nobody has listened yet, listening begins at this moment: what happened before starts nothing. */
async function listenFromNow(act: Act): Promise<void> {
  await sql`
    insert into kernel.journal_place (organisation_id, consumer, seq)
    select organisation_id, ${eventPlace}, seq from kernel.journal_head where organisation_id = ${act.office.id}
    on conflict (organisation_id, consumer) do update set seq = case when exists (
      select from procedures.procedure p where p.organisation_id = excluded.organisation_id and p.event_name is not null)
      then journal_place.seq else excluded.seq end`.execute(act.db())
}
