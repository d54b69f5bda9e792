import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import * as work from '../work/contract.ts'
import { refusalOf } from '../work/testing.ts'
import * as matters from './contract.ts'
import { type MattersOffice, mattersOffice } from './testing.ts'

let it: MattersOffice
before(async () => {
  it = await mattersOffice()
})
after(() => it.office.close())

const open = (facts: Record<string, unknown> = {}, who = it.elin) =>
  it.office.done(matters.createMatter, { name: 'Lease of floor two', ...facts }, who)

async function detail(id: string, who = it.elin) {
  const answer = await it.office.query(matters.getMatter, { id }, who)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return (answer as { output: Awaited<ReturnType<typeof it.office.done<never, never, never, never>>> })
    .output as never as {
    matter: {
      number: string
      owner: { id: string }
      openTasks: number
      bound: number
      late: boolean
      state: string
      outcome: string | null
      waitingFor: string | null
      waitingUntil: string | null
    }
    result: string | null
    tasks: { id: string; made: boolean; state: string }[]
    bound: { record: { id: string; title: string }; amount: { amount: string; currency: string } | null }[]
    sums: { amount: { amount: string; currency: string }; papers: number }[]
    left: { amount: string } | null
    parties: { party: { id: string }; role: string }[]
    checklist: { itemId: string; text: string; tickedAt: string | null }[]
    merged: { title: string }[]
    can: { command: string }[]
    record: { version: number; state: string }
  }
}

test('numbers run without gaps within their year; what comes to nothing gives its number back; a new year begins anew', async () => {
  const { office, elin } = it
  const first = await open()
  assert.match(first.number, /^2026-\d{3}$/)
  const serial = Number(first.number.slice(5))
  const next = `2026-${String(serial + 1).padStart(3, '0')}`
  const dry = await office.dispatch(matters.createMatter, { name: 'Only tried' }, elin, { dryRun: true })
  assert.equal(dry.status === 'done' && dry.output.number, next)
  const refused = await office.dispatch(
    matters.createMatter,
    { name: 'Backwards', startOn: '2026-12-02', targetOn: '2026-12-01' },
    elin,
  )
  assert.equal(refusalOf(refused), 'target-before-start')
  const [one, two, three] = await Promise.all([open(), open(), open()])
  assert.deepEqual(
    [one, two, three].map(({ number }) => Number(number.slice(5)) - serial).sort((a, b) => a - b),
    [1, 2, 3],
  )
  office.setClock(Temporal.Instant.from('2026-12-31T23:30:00Z'))
  assert.equal((await open()).number, '2027-001')
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
  const { rows } = await office.superuser.query(
    'select array_agg(serial order by serial)::int[] as serials from matters.matter where year = 2026',
  )
  assert.deepEqual(
    rows[0].serials,
    Array.from({ length: rows[0].serials.length }, (_, at) => at + 1),
  )
})

test('a kind may have a series and a list of its own; two series never write the same numbers', async () => {
  const { office, elin } = it
  const kind = await office.done(
    matters.createKind,
    { name: 'Tenders', pattern: 'A{yy}/{nn}', checklist: ['Offer sent', 'Answer'] },
    elin,
  )
  const plain = await office.done(matters.createKind, { name: 'Questions' }, elin)
  assert.equal((await open({ kindId: kind.id })).number, 'A26/01')
  const { number, id } = await open({ kindId: kind.id })
  assert.equal(number, 'A26/02')
  assert.deepEqual(
    (await detail(id)).checklist.map(({ text }) => text),
    ['Offer sent', 'Answer'],
  )
  assert.match((await open({ kindId: plain.id })).number, /^2026-/)
  const clash = await office.dispatch(matters.createKind, { name: 'Twin', pattern: 'a{yy}/{n}' }, elin)
  assert.equal(refusalOf(clash), 'number-pattern-taken')
  assert.equal(
    refusalOf(await office.dispatch(matters.createKind, { name: 'X', pattern: '{yyyy}' }, elin)),
    'number-pattern-invalid',
  )
  await office.done(matters.changeKind, { id: kind.id, pattern: 'A{yy}-{nnn}' }, elin)
  assert.equal((await open({ kindId: kind.id })).number, 'A26-003')
  await office.done(matters.retireKind, { id: kind.id }, elin)
  assert.equal(
    refusalOf(await office.dispatch(matters.createMatter, { name: 'Late', kindId: kind.id }, elin)),
    'matter-kind-retired',
  )
  const kinds = await office.query(matters.listKinds, {}, elin)
  assert.ok(kinds.status === 'done')
  const standard = kinds.output.rows.find(row => row.standard)!
  assert.equal(refusalOf(await office.dispatch(matters.retireKind, { id: standard.id }, elin)), 'matter-kind-standard')
  assert.equal((await open()).number, standard.nextNumber)
})

