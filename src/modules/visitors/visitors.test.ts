import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type OutgoingMail, setMailDoor } from '../../kernel/mail/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { newId } from '../../kernel/ids.ts'
import { verifyJournal } from '../../kernel/journal/verify.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { cancelEvent, changeEvent, createEvent, createPlace } from '../calendar/contract.ts'
import { clearWord, setWord } from '../presence/contract.ts'
import { setAway } from '../work/contract.ts'
import * as c from './contract.ts'
import { kioskPublic } from './doors.public.ts'
import { openHouse, refusalOf } from './testing.ts'

const it = await openHouse()
const { office, organisationId, elin, nadia, system } = it
const mails: OutgoingMail[] = []
setMailDoor({ send: async mail => void mails.push(mail), close: () => {} })
after(() => {
  setMailDoor(null)
  return office.close()
})
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()
const wire = (local: string) => at(local).toString()
const clock = (local: string) => office.setClock(at(local))

type Out<Q> = Q extends { readonly output: { readonly _zod: { readonly input: infer O } } } ? O : never
const see = async <Q extends Parameters<typeof office.query>[0]>(
  query: Q,
  input: object,
  as = elin,
): Promise<Out<Q>> => {
  const answer = await office.query(query, input as never, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output as Out<Q>
}
const visitor = (id: string) => see(c.getVisitor, { id })
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  Number((await office.superuser.query<{ n: number }>(`select count(*)::int as n from ${text}`, values)).rows[0]!.n)
/** Notices that somebody was given, by their keys in the catalogue. */
const notices = async (to: TestPrincipal): Promise<string[]> =>
  (
    await office.superuser.query<{ title_key: string }>(
      'select title_key from notifications.notice where principal_id = $1 order by told_at, id',
      [to.id],
    )
  ).rows.map(row => row.title_key)
const expect = (name: string, facts: object = {}, as = elin) =>
  office.done(c.expectVisitor, { name, start: wire('2026-11-24T10:30'), ...facts }, as)

const asking = (path: string) => {
  const route = kioskPublic.find(one => one.path === `/public/kiosk/${path}`)!
  return async (
    token: string,
    body: object = {},
  ): Promise<{
    name?: string
    answer?: Record<string, unknown> & { rows?: { name: string; expects: string | null }[] }
  }> => {
    const asked = {
      token,
      body: body as Record<string, unknown>,
      file: null,
      said: () => '',
      requestId: 'kiosk-test-0001',
    }
    try {
      const found = await route.answer(office.kernel, asked)
      return { answer: JSON.parse(Buffer.from(found.body as Uint8Array).toString()) }
    } catch (error) {
      if (error instanceof Refusal) return { name: error.refusalName }
      throw error
    }
  }
}
const [open, hosts, code, signIn, leaving, parcel] = ['open', 'hosts', 'code', 'sign-in', 'leaving', 'parcel'].map(
  asking,
) as [
  ReturnType<typeof asking>,
  ReturnType<typeof asking>,
  ReturnType<typeof asking>,
  ReturnType<typeof asking>,
  ReturnType<typeof asking>,
  ReturnType<typeof asking>,
]
clock('2026-11-24T09:42')

test('somebody expected comes, waits, is met and goes; each step is refused where it does not fit', async () => {
  const { id } = await expect('Lars Ekdahl', { company: 'Kustfast AB', hostId: nadia.id })
  assert.equal(refusalOf(await office.dispatch(c.meetVisitor, { id }, elin)), 'visitor-not-waiting')
  assert.equal(refusalOf(await office.dispatch(c.signOut, { id }, elin)), 'visitor-not-inside')
  await office.done(c.signIn, { id }, elin)
  assert.deepEqual(await notices(nadia), ['notice.visitors.arrived'])
  assert.equal(refusalOf(await office.dispatch(c.signIn, { id }, elin)), 'visitor-inside-already')
  // Another visit of the same person is refused by the database, at the counter too
  assert.equal(
    refusalOf(await office.dispatch(c.signInWalkIn, { name: 'LARS  Ekdahl', company: 'Kustfast ab' }, elin)),
    'visitor-inside-already',
  )
  assert.equal((await see(c.listWaiting, {})).rows[0]?.title, 'Lars Ekdahl, Kustfast AB')
  await office.done(c.meetVisitor, { id }, nadia)
  assert.equal((await see(c.listWaiting, {})).total, 0)
  assert.equal((await see(c.building, {})).rows[0]?.title, 'Lars Ekdahl')
  const out = await office.dispatch(c.signOut, { id }, elin)
  assert.ok(out.status === 'done' && out.undo?.command === 'visitors.bring-back-visitor')
  await office.done(c.bringBack, { id }, elin)
  assert.equal((await visitor(id)).record.state, 'received')
  await office.done(c.signOut, { id }, elin)
  assert.equal((await see(c.building, {})).rows.length, 0)
  const past = await office.dispatch(c.expectVisitor, { name: 'X', start: wire('2026-11-23T10:00') }, elin)
  assert.equal(refusalOf(past), 'visitor-day-past')
})

test('a host who does not come is told again, then with the deputy, then the reception; met, nobody is', async () => {
  const [host, deputy, reception] = [
    await it.colleague('Hanna Host'),
    await it.colleague('Dan Deputy'),
    await it.colleague('Rita Reception'),
  ]
  await office.done(c.changeSettings, { receptionId: reception.id }, elin)
  await office.done(
    setAway,
    { personId: host.id, fromOn: '2026-11-25', untilOn: '2026-11-25', deputyId: deputy.id },
    elin,
  )
  const waits = async (name: string) => {
    const { id } = await office.done(c.signInWalkIn, { name, hostId: host.id }, elin)
    return id
  }
  const first = await waits('Per Patient')
  await office.runJobs()
  assert.deepEqual(await notices(host), [
    'notice.visitors.arrived',
    'notice.visitors.still-waits',
    'notice.visitors.still-waits',
  ])
  assert.deepEqual(await notices(reception), ['notice.visitors.still-waits', 'notice.visitors.still-waits'])
  assert.equal((await visitor(first)).told, 3)
  const second = await waits('Moa Met')
  await office.done(c.meetVisitor, { id: second }, host)
  await office.runJobs()
  assert.equal((await visitor(second)).told, 1)
  // Away today: whoever stands in is told at once
  clock('2026-11-25T10:00')
  await waits('Vera Vacation')
  assert.deepEqual(await notices(deputy), ['notice.visitors.arrived'])
  clock('2026-11-24T09:42')
})

test('a kiosk knows who is expected, asks where it is not sure, and takes nobody in twice, however often it sends', async () => {
  const { id: kioskId } = await office.done(c.createKiosk, { title: 'Entrance' }, elin)
  const token = await it.tokenOf(kioskId)
  assert.equal((await open(token)).answer?.['zone'], 'Europe/Stockholm')
  assert.equal((await open(`${token.slice(0, 60)}AAA${token.slice(63)}`)).name, 'kiosk-closed')
  const { id } = await expect('Björn Östlund', { company: 'Ö-bygg', place: 'Klippan' })
  await expect('Karin Hemlig', { start: wire('2026-11-24T14:00') })
  // Two letters at least; no visitor is told of; only whoever typed the name hears of being expected
  assert.deepEqual((await hosts(token, { search: 'e', name: 'Bjorn Ostlund' })).answer?.rows, [])
  const [found] = (await hosts(token, { search: 'eli', name: 'Bjorn Ostlund' })).answer!.rows!
  assert.deepEqual([found?.name, found?.expects], ['Elin Bergqvist', wire('2026-11-24T10:30')])
  assert.equal((await hosts(token, { search: 'eli', name: 'Somebody Else' })).answer!.rows![0]?.expects, null)
  const entry = '019aa000-0000-7000-8000-00000000e001'
  const typed = { entryId: entry, name: 'Bjorn Ostlnud', hostId: elin.id, language: 'sv' }
  const asked = await signIn(token, typed)
  assert.deepEqual([asked.answer?.['status'], asked.answer?.['host']], ['ask', null])
  const [one, two] = await Promise.all([
    signIn(token, { ...typed, isExpected: true }),
    signIn(token, { ...typed, isExpected: true }),
  ])
  assert.ok([one.answer?.['id'], two.answer?.['id']].includes(id), JSON.stringify([one, two]))
  assert.equal(
    (await signIn(token, { ...typed, isExpected: true })).answer?.['id'],
    id,
    'sent again it is the same entry',
  )
  assert.equal(await count(`visitors.visitor where name like 'Bj%'`), 1)
  assert.equal((await visitor(id)).record.state, 'waiting')
  // By the code of the invitation, once
  const { id: other } = await expect('Ida Invited')
  const invited = await visitor(other)
  assert.equal((await code(token, { code: ` ${invited.code.toLowerCase()} ` })).answer?.['name'], 'Ida Invited')
  assert.equal((await code(token, { code: 'AAAAAAAA' })).name, 'visitor-code-unknown')
  const entryOf = (n: number) => `019aa000-0000-7000-8000-00000000f00${n}`
  assert.equal((await signIn(token, { entryId: entryOf(1), code: invited.code, language: 'en' })).answer?.['id'], other)
  assert.equal(
    (await signIn(token, { entryId: entryOf(2), code: invited.code, language: 'en' })).name,
    'visitor-inside-already',
  )
  // Not expected: a visit of its own, and out again by the whole name
  const walkIn = await signIn(token, {
    entryId: entryOf(3),
    name: 'Nils Ny',
    language: 'nb',
    at: wire('2026-11-24T09:30'),
  })
  assert.equal((await visitor(String(walkIn.answer?.['id']))).arrivedAt, wire('2026-11-24T09:30'))
  assert.equal((await leaving(token, { name: 'Nils' })).name, 'visitor-code-unknown')
  assert.deepEqual((await leaving(token, { name: 'nils ny' })).answer, { left: 1 })
  assert.deepEqual((await leaving(token, { code: invited.code })).answer, { left: 1 })
  const left = await parcel(token, { entryId: entryOf(4), forId: nadia.id, forName: '-', sender: 'PostNord' })
  assert.equal(left.answer?.['told'], 'Nadia Rahimi')
  assert.ok((await notices(nadia)).includes('notice.visitors.parcel'))
  await office.done(c.revokeKiosk, { id: kioskId }, elin)
  for (const way of [open, hosts, code, signIn, leaving, parcel])
    assert.equal((await way(token, typed)).name, 'kiosk-closed')
})

test('what has to be signed is signed first; the words are kept as they stood, and the paper is filed', async () => {
  await office.done(c.changeSettings, { agreement: { en: 'I tell nobody.', sv: 'Jag berättar inget.' } }, elin)
  const { id: kioskId } = await office.done(c.createKiosk, { title: 'Side door' }, elin)
  const entry = { kioskId, entryId: '019aa000-0000-7000-8000-00000000a001', name: 'Tove Tyst', language: 'sv' as const }
  assert.equal(refusalOf(await office.dispatch(c.kioskSignIn, entry, system)), 'agreement-missing')
  const signed = [{ what: 'agreement' as const, strokes: 'M10 10 L20 30 L40 20 L60 60' }]
  const { id } = await office.done(c.kioskSignIn, { ...entry, signed }, system)
  // Who came while there was no connection, before anything had to be signed, is in the building: a code that is nobody's does not lose them
  const kept = { ...entry, entryId: newId(), name: 'Kim Kept', code: 'AAAA2222', at: wire('2026-11-24T09:30') }
  const late = await office.done(c.kioskSignIn, kept, system)
  assert.equal((await visitor(late.id!)).arrivedAt, wire('2026-11-24T09:30'))
  assert.equal((await office.done(c.kioskSignIn, kept, system)).id, late.id)
  await office.done(c.signOut, { id: late.id! }, elin)
  await office.done(c.changeSettings, { agreement: {} }, elin)
  await office.runJobs()
  const { signed: papers } = await visitor(id!)
  assert.equal(papers[0]?.document?.kind, 'document')
  const { rows } = await office.superuser.query<{ words: string }>(
    'select words from visitors.signature where visitor_id = $1',
    [id],
  )
  assert.equal(rows[0]?.words, 'Jag berättar inget.')
})

test('guests of what is held in a room of ours are expected by themselves, and follow it', async () => {
  const { id: room } = await office.done(createPlace, { title: 'Klippan', type: 'room' }, elin)
  const when = (from: string, to: string) => ({
    allDay: false as const,
    start: from,
    end: to,
    zone: 'Europe/Stockholm',
  })
  const guest = (email: string, name: string) => ({ who: { email, name } })
  const facts = { title: 'Drawings', when: when('2026-11-26T10:00', '2026-11-26T11:00') }
  const guests = [
    { who: { calendarId: room } },
    guest('ola@out.example', 'Ola Nord'),
    guest('mia@out.example', 'Mia Syd'),
  ]
  const { id } = await office.done(createEvent, { ...facts, guests }, elin)
  const of = async () =>
    (await see(c.listVisitors, { from: '2026-11-26', until: '2026-12-20' })).rows.map(row => [
      row.title,
      row.state,
      row.start,
      row.place,
      row.host?.title,
    ])
  const row = (name: string, state: string, start: string) => [name, state, wire(start), 'Klippan', 'Elin Bergqvist']
  assert.deepEqual(await of(), [
    row('Mia Syd', 'expected', '2026-11-26T10:00'),
    row('Ola Nord', 'expected', '2026-11-26T10:00'),
  ])
  await office.done(
    changeEvent,
    { id, scope: 'all', change: { when: when('2026-11-27T14:00', '2026-11-27T15:00'), guests: guests.slice(0, 2) } },
    elin,
  )
  const stands = new Map((await of()).map(one => [one[0], one]))
  assert.deepEqual(stands.get('Ola Nord'), row('Ola Nord', 'expected', '2026-11-27T14:00'))
  assert.equal(stands.get('Mia Syd')?.[1], 'cancelled')
  await office.done(changeEvent, { id, scope: 'all', change: { guests } }, elin)
  assert.equal(await count('visitors.visitor where event_id = $1', [id]), 2, 'the same guest is the same visit')
  await office.runJobs()
  const welcome = mails.find(mail => mail.to.address === 'ola@out.example')
  assert.match(welcome?.text ?? '', /[A-Z2-9]{8}/)
  assert.equal(welcome?.attachments?.[0]?.mediaType, 'image/png')
  await office.done(cancelEvent, { id, scope: 'all' }, elin)
  assert.ok((await of()).every(one => one[1] === 'cancelled'))
  // Nowhere in the house: nobody is expected
  const away = await office.done(createEvent, { ...facts, guests: guests.slice(1) }, elin)
  assert.equal(await count('visitors.visitor where event_id = $1', [away.id]), 0)
  const series = { rule: 'FREQ=WEEKLY' }
  const weekly = await office.done(createEvent, { ...facts, repeat: series, guests: guests.slice(0, 2) }, elin)
  const expected = () => count('visitors.visitor where event_id = $1', [weekly.id])
  assert.equal(await expected(), 2)
  clock('2026-12-01T00:12')
  await office.done(c.followEvent, { eventId: weekly.id }, system)
  assert.equal(await expected(), 3)
  clock('2026-11-24T09:42')
})

test('of whom only an address was known, the name said at the door stands on badge and list', async () => {
  const { id: room } = await office.done(createPlace, { title: 'Vinga', type: 'room' }, elin)
  const guest = { who: { email: 'lars.ekdahl@out.example', name: 'lars.ekdahl@out.example' } }
  const when = { allDay: false as const, start: '2026-11-24T10:30', end: '2026-11-24T11:00', zone: 'Europe/Stockholm' }
  await office.done(createEvent, { title: 'Facade', when, guests: [{ who: { calendarId: room } }, guest] }, elin)
  const { id: kioskId } = await office.done(c.createKiosk, { title: 'Side door' }, elin)
  const entry = { entryId: newId(), kioskId, language: 'sv' as const, hostId: elin.id }
  const said = { ...entry, name: 'Lars Ekdahl', company: 'Kustfast AB', isExpected: true }
  const { id } = await office.done(c.kioskSignIn, said, system)
  const inside = (await see(c.building, {})).rows.find(row => row.id === id)
  assert.deepEqual([inside?.title, inside?.company], ['Lars Ekdahl', 'Kustfast AB'])
  await office.done(c.signOut, { id: id! }, elin)
})

test('the roll call counts who is safe, and who is missing', async () => {
  assert.equal(refusalOf(await office.dispatch(c.tickPerson, { personId: elin.id }, elin)), 'roll-over')
  const { id } = await office.done(c.signInWalkIn, { name: 'Rut Rök' }, elin)
  await office.done(c.beginRoll, {}, elin)
  assert.equal(refusalOf(await office.dispatch(c.beginRoll, {}, nadia)), 'roll-goes-on')
  const on = await see(c.building, {})
  const [before, colleagues] = [on.rows.length, on.colleagues.length]
  await office.done(c.tickPerson, { personId: id }, elin)
  await office.done(c.tickPerson, { personId: nadia.id }, elin)
  const stranger = await expect('Not Here')
  assert.equal(refusalOf(await office.dispatch(c.tickPerson, { personId: stranger.id }, elin)), 'not-on-roll')
  assert.ok((await see(c.building, {})).rows.find(row => row.id === id)?.tickedAt)
  await office.done(c.untickPerson, { personId: id }, elin)
  // Of the colleagues, who are in by their calendars, Nadia alone was ticked
  assert.equal((await office.done(c.endRoll, {}, elin)).missing, before + colleagues - 1)
})

test('colleagues who are in stand on the evacuation list, and stay on it while the roll call goes on', async () => {
  const both: readonly string[] = [elin.id, nadia.id]
  const ours = async () => (await see(c.building, {})).colleagues.filter(({ id }) => both.includes(id))
  const listed = async () => (await ours()).map(one => [one.title, one.state, one.said, one.tickedAt !== null])
  assert.deepEqual(await listed(), [
    ['Elin Bergqvist', 'in', false, false],
    ['Nadia Rahimi', 'in', false, false],
  ])
  await office.done(setWord, { state: 'home' }, nadia)
  await office.done(setWord, { state: 'in' }, elin)
  assert.deepEqual(await listed(), [['Elin Bergqvist', 'in', true, false]])
  // Begun where there was no connection: what was ticked then keeps its time
  clock('2026-11-24T10:10')
  await office.done(c.beginRoll, { at: wire('2026-11-24T10:00') }, elin)
  await office.done(setWord, { state: 'off' }, elin)
  await office.done(c.tickPerson, { personId: elin.id, at: wire('2026-11-24T10:04') }, nadia)
  const { roll } = await see(c.building, {})
  assert.deepEqual([roll?.beganAt, (await ours())[0]?.tickedAt], [wire('2026-11-24T10:00'), wire('2026-11-24T10:04')])
  assert.deepEqual(await listed(), [['Elin Bergqvist', 'in', true, true]])
  await office.done(c.endRoll, {}, elin)
  await office.done(clearWord, {}, elin)
  await office.done(clearWord, {}, nadia)
  clock('2026-11-24T09:42')
})

test('a key is lent to one at a time, whoever asks at once; late it is asked for', async () => {
  const { id } = await office.done(c.createKey, { title: 'Archive', number: '14' }, elin)
  assert.equal(
    refusalOf(await office.dispatch(c.createKey, { title: 'Other', number: '14' }, elin)),
    'key-number-taken',
  )
  const due = wire('2026-11-24T17:00')
  const tries = await Promise.all(
    ['Anna', 'Bo', 'Cia', 'Dag'].map(toName => office.dispatch(c.lendKey, { id, toName, due }, elin)),
  )
  assert.equal(tries.filter(one => one.status === 'done').length, 1)
  assert.ok(tries.every(one => ['done', 'key-lent-already'].includes(refusalOf(one))))
  await office.done(c.returnKey, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.returnKey, { id }, elin)), 'key-not-lent')
  await office.done(c.lendKey, { id, toId: nadia.id, due }, elin)
  clock('2026-11-25T08:30')
  assert.equal((await see(c.listKeys, {})).rows[0]?.late, true)
  await office.done(c.remindCounter, {}, system)
  await office.done(c.remindCounter, {}, system)
  assert.equal((await notices(nadia)).filter(key => key === 'notice.visitors.key-due').length, 1)
  clock('2026-11-24T09:42')
})

