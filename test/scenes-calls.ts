/** The scenes of calls: a message for the owner, a call noted by hand, one that a telephone system told of. */
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

/** Words that bear the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

export async function newSlip(office: Office, facts: object = {}): Promise<string> {
  const about = await nameIn(office)
  const given = { forId: office.owner.id, callerName: `Caller ${about}`, number: '031-390 06 55', about, body: about }
  return (await office.act('calls.take-slip', { ...given, ...facts })).id
}

export const newCall = async (office: Office): Promise<string> =>
  (await office.act('calls.log-call', { callerName: await nameIn(office), note: await nameIn(office) })).id

let told = 0
export const newLine = async (office: Office): Promise<string> =>
  (
    await office.act('calls.add-line', {
      title: await nameIn(office),
      toldAs: `queue ${++told} of ${await nameIn(office)}`.slice(0, 80),
      memberIds: [office.owner.id],
    })
  ).id

export const newWire = async (office: Office): Promise<string> =>
  (await office.act('calls.add-wire', { title: await nameIn(office), memberIds: [office.owner.id] })).id

/** A call of a wire of its own that rings now. */
async function rung(office: Office): Promise<{ wireId: string; externalId: string; id: string; party: string }> {
  const wireId = await newWire(office)
  const party = await office.make.person()
  const number = `+46313${String(100_000 + ++told).slice(1)}0`
  await office.act('directory.add-number', { id: party, kind: 'person', number: number })
  const call = { wireId, externalId: `call ${++told}`, direction: 'in', from: number }
  const { id } = await office.act('calls.hear-call', { ...call, what: 'rings' }, office.system)
  return { wireId, externalId: call.externalId, id, party }
}

async function missed(office: Office): Promise<string> {
  const { wireId, externalId, id } = await rung(office)
  await office.act('calls.hear-call', { wireId, externalId, what: 'ended' }, office.system)
  return id
}

const urgent = (office: Office) => newSlip(office, { urgent: true, wish: 'call-back' })

export const callsScenes: Readonly<Record<string, Stage>> = {
  'calls.take-slip': async office => ({
    input: {
      forId: await office.make.principal(),
      callerName: 'Gunilla',
      about: 'The drawings',
      wish: 'call-back',
    },
  }),
  'calls.hand-over-slip': async office => ({
    input: { id: await newSlip(office), toId: await office.make.principal() },
  }),
  'calls.reopen-slip': async office => {
    const id = await newSlip(office)
    await office.act('calls.finish-slip', { id })
    return { input: { id } }
  },
  'calls.escalate-slip': async office => ({ input: { id: await urgent(office), step: 1 } }),
  'calls.called-back': async office => ({ input: { keys: [`calls.slip:${await urgent(office)}:0`] } }),
  'calls.hand-over-call': async office => ({
    input: { id: await newCall(office), toId: await office.make.principal() },
  }),
  'calls.settle-call': async office => ({ input: { id: await missed(office) } }),
  'calls.hear-call': async office => {
    const { wireId, externalId } = await rung(office)
    return { input: { wireId, externalId, what: 'ended' } }
  },
  'calls.add-line': async office => ({
    input: { title: 'Reception', toldAs: `reception ${++told}`, memberIds: [await office.make.principal()] },
  }),
  'calls.change-line': async office => ({
    input: { id: await newLine(office), memberIds: [await office.make.principal()] },
  }),
  'calls.change-wire': async office => ({
    input: { id: await newWire(office), memberIds: [await office.make.principal()] },
  }),
}

export const callsQuestions: Readonly<Record<string, Stage>> = {
  'calls.list-slips': async office => {
    await newSlip(office)
    return {}
  },
  'calls.list-calls': async office => {
    await newCall(office)
    return {}
  },
  'calls.who-is': async office => {
    const party = await office.make.person()
    await office.act('directory.add-number', { id: party, kind: 'person', number: `+46 31 77${++told}0 11` })
    return { input: { number: `+46 31 77${told}0 11` } }
  },
  'calls.card': async office => ({ input: { callId: (await rung(office)).id } }),
  'calls.ringing': async office => {
    await rung(office)
    return {}
  },
  'calls.list-waiting': async office => {
    await newSlip(office, { forId: null })
    return {}
  },
  'calls.get-setup': async office => {
    await newLine(office)
    await newWire(office)
    return {}
  },
}