test('every act on a matter is refused to strangers and stale versions, tried without a trace, and undone', async () => {
  const { office, elin, karin, visitor, organisationId } = it
  const stranger = office.principal(await office.openOrganisation())
  const paper = await it.record('document', 'Lease, draft 3')
  const party = await it.record('organisation', 'Wallenstam AB')
  const other = await open({ name: 'The same again' })
  const facts = async (id: string) => {
    const { rows } = await office.superuser.query(
      `select m.*, r.title, r.merged_into,
         (select jsonb_agg(to_jsonb(p) order by p.party_id, p.role) from matters.party p where p.matter_id = m.id) as parties,
         (select jsonb_agg(b.record_id order by b.record_id) from matters.binding b where b.matter_id = m.id) as bound,
         (select jsonb_agg(jsonb_build_array(i.text, i.ticked_at is not null) order by i.position) from matters.checklist_item i where i.matter_id = m.id) as items,
         (select count(*)::int from kernel.derivation d join kernel.record f on f.id = d.record_id and f.kind <> 'task' where d.source_id = m.id) as followers
       from matters.matter m join kernel.record r on r.id = m.id where m.id = $1`,
      [id],
    )
    return rows[0]
  }
  const cases: readonly (readonly [Command, Record<string, unknown>])[] = [
    [
      matters.changeMatter,
      {
        name: 'Lease of floor three',
        targetOn: '2127-01-01',
        note: 'n',
        forId: party,
        budget: { amount: '1000.00', currency: 'SEK' },
      },
    ],
    [matters.handOver, { ownerId: karin.id, note: 'Read draft 3' }],
    [matters.waitMatter, { waitingFor: 'The landlord', waitingUntil: '2026-12-01' }],
    [matters.closeMatter, { outcome: 'settled', result: 'Signed' }],
    [matters.bindRecord, { recordId: paper }],
    [matters.addParty, { partyId: party, role: 'counterpart' }],
    [matters.addItem, { text: 'Signed by both' }],
    [matters.mergeMatters, { mergedId: other.id }],
  ]
  for (const [command, extra] of cases) {
    const { id } = await open()
    const first = await facts(id)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, { id, ...extra }, who)), 'record-not-found', command.name)
    const nobody = office.principal(organisationId, { permissions: new Map() })
    assert.equal(refusalOf(await office.dispatch(command, { id, ...extra }, nobody)), 'act-not-permitted', command.name)
    assert.equal(
      refusalOf(await office.dispatch(command, { id, expectedVersion: 9, ...extra }, elin)),
      'version-changed',
      command.name,
    )
    assert.equal(
      (await office.dispatch(command, { id, ...extra }, elin, { dryRun: true })).status,
      'done',
      command.name,
    )
    assert.deepEqual(await facts(id), first, `${command.name} left a trace of a dry run`)
    const outcome = await office.dispatch(command, { id, expectedVersion: 1, ...extra }, elin, {
      key: `${command.name}`,
    })
    const again = await office.dispatch(command, { id, expectedVersion: 1, ...extra }, elin, { key: `${command.name}` })
    assert.ok(outcome.status === 'done' && again.status === 'done', `${command.name} ${JSON.stringify(outcome)}`)
    assert.deepEqual(again.output, outcome.output)
    const changed = command === matters.mergeMatters ? await facts(other.id) : await facts(id)
    assert.notDeepEqual(changed, first, `${command.name} changed nothing`)
    const inverse = office.kernel.registry.commands.find(one => one.name === outcome.undo!.command)!
    await office.done(inverse, outcome.undo!.input as never, elin)
    assert.deepEqual(await facts(id), first, `${command.name} was not undone`)
  }
})

