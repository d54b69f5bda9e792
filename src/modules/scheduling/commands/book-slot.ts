import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { bookMeeting, requirePapers, requirePeople } from '../meeting.ts'

/** From this class on a meeting about it is confidential too. */
const quietFrom = 2

/** What the meeting is about: seen by whoever books, and as confidential as it. */
async function aboutOf(act: Act, id: string | undefined): Promise<{ readonly isQuiet: boolean }> {
  if (id === undefined) return { isQuiet: false }
  await requireVisible(act, id)
  const { rows } = await sql<{ class: number }>`
    select class from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return { isQuiet: rows[0]!.class >= quietFrom }
}

export const bookSlotBody = implementCommand(c.bookSlot, {
  async run(act, input) {
    const { title, must, may = [], outside = [], start, minutes, placeId, aboutId } = input
    if (Temporal.Instant.compare(start, act.at) <= 0) act.refuse(c.slotOver, { at: String(start) })
    if (must.length + may.length + outside.length === 0 && !placeId) act.refuse(c.nobodyComes)
    await requirePeople(act, [...must, ...may], input.zone)
    const documentIds = await requirePapers(act, input.documentIds)
    const { isQuiet } = await aboutOf(act, aboutId)
    const { id, version } = await bookMeeting(act, {
      title,
      must,
      may,
      outside,
      placeId: placeId ?? null,
      note: input.note ?? '',
      start,
      minutes,
      weeks: input.weeks ?? 1,
      zone: input.zone ?? act.office.zone,
      documentIds,
      category: input.category,
      privacy: input.privacy ?? (isQuiet ? 'confidential' : undefined),
    })
    if (aboutId) await act.link(id, aboutId, 'about')
    act.emit(c.slotBooked, { id, title, at: start }, [id])
    return { output: { id, version }, undo: { command: 'calendar.cancel-event', input: { id } } }
  },
})