test('a Wi-Fi code is given once, in a race too; then there is none left', async () => {
  const codes = Array.from({ length: 6 }, (_, n) => `wifi-${n}`)
  assert.deepEqual(await office.done(c.importVouchers, { codes: [...codes, 'wifi-0'] }, elin), { added: 6, known: 1 })
  const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => expect(`Guest Number ${n}`)))
  const given = await Promise.all(ids.map(({ id }) => office.dispatch(c.issueSlip, { id, what: 'wifi' }, elin)))
  assert.deepEqual(given.map(refusalOf).sort(), [...Array(6).fill('done'), 'vouchers-used-up', 'vouchers-used-up'])
  const told = (await Promise.all(ids.map(({ id }) => visitor(id)))).flatMap(one => one.slips.map(slip => slip.code))
  assert.deepEqual(new Set(told), new Set(codes))
  assert.equal(told.length, codes.length)
  assert.equal(
    refusalOf(await office.dispatch(c.issueSlip, { id: ids[0]!.id, what: 'parking' }, elin)),
    'plate-missing',
  )
  const slip = await office.done(c.issueSlip, { id: ids[0]!.id, what: 'parking', plate: 'ABC 123' }, elin)
  const { badgePdf, slipPdf } = await import('./paper/papers.ts')
  const paper = c.getPaper.output.parse(await see(c.getPaper, { id: ids[0]!.id, what: 'slip', slipId: slip.slipId }))
  for (const pdf of [await slipPdf(paper), await badgePdf(paper)]) assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
})

