/** The scenes of meetings, and of events and outings. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

const at = (hours: number) => Temporal.Now.instant().add({ hours }).round({ smallestUnit: 'minute' }).toString()

/** One that is prepared, with an item that bears its name. */
export async function newMeeting({ act }: Office, title: string, facts: object = {}): Promise<string> {
  const { id } = await act('meetings.create-meeting', { title, startsAt: at(24), endsAt: at(25), ...facts })
  await act('meetings.add-item', { id, title: `Item of ${title}` })
  return id
}

let lines = 0
const line = (typed: string) => ({
  lineId: `019aa000-0000-7000-8000-${String(++lines).padStart(12, '0')}`,
  position: lines,
  typed,
})

/** With a decision and an action written. */
async function written(office: Office, facts: object = {}): Promise<string> {
  const id = await office.make.meeting(facts)
  const { record } = await office.see('meetings.get-meeting', { id })
  const typed = [`d Decided at ${record.title}`, `a x: Done after ${record.title}`]
  await office.act('meetings.write-lines', { id, lines: [line(typed[0]!), line(typed[1]!)] })
  return id
}

async function finished(office: Office, facts: object = {}): Promise<string> {
  const id = await written(office, facts)
  await office.act('meetings.finish-minutes', { id })
  return id
}

/** Approved, with its paper kept. */
async function kept(office: Office): Promise<string> {
  const id = await finished(office)
  await office.act('meetings.keep-minutes', { id, fileId: await office.make.file() }, office.system)
  return id
}

/** The decision of a meeting that was approved. */
export async function newDecision(office: Office): Promise<string> {
  const meetingId = await finished(office)
  return (await office.see('meetings.list-decisions', { meetingId })).rows[0].id
}

const onMeeting =
  (make: (office: Office) => Promise<string>): Stage =>
  async office => ({ input: { id: await make(office) } })

const withAttendee: Stage = async ({ make, see }) => {
  const id = await make.meeting()
  return { input: { id, attendeeId: (await see('meetings.get-meeting', { id })).people[0].id } }
}
const withItem: Stage = async ({ make, see }) => {
  const id = await make.meeting()
  return { input: { id, itemId: (await see('meetings.get-meeting', { id })).agenda[0].id } }
}
const toApprove = (office: Office) => finished(office, { approverIds: [office.owner.id] })

export async function newOuting({ act }: Office, title: string, facts: object = {}): Promise<string> {
  const times = { startsAt: at(48), endsAt: at(56) }
  const { id } = await act('outings.create-outing', { title, ...times, plusOnes: 2, ...facts })
  await act('outings.set-registration', { id, open: true })
  return id
}

const guest = { name: 'Eva Lindholm', email: 'eva@lindholms.example' }
async function invited(office: Office): Promise<{ id: string; registrationId: string }> {
  const id = await office.make.outing()
  await office.act('outings.invite-guests', { id, guests: [guest] })
  const { registrations } = await office.see('outings.get-outing', { id })
  return { id, registrationId: registrations[0].id }
}
async function guestComing(office: Office): Promise<{ id: string; registrationId: string }> {
  const input = await invited(office)
  await office.act('outings.note-answer', { ...input, answer: 'coming', guests: 0 })
  return input
}
async function coming(office: Office): Promise<string> {
  const id = await office.make.outing()
  await office.act('outings.register', { id })
  return id
}
const over = async <T extends { id: string }>(office: Office, input: T): Promise<T> => {
  await office.act('outings.change-outing', { id: input.id, startsAt: at(-9), endsAt: at(-1) })
  return input
}
async function ordered(office: Office): Promise<{ id: string; orderId: string }> {
  const id = await office.make.outing()
  const { record } = await office.see('outings.get-outing', { id })
  const food = { forId: id, what: `Food for ${record.title}`, heads: 4, deliverAt: at(48) }
  return { id, orderId: (await office.act('outings.order-food', food)).orderId }
}

export const meetingScenes: Readonly<Record<string, Stage>> = {
  'meetings.create-next': onMeeting(office => office.make.meeting()),
  'meetings.restore-meeting': onMeeting(async ({ make, act }) => {
    const id = await make.meeting()
    await act('meetings.cancel-meeting', { id })
    return id
  }),
  'meetings.remove-attendee': withAttendee,
  'meetings.set-presence': withAttendee,
  'meetings.change-item': withItem,
  'meetings.remove-item': withItem,
  'meetings.finish-minutes': onMeeting(written),
  'meetings.approve-minutes': onMeeting(toApprove),
  'meetings.send-back-minutes': onMeeting(toApprove),
  'meetings.add-correction': onMeeting(finished),
  'meetings.keep-minutes': onMeeting(finished),
  'meetings.send-minutes': onMeeting(kept),
  'meetings.file-minutes': onMeeting(kept),
  'meetings.note-filed': onMeeting(kept),
  'outings.restore-outing': onMeeting(async ({ make, act }) => {
    const id = await make.outing()
    await act('outings.cancel-outing', { id })
    return id
  }),
  'outings.note-answer': async office => ({ input: await invited(office) }),
  'outings.answer-by-link': async office => ({ input: await invited(office) }),
  'outings.diets-by-link': async office => ({ input: await guestComing(office) }),
  'outings.check-in': async office => ({ input: await guestComing(office) }),
  'outings.feedback-by-link': async office => ({ input: await over(office, await guestComing(office)) }),
  'outings.state-diets': onMeeting(coming),
  'outings.give-feedback': async office => ({ input: await over(office, { id: await coming(office) }) }),
  'outings.ask-feedback': async office => ({ input: await over(office, { id: await coming(office) }) }),
  'outings.order-food': async office => ({ input: { forId: await office.make.outing() } }),
  'outings.cancel-food': async office => {
    const { id, orderId } = await ordered(office)
    return { input: { forId: id, orderId } }
  },
  'outings.note-order': async office => ({ input: await ordered(office) }),
}

export const meetingQuestions: Readonly<Record<string, Stage>> = {
  'meetings.list-actions': async office => {
    await finished(office)
    return {}
  },
  'meetings.list-decisions': async office => {
    await newDecision(office)
    return {}
  },
  'outings.list-food': async office => ({ input: { forId: (await ordered(office)).id } }),
  'outings.get-order': async office => ({ input: await ordered(office) }),
  'outings.get-letters': async office => ({ input: { id: (await invited(office)).id } }),
}