test('what is bound is at least as confidential as its matter, then and later, and itself again when it is taken out', async () => {
  const { office, elin, visitor } = it
  const paper = await it.record('document', 'Offer of Hisings', { class: 0 })
  const strict = await it.record('document', 'Medical note', { class: 3 })
  const { id } = await open({ class: 1, bind: [paper, strict] })
  assert.deepEqual(await it.standing(paper), { class: 1, audience: null, own_class: 0 })
  assert.equal((await it.standing(strict)).class, 3)
  const task = await office.done(work.createTask, { title: 'Ask for the keys', sourceId: paper }, elin)
  await office.superuser.query('update kernel.record set class = 2, audience = $2 where id = $1', [id, [elin.id]])
  for (const one of [paper, task.id])
    assert.deepEqual((await it.standing(one)).audience, [elin.id], 'what follows follows')
  assert.equal((await it.standing(paper)).class, 2)
  const search = await office.superuser.query('select 1 from kernel.search_entry where record_id = $1 and class = 2', [
    task.id,
  ])
  assert.equal(search.rowCount, 1, 'and is found by those alone who may see it')
  assert.equal(refusalOf(await office.query(matters.getMatter, { id }, visitor)), 'record-not-found')
  await office.done(matters.unbindRecord, { id, recordId: paper }, elin)
  assert.deepEqual(await it.standing(paper), { class: 0, audience: null, own_class: null })
  assert.equal((await it.standing(strict)).class, 3)
  assert.equal(
    refusalOf(await office.dispatch(matters.unbindRecord, { id, recordId: paper }, elin)),
    'record-not-bound',
  )
  assert.equal(refusalOf(await office.dispatch(matters.bindRecord, { id, recordId: strict }, elin)), 'record-bound')
  const someone = await it.record('person', 'Karin Berg')
  assert.equal(
    refusalOf(await office.dispatch(matters.bindRecord, { id, recordId: someone }, elin)),
    'record-not-bindable',
  )
})

test('what is made within a matter stays as confidential as it, also when it was bound and taken out', async () => {
  const { office, elin } = it
  const { id } = await open({ class: 2 })
  const task = await office.done(work.createTask, { title: 'Inside', sourceId: id }, elin)
  await office.done(matters.bindRecord, { id, recordId: task.id }, elin)
  await office.done(matters.unbindRecord, { id, recordId: task.id }, elin)
  assert.equal((await it.standing(task.id)).class, 2)
  assert.deepEqual(
    (await detail(id)).tasks.map(one => [one.id, one.made]),
    [[task.id, true]],
  )
})

test('a reader is shown and counted only what he may see', async () => {
  const { office, elin, organisationId } = it
  const clerk = office.principal(organisationId, { clearance: 1 })
  const [plain, secret] = [await it.record('document', 'Plain'), await it.record('document', 'Secret', { class: 3 })]
  const { id } = await open({ bind: [plain, secret] })
  const hidden = await office.done(work.createTask, { title: 'Hidden', sourceId: secret }, elin)
  await office.done(matters.bindRecord, { id, recordId: hidden.id }, elin)
  const seen = await detail(id, clerk)
  assert.deepEqual([seen.bound.map(one => one.record.title), seen.tasks.length], [['Plain'], 0])
  assert.deepEqual([seen.matter.bound, seen.matter.openTasks], [1, 0])
  assert.deepEqual([(await detail(id)).matter.bound, (await detail(id)).matter.openTasks], [2, 1])
  assert.ok(!JSON.stringify(seen).includes('Secret') && !JSON.stringify(seen).includes('Hidden'))
})

