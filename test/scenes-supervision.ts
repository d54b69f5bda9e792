/** The scenes of habits and of supervision. */
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

/** A rhythm in what the owner does: the same on six Wednesdays, lately. */
const aHabit = async ({ act, owner, superuser }: Office) => {
  const title = `Water ${newId().replaceAll(/[\d-]/g, '')}`
  const today = Temporal.Now.plainDateISO('Europe/Stockholm')
  const wednesday = today.subtract({ days: (today.dayOfWeek + 4) % 7 })
  for (let week = 0; week < 6; week++) {
    const { id } = await act('work.create-task', { title })
    await act('work.complete-task', { id })
    const at = wednesday.subtract({ weeks: week }).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' })
    await superuser.query('update work.task set ended_at = $2 where id = $1', [id, at.toInstant().toString()])
  }
  return { personId: owner.id, title, rhythm: 'week' }
}
const habit: Stage = async office => ({ input: await aHabit(office) })

export const supervisionScenes: Readonly<Record<string, Stage>> = {
  'procedures.adopt-habit': habit,
  'procedures.refuse-habit': habit,
  'procedures.take-up-habit': async office => {
    const input = await aHabit(office)
    await office.act('procedures.refuse-habit', input)
    return { input }
  },
}
