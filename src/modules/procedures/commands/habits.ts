import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { createTask, repeatRule } from '../../work/contract.ts'
import {
  adoptHabit,
  createObligation,
  createProcedure,
  habitAdopted,
  habitGone,
  habitNotAdopted,
  habitNotRefused,
  habitRefused,
  habitTakenUp,
  recurrence,
  refuseHabit,
  takeUpHabit,
} from '../contract.ts'
import { requirePerson } from '../people.ts'
import { doneBy, habitDays, likeKey, proposedHabits } from '../proposed-habits.ts'
import type { HabitAnswerTable, ProceduresTables } from '../tables.ts'

type Told = z.output<typeof refuseHabit.input>

/** The habit as it is proposed at this moment. */
async function requireHabit(act: Act, { personId, title, rhythm }: Told) {
  await requirePerson(act, personId)
  const done = await doneBy(act, personId, act.today.subtract({ days: habitDays }))
  const like = likeKey(title)
  const found = (await proposedHabits(act, personId, done)).find(
    habit => habit.rhythm === rhythm && likeKey(habit.title) === like,
  )
  return found ?? act.refuse(habitGone, { title })
}

async function answer(
  act: Act,
  { personId, title, rhythm }: Told,
  given: Pick<HabitAnswerTable, 'answer' | 'record_id'>,
): Promise<void> {
  await act
    .db<ProceduresTables>()
    .insertInto('procedures.habit_answer')
    .values({
      organisation_id: act.office.id,
      person_id: personId,
      like_title: likeKey(title),
      rhythm,
      title,
      ...given,
      answered_at: act.at,
      answered_by_id: act.principal.id,
    })
    .execute()
}

const constraints = { habit_answer_pkey: habitGone }

export const adoptHabitBody = implementCommand(adoptHabit, {
  constraints,
  async run(act, { as, ...told }) {
    const { personId: ownerId } = told
    const { title, rule, repeat, nextOn } = await requireHabit(act, told)
    const wire = recurrence.encode(rule)
    const mine = act.principal.id
    const outcome =
      as === 'procedure'
        ? await act.actAs(mine, createProcedure, {
            title: title.slice(0, 200),
            ownerId,
            rule: wire,
            inForce: true,
            content: { steps: [{ title: title.slice(0, 200), due: { from: 'anchor', days: 0 } }] },
          })
        : as === 'obligation'
          ? await act.actAs(mine, createObligation, { title: title.slice(0, 200), ownerId, rule: wire })
          : await act.actAs(mine, createTask, {
              title,
              ownerId,
              repeat: repeatRule.encode(repeat),
              ...(nextOn ? { dueOn: nextOn.toString() } : {}),
            })
    if (outcome.status !== 'done')
      return act.refuse(habitNotAdopted, {
        because: outcome.status === 'refused' ? outcome.refusal.name : outcome.status,
      })
    const { id } = outcome.output
    await answer(act, told, { answer: 'adopted', record_id: id })
    act.emit(habitAdopted, { id, personId: ownerId, title }, [id])
    return { output: { id } }
  },
})

export const refuseHabitBody = implementCommand(refuseHabit, {
  constraints,
  async run(act, told) {
    const { title } = await requireHabit(act, told)
    await answer(act, told, { answer: 'refused', record_id: null })
    act.emit(habitRefused, { personId: told.personId, title }, [told.personId])
    return { output: { title }, undo: { command: takeUpHabit.name, input: told } }
  },
})

export const takeUpHabitBody = implementCommand(takeUpHabit, {
  async run(act, told) {
    const { personId, title, rhythm } = told
    await requirePerson(act, personId)
    const gone = await act
      .db<ProceduresTables>()
      .deleteFrom('procedures.habit_answer')
      .where('organisation_id', '=', act.office.id)
      .where('person_id', '=', personId)
      .where('like_title', '=', likeKey(title))
      .where('rhythm', '=', rhythm)
      .where('answer', '=', 'refused')
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) act.refuse(habitNotRefused, { title })
    act.emit(habitTakenUp, { personId, title }, [personId])
    return { output: { title }, undo: { command: refuseHabit.name, input: told } }
  },
})
