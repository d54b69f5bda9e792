/** The end of a mirror: what came from there stays here, or goes. */
import type { Act } from '../../kernel/implement.ts'
import { removeObject, retireCalendar } from '../calendar/contract.ts'
import { db, type Mirror, mirrorKey } from './rows.ts'

/** Gives the tasks that are over with it. A calendar that was made for it goes out of use, with all that lies in it. */
export async function endMirrorRow(
  act: Act,
  mirror: Mirror,
  ownerId: string,
  remove: boolean,
): Promise<{ key: string }[]> {
  const { calendar_id: calendarId } = mirror
  if (remove && mirror.made) await act.actAs(ownerId, retireCalendar, { id: calendarId })
  else if (remove) {
    const pairs = await db(act)
      .selectFrom('mirrors.pair')
      .select(['href'])
      .where('organisation_id', '=', act.office.id)
      .where('calendar_id', '=', calendarId)
      .where('came', '=', true)
      .execute()
    for (const { href } of pairs) await act.actAs(ownerId, removeObject, { calendarId, href, by: 'feed' })
  }
  await db(act)
    .deleteFrom('mirrors.mirror')
    .where('organisation_id', '=', act.office.id)
    .where('calendar_id', '=', calendarId)
    .execute()
  return [
    ...(mirror.told ? [{ key: mirrorKey(mirror) }] : []),
    ...(mirror.refused_key ? [{ key: mirror.refused_key }] : []),
  ]
}