test('closing: each open task is decided, what is missing is accepted; reopening opens them again', async () => {
  const { office, elin } = it
  const { id } = await open()
  const make = (title: string) => office.done(work.createTask, { title, sourceId: id }, elin)
  const [done, dropped, kept] = [await make('Sign'), await make('Frame it'), await make('Move in')]
  await office.done(matters.addItem, { id, text: 'Deposit paid' }, elin)
  const bare = await office.dispatch(matters.closeMatter, { id, outcome: 'settled' }, elin)
  assert.ok(bare.status === 'refused')
  assert.deepEqual([bare.refusal.name, bare.refusal.data['count']], ['matter-has-open', 3])
  const decided = [
    { id: done.id, how: 'complete' as const },
    { id: dropped.id, how: 'drop' as const },
    { id: kept.id, how: 'keep' as const },
  ]
  assert.equal(
    refusalOf(await office.dispatch(matters.closeMatter, { id, outcome: 'settled', open: decided }, elin)),
    'matter-lacks',
  )
  const closed = await office.dispatch(
    matters.closeMatter,
    { id, outcome: 'settled', result: 'Signed', open: decided, despiteMissing: true },
    elin,
  )
  assert.ok(closed.status === 'done', JSON.stringify(closed))
  const states = async () => Object.fromEntries((await detail(id)).tasks.map(task => [task.id, task.state]))
  assert.deepEqual(await states(), { [done.id]: 'done', [dropped.id]: 'dropped', [kept.id]: 'open' })
  assert.equal(refusalOf(await office.dispatch(matters.changeMatter, { id, name: 'X' }, elin)), 'matter-closed')
  assert.ok((await detail(id)).can.some(({ command }) => command === 'matters.reopen-matter'))
  const reopened = await office.dispatch(matters.reopenMatter, closed.undo!.input as never, elin)
  assert.ok(reopened.status === 'done')
  assert.deepEqual(await states(), { [done.id]: 'open', [dropped.id]: 'open', [kept.id]: 'open' })
  assert.equal(reopened.undo!.command, matters.closeMatter.name)
  const again = await office.dispatch(matters.closeMatter, reopened.undo!.input as never, elin)
  assert.ok(again.status === 'done', JSON.stringify(again))
  assert.deepEqual(await states(), { [done.id]: 'done', [dropped.id]: 'dropped', [kept.id]: 'open' })
  const { matter, result } = await detail(id)
  assert.deepEqual([matter.state, matter.outcome, result], ['closed', 'settled', 'Signed'])
  await office.done(matters.reopenMatter, again.undo!.input as never, elin)
  assert.equal(refusalOf(await office.dispatch(matters.reopenMatter, { id }, elin)), 'matter-not-closed')
  assert.equal(refusalOf(await office.dispatch(matters.resumeMatter, { id }, elin)), 'matter-not-waiting')
})

test('a matter that waited waits again when its closing is undone', async () => {
  const { office, elin } = it
  const { id } = await office.done(matters.createMatter, { name: 'Complaint about the plotter' }, elin)
  await office.done(matters.waitMatter, { id, waitingFor: 'The technician', waitingUntil: '2126-12-01' }, elin)
  const closed = await office.dispatch(matters.closeMatter, { id, outcome: 'settled' }, elin)
  assert.ok(closed.status === 'done')
  await office.done(matters.reopenMatter, closed.undo!.input as never, elin)
  const { matter } = await detail(id)
  assert.deepEqual(
    [matter.state, matter.waitingFor, String(matter.waitingUntil)],
    ['waiting', 'The technician', '2126-12-01'],
  )
})

