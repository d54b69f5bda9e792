/** The scenes of visitors: somebody expected, at the door, inside, gone; a kiosk; what the counter lends and keeps. */
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

const later = () => String(Temporal.Now.instant().add({ hours: 2 }))

export async function newVisitor(office: Office, facts: object = {}): Promise<string> {
  const name = await nameIn(office)
  return (await office.act('visitors.expect-visitor', { name, company: 'Kustfast AB', start: later(), ...facts })).id
}

async function atDoor(office: Office): Promise<string> {
  return (
    await office.act('visitors.sign-in-walk-in', { name: await nameIn(office), hostId: office.owner.id, ticket: true })
  ).id
}

async function gone(office: Office): Promise<string> {
  const id = await atDoor(office)
  await office.act('visitors.sign-out-visitor', { id })
  return id
}

export const newKiosk = async (office: Office): Promise<string> =>
  (await office.act('visitors.create-kiosk', { title: await nameIn(office) })).id

export async function newDoorKey(office: Office, isLent = false): Promise<string> {
  const { id } = await office.act('visitors.create-key', { title: await nameIn(office) })
  if (isLent) await office.act('visitors.lend-key', { id, toName: 'Mona Dahl', due: later() })
  return id
}

export const newHeldParcel = async (office: Office): Promise<string> =>
  (await office.act('visitors.take-parcel', { forName: await nameIn(office) })).id

/** One roll call goes on at a time: it is begun anew, with one person inside. */
async function rolling(office: Office): Promise<string> {
  const id = await atDoor(office)
  const { roll } = await office.see('visitors.building', {})
  if (!roll) await office.act('visitors.begin-roll-call', {})
  return id
}

const on =
  (make: (office: Office) => Promise<string>): Stage =>
  async office => ({ input: { id: await make(office) } })

const atKiosk =
  (facts: object): Stage =>
  async office => ({ input: { kioskId: await newKiosk(office), entryId: newId(), ...facts } })

export const visitorScenes: Readonly<Record<string, Stage>> = {
  'visitors.expect-again': async office => {
    const id = await newVisitor(office)
    await office.act('visitors.cancel-visitor', { id })
    return { input: { id } }
  },
  'visitors.take-back-arrival': on(atDoor),
  'visitors.meet-visitor': on(atDoor),
  'visitors.call-visitor': on(atDoor),
  'visitors.sign-out-visitor': on(atDoor),
  'visitors.tell-host-again': on(atDoor),
  'visitors.bring-back-visitor': on(gone),
  'visitors.sign-in-walk-in': async () => ({ input: { name: `Walk In ${newId()}` } }),
  'visitors.kiosk-sign-in': async office => ({
    input: { kioskId: await newKiosk(office), entryId: newId(), name: `Walk In ${newId()}` },
  }),
  'visitors.kiosk-parcel': atKiosk({}),
  'visitors.kiosk-sign-out': async office => {
    const id = await atDoor(office)
    const { code } = await office.see('visitors.get-visitor', { id })
    return { input: { kioskId: await newKiosk(office), code, name: 'Somebody' } }
  },
  'visitors.keep-photo': async office => ({ input: { kioskId: await newKiosk(office), id: await atDoor(office) } }),
  'visitors.tick-person': async office => ({ input: { personId: await rolling(office) } }),
  'visitors.untick-person': async office => {
    const personId = await rolling(office)
    await office.act('visitors.tick-person', { personId })
    return { input: { personId } }
  },
  'visitors.begin-roll-call': async office => {
    const { roll } = await office.see('visitors.building', {})
    if (roll) await office.act('visitors.end-roll-call', {})
    return {}
  },
  'visitors.end-roll-call': async office => {
    await rolling(office)
    return {}
  },
  'visitors.create-key': async () => ({ input: { number: newId().slice(0, 30) } }),
  'visitors.return-key': on(office => newDoorKey(office, true)),
  'visitors.import-vouchers': async () => ({ input: { codes: [newId()] } }),
}

export const visitorQuestions: Readonly<Record<string, Stage>> = {
  'visitors.list-waiting': async office => {
    await atDoor(office)
    return {}
  },
  'visitors.building': async office => {
    await atDoor(office)
    return {}
  },
}
