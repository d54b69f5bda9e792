import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { newId } from '../../kernel/ids.ts'
import { type OutgoingMail, setMailDoor } from '../../kernel/mail/door.ts'
import { cancelEvent, createEvent, moveEvent } from '../calendar/contract.ts'
import { completeTask, listTasks } from '../work/contract.ts'
import { createProcedure, getRun, listRuns } from '../procedures/contract.ts'
import * as m from './contract.ts'
import { meetingRoutes } from './index.ts'
import { insertRecord, type MeetingsOffice, meetingsOffice, refusalOf } from './testing.ts'

let it: MeetingsOffice
before(async () => {
  it = await meetingsOffice()
})
after(() => it.office.close())

const slot = (day: string, from = '08:00', until = '09:00') => ({
  startsAt: `${day}T${from}:00Z`,
  endsAt: `${day}T${until}:00Z`,
})

async function see(id: string) {
  const answer = await it.office.query(m.getMeeting, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

async function tasksOf(id: string) {
  const answer = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}

const refused = async (command: Command, input: object, as = it.elin) =>
  refusalOf(await it.office.dispatch(command, input as never, as))

/** Does it, takes it back, and does it again: what undo gives stands as before. */
async function backAndForth(command: Command, input: object, id: string): Promise<unknown> {
  const facts = async () => {
    const { agenda, people, place, chair, rotates, turns, record } = await see(id)
    const items = agenda.map(({ id: _, ...item }) => item)
    const who = people.map(({ id: _, ...one }) => one)
    return JSON.stringify([items, who, place, chair, rotates, turns, record.title, record.state])
  }
  const was = await facts()
  const first = await it.office.dispatch(command, input as never, it.elin)
  assert.ok(first.status === 'done', JSON.stringify(first))
  assert.ok(first.undo, command.name)
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
  return it.office.done(command, input as never, it.elin)
}

test('prepared: agenda, people, turns; each act can be taken back; the agenda goes out with its papers', async () => {
  const { office, elin, karin, organisationId, system } = it
  it.goTo('2026-11-24')
  const { id } = await office.done(
    m.createMeeting,
    { title: 'Department meeting', ...slot('2026-12-01'), attendeeIds: [karin.id], agendaDays: 3 },
    elin,
  )
  assert.equal(
    await refused(m.createMeeting, { title: 'X', startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T09:00:00Z' }),
    'meeting-reversed',
  )
  assert.equal(
    await refused(m.createMeeting, { title: 'X', ...slot('2026-12-01'), chairId: newId() }),
    'meeting-person-unknown',
  )
  assert.equal(await refused(m.sendAgenda, { id }), 'agenda-empty')
  assert.equal(await refused(m.finishMinutes, { id }), 'meeting-not-so-far')
  const paper = await insertRecord(office, organisationId, 'document', 'Budget.pdf')
  await backAndForth(
    m.addItem,
    { id, title: 'Budget', kind: 'decision', minutes: 20, ownerId: karin.id, documentIds: [paper] },
    id,
  )
  await office.done(m.addItem, { id, title: 'Round the table', standing: true }, elin)
  const [budget, round] = (await see(id)).agenda
  assert.deepEqual([budget!.documents.map(one => one.title), budget!.owner?.title], [['Budget.pdf'], 'Karin Öberg'])
  await backAndForth(m.changeItem, { id, itemId: round!.id, title: 'Round', position: 1 }, id)
  assert.deepEqual(
    (await see(id)).agenda.map(item => [item.position, item.title]),
    [
      [1, 'Round'],
      [2, 'Budget'],
    ],
  )
  await backAndForth(m.removeItem, { id, itemId: round!.id }, id)
  await office.done(m.addItem, { id, title: 'Round', standing: true }, elin)
  assert.equal(await refused(m.changeItem, { id, itemId: newId(), title: 'X' }), 'agenda-item-unknown')
  await backAndForth(
    m.changeMeeting,
    { id, place: 'Vinga', turnIds: [elin.id, karin.id], rotates: 'secretary', approverIds: [karin.id] },
    id,
  )
  await backAndForth(m.addAttendee, { id, name: 'Eva Lindholm', email: 'eva@lindholms.example' }, id)
  assert.equal(await refused(m.addAttendee, { id }), 'attendee-nameless')
  assert.equal(await refused(m.addAttendee, { id, personId: karin.id }), 'attendee-there-already')
  assert.equal(await refused(m.removeAttendee, { id, attendeeId: newId() }), 'attendee-unknown')
  await backAndForth(m.cancelMeeting, { id }, id)
  await office.done(m.restoreMeeting, { id }, elin)
  const { asked } = await office.done(m.askPoints, { id, byOn: '2026-11-27' }, elin)
  assert.equal(asked, 1)
  assert.deepEqual(
    (await tasksOf(id)).map(task => [task.title, task.owner?.title]),
    [['Your points for “Department meeting”', 'Karin Öberg']],
  )
  // three days ahead it goes out by itself, once; whoever had no points has none to give any more
  const due = async () =>
    (await office.query(m.dueNow, {}, system)) as unknown as { output: { agendas: string[]; minutes: string[] } }
  it.goTo('2026-11-27')
  assert.deepEqual((await due()).output.agendas, [])
  it.goTo('2026-11-28')
  assert.deepEqual((await due()).output.agendas, [id])
  const sent: OutgoingMail[] = []
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  assert.equal((await office.done(m.raiseDue, { agendas: [{ id }], next: [] }, system)).done, 1)
  await office.runJobs()
  setMailDoor(null)
  assert.deepEqual((await due()).output.agendas, [])
  assert.deepEqual(
    sent.map(mail => [mail.to.address, mail.attachments?.[0]?.content.subarray(0, 5).toString()]),
    [['eva@lindholms.example', '%PDF-']],
  )
  assert.match(sent[0]!.text, /Tuesday.*1 December 2026.*09:00–10:00\nVinga/s)
  assert.deepEqual(
    (await tasksOf(id)).filter(task => task.state === 'open'),
    [],
  )
  const listed = await office.query(m.listMeetings, { box: 'coming', text: 'depart' }, elin)
  assert.ok(listed.status === 'done')
  assert.deepEqual(
    listed.output.rows.map(row => [row.id, row.items, row.attendees]),
    [[id, 2, 3]],
  )
  const paperAnswer = await meetingRoutes[0]!.answer(office.kernel, {
    params: { id },
    query: {},
    caller: { organisationId, principalId: elin.id, mandateId: null },
    requestId: newId(),
  })
  assert.equal(paperAnswer.headers['content-type'], 'application/pdf')
})

test('minutes: typed twice they are one, two who write lose nothing; tasks, approval, numbers, and what comes over', async () => {
  const { office, elin, karin, system, visitor } = it
  it.goTo('2026-12-01')
  const { id } = await office.done(
    m.createMeeting,
    {
      title: 'Board',
      ...slot('2026-12-01'),
      attendeeIds: [karin.id],
      approverIds: [karin.id],
      turnIds: [elin.id, karin.id],
      rotates: 'both',
    },
    elin,
  )
  const item = async (title: string, facts = {}) => (await office.done(m.addItem, { id, title, ...facts }, elin)).itemId
  const [roof, lease, round] = [await item('Roof'), await item('Lease'), await item('Round', { standing: true })]
  await office.done(m.addAttendee, { id, name: 'Eva Lindholm', email: 'eva@lindholms.example' }, elin)
  const line = (typed: string, position: number, itemId: string | null = roof, lineId = newId()) => ({
    lineId,
    itemId,
    position,
    typed,
  })
  const [decided, todo, outside, unclear] = [
    line('d The roof is rebuilt in May', 1),
    line('a karin fri: send the drawings', 2),
    line('a eva mon: send an offer', 3, lease),
    line('a nobody fri: sweep', 4, null),
  ]
  // Karin and Elin write at once, and Elin's goes twice, since the first answer was lost on the way
  const both = await Promise.all([
    office.done(m.writeLines, { id, lines: [decided, todo] }, elin),
    office.done(m.writeLines, { id, lines: [outside, unclear] }, karin),
    office.done(m.writeLines, { id, lines: [decided, todo] }, elin),
  ])
  assert.deepEqual(
    both[0].lines.map(one => [one.kind, one.owner?.title ?? null, one.dueOn]),
    [
      ['decision', null, null],
      ['action', 'Karin Öberg', '2026-12-04'],
    ],
  )
  assert.equal((await see(id)).lines.length, 4)
  const extra = line('gone again', 9)
  await office.done(m.writeLines, { id, lines: [extra] }, elin)
  await office.done(
    m.writeLines,
    { id, lines: [{ ...todo, typed: 'a karin thu: send the drawings' }], removed: [{ lineId: extra.lineId }] },
    elin,
  )
  assert.deepEqual(
    (await see(id)).lines.map(one => one.typed),
    [decided.typed, 'a karin thu: send the drawings', outside.typed, unclear.typed],
  )
  assert.equal(await refused(m.writeLines, { id, lines: [line('x', 1, newId())] }), 'agenda-item-unknown')
  const [first] = (await see(id)).people
  await backAndForth(m.setPresence, { id, attendeeId: first!.id, presence: 'present' }, id)
  assert.equal(await refused(m.getMeeting as never, {}, visitor), 'act-unknown')
  const hidden = await office.query(m.getMeeting, { id }, visitor)
  assert.equal(refusalOf(hidden as never), 'record-not-found')

  assert.equal(await refused(m.approveMinutes, { id }), 'meeting-not-so-far')
  const finished = await office.done(m.finishMinutes, { id }, elin)
  assert.equal(finished.actions, 3)
  const tasks = async () =>
    (await tasksOf(id))
      .map(task => [task.title, task.state, task.owner?.title, task.dueOn])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  assert.deepEqual(await tasks(), [
    ['Approve the minutes: Board', 'open', 'Karin Öberg', '2026-12-08'],
    ['Eva Lindholm: send an offer', 'waiting', 'Elin Bergqvist', '2026-12-07'],
    ['nobody: sweep', 'waiting', 'Elin Bergqvist', '2026-12-04'],
    ['send the drawings', 'open', 'Karin Öberg', '2026-12-03'],
  ])
  const chased = await office.superuser.query('select email, first_after from work.chase where organisation_id = $1', [
    it.organisationId,
  ])
  assert.deepEqual(
    chased.rows.map(row => row.email),
    ['eva@lindholms.example'],
  )
  assert.equal(await refused(m.writeLines, { id, lines: [line('late', 9)] }), 'meeting-not-so-far')
  assert.equal(await refused(m.approveMinutes, { id }), 'minutes-not-yours')
  await office.done(m.sendBackMinutes, { id, because: 'The lease was postponed.' }, karin)
  assert.equal((await see(id)).sentBackBecause, 'The lease was postponed.')
  assert.deepEqual(
    (await tasksOf(id)).filter(task => ['open', 'waiting'].includes(task.state)).map(task => task.title),
    ['Minutes sent back: Board'],
  )
  await office.done(m.writeLines, { id, lines: [line('Postponed.', 5, lease)] }, elin)
  await office.done(m.finishMinutes, { id }, elin)
  assert.equal(
    (await tasksOf(id)).filter(task => task.title === 'send the drawings' && task.state === 'open').length,
    1,
  )
  await office.done(m.approveMinutes, { id }, karin)
  await office.runJobs()
  const held = await see(id)
  assert.deepEqual([held.record.state, held.paperKept, held.lines[0]!.number], ['approved', true, '2026-001'])
  const found = await office.query(m.listDecisions, { text: 'May roof' }, elin)
  assert.ok(found.status === 'done')
  assert.deepEqual(
    found.output.rows.map(row => [row.number, row.text, row.meeting?.title]),
    [['2026-001', 'The roof is rebuilt in May', 'Board']],
  )
  assert.deepEqual(
    held.agenda.map(one => [one.title, one.finished]),
    [
      ['Roof', true],
      ['Lease', false],
      ['Round', false],
    ],
  )

  // what is approved is locked, by the database too
  for (const [command, input] of [
    [m.writeLines, { id, lines: [line('late', 9)] }],
    [m.changeItem, { id, itemId: round, title: 'X' }],
    [m.cancelMeeting, { id }],
    [m.sendBackMinutes, { id, because: 'x' }],
  ] as const)
    assert.equal(await refused(command, input), 'meeting-not-so-far')
  for (const table of ['line', 'item', 'attendee'])
    await assert.rejects(
      office.superuser.query(`delete from meetings.${table} where organisation_id = $1 and meeting_id = $2`, [
        it.organisationId,
        id,
      ]),
      /approved/,
    )
  await office.done(m.addCorrection, { id, text: 'Karin came at item 2.' }, karin)
  assert.deepEqual(
    (await see(id)).corrections.map(one => one.text),
    ['Karin came at item 2.'],
  )
  await office.done(m.fileMinutes, { id }, elin)
  assert.equal(office.waitingJobs.at(-1)?.job.name, 'meetings.file-minutes-paper')

  const next = await office.done(m.createNext, { id, startsAt: '2026-12-08T08:00:00Z' }, elin)
  assert.equal(next.carried, 2)
  assert.equal(await refused(m.createNext, { id, startsAt: '2026-12-15T08:00:00Z' }), 'next-meeting-there')
  assert.equal(await refused(m.createNext, { id: next.id, startsAt: '2026-12-01T08:00:00Z' }), 'meeting-reversed')
  assert.equal(await refused(m.createNext, { id: next.id }), 'meeting-time-unknown')
  const coming = await see(next.id)
  assert.deepEqual(
    coming.agenda.map(one => [one.title, one.carried]),
    [
      ['Lease', true],
      ['Round', true],
    ],
  )
  assert.deepEqual(
    [coming.chair?.title, coming.secretary?.title, coming.people.length],
    ['Elin Bergqvist', 'Karin Öberg', 3],
  )
  // open actions of the meetings before stand on the next one's page until they are done
  assert.deepEqual(coming.actions.map(one => one.text).sort(), [
    'Eva Lindholm: send an offer',
    'nobody: sweep',
    'send the drawings',
  ])
  const drawings = coming.actions.find(one => one.text === 'send the drawings')!
  await office.done(completeTask, { id: drawings.taskId }, karin)
  assert.equal((await see(next.id)).actions.length, 2)
  const open = await office.query(m.listActions, {}, elin)
  assert.ok(open.status === 'done' && open.output.total === 2)

  // the minutes of a meeting that is over are asked for once
  it.goTo('2026-12-09')
  const due = await office.query(m.dueNow, {}, system)
  assert.ok(due.status === 'done')
  assert.ok(due.output.minutes.includes(next.id))
  await office.done(m.awaitMinutes, { id: next.id }, system)
  assert.deepEqual(
    (await tasksOf(next.id)).map(task => [task.title, task.owner?.title]),
    [['Finish the minutes: Board', 'Karin Öberg']],
  )
})

test('the same key twice is one meeting; tried dry nothing is kept; who may not, is refused', async () => {
  const { office, elin, organisationId } = it
  const input = { title: 'Once', ...slot('2026-12-20') }
  const key = newId()
  const [one, two] = [
    await office.dispatch(m.createMeeting, input, elin, { key }),
    await office.dispatch(m.createMeeting, input, elin, { key }),
  ]
  assert.ok(one.status === 'done' && two.status === 'done')
  assert.equal(one.output.id, two.output.id)
  const dry = await office.dispatch(m.cancelMeeting, { id: one.output.id }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.equal((await see(one.output.id)).record.state, 'preparing')
  const reader = office.principal(organisationId, { permissions: new Map([['meetings.list-meetings', null]]) })
  assert.equal(await refused(m.createMeeting, input, reader), 'act-not-permitted')
})

test('of an event: its time, room and guests; what the calendar moves or cancels it follows; a series leads on to its next', async () => {
  const { office, elin, karin, system } = it
  it.goTo('2026-12-10')
  const weekly = {
    title: 'Monday round',
    when: { allDay: false, start: '2026-12-14T09:00', end: '2026-12-14T09:45', zone: 'Europe/Stockholm' },
    repeat: { rule: 'FREQ=WEEKLY;COUNT=4', added: [], leftOut: [] },
    guests: [
      { who: { principalId: karin.id } },
      { who: { email: 'eva@lindholms.example', name: 'Eva Lindholm', partyId: null } },
    ],
  } as const
  const event = await office.done(createEvent, weekly as never, elin)
  const { id } = await office.done(m.prepareEvent, { eventId: event.id }, elin)
  // asked for again it is the same one: whoever comes from the calendar is led to it
  assert.equal((await office.done(m.prepareEvent, { eventId: event.id }, elin)).id, id)
  const first = await see(id)
  assert.deepEqual(
    [first.record.title, first.startsAt, first.endsAt, first.people.map(one => one.name).sort()],
    ['Monday round', '2026-12-14T08:00:00Z', '2026-12-14T08:45:00Z', ['Elin Bergqvist', 'Eva Lindholm', 'Karin Öberg']],
  )
  await office.done(m.addItem, { id, title: 'Round', standing: true }, elin)
  const series = { id: event.id, recurrence: '2026-12-14T09:00:00' }
  await office.done(
    moveEvent,
    { ...series, scope: 'this', when: { ...weekly.when, start: '2026-12-14T13:00', end: '2026-12-14T14:00' } } as never,
    elin,
  )
  assert.equal((await see(id)).startsAt, '2026-12-14T12:00:00Z')
  // a fortnight ahead the next of the row is prepared by itself, with what stands on every agenda
  const due = async () => {
    const answer = await office.query(m.dueNow, {}, system)
    assert.ok(answer.status === 'done')
    return answer.output
  }
  assert.ok(!(await due()).next.includes(id), 'not before it was held')
  it.goTo('2026-12-14', '14:30')
  assert.ok((await due()).next.includes(id))
  assert.equal((await office.done(m.raiseDue, { agendas: [], next: [{ id }] }, system)).done, 1)
  const next = { id: (await see(id)).next!.id }
  const second = await see(next.id)
  assert.deepEqual([second.startsAt, second.eventId, second.agenda.length], ['2026-12-21T08:00:00Z', event.id, 1])
  await office.done(cancelEvent, { id: event.id, scope: 'this', recurrence: '2026-12-21T09:00:00' } as never, elin)
  assert.equal((await see(next.id)).record.state, 'cancelled')
  await office.done(cancelEvent, { id: event.id, scope: 'all' } as never, elin)
  assert.equal((await see(id)).record.state, 'preparing', 'what was held is not called off')
  const days = await office.done(
    createEvent,
    { title: 'Fair', when: { allDay: true, from: '2026-12-28', until: '2026-12-29' } } as never,
    elin,
  )
  const fair = await office.done(m.prepareEvent, { eventId: days.id }, elin)
  assert.equal((await see(fair.id)).record.title, 'Fair')
})

test('set up once it runs by itself: points, agenda, procedure, the next with what is left, until it ends', async () => {
  const { office, elin, karin, system } = it
  it.goTo('2027-01-04')
  const step = { title: 'Order coffee', who: 'starter', due: { from: 'anchor', days: -2 } } as const
  const made = { title: 'Around the meeting', inForce: true, content: { steps: [step] } }
  const { id: procedureId } = await office.done(createProcedure, made as never, elin)
  const row = {
    title: 'Department',
    startsAt: '2027-01-14T08:00:00Z',
    endsAt: '2027-01-14T09:00:00Z',
    rhythm: 'weekly',
    untilOn: '2027-02-28',
    attendeeIds: [karin.id],
    items: [{ title: 'Since last time', minutes: 10 }, { title: 'Round the table' }],
    agendaDays: 2,
    pointsDays: 7,
    procedureId,
  } as const
  assert.equal(await refused(m.createSeries, { ...row, endsAt: row.startsAt }), 'meeting-reversed')
  assert.equal(await refused(m.createSeries, { ...row, untilOn: '2027-01-14' }), 'meeting-series-too-short')
  assert.equal(await refused(m.createSeries, { ...row, attendeeIds: [newId()] }), 'meeting-person-unknown')
  assert.equal(await refused(m.createSeries, { ...row, procedureId: newId() }), 'record-not-found')
  const draft = await office.done(createProcedure, { title: 'Draft' } as never, elin)
  assert.equal(await refused(m.createSeries, { ...row, procedureId: draft.id }), 'meeting-procedure-not-begun')
  const { id, eventId } = await office.done(m.createSeries, row as never, elin)
  const first = await see(id)
  assert.deepEqual(
    [first.agenda.map(one => [one.title, one.minutes, one.standing]), first.people.map(one => one.name)],
    [
      [
        ['Since last time', 10, true],
        ['Round the table', null, true],
      ],
      ['Elin Bergqvist', 'Karin Öberg'],
    ],
  )
  assert.equal(first.eventId, eventId)
  assert.match(first.run!.title, /Around the meeting · Department/)
  const due = async () => {
    const answer = await office.query(m.dueNow, {}, system)
    assert.ok(answer.status === 'done')
    const { agendas, points, next } = answer.output
    return [agendas.includes(id), points.includes(id), next.includes(id)]
  }
  const raise = (what: object) => office.done(m.raiseDue, { agendas: [], next: [], points: [], ...what }, system)
  assert.deepEqual(await due(), [false, false, false])
  it.goTo('2027-01-07', '09:00')
  assert.deepEqual(await due(), [false, true, false])
  assert.equal((await raise({ points: [{ id }] })).done, 1)
  assert.deepEqual(
    (await tasksOf(id)).filter(one => one.title.startsWith('Your')).map(one => [one.owner?.title, one.dueOn]),
    [['Karin Öberg', '2027-01-11']],
  )
  assert.deepEqual(await due(), [false, false, false])
  await office.done(m.addItem, { id, title: 'New copier' }, karin)
  await office.done(m.addItem, { id, title: 'Parking' }, karin)
  it.goTo('2027-01-12', '10:00')
  assert.deepEqual(await due(), [true, false, false])
  await raise({ agendas: [{ id }] })
  it.goTo('2027-01-14', '12:00')
  assert.deepEqual(await due(), [false, false, true])
  await raise({ next: [{ id }] })
  const nextId = (await see(id)).next!.id
  const titles = async () => (await see(nextId)).agenda.map(one => [one.title, one.carried])
  assert.deepEqual(
    (await titles()).map(([title]) => title),
    ['Since last time', 'Round the table', 'New copier', 'Parking'],
  )
  const second = await see(nextId)
  assert.deepEqual([second.startsAt, second.pointsDays, second.procedure?.id], ['2027-01-21T08:00:00Z', 7, procedureId])
  assert.ok(second.run && second.run.id !== first.run!.id)
  // the minutes are finished after the next was prepared: what they finished leaves its agenda
  const copier = (await see(id)).agenda.find(one => one.title === 'New copier')!.id
  const line = { lineId: newId(), itemId: copier, position: 1, typed: 'd It is leased.' }
  await office.done(m.writeLines, { id, lines: [line] }, elin)
  await office.done(m.finishMinutes, { id }, elin)
  assert.deepEqual(
    (await titles()).map(([title]) => title),
    ['Since last time', 'Round the table', 'Parking'],
  )
  // moved, the days of what runs around it move too, and so do the points that were asked for
  const stepOf = async (runId: string) => {
    const answer = await office.query(getRun, { id: runId }, elin)
    assert.ok(answer.status === 'done')
    return answer.output.steps.map(one => one.dueOn)
  }
  assert.deepEqual(await stepOf(second.run!.id), ['2027-01-19'])
  await raise({ points: [{ id: nextId }] })
  const pointsDue = async () =>
    (await tasksOf(nextId)).filter(one => one.title.startsWith('Your')).map(one => one.dueOn)
  assert.deepEqual(await pointsDue(), ['2027-01-18'])
  await office.done(
    moveEvent,
    {
      id: eventId,
      recurrence: '2027-01-21T09:00:00',
      scope: 'this',
      when: { allDay: false, start: '2027-01-27T09:00:00', end: '2027-01-27T10:00:00', zone: 'Europe/Stockholm' },
    } as never,
    elin,
  )
  assert.equal((await see(nextId)).startsAt, '2027-01-27T08:00:00Z')
  assert.deepEqual(await stepOf(second.run!.id), ['2027-01-25'])
  assert.deepEqual(await pointsDue(), ['2027-01-24'])
  // called off as a whole, its meeting and what runs around it are called off too
  await office.done(cancelEvent, { id: eventId, scope: 'all' } as never, elin)
  assert.equal((await see(nextId)).record.state, 'cancelled')
  const runs = await office.query(listRuns, { states: ['cancelled'] } as never, elin)
  assert.ok(runs.status === 'done' && runs.output.rows.some(one => one.id === second.run!.id))
})
