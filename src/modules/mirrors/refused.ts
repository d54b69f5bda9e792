/** What was refused on either side is one task of its owner's, however much it is. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { changeMirrorRow, type Account, type Mirror } from './rows.ts'
import { officeWords } from './words.ts'

export async function refusedNow(act: Act, calendarId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from mirrors.finding where organisation_id = ${act.office.id}
      and calendar_id = ${calendarId} and kind in ('refused-here', 'refused-there', 'uid-twice')`.execute(act.db())
  return rows[0]!.count
}

/** Raises it when there is something and no task yet, ends it when there is nothing more. */
export async function tellOfRefused(
  act: Act,
  mirror: Mirror,
  account: Account,
  title: string,
): Promise<{ work: TaskWish[] } | { workDone: { key: string }[] } | object> {
  const count = await refusedNow(act, mirror.calendar_id)
  if (count > 0 && mirror.refused_key === null) {
    const key = `mirrors.refused:${mirror.calendar_id}:${act.at.epochMilliseconds}`
    await changeMirrorRow(act, mirror.calendar_id, { refused_key: key })
    const say = officeWords(act)
    return {
      work: [
        {
          key,
          title: say('task.mirror-refused', { title }).slice(0, 300),
          note: say('task.mirror-refused.note'),
          ownerId: account.owner_id,
          sourceId: account.id,
          dueOn: act.today,
        },
      ],
    }
  }
  if (count > 0 || mirror.refused_key === null) return {}
  await changeMirrorRow(act, mirror.calendar_id, { refused_key: null })
  return { workDone: [{ key: mirror.refused_key }] }
}