test('handing over: the new owner finds a task with the note; taking it back takes the task back', async () => {
  const { office, elin, karin } = it
  const { id } = await open()
  const outcome = await office.dispatch(matters.handOver, { id, ownerId: karin.id, note: 'Draft 3 is the last.' }, elin)
  assert.ok(outcome.status === 'done')
  const [task] = (await detail(id, karin)).tasks
  const seen = await office.query(work.getTask, { id: task!.id }, karin)
  assert.ok(seen.status === 'done')
  assert.deepEqual([seen.output.task.owner?.id, seen.output.note], [karin.id, 'Draft 3 is the last.'])
  await office.done(matters.handOver, outcome.undo!.input as never, elin)
  assert.deepEqual([(await detail(id)).matter.owner.id, (await detail(id)).tasks[0]!.state], [elin.id, 'dropped'])
  const nobody = await office.dispatch(matters.handOver, { id, ownerId: id }, elin)
  assert.equal(refusalOf(nobody), 'owner-unknown')
})

test('money: bound papers are summed by currency against the budget; above one’s limit a budget is asked for', async () => {
  const { office, organisationId, superuser } = { ...it, superuser: it.office.superuser }
  const bills: string[] = []
  for (const [total, currency] of [
    [150_000n, 'SEK'],
    [25_050n, 'SEK'],
    [9_900n, 'EUR'],
  ] as const) {
    const bill = await it.record('document', `Bill ${total}`)
    const file = await it.record('file', 'x')
    await superuser.query(`insert into kernel.file values ($1, $2, sha256('x'), 1, 'application/pdf', 'x', now())`, [
      organisationId,
      file,
    ])
    await superuser.query(
      `insert into documents.document (organisation_id, id, file_id, digest, name, state, received_at, arrived_by, kind, total_minor, currency)
       values ($1, $2, $3, sha256('x'), 'x', 'to-confirm', now(), 'upload', 'invoice', $4, $5)`,
      [organisationId, bill, file, total, currency],
    )
    bills.push(bill)
  }
  const { id } = await open({ budget: { amount: '2000.00', currency: 'SEK' }, bind: bills.slice(0, 2) })
  const first = await detail(id)
  assert.deepEqual(first.sums, [{ amount: { amount: '1750.50', currency: 'SEK' }, papers: 2 }])
  assert.equal(first.left?.amount, '249.50')
  await office.done(matters.bindRecord, { id, recordId: bills[2]! }, it.elin)
  const both = await detail(id)
  assert.deepEqual(
    both.sums.map(({ amount }) => amount),
    [
      { amount: '99.00', currency: 'EUR' },
      { amount: '1750.50', currency: 'SEK' },
    ],
  )
  assert.equal(both.left, null)
  const small = await it.colleague('Small', { permissions: new Map([['*', { minor: 100_000n, currency: 'SEK' }]]) })
  const asked = await office.dispatch(
    matters.createMatter,
    { name: 'Dear', budget: { amount: '1000.01', currency: 'SEK' } },
    small,
  )
  assert.equal(asked.status, 'asked')
  const within = await office.dispatch(
    matters.createMatter,
    { name: 'Cheap', budget: { amount: '1000.00', currency: 'SEK' } },
    small,
  )
  assert.equal(within.status, 'done')
})

