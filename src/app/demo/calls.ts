/** The demo office's morning on the telephone: four calls, what was said, the messages taken, one missed, and who is where. */

type ActAs = (who: string, command: string, input: unknown) => Promise<object>

export interface CallsSeed {
  readonly act: ActAs
  /** What a telephone system tells, as Kontor itself hears it. */
  readonly hear: (input: object) => Promise<unknown>
  /** A voicemail as it comes by mail: stored, and taken in by Kontor itself. */
  readonly leave: (sound: Uint8Array, voicemail: object) => Promise<unknown>
  readonly goTo: (moment: Temporal.Instant) => void
  readonly people: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
}

const id = (made: object): string => (made as { readonly id: string }).id

interface Caller {
  readonly name: string
  readonly number: string
  readonly role: string
  readonly language: string
  readonly at?: string
}

const callers: readonly Caller[] = [
  {
    name: 'Gunilla Westman',
    number: '031-390 06 55',
    role: 'Case officer',
    language: 'sv',
    at: 'Stadsbyggnadsförvaltningen',
  },
  { name: 'Lars Ekdahl', number: '031-711 20 48', role: 'Caretaker', language: 'sv' },
  { name: 'Mihai Dobre', number: '+40 21 312 44 70', role: 'Façade engineer', language: 'ro' },
]

async function addCallers(act: ActAs, boss: string): Promise<Map<string, string>> {
  const parties = new Map<string, string>()
  for (const { name, number, role, language, at } of callers) {
    const person = id(await act(boss, 'directory.create-person', { name, role, language, phones: [{ number }] }))
    parties.set(name, person)
    if (!at) continue
    const phones = [{ number: '031-390 06 00' }]
    const organisation = id(await act(boss, 'directory.create-organisation', { name: at, phones }))
    await act(boss, 'directory.add-membership', { id: person, memberOfId: organisation, role })
  }
  return parties
}

export async function seedCalls({ act, hear, leave, goTo, people, now }: CallsSeed): Promise<void> {
  const [boss] = [...people.keys()]
  if (!boss) return
  const colleague = (name: string): string => people.get(name)!
  const parties = await addCallers(act, boss)
  const gunilla = parties.get('Gunilla Westman')!
  await act(boss, 'directory.write-caller-note', {
    id: gunilla,
    kind: 'person',
    what: 'manner',
    body: 'Short and exact; wants a date, not a reason.',
    class: 1,
  })
  const wireId = id(await act(boss, 'calls.add-wire', { title: 'Switchboard', memberIds: [colleague(boss)] }))
  const line = (title: string, toldAs: string, name: string) =>
    act(boss, 'calls.add-line', { title, toldAs, memberIds: [colleague(name)] })
  await line('Reception', '031-701 22 00', boss)
  await line('Johan, direct', '031-701 22 14', 'Johan Almgren')
  await line('Ingrid, direct', '031-701 22 16', 'Ingrid Tveit')
  let told = 0
  const ring = async (minutesAgo: number, from: string | null, to: string, talked: number) => {
    const call = { wireId, externalId: `morning-${++told}` }
    const began = now.subtract({ minutes: minutesAgo })
    goTo(began)
    const rung = (await hear({ ...call, what: 'rings', direction: 'in', from, to })) as { readonly id: string }
    if (talked > 0) {
      goTo(began.add({ seconds: 9 }))
      await hear({ ...call, what: 'answered', users: [to] })
    }
    goTo(began.add({ seconds: 20 + talked }))
    await hear({ ...call, what: 'ended', cause: talked > 0 ? 'normalClearing' : 'noAnswer' })
    return rung.id
  }
  const desk = '46317012200'
  const heating = await ring(200, '46317112048', desk, 140)
  await act(boss, 'calls.note-call', {
    id: heating,
    note: 'The heating on floor 3 is off until eleven; he comes up with the valve himself.',
    outcome: 'helped',
  })
  const permit = await ring(150, '46313900655', desk, 245)
  await act(boss, 'calls.take-slip', {
    forId: colleague('Ingrid Tveit'),
    partyId: gunilla,
    number: '031-390 06 55',
    about: 'Building permit, Kv. Hajen',
    body: 'Needs the revised A-40.1-02 with the shaft in section B before Thursday noon, else it goes to the board as it is. A PDF by mail is enough.',
    wish: 'call-back',
    callId: permit,
  })
  const facade = await ring(95, '40213124470', desk, 65)
  await act(boss, 'calls.take-slip', {
    forId: colleague('Johan Almgren'),
    partyId: parties.get('Mihai Dobre')!,
    number: '+40 21 312 44 70',
    about: 'Samples of the façade',
    body: 'They are with the carrier and come tomorrow before ten. He will call again in the afternoon.',
    wish: 'calls-again',
    callId: facade,
  })
  await ring(40, null, desk, 0)
  await ring(22, '46313900641', '46317012214', 0)
  goTo(now.subtract({ minutes: 15 }))
  await act(boss, 'calls.take-slip', {
    callerName: 'A man from the parcel service',
    number: '070-174 06 05',
    about: 'Where to leave two pallets on Friday',
    body: 'Has no loading bay on his note. Will take any answer before Thursday.',
    wish: 'call-back',
  })
  await telephones(act, boss, people)
  goTo(now.subtract({ minutes: 12 }))
  await leave(murmur(), {
    sourceId: parties.get('Lars Ekdahl')!,
    key: '1'.repeat(64),
    name: 'msg0007.wav',
    mediaType: 'audio/wav',
    plays: true,
    seconds: 14,
    number: '031-711 20 48',
    callerName: null,
    box: '031-701 22 16',
    leftAt: now.subtract({ minutes: 12 }).toString(),
  })
  await act('Maria Lindqvist', 'presence.set-word', { state: 'home', note: 'On the mobile' })
  goTo(now)
}

