import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Command } from '../../kernel/declare.ts'
import { newId } from '../../kernel/ids.ts'
import { type OutgoingMail, setMailDoor } from '../../kernel/mail/door.ts'
import { linkSecretOf, outsideToken, setOutsideLinks } from '../../kernel/outside/link.ts'
import { getEvent, moveEvent } from '../calendar/contract.ts'
import { listTasks } from '../work/contract.ts'
import * as o from './contract.ts'
import { eventPublic } from './doors.public.ts'
import { outingRoutes } from './index.ts'
import { nameTagsPdf, type SheetName, sheets } from './paper/name-tags.ts'
import { movingUp, seatsOf, type Waiting } from './seats.ts'
import { insertRecord, type OutingsOffice, outingsOffice, refusalOf } from './testing.ts'

let it: OutingsOffice
before(async () => {
  it = await outingsOffice()
})
after(() => it.office.close())

const day = { startsAt: '2027-06-11T10:00:00Z', endsAt: '2027-06-11T18:00:00Z' }
const sek = (amount: string) => ({ amount, currency: 'SEK' })

async function see(id: string, as = it.elin) {
  const answer = await it.office.query(o.getOuting, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

const refused = async (command: Command, input: object, as = it.elin) =>
  refusalOf(await it.office.dispatch(command, input as never, as))

/** Does it, takes it back, and does it again: what undo gives stands as before. */
async function backAndForth(command: Command, input: object, id: string): Promise<void> {
  const facts = async () => {
    const { record, place, capacity, plusOnes, programme, budget, registrations, taken } = await see(id)
    return JSON.stringify([
      record.title,
      record.state,
      place,
      capacity,
      plusOnes,
      programme,
      budget,
      registrations,
      taken,
    ])
  }
  const was = await facts()
  const first = await it.office.dispatch(command, input as never, it.elin)
  assert.ok(first.status === 'done' && first.undo, JSON.stringify(first))
  const undone = await it.office.kernel.dispatch({
    organisationId: it.organisationId,
    principalId: it.elin.id,
    requestId: newId(),
    command: first.undo.command,
    input: first.undo.input as never,
    surface: 'test',
  })
  assert.equal(undone.status, 'done', JSON.stringify(undone))
  assert.equal(await facts(), was, command.name)
  await it.office.done(command, input as never, it.elin)
}

const made = async (facts: object = {}) => {
  const { id } = await it.office.done(o.createOuting, { title: 'Outing', ...day, ...facts }, it.elin)
  await it.office.done(o.setRegistration, { id, open: true }, it.elin)
  return id
}

test('who moves up: nobody beyond the seats, nobody left who would fit, in order among those as many', () => {
  const waiting = fc.array(fc.nat({ max: 3 }), { maxLength: 12 })
  fc.assert(
    fc.property(waiting, fc.nat({ max: 20 }), fc.nat({ max: 20 }), (guests, capacity, takenBefore) => {
      const taken = Math.min(capacity, takenBefore)
      const queue: Waiting[] = guests.map((many, at) => ({ id: String(at), guests: many }))
      const up = new Set(movingUp(capacity, taken, queue))
      const seats = (some: readonly Waiting[]) => some.reduce((sum, one) => sum + seatsOf(one), 0)
      const after = taken + seats(queue.filter(one => up.has(one.id)))
      assert.ok(after <= capacity)
      const left = queue.filter(one => !up.has(one.id))
      for (const one of left) assert.ok(seatsOf(one) > capacity - after || queue.some(first => up.has(first.id)))
      for (const one of left)
        assert.ok(
          !queue.some(later => up.has(later.id) && later.guests === one.guests && Number(later.id) > Number(one.id)),
        )
      assert.deepEqual(movingUp(capacity, after, left), [])
    }),
    { numRuns: 100 },
  )
})

test('a hundred at once for thirty seats: nobody too many, everybody else waits, and moves up in turn', async () => {
  const { office, organisationId } = it
  it.goTo('2027-05-01')
  const id = await made({ capacity: 30, plusOnes: 2 })
  const callers = Array.from({ length: 100 }, (_, at) => ({
    at,
    as: office.principal(organisationId, { name: `Caller ${at}` }),
  }))
  for (const { as } of callers)
    await office.superuser.query(
      "insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'principal', 'Caller', 0, now(), now())",
      [organisationId, as.id],
    )
  const answers = await Promise.all(
    callers.map(({ as, at }) => office.dispatch(o.register, { id, guests: at % 3 }, as)),
  )
  const said = answers.map(answer => (answer.status === 'done' ? answer.output.answer : answer.status))
  assert.deepEqual([...new Set(said)].sort(), ['coming', 'waiting'])
  const now = await see(id)
  const seats = (answer: string) =>
    now.registrations.filter(one => one.answer === answer).reduce((sum, one) => sum + seatsOf(one), 0)
  assert.ok(now.taken <= 30 && now.taken === seats('coming'))
  // what nobody was given, nobody who waits would fit into
  const smallest = Math.min(...now.registrations.filter(one => one.answer === 'waiting').map(seatsOf))
  assert.ok(30 - now.taken < smallest)
  // whoever goes round the commands is stopped by the database
  await assert.rejects(
    office.superuser.query("update outings.registration set answer = 'coming', queued = null where outing_id = $1", [
      id,
    ]),
    /outing_seats/,
  )
  const [first] = callers.filter((_, at) => said[at] === 'coming')
  const [next] = now.registrations.filter(one => one.answer === 'waiting' && seatsOf(one) <= 1)
  await office.done(o.decline, { id }, first!.as)
  const then = await see(id)
  assert.ok(then.taken <= 30 && then.waiting < now.waiting)
  assert.equal(then.registrations.find(one => one.id === next!.id)?.answer, 'coming')
  const told = office.waitingJobs.filter(({ job }) => job.name === 'outings.send-letters')
  assert.equal(told.length, 0, 'colleagues are told inside, not by mail')
  const more = await office.dispatch(o.changeOuting, { id, capacity: 300 }, it.elin)
  assert.ok(more.status === 'done')
  assert.equal((await see(id)).waiting, 0)
  assert.equal(await refused(o.changeOuting, { id, capacity: 5 }), 'capacity-taken')
  // callers made for the race keep no calendars
  ;(office.waitingJobs as unknown[]).length = 0
})

test('planned: a task with what to think of; each act can be taken back; programme, budget against cost, for each head', async () => {
  const { office, elin, karin, visitor } = it
  it.goTo('2027-05-01')
  const { id } = await office.done(o.createOuting, { title: 'Summer', ...day, capacity: 3, plusOnes: 1 }, elin)
  const tasks = await office.query(listTasks, { sourceId: id }, elin)
  assert.ok(tasks.status === 'done')
  assert.deepEqual(
    tasks.output.rows.map(task => [task.title, task.checklist.total]),
    [['Plan: Summer', 7]],
  )
  assert.equal(
    await refused(o.createOuting, { title: 'X', startsAt: day.endsAt, endsAt: day.startsAt }),
    'outing-reversed',
  )
  assert.equal(await refused(o.createOuting, { title: 'X', ...day, ownerId: newId() }), 'outing-person-unknown')
  assert.equal(await refused(o.register, { id }), 'registration-closed')
  await backAndForth(o.setRegistration, { id, open: true }, id)
  await backAndForth(o.changeOuting, { id, place: 'Marstrand', capacity: 4 }, id)
  await backAndForth(
    o.setProgramme,
    {
      id,
      lines: [
        { time: '12:00', what: 'Lunch' },
        { time: '10:00', what: 'Boat' },
      ],
    },
    id,
  )
  assert.deepEqual(
    (await see(id)).programme.map(line => line.time),
    ['10:00', '12:00'],
  )
  assert.equal(
    await refused(o.setBudget, {
      id,
      lines: [
        { what: 'A', planned: sek('1.00') },
        { what: 'B', planned: { amount: '1.00', currency: 'EUR' } },
      ],
    }),
    'budget-currency-mixed',
  )
  await backAndForth(
    o.setBudget,
    {
      id,
      lines: [
        { what: 'Boat', planned: sek('3000.00'), actual: sek('3300.00') },
        { what: 'Lunch', planned: sek('800.00') },
      ],
    },
    id,
  )
  assert.equal(await refused(o.register, { id, guests: 2 }), 'too-many-guests')
  await office.done(o.register, { id, guests: 1 }, elin)
  await office.done(o.register, { id }, karin)
  const planned = await see(id)
  assert.deepEqual([planned.planned, planned.actual, planned.perHead], [sek('3800.00'), sek('3300.00'), sek('1366.67')])
  await office.done(o.changeOuting, { id, capacity: 3 }, elin)
  assert.equal(await refused(o.register, { id, guests: 1 }, karin), 'outing-full')
  const answer = await office.query(o.getOuting, { id }, visitor)
  assert.equal(refusalOf(answer as never), 'record-not-found')
  await office.done(o.setRegistration, { id, open: false }, elin)
  await backAndForth(o.cancelOuting, { id }, id)
  const cancelled = await see(id)
  assert.equal(cancelled.record.state, 'cancelled')
  assert.equal(await refused(o.changeOuting, { id, place: 'X' }), 'outing-not-so-far')
  const key = newId()
  const twice = [
    await office.dispatch(o.createOuting, { title: 'Once', ...day }, elin, { key }),
    await office.dispatch(o.createOuting, { title: 'Once', ...day }, elin, { key }),
  ]
  assert.ok(twice[0]!.status === 'done' && twice[1]!.status === 'done' && twice[0]!.output.id === twice[1]!.output.id)
})

test('guests from outside answer by their link; who waits is written to; what is eaten is told in sums and forgotten', async () => {
  const { office, elin, karin, system, organisationId } = it
  it.goTo('2027-05-01')
  const id = await made({ capacity: 2, plusOnes: 1, place: 'Marstrand' })
  // only those who plan it may read it: Kontor's own steps, and the links, reach it all the same
  await office.superuser.query('update kernel.record set audience = $2 where id = $1', [id, [elin.id, karin.id]])
  const sent: OutgoingMail[] = []
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  const guests = ['eva', 'ana', 'piet'].map((name, at) => ({
    name,
    email: `${name}@guests.example`,
    language: (['sv', 'ro', 'nl'] as const)[at]!,
  }))
  const { invited } = await office.done(o.inviteGuests, { id, guests }, elin)
  assert.equal(invited, 3)
  const secret = await linkSecretOf(office.pool)
  setOutsideLinks({ address: 'https://kontor.example', secret })
  await office.runJobs()
  assert.deepEqual(sent.map(mail => mail.subject).sort(), [
    'Inbjudan: Outing',
    'Invitație: Outing',
    'Uitnodiging: Outing',
  ])
  assert.match(sent[0]!.text, /https:\/\/kontor\.example\/event#[\w-]{75}/)
  assert.equal(
    (await office.done(o.inviteGuests, { id, guests: [{ name: 'Eva', email: 'EVA@guests.example' }] }, elin)).invited,
    0,
  )
  const registered = new Map((await see(id)).registrations.map(one => [one.name, one.id]))
  const tokenOf = (name: string) => outsideToken(secret, 'event', { organisationId, id: registered.get(name)! })
  const ask = async (door: number, name: string, body = {}, token = tokenOf(name)) => {
    try {
      const answer = await eventPublic[door]!.answer(office.kernel, { token, body, requestId: newId() })
      return JSON.parse(answer.body.toString()) as Record<string, unknown>
    } catch (thrown) {
      return { refusal: (thrown as { refusalName: string }).refusalName }
    }
  }
  assert.deepEqual(await ask(0, 'eva', {}, 'x'.repeat(75)), { refusal: 'event-link-closed' })
  assert.equal((await ask(0, 'eva'))['answer'], 'invited')
  assert.equal((await ask(1, 'eva', { answer: 'maybe' }))['refusal'], 'input-invalid')
  assert.equal((await ask(1, 'eva', { answer: 'coming', guests: 5 }))['refusal'], 'too-many-guests')
  const eva = await ask(1, 'eva', { answer: 'coming', guests: 1, diets: ['vegan', 'vegan', 'bad'], dietNote: 'celery' })
  assert.deepEqual([eva['answer'], eva['guests'], eva['diets'], eva['dietNote']], ['coming', 1, ['vegan'], 'celery'])
  assert.equal((await ask(1, 'ana', { answer: 'coming', guests: 0 }))['answer'], 'waiting')
  await office.done(o.noteAnswer, { id, registrationId: registered.get('piet')!, answer: 'coming', guests: 0 }, elin)
  assert.equal(await refused(o.noteAnswer, { id, registrationId: newId(), answer: 'coming' }), 'registration-unknown')
  assert.equal(await refused(o.stateDiets, { id, diets: ['vegan'] }, karin), 'outing-not-coming')
  sent.length = 0
  await ask(1, 'eva', { answer: 'declined' })
  await office.runJobs()
  assert.deepEqual(
    sent.map(mail => [mail.to.name, mail.subject]).toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)),
    [
      ['ana', 'Aveți loc: Outing'],
      ['piet', 'U hebt een plaats: Outing'],
    ],
  )
  await office.done(o.changeOuting, { id, capacity: 10 }, elin)
  await office.done(o.register, { id }, elin)
  await office.done(o.stateDiets, { id, diets: ['vegan', 'gluten'], note: 'no celery' }, elin)
  await ask(1, 'ana', { answer: 'coming', guests: 0, diets: ['vegan'] })
  const seen = await see(id, karin)
  assert.deepEqual(seen.dietTotals, [
    { diet: 'vegan', count: 2 },
    { diet: 'gluten', count: 1 },
  ])
  assert.deepEqual(seen.dietNotes, ['no celery'])
  assert.deepEqual([seen.myDiets, (await see(id)).myDiets], [[], ['vegan', 'gluten']])
  assert.ok(!JSON.stringify(seen.registrations).includes('vegan'))

  // food: only totals leave the house; without an address it is a task
  const ordered = await office.dispatch(o.orderFood, { forId: id, what: 'Fika', deliverAt: day.startsAt }, elin)
  assert.ok(ordered.status === 'done' && ordered.undo)
  const [order] = (await see(id)).food
  assert.deepEqual([order!.heads, order!.how], [3, 'task'])
  assert.match(
    order!.body,
    /for 3 people:\n\nFika\n\nDelivery: Friday.*\n\nPlace: Marstrand\n\nAmong them:\n– 2 × Vegan\n– 1 × Without gluten\n– no celery/s,
  )
  const foodTasks = async () => {
    const rows = await office.query(listTasks, { sourceId: id }, elin)
    assert.ok(rows.status === 'done')
    return rows.output.rows
      .filter(task => task.state === 'open')
      .map(task => task.title)
      .sort()
  }
  assert.deepEqual(await foodTasks(), ['Order the food: Outing', 'Plan: Outing'])
  await office.done(o.cancelFood, { forId: id, orderId: order!.id }, elin)
  assert.equal(await refused(o.cancelFood, { forId: id, orderId: order!.id }), 'food-order-unknown')
  assert.deepEqual(await foodTasks(), ['Plan: Outing'])

  const tags = await outingRoutes[0]!.answer(office.kernel, {
    params: { id },
    query: {},
    caller: { organisationId, principalId: elin.id, mandateId: null },
    requestId: newId(),
  })
  assert.equal((tags.body as Buffer).subarray(0, 5).toString(), '%PDF-')
  await backAndForth(o.checkIn, { id, registrationId: registered.get('ana')! }, id)
  assert.equal(await refused(o.checkIn, { id, registrationId: registered.get('eva')! }), 'outing-not-coming')

  assert.equal(await refused(o.askFeedback, { id }), 'feedback-too-early')
  it.goTo('2027-06-12')
  assert.equal((await ask(1, 'eva', { answer: 'coming' }))['refusal'], 'registration-closed')
  sent.length = 0
  await office.done(o.askFeedback, { id }, elin)
  await office.runJobs()
  assert.deepEqual(sent.map(mail => mail.to.name).sort(), ['ana', 'piet'])
  assert.equal((await ask(2, 'ana', { rating: 9 }))['refusal'], 'input-invalid')
  assert.equal((await ask(2, 'eva', { rating: 5 }))['refusal'], 'outing-not-coming')
  await ask(2, 'ana', { rating: 4, text: 'Good boat' })
  await office.done(o.giveFeedback, { id, rating: 5 }, elin)
  const after = await see(id)
  assert.deepEqual(after.feedback, { count: 2, average: 4.5, texts: ['Good boat'] })

  // two weeks later nothing is left of who eats what, in the journal neither
  const due = async () => {
    const answer = await office.query(o.dueNow, {}, system)
    assert.ok(answer.status === 'done')
    return answer.output.diets
  }
  it.goTo('2027-06-25')
  assert.deepEqual(await due(), [])
  it.goTo('2027-06-26')
  assert.deepEqual(await due(), [id])
  const inJournal = async () =>
    Number(
      (
        await office.superuser.query(
          "select count(*) from kernel.journal_body where organisation_id = $1 and (convert_from(body, 'UTF8') like '%celery%' or convert_from(body, 'UTF8') like '%gluten%')",
          [organisationId],
        )
      ).rows[0].count,
    )
  assert.ok((await inJournal()) > 0)
  const { lines } = await office.done(o.eraseDiets, { id }, system)
  assert.ok(lines >= 3)
  assert.equal(await inJournal(), 0)
  assert.ok(!JSON.stringify((await see(id)).food).includes('gluten'))
  assert.deepEqual([await due(), (await see(id)).dietTotals, (await see(id)).dietsErased], [[], [], true])
  setMailDoor(null)
})

test('it lies in the calendars of those who come, and is moved from there too; guests hear of it once', async () => {
  const { office, elin, karin } = it
  it.goTo('2027-05-01')
  const sent: OutgoingMail[] = []
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  const id = await made({ title: 'Fair', place: 'Svenska Mässan' })
  const event = async (as = elin) => {
    const { eventId } = await see(id)
    const answer = await office.query(getEvent, { id: eventId! }, as)
    assert.ok(answer.status === 'done', JSON.stringify(answer))
    return answer.output
  }
  await office.runJobs()
  assert.deepEqual(
    [(await event()).start, (await event()).place, (await event()).guests],
    ['2027-06-11T10:00:00Z', 'Svenska Mässan', []],
  )
  await office.done(o.inviteGuests, { id, guests: [{ name: 'Eva', email: 'eva@fair.example', language: 'sv' }] }, elin)
  await office.done(o.register, { id }, karin)
  await office.runJobs()
  assert.equal((await event(karin)).answer, 'accepted')
  assert.deepEqual(
    sent.map(mail => mail.subject),
    ['Inbjudan: Fair'],
  )
  // moved on the page: the calendars follow; taken back within seconds nobody outside has heard of it
  const later = { startsAt: '2027-06-12T10:00:00Z', endsAt: '2027-06-12T18:00:00Z' }
  await office.done(o.changeOuting, { id, ...later }, elin)
  await office.done(o.changeOuting, { id, ...day }, elin)
  await office.runJobs()
  assert.equal(sent.length, 1)
  await office.done(o.changeOuting, { id, ...later }, elin)
  await office.runJobs()
  assert.equal((await event(karin)).start, later.startsAt)
  // moved in a calendar program: the outing follows
  const { eventId } = await see(id)
  const when = { allDay: false, start: '2027-06-13T12:00', end: '2027-06-13T20:00', zone: 'Europe/Stockholm' }
  await office.done(moveEvent, { id: eventId!, when } as never, elin)
  assert.deepEqual([(await see(id)).startsAt, (await see(id)).endsAt], ['2027-06-13T10:00:00Z', '2027-06-13T18:00:00Z'])
  await office.runJobs()
  assert.deepEqual(sent.map(mail => mail.subject).slice(1), ['Ny tid eller plats: Fair', 'Ny tid eller plats: Fair'])
  assert.match(sent[2]!.text, /söndag.* 13 juni 2027.*12:00.20:00\nSvenska Mässan/s)
  assert.match(String(sent[2]!.attachments![0]!.content), /DTSTART:20270613T100000Z[\s\S]*LOCATION:Svenska Mässan/)
  assert.notEqual(sent[1]!.id, sent[2]!.id)
  await office.done(o.decline, { id }, karin)
  await office.runJobs()
  assert.deepEqual((await event()).guests, [])
  await office.done(o.cancelOuting, { id }, elin)
  await office.runJobs()
  assert.equal((await event()).status, 'cancelled')
  await office.done(o.restoreOuting, { id }, elin)
  await office.runJobs()
  assert.equal((await event()).status, 'confirmed')
  setMailDoor(null)
})

test('bills coded to its project count as cost, beside what papers and people say; credit notes the other way', async () => {
  const { office, elin, organisationId } = it
  it.goTo('2027-05-01')
  const id = await made()
  const project = { dimension: '6', code: 'SUMMER' }
  const lines = [
    { what: 'Boat', planned: sek('3000.00') },
    { what: 'Lunch', planned: sek('1000.00'), actual: sek('900.00') },
  ]
  assert.equal(await refused(o.setBudget, { id, lines, project }), 'outing-project-unknown')
  const run = (text: string, values: unknown[]) => office.superuser.query(text, [organisationId, ...values])
  await run("insert into ledger.dimension (organisation_id, code, name) values ($1, '6', 'Project')", [])
  await run("insert into ledger.dimension_value values ($1, '6', 'SUMMER', 'Summer outing', true)", [])
  await backAndForth(o.setBudget, { id, lines, project }, id)
  const bill = async (kind: string, net: bigint, code: string, vatCode: string | null) => {
    const billId = await insertRecord(office, organisationId, 'bill', `${kind} ${net}`)
    await run(
      `insert into payables.bill (organisation_id, id, kind, state, origin, supplier_name, issued_on, due_on, book_on, received_on,
        currency, total_minor, method, remaining_minor)
      values ($1, $2, $3, 'to-code', 'hand', 'Styrsöbolaget', '2027-05-01', '2027-05-31', '2027-05-01', '2027-05-01', 'SEK', $4, 'transfer', $4)`,
      [billId, kind, net * 2n],
    )
    await run(
      `insert into payables.bill_line (organisation_id, bill_id, position, net_minor, vat_minor, vat_code, dimensions)
      values ($1, $2, 1, $3, $4, $5, $6)`,
      [billId, net, net / 4n, vatCode, JSON.stringify({ 6: code })],
    )
    return billId
  }
  await bill('bill', 280_000n, 'SUMMER', 'I25')
  await bill('bill', 40_000n, 'SUMMER', null)
  await bill('credit-note', 20_000n, 'SUMMER', 'I25')
  await bill('bill', 99_900n, 'OTHER', 'I25')
  await office.done(o.register, { id }, elin)
  const seen = await see(id)
  assert.deepEqual(seen.project, { ...project, name: 'Summer outing' })
  assert.deepEqual(
    seen.bills.map(one => one.cost.amount),
    ['2800.00', '500.00', '-200.00'],
  )
  assert.deepEqual([seen.planned, seen.actual, seen.perHead], [sek('4000.00'), sek('4000.00'), sek('4000.00')])
})

test('name tags on every sheet: one for each who comes, and a page for each sheet that is full', async () => {
  const tags = Array.from({ length: 22 }, (_, at) => ({
    name: `Guest ${at} of a name that is rather long`,
    under: 'Fair',
  }))
  for (const [name, { across, down }] of Object.entries(sheets)) {
    const pdf = (await nameTagsPdf('Tags', tags, name as SheetName)).toString('latin1')
    assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, Math.ceil(22 / (across * down)), name)
  }
})