test('merging: all that one holds comes to the other, its number leads there, and it can be taken apart', async () => {
  const { office, elin } = it
  const [a, b] = [
    await it.record('document', 'Paper A', { class: 0 }),
    await it.record('document', 'Paper B', { class: 0 }),
  ]
  const party = await it.record('organisation', 'Castellum AB')
  const kept = await open({ name: 'Kept', bind: [a], class: 1 })
  const merged = await open({ name: 'Merged', bind: [a, b], class: 1 })
  for (const id of [kept.id, merged.id])
    await office.done(matters.addParty, { id, partyId: party, role: 'client' }, elin)
  await office.done(matters.addItem, { id: merged.id, text: 'Keys' }, elin)
  const task = await office.done(work.createTask, { title: 'From the merged one', sourceId: merged.id }, elin)
  const secret = await open({ name: 'Stricter', class: 3 })
  assert.equal(
    refusalOf(await office.dispatch(matters.mergeMatters, { id: kept.id, mergedId: secret.id }, elin)),
    'matter-laxer',
  )
  assert.equal(
    refusalOf(await office.dispatch(matters.mergeMatters, { id: kept.id, mergedId: kept.id }, elin)),
    'matter-same',
  )
  const outcome = await office.dispatch(matters.mergeMatters, { id: kept.id, mergedId: merged.id }, elin)
  assert.ok(outcome.status === 'done', JSON.stringify(outcome))
  const both = await detail(kept.id)
  assert.deepEqual(both.bound.map(one => one.record.title).sort(), ['Paper A', 'Paper B'])
  assert.deepEqual([both.parties.length, both.checklist.length, both.tasks[0]?.id], [1, 1, task.id])
  assert.deepEqual(
    both.merged.map(one => one.title),
    [`${merged.number} Merged`],
  )
  assert.equal(refusalOf(await office.query(matters.getMatter, { id: merged.id }, elin)), 'record-not-found')
  const listed = await office.query(matters.listMatters, { text: merged.number }, elin)
  assert.deepEqual(
    listed.status === 'done' && listed.output.rows.map(row => row.number),
    [],
    'the list knows the kept one',
  )
  await office.done(matters.unmergeMatters, outcome.undo!.input as never, elin)
  const apart = await detail(merged.id)
  assert.deepEqual([apart.bound.length, apart.parties.length, apart.checklist.length, apart.tasks.length], [2, 1, 1, 1])
  assert.deepEqual(
    (await detail(kept.id)).bound.map(one => one.record.title),
    ['Paper A'],
  )
  assert.equal((await it.standing(b)).class, 1)
  await office.done(matters.unbindRecord, { id: merged.id, recordId: b }, elin)
  assert.equal((await it.standing(b)).class, 0, 'nothing is left of following')
})

test('lists: by number, words, state, owner, party, target; page by page in every order without loss', async () => {
  const { office, karin } = it
  const me = await it.colleague('Lister')
  const made: string[] = []
  for (let n = 0; n < 7; n++)
    made.push(
      (await open({ name: `Räksmörgås ${7 - n}${n === 4 ? ' tre' : ''}`, targetOn: `2026-12-0${n + 1}` }, me)).id,
    )
  const ids = async (input: Record<string, unknown>) => {
    const answer = await office.query(matters.listMatters, { ownerId: me.id, ...input }, karin)
    assert.ok(answer.status === 'done', JSON.stringify(answer))
    return answer.output
  }
  assert.equal((await ids({})).total, 7)
  assert.deepEqual(
    (await ids({ text: 'raksmorgas tre' })).rows.map(row => row.name),
    ['Räksmörgås 3 tre'],
  )
  await office.done(matters.closeMatter, { id: made[0]!, outcome: 'mistake' }, me)
  assert.equal((await ids({ states: ['open', 'waiting'] })).total, 6)
  assert.equal((await ids({ targetFrom: '2026-12-03', targetTo: '2026-12-04' })).total, 2)
  office.setClock(Temporal.Instant.from('2026-12-05T08:00:00Z'))
  assert.equal((await ids({ late: true })).total, 3)
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
  for (const sort of ['-number', 'number', 'target', 'name', '-changed'] as const) {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await ids({ sort, limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.rows.map(row => row.id))
      after = page.next
    } while (after)
    assert.equal(new Set(seen).size, 7, sort)
    if (sort === 'number' || sort === 'target') assert.deepEqual(seen, made, sort)
    if (sort === '-number' || sort === 'name') assert.deepEqual(seen, made.toReversed(), sort)
  }
})

test('the cover sheet bears a code that leads to the matter', async () => {
  const { id } = await open()
  const cover = await it.office.query(matters.getCover, { id }, it.elin)
  assert.ok(cover.status === 'done')
  assert.match(cover.output.address, new RegExp(`/matters/${id}$`))
  assert.match(cover.output.code.path, /^(M\d+ \d+h1v1h-1z)+$/)
  assert.ok(cover.output.code.size >= 29)
})
