/** What the link of an invitation does, as Kontor itself. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { calendarIn, type EventFact, eventOf } from '../facts.ts'
import { guestById, type GuestRow, noteMessage, updateGuest } from '../ledger.ts'
import { guestName } from '../due-messages.ts'
import { answerFor, keepProposal } from '../take/answers.ts'
import { sequenceOf } from '../../../formats/ical/itip/parts.ts'
import { changesOf, seriesOf } from '../../../formats/ical/itip/write.ts'
import { keyOf } from '../instance-key.ts'

async function opened(act: Act, guestId: string): Promise<{ row: GuestRow; event: EventFact; name: string }> {
  const row = await guestById(act, guestId)
  const event = row?.told ? await eventOf(act, row.event_id) : undefined
  if (!row || !event?.organiser_id || event.status === 'cancelled') return act.refuse(c.invitationLinkClosed)
  return { row, event, name: guestName(calendarIn(row.told), row.email) }
}

const stats = { accepted: 'ACCEPTED', tentative: 'TENTATIVE', declined: 'DECLINED' } as const

export const answerByLinkBody = implementCommand(c.answerByLink, {
  async run(act, { guestId, answer, said, recurrence }) {
    const { row, event, name } = await opened(act, guestId)
    const note = said?.trim() || null
    const taken = await answerFor(
      act,
      { event, principals: new Map() },
      { guest: row.email, answer: stats[answer], recurrence: recurrence ?? null, note },
    )
    if (!taken.ok) return act.refuse(c.meetingNotChanged, { because: taken.because })
    const key = recurrence ? keyOf(recurrence, event.zone) : ''
    // Newer than any mail that was written before.
    const stamp = Math.floor(act.at.epochMilliseconds / 1000)
    await updateGuest(act, row.id, { answered: JSON.stringify({ ...row.answered, [key]: [event.sequence, stamp] }) })
    const calendar = calendarIn(row.told)
    const source = calendar && (seriesOf(calendar) ?? changesOf(calendar)[0])
    await noteMessage(act, {
      eventId: event.event_id,
      documentId: null,
      method: 'REPLY',
      uid: event.uid,
      sequence: source ? sequenceOf(source) : 0,
      instance: key,
      email: row.email,
      name,
      state: 'taken',
      because: null,
      answer,
      said: note,
      calendar: null,
    })
    act.emit(c.guestAnswered, { id: event.event_id, title: event.title, name }, [event.event_id])
    return { output: {} }
  },
})

const dayMs = 86_400_000

export const proposeByLinkBody = implementCommand(c.proposeByLink, {
  async run(act, { guestId, start, end, said, recurrence }) {
    const { row, event, name } = await opened(act, guestId)
    const length = end.epochMilliseconds - start.epochMilliseconds
    if (length < 0 || length > 31 * dayMs || Temporal.Instant.compare(start, act.at) < 0)
      return act.refuse(c.invitationLinkClosed)
    await keepProposal(
      act,
      { event },
      {
        start,
        end,
        from: null,
        until: null,
        email: row.email,
        name,
        recurrence: recurrence ?? null,
        said: said?.trim() || null,
      },
    )
    return { output: {} }
  },
})
