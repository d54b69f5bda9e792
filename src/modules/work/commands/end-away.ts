import { implementCommand } from '../../../kernel/implement.ts'
import { awayEnded, awayEndedEvent, endAway } from '../contract.ts'
import { absenceOf } from '../absence.ts'
import { moveTasks } from '../cover.ts'
import type { WorkTables } from '../tables.ts'

export const endAwayBody = implementCommand(endAway, {
  locks: ({ id, expectedVersion }) => [{ kind: 'absence', id, expectedVersion }],
  load: (act, { id }) => absenceOf(act, id),
  async run(act, { id }, absence) {
    const yesterday = act.today.subtract({ days: 1 })
    const { title } = act.locked(id)
    if (absence.cancelled_at || Temporal.PlainDate.compare(absence.until_on, act.today) < 0)
      act.refuse(awayEnded, { title })
    // the days that were are kept; an absence without any never was
    const begun = Temporal.PlainDate.compare(absence.from_on, yesterday) <= 0
    await act
      .db<WorkTables>()
      .updateTable('work.absence')
      .set(begun ? { until_on: yesterday } : { cancelled_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    const { person_id: personId, from_on: fromOn, until_on: untilOn } = absence
    act.emit(awayEndedEvent, { id, personId, title, fromOn, untilOn }, [id, personId])
    await moveTasks(act)
    return {
      output: { id, version },
      undo: {
        command: 'work.change-away',
        input: { id, expectedVersion: version, fromOn: String(fromOn), untilOn: String(untilOn) },
      },
    }
  },
})
