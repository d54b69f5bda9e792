/** The scenes of scheduling: times that were held, offered and put to a vote. */
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

let made = 0

/** Proposed times under a name that bears the office's mark; each on days of its own, since a day is held once. */
async function proposed(
  office: Office,
  way: 'hold' | 'offer' | 'poll',
): Promise<{ id: string; timeId: string; inviteeId: string }> {
  const { act, make, see } = office
  const title = (await see('work.get-task', { id: await make.task() })).record.title
  const day = Temporal.PlainDate.from('2126-11-25').add({ days: ++made })
  const { id } = await act('scheduling.propose-times', {
    way,
    title,
    minutes: 60,
    starts: [`${day}T09:00:00Z`, `${day}T13:00:00Z`],
    answerUntil: '2126-11-24T12:00:00Z',
    ...(way === 'hold' ? {} : { outside: [{ name: 'Bengt', email: `bengt${made}@outside.example` }] }),
  })
  const { times, invitees } = await see('scheduling.get-proposal', { id })
  return { id, timeId: times[0].id, inviteeId: invitees[0]?.id }
}

export const newProposal = async (office: Office): Promise<string> => (await proposed(office, 'hold')).id

const asked =
  (way: 'offer' | 'poll', input: (one: { id: string; timeId: string; inviteeId: string }) => object): Stage =>
  async office => ({ input: { ...input(await proposed(office, way)) } })

export const schedulingScenes: Readonly<Record<string, Stage>> = {
  'scheduling.book-slot': async ({ make }) => ({ input: { must: [await make.principal()] } }),
  'scheduling.choose-time': async office => {
    const { id, timeId } = await proposed(office, 'hold')
    return { input: { id, timeId } }
  },
  'scheduling.remind-invitees': asked('offer', ({ id }) => ({ id })),
  'scheduling.take-time': asked('offer', ({ id, timeId, inviteeId }) => ({ id, timeId, inviteeId })),
  'scheduling.cast-vote': asked('poll', ({ id, timeId, inviteeId }) => ({
    id,
    inviteeId,
    votes: [{ timeId, says: 'if-need-be' }],
  })),
  'scheduling.record-times-sent': asked('offer', ({ id, inviteeId }) => ({ id, inviteeId })),
}

export const schedulingQuestions: Readonly<Record<string, Stage>> = {
  'scheduling.about-record': async ({ make }) => ({ input: { id: await make.task() } }),
  'scheduling.day-of': async ({ make }) => ({ input: { must: [await make.principal()] } }),
  'scheduling.get-hours': async ({ make }) => ({ input: { principalId: await make.principal() } }),
  'scheduling.list-proposals': async office => {
    await newProposal(office)
    return {}
  },
  'scheduling.times-letter': asked('offer', ({ id, inviteeId }) => ({ id, inviteeId })),
}
