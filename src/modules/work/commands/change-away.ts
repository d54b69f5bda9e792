import { implementCommand } from '../../../kernel/implement.ts'
import { awayChanged, awayTwice, changeAway } from '../contract.ts'
import { absenceOf, absenceTitle, requireSound } from '../absence.ts'
import { moveTasks } from '../cover.ts'
import type { WorkTables } from '../tables.ts'

export const changeAwayBody = implementCommand(changeAway, {
  constraints: { absence_once: awayTwice },
  locks: ({ id, expectedVersion }) => [{ kind: 'absence', id, expectedVersion }],
  load: (act, { id }) => absenceOf(act, id),
  async run(act, { id, fromOn, untilOn, deputyId, note }, before) {
    const period = {
      personId: before.person_id,
      deputyId: deputyId === undefined ? before.deputy_id : deputyId,
      fromOn: fromOn ?? before.from_on,
      untilOn: untilOn ?? before.until_on,
    }
    const person = await requireSound(act, period, id)
    const title = absenceTitle(person, period)
    await act
      .db<WorkTables>()
      .updateTable('work.absence')
      .set({
        deputy_id: period.deputyId,
        from_on: period.fromOn,
        until_on: period.untilOn,
        note: note ?? before.note,
        cancelled_at: null,
      })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id, { title })
    const { personId } = period
    act.emit(awayChanged, { id, personId, title, fromOn: period.fromOn, untilOn: period.untilOn }, [id, personId])
    await moveTasks(act)
    const prior = {
      id,
      expectedVersion: version,
      fromOn: String(before.from_on),
      untilOn: String(before.until_on),
      deputyId: before.deputy_id,
      ...(before.note ? { note: before.note } : {}),
    }
    return {
      output: { id, version },
      undo: before.cancelled_at
        ? { command: 'work.end-away', input: { id, expectedVersion: version } }
        : { command: 'work.change-away', input: prior },
    }
  },
})
