/** The scenes of calls: a message for the owner, a call noted by hand, one that a telephone system told of. */
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import { relayPurpose, telephonePurpose } from '../src/modules/calls/secret-purpose.ts'
import { purposeOf } from '../src/modules/calls/wires/accounts.ts'
import { takeVoicemail } from '../src/modules/calls/contract.ts'
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

const fritzbox = async (office: Office): Promise<string> =>
  (await office.act('calls.connect-wire', { title: await nameIn(office), kind: 'fritzbox', host: 'box', port: 1012 }))
    .id

async function voicemail(office: Office): Promise<Record<string, unknown>> {
  const [sourceId, fileId] = [await office.make.document(), await office.make.file()]
  const sound = { name: `${await nameIn(office)}.wav`, key: (++told).toString(16).padStart(64, '0') }
  return { ...takeVoicemail.example, sourceId, fileId, ...sound }
}

/** A telephone system that places calls, and the owner's telephone at it. */
async function asterisk(office: Office): Promise<string> {
  const reach = { host: 'pbx.example', port: 5038, username: 'kontor', context: 'from-internal' }
  const given = {
    kind: 'asterisk',
    ...reach,
    secretId: await sealed(office, purposeOf({ kind: 'asterisk', ...reach })),
  }
  const { id } = await office.act('calls.connect-wire', { title: await nameIn(office), ...given })
  await office.act('calls.set-extension', { wireId: id, personId: office.owner.id, extension: `${++told}` })
  return id
}

/** A call that Kontor has been asked to place. */
async function placed(office: Office): Promise<{ id: string; wireId: string }> {
  const wireId = await asterisk(office)
  return { wireId, id: (await office.act('calls.dial', { number: '031-711 20 48', wireId })).id }
}

async function missed(office: Office): Promise<string> {
  const { wireId, externalId, id } = await rung(office)
  await office.act('calls.hear-call', { wireId, externalId, what: 'ended' }, office.system)
  return id
}

const urgent = (office: Office) => newSlip(office, { urgent: true, wish: 'call-back' })

const relay = 'turn:relay.example.com'
const phoneServer = { address: 'wss://pbx.example.com/ws', domain: 'pbx.example.com' }
const sealed = ({ pool, owner }: Office, purpose: string): Promise<string> =>
  sealSecret({ pool }, owner.organisationId, { secret: 'canary', purpose })

/** An account at the SIP server that is set up; its password is sealed. */
async function phoneAccount(
  office: Office,
  personId = office.owner.id,
): Promise<{ username: string; secretId: string }> {
  await office.act('calls.set-phone-server', phoneServer)
  return { username: `1${++told}`, secretId: await sealed(office, telephonePurpose(personId)) }
}

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
  'calls.reconnect-wire': async office => ({
    input: { id: await fritzbox(office), host: 'fritz.box', port: 1012 },
  }),
  'calls.note-wire': async office => ({ input: { id: await newWire(office), problem: 'broken' } }),
  'calls.set-extension': async office => ({
    input: { wireId: await newWire(office), personId: await office.make.principal(), extension: `${++told}` },
  }),
  'calls.dial': async office => ({ input: { number: '031-711 20 48', wireId: await asterisk(office) } }),
  'calls.transfer-call': async office => {
    const { id, wireId } = await placed(office)
    const call = { wireId, externalId: `kontor-${id}` }
    await office.act('calls.hear-call', { ...call, what: 'answered', channel: 'PJSIP/trunk-1' }, office.system)
    return { input: { id, toId: null, number: '070-123 45 67' } }
  },
  'calls.note-placing': async office => ({ input: { id: (await placed(office)).id, what: 'begins' } }),
  'calls.take-voicemail': async office => ({ input: await voicemail(office) }),
  'calls.change-wire': async office => ({
    input: { id: await newWire(office), memberIds: [await office.make.principal()] },
  }),
  'calls.set-phone-server': async office => ({
    input: { ...phoneServer, turn: relay, turnSecretId: await sealed(office, relayPurpose(relay)) },
  }),
  'calls.remove-phone-server': async office => {
    await phoneAccount(office)
    return { input: {} }
  },
  'calls.set-phone': async office => {
    const personId = await office.make.principal()
    return { input: { personId, ...(await phoneAccount(office, personId)) } }
  },
  'calls.set-own-phone': async office => ({ input: await phoneAccount(office) }),
  'calls.remove-phone': async office => {
    const personId = await office.make.principal()
    await office.act('calls.set-phone', { personId, ...(await phoneAccount(office, personId)) })
    return { input: { personId } }
  },
  'calls.remove-own-phone': async office => {
    await office.act('calls.set-own-phone', await phoneAccount(office))
    return { input: {} }
  },
  'calls.tell-call': async office => {
    const party = await office.make.person()
    const number = `+46313${String(200_000 + ++told).slice(1)}0`
    await office.act('directory.add-number', { id: party, kind: 'person', number })
    return { input: { what: 'rings', externalId: `sip ${++told}`, direction: 'in', number } }
  },
}

/** Asked by jobs alone. */
export const callsJobs: readonly string[] = ['calls.call-to-place']

export const callsQuestions: Readonly<Record<string, Stage>> = {
  'calls.get-sound': async office => ({
    input: { id: (await office.act('calls.take-voicemail', await voicemail(office), office.system)).id },
  }),
  'calls.call-to-place': async office => ({ input: { id: (await placed(office)).id } }),
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
  'calls.list-phones': async office => {
    const personId = await office.make.principal()
    await office.act('calls.set-phone', { personId, ...(await phoneAccount(office, personId)) })
    return {}
  },
  'calls.get-phone': async office => {
    await office.act('calls.set-own-phone', await phoneAccount(office))
    return {}
  },
  'calls.get-phone-server': async office => {
    await phoneAccount(office)
    return {}
  },
  'calls.get-setup': async office => {
    await newLine(office)
    await newWire(office)
    return {}
  },
}
