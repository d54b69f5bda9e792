/** The scenes of oncall: a rota of the owner's that is live, with what was given, asked and raised on it. */
import { standardRoles } from '../src/modules/authority/contract.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

const layer = (people: readonly string[]) => ({
  name: 'First',
  people,
  unit: 'week',
  every: 1,
  startsOn: '2026-11-16',
  handOver: '09:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  from: '00:00',
  until: '00:00',
})

/** A rota on which the owner is on call, as a draft or live. */
async function newRotaOf(office: Office, isLive: boolean): Promise<string> {
  const { id } = await office.act('oncall.create-rota', { title: await nameIn(office) })
  await office.act('oncall.set-layers', { id, layers: [layer([office.owner.id])] })
  if (isLive) await office.act('oncall.publish-rota', { id })
  return id
}

export const newRota = (office: Office): Promise<string> => newRotaOf(office, true)

/** An alarm that nobody has taken, with the attempt to tell the owner. */
async function alarmed(office: Office): Promise<{ id: string; attemptId: string }> {
  const { id } = await office.act('oncall.raise-alarm', { rotaId: await newRota(office), title: await nameIn(office) })
  const { attempts } = await office.see('oncall.get-alarm', { id })
  return { id, attemptId: attempts[0].id }
}

export const newAlarm = async (office: Office): Promise<string> => (await alarmed(office)).id

const soon = { start: '2126-11-25T17:00:00Z', end: '2126-11-26T07:00:00Z' }

/** Two steps, so that one is left when the first has been taken. */
async function stepping(office: Office): Promise<string> {
  const rotaId = await newRota(office)
  const step = { minutes: 5, whom: 'on-call', ways: ['mail'] }
  await office.act('oncall.set-steps', { id: rotaId, rounds: 2, steps: [step, step] })
  return (await office.act('oncall.raise-alarm', { rotaId, title: await nameIn(office) })).id
}

/** A swap that the owner has asked a colleague for, or a colleague the owner. */
async function swapped(office: Office, isMine: boolean): Promise<{ id: string; swapId: string }> {
  const { act, owner } = office
  const other = await office.colleague('Sven Swap', [standardRoles.colleague.id])
  const [asker, asked] = isMine ? [owner, other] : [other, owner]
  const { id } = await act('oncall.create-rota', { title: await nameIn(office) })
  await act('oncall.set-layers', { id, layers: [layer([asker.id])] })
  await act('oncall.publish-rota', { id })
  // Beyond what is laid out: the owner is on call on other rotas until then.
  const from = Temporal.Now.instant().add({ hours: 24 * 100 })
  const span = { start: String(from), end: String(from.add({ hours: 2 })) }
  const { swapId } = await act('oncall.ask-swap', { id, withId: asked.id, ...span }, asker)
  return { id, swapId }
}

export const oncallScenes: Readonly<Record<string, Stage>> = {
  'oncall.publish-rota': async office => ({ input: { id: await newRotaOf(office, false) } }),
  'oncall.give-turn': async office => ({
    input: { id: await newRota(office), personId: await office.make.principal(), ...soon },
  }),
  'oncall.take-back-turn': async office => {
    const id = await newRota(office)
    const given = { id, personId: office.owner.id, ...soon }
    return { input: { id, overrideId: (await office.act('oncall.give-turn', given)).overrideId } }
  },
  'oncall.ask-swap': async office => ({
    input: { id: await newRota(office), withId: await office.make.principal(), ...soon },
  }),
  'oncall.answer-swap': async office => ({ input: await swapped(office, false) }),
  'oncall.withdraw-swap': async office => ({ input: await swapped(office, true) }),
  'oncall.escalate-alarm': async office => ({ input: { id: await stepping(office) } }),
  'oncall.step-alarm': async office => ({ input: { id: await stepping(office), taken: 2 } }),
  'oncall.record-attempt': async office => ({ input: await alarmed(office) }),
  'oncall.take-alarm': async office => ({ input: await alarmed(office) }),
}

export const oncallQuestions: Readonly<Record<string, Stage>> = {
  'oncall.get-schedule': async office => ({
    input: { id: await newRota(office), from: '2026-12-01', until: '2027-01-01' },
  }),
  'oncall.who': async office => ({ input: { rotaId: await newRota(office) } }),
  'oncall.my-turns': async office => {
    await alarmed(office)
    return {}
  },
  'oncall.list-alarms': async office => {
    await alarmed(office)
    return {}
  },
  'oncall.attempt-to-send': async office => ({ input: await alarmed(office) }),
}
