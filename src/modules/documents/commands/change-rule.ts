import type { Selectable } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { changeRule, refusals, ruleChanged } from '../contract.ts'
import { classOf } from '../plan-store.ts'
import type { DocumentsTables, IntakeRuleTable } from '../tables.ts'
import { requireOwner } from '../task-owner.ts'

type Row = Selectable<IntakeRuleTable>
type Input = InputOf<typeof changeRule>

async function rowOf(act: Act, id: string): Promise<Row> {
  const row = await act
    .db<DocumentsTables>()
    .selectFrom('documents.intake_rule')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? act.refuse(kernelRefusals.notFound, { kind: 'intake-rule', id })
}

/** The rule as it will stand; naming an owner takes the role's place and the other way round. */
function changed(before: Row, input: Input): Omit<Row, 'organisation_id' | 'id' | 'kind'> {
  const or = <T>(given: T | undefined, had: T): T => (given === undefined ? had : given)
  const proposes_discard = or(input.proposesDiscard, input.makesTask ? false : before.proposes_discard)
  return {
    makes_task: or(input.makesTask, proposes_discard ? false : before.makes_task) && !proposes_discard,
    title: or(input.title, before.title),
    owner_id: or(input.ownerId, input.role ? null : before.owner_id),
    role: input.ownerId ? null : or(input.role, before.role),
    days_before_due: or(input.daysBeforeDue, before.days_before_due),
    days_after_arrival: or(input.daysAfterArrival, before.days_after_arrival),
    urgency: or(input.urgency, before.urgency),
    if_late: or(input.ifLate, before.if_late),
    effort_minutes: or(input.effortMinutes, before.effort_minutes),
    class_code_id: or(input.classCodeId, before.class_code_id),
    class: or(input.confidentiality, before.class),
    proposes_discard,
  }
}

export const changeRuleBody = implementCommand(changeRule, {
  locks: ({ id, expectedVersion }) => [{ kind: 'intake-rule', id, expectedVersion }],
  load: (act, { id }) => rowOf(act, id),
  async run(act, input, before) {
    await requireOwner(act, input.ownerId)
    if (input.classCodeId && !(await classOf(act, input.classCodeId)))
      act.refuse(refusals.classCodeUnknown, { id: input.classCodeId })
    await act
      .db<DocumentsTables>()
      .updateTable('documents.intake_rule')
      .set(changed(before, input))
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', input.id)
      .execute()
    const version = await act.changeRecord(input.id)
    act.emit(ruleChanged, { ruleId: input.id, kind: before.kind }, [input.id])
    return {
      output: { version },
      undo: {
        command: 'documents.change-rule',
        input: {
          id: input.id,
          expectedVersion: version,
          makesTask: before.makes_task,
          title: before.title,
          ownerId: before.owner_id,
          role: before.role,
          daysBeforeDue: before.days_before_due,
          daysAfterArrival: before.days_after_arrival,
          urgency: before.urgency,
          ifLate: before.if_late,
          effortMinutes: before.effort_minutes,
          classCodeId: before.class_code_id,
          confidentiality: before.class,
          proposesDiscard: before.proposes_discard,
        },
      },
    }
  },
})