test('a parcel is collected once, against a signature', async () => {
  const { id } = await office.done(c.takeParcel, { forName: 'Mona Dahl', sender: 'DHL' }, elin)
  await office.done(c.handOverParcel, { id, strokes: 'M1 1 L2 2' }, elin)
  assert.equal(refusalOf(await office.dispatch(c.returnParcel, { id }, elin)), 'held-parcel-ended')
  const told = await see(c.getParcel, { id })
  assert.deepEqual([told.record.state, told.collectedBy, told.strokes], ['collected', 'Mona Dahl', 'M1 1 L2 2'])
})

test('at night days are closed; over its time a visit is gone, from the journal, the notices and the search too', async () => {
  const mark = 'Zebedeus Quist'
  const { id } = await expect(mark, { company: 'Zq AB', hostId: nadia.id, email: 'z@q.example' })
  await office.done(c.signIn, { id }, elin)
  const missed = await expect('Never Came')
  const night = async () => {
    await office.kernel.dispatch({
      organisationId,
      principalId: system.id,
      command: c.closeDays.name,
      input: {},
      requestId: 'night-0001',
      surface: 'job',
    })
    const body = (await import('./jobs/jobs.ts')).nightJobBody
    await office.runJobs()
    await runNight(body)
  }
  clock('2026-11-25T00:12')
  await night()
  assert.deepEqual([(await visitor(id)).record.state, (await visitor(id)).forgot], ['gone', true])
  assert.equal((await visitor(missed.id)).record.state, 'missed')
  const holds = async () => {
    const { rows } = await office.superuser.query<{ n: number }>(
      `select ((select count(*) from kernel.journal_body where convert_from(body, 'utf8') like $1)
        + (select count(*) from notifications.notice where params::text like $1)
        + (select count(*) from kernel.record where title like $1)
        + (select count(*) from visitors.visitor where name like $1)
        + (select count(*) from kernel.search_entry e where e::text ilike '%zebedeus%'))::int as n`,
      [`%${mark}%`],
    )
    return Number(rows[0]!.n)
  }
  assert.ok((await holds()) > 3)
  clock('2026-12-24T00:12')
  await night()
  assert.ok((await holds()) > 3, 'not before its time')
  clock('2026-12-25T00:12')
  await night()
  assert.equal(await holds(), 0)
  assert.equal((await verifyJournal(office.pool, organisationId)).broken, null)
  assert.ok((await see(c.getSettings, {})).came.some(one => one.month === '2026-11' && one.came > 0))
})

/** Runs the night's job as its worker does. */
async function runNight(body: typeof import('./jobs/jobs.ts')['nightJobBody']): Promise<void> {
  const dispatch = async (
    command: { name: string; output: { parse(value: unknown): unknown } },
    input: unknown,
    step: string,
  ) => {
    const outcome = await office.kernel.dispatch({
      organisationId,
      principalId: system.id,
      command: command.name as never,
      input,
      requestId: `night-${step}`.slice(0, 60),
      surface: 'job',
    })
    return outcome
  }
  const run = {
    organisationId,
    jobId: 'night',
    principalId: system.id,
    attempt: 1,
    signal: new AbortController().signal,
    files: office.kernel.files,
    dispatch,
    query: async (query: typeof c.dueNow, input: object) => query.output.parse(await see(query, input, system)),
    progress: async () => {},
  }
  await body.run(run as never, {})
}
