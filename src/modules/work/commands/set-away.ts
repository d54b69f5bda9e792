import { implementCommand } from '../../../kernel/implement.ts'
import { awayPast, awaySet, awayTwice, setAway } from '../contract.ts'
import { absenceTitle, requireSound, standingDeputy } from '../absence.ts'
import { moveTasks } from '../cover.ts'
import type { WorkTables } from '../tables.ts'

export const setAwayBody = implementCommand(setAway, {
  constraints: { absence_once: awayTwice },
  async run(act, { personId: given, fromOn, untilOn, deputyId: named, note }) {
    const personId = given ?? act.principal.id
    const deputyId = named === undefined ? await standingDeputy(act, personId) : named
    const period = { personId, deputyId, fromOn, untilOn }
    const person = await requireSound(act, period, null)
    if (Temporal.PlainDate.compare(untilOn, act.today) < 0) act.refuse(awayPast, { untilOn: String(untilOn) })
    const title = absenceTitle(person, period)
    const id = await act.createRecord({ kind: 'absence', title, class: 1 })
    await act
      .db<WorkTables>()
      .insertInto('work.absence')
      .values({
        organisation_id: act.office.id,
        id,
        person_id: personId,
        deputy_id: deputyId,
        from_on: fromOn,
        until_on: untilOn,
        note: note ?? '',
        cancelled_at: null,
      })
      .execute()
    act.emit(awaySet, { id, personId, title, fromOn, untilOn }, [id, personId])
    const { covered } = await moveTasks(act)
    return {
      output: { id, version: 1, deputyId, covered },
      undo: { command: 'work.end-away', input: { id, expectedVersion: 1 } },
    }
  },
})