/** A second telephone system, for those who are out: which mobile is whose. */
async function telephones(act: ActAs, boss: string, people: ReadonlyMap<string, string>): Promise<void> {
  const publicKey = Buffer.alloc(32, 7).toString('base64')
  const given = {
    title: 'Mobiles',
    kind: 'telnyx',
    publicKey,
    number: '+46 766 86 00 00',
    memberIds: [people.get(boss)!],
  }
  const wireId = id(await act(boss, 'calls.connect-wire', given))
  for (const [name, extension] of [
    [boss, '+46 701 74 06 10'],
    ['Johan Almgren', '+46 701 74 06 11'],
  ] as const)
    await act(boss, 'calls.set-extension', { wireId, personId: people.get(name)!, extension })
}

/** Fourteen seconds that sound as if somebody hummed over the telephone: 8 kHz, 16 bit. */
function murmur(): Buffer {
  const [rate, seconds] = [8_000, 14]
  const sound = Buffer.alloc(44 + rate * seconds * 2)
  sound.write('RIFF', 0)
  sound.writeUInt32LE(sound.length - 8, 4)
  sound.write('WAVEfmt ', 8)
  sound.writeUInt32LE(16, 16)
  sound.writeUInt16LE(1, 20)
  sound.writeUInt16LE(1, 22)
  sound.writeUInt32LE(rate, 24)
  sound.writeUInt32LE(rate * 2, 28)
  sound.writeUInt16LE(2, 32)
  sound.writeUInt16LE(16, 34)
  sound.write('data', 36)
  sound.writeUInt32LE(rate * seconds * 2, 40)
  for (let n = 0; n < rate * seconds; n++) {
    const loud = 2_600 * Math.max(0, Math.sin((n / rate) * 5)) * Math.max(0, Math.sin((n / rate) * 0.9))
    sound.writeInt16LE(
      Math.round(loud * Math.sin((n / rate) * 2 * Math.PI * (140 + 40 * Math.sin(n / rate)))),
      44 + 2 * n,
    )
  }
  return sound
}
