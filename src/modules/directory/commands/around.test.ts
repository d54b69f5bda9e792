import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as directory from '../contract.ts'
import { type DirectoryOffice, directoryOffice, outputOf, refusalOf } from '../testing.ts'

let it: DirectoryOffice
before(async () => {
  it = await directoryOffice()
})
after(() => it.office.close())

const partyOf = async (id: string, as = it.elin) => outputOf(await it.office.query(directory.getParty, { id }, as))
const person = async (name: string, more: object = {}) =>
  (await it.office.done(directory.createPerson, { name, ...more }, it.elin)).id

test('a relation is said from either side, seen from both, refused twice, taken back', async () => {
  const { office, elin, stranger } = it
  const [karin, ove] = [await person('Karin Öberg'), await person('Ove Sand')]
  const about = { id: karin, kind: 'person' as const }
  const outcome = await office.dispatch(
    directory.addRelation,
    { ...about, relation: 'has-deputy', otherId: ove, note: 'in summer' },
    elin,
  )
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  const told = async (id: string) => (await partyOf(id)).relations.map(one => [one.relation, one.other.title, one.note])
  assert.deepEqual(await told(karin), [['has-deputy', 'Ove Sand', 'in summer']])
  assert.deepEqual(await told(ove), [['deputy-of', 'Karin Öberg', 'in summer']])
  const again = { id: ove, kind: 'person' as const, relation: 'deputy-of' as const, otherId: karin }
  assert.equal(refusalOf(await office.dispatch(directory.addRelation, again, elin)), 'relation-known')
  assert.equal(
    refusalOf(await office.dispatch(directory.addRelation, { ...about, relation: 'leads', otherId: karin }, elin)),
    'relation-self',
  )
  assert.equal(refusalOf(await office.dispatch(directory.addRelation, again, stranger)), 'record-not-found')
  if (outcome.status !== 'done') return
  const taken = await office.dispatch(directory.removeRelation, outcome.undo!.input as never, elin)
  assert.deepEqual(await told(ove), [])
  assert.equal(
    refusalOf(await office.dispatch(directory.removeRelation, outcome.undo!.input as never, elin)),
    'version-changed',
  )
  assert.equal(taken.status, 'done')
  if (taken.status === 'done') await office.done(directory.addRelation, taken.undo!.input as never, elin)
  assert.deepEqual(await told(karin), [['has-deputy', 'Ove Sand', 'in summer']])
  await office.done(directory.addRelation, { ...about, relation: 'spouse-of', otherId: ove }, elin)
  assert.equal(
    refusalOf(await office.dispatch(directory.addRelation, { ...again, relation: 'spouse-of' }, elin)),
    'relation-known',
  )
})

test('a caller’s card tells what this reader may know: notes above their clearance are not there', async () => {
  const { office, elin, stranger } = it
  const clerk = it.principal({ clearance: 1 })
  const id = await person('Signe Wik', {
    phones: [{ number: '070-123 45 67' }],
    language: 'sv',
    languages: ['sv', 'de'],
    preferredWay: 'telephone',
    role: 'Vicar',
  })
  const note = (what: 'manner' | 'may-say' | 'must-not-say', body: string, level: number, as = elin) =>
    office.dispatch(directory.writeCallerNote, { id, kind: 'person', what, body, class: level }, as)
  await note('manner', 'Speak slowly.', 1)
  await note('may-say', 'That the bill is paid.', 1)
  const secret = await note('must-not-say', 'canary-where-her-daughter-lives', 2)
  assert.equal(refusalOf(await note('manner', 'x', 3, clerk)), 'note-above-clearance')
  const card = async (as: typeof elin) =>
    outputOf(await office.query(directory.callerCard, { number: '+46 70 123 45 67' }, as)).parties
  const [full] = await card(elin)
  assert.deepEqual(
    [full!.title, full!.role, full!.languages, full!.preferredWay, full!.manner, full!.maySay, full!.mustNotSay],
    [
      'Signe Wik',
      'Vicar',
      ['sv', 'de'],
      'telephone',
      ['Speak slowly.'],
      ['That the bill is paid.'],
      ['canary-where-her-daughter-lives'],
    ],
  )
  assert.deepEqual((await card(clerk))[0]!.mustNotSay, [])
  assert.doesNotMatch(JSON.stringify([await card(clerk), await partyOf(id, clerk)]), /canary/)
  assert.deepEqual(await card(stranger), [])
  assert.equal(refusalOf(await office.query(directory.callerCard, { id }, stranger)), 'record-not-found')
  assert.equal(secret.status, 'done')
  if (secret.status !== 'done') return
  assert.equal(
    refusalOf(await office.dispatch(directory.removeCallerNote, secret.undo!.input as never, clerk)),
    'record-not-found',
  )
  const removed = await office.dispatch(directory.removeCallerNote, secret.undo!.input as never, elin)
  assert.deepEqual((await card(elin))[0]!.mustNotSay, [])
  if (removed.status === 'done') await office.done(directory.writeCallerNote, removed.undo!.input as never, elin)
  assert.equal((await partyOf(id)).callerNotes.at(-1)!.class, 2)
})

test('who is alike is found in the background, with reasons, and is said to be two for good', async () => {
  const { office, elin, stranger } = it
  const at = (city: string) => ({ addresses: [{ street: 'Storgatan 1', postcode: '411 05', city }] })
  const a = await person('Margareta Lundkvist', at('Göteborg'))
  const b = await person('Margaretha Lundqvist', at('Göteborg'))
  await person('Margaretha Lundqvist-Berg', at('Umeå'))
  const pairs = async () =>
    outputOf(await office.query(directory.listDuplicates, {}, elin)).rows.filter(row =>
      row.a.title.startsWith('Margar'),
    )
  assert.deepEqual(await pairs(), [])
  await office.runJobs()
  const found = await pairs()
  assert.deepEqual(
    found.map(row => [[row.a.id, row.b.id].sort(), row.because]),
    [[[a, b].sort(), ['similar', 'place']]],
  )
  assert.deepEqual(outputOf(await office.query(directory.listDuplicates, {}, stranger)).rows, [])
  const said = { id: a, kind: 'person' as const, otherId: b }
  assert.equal(refusalOf(await office.dispatch(directory.keepApart, said, stranger)), 'record-not-found')
  assert.equal(refusalOf(await office.dispatch(directory.forgetApart, said, elin)), 'not-apart')
  const kept = await office.dispatch(directory.keepApart, said, elin)
  assert.deepEqual(await pairs(), [])
  await person('Somebody Else')
  await office.runJobs()
  assert.deepEqual(await pairs(), [])
  if (kept.status === 'done') await office.done(directory.forgetApart, kept.undo!.input as never, elin)
  assert.equal((await pairs()).length, 1)
  assert.equal(refusalOf(await office.dispatch(directory.keepApart, { ...said, otherId: a }, elin)), 'party-same')
})

test('looking again for who is alike writes what differs alone', async () => {
  const { office, elin } = it
  const at = { addresses: [{ street: 'Kaigata 9', postcode: '5003', city: 'Bergen' }] }
  const [a, b] = [await person('Sigrid Halvorsen', at), await person('Sigrid Halvorssen', at)]
  await office.runJobs()
  const written = async () => {
    const { rows } = await office.superuser.query<{ written: string; because: string[] }>(
      'select xmin::text as written, because from directory.alike where a_id = any($1) and b_id = any($1)',
      [[a, b]],
    )
    return rows
  }
  const first = await written()
  assert.equal(first.length, 1)
  await person('Somebody Else Again')
  await office.runJobs()
  assert.deepEqual(await written(), first, 'not a row is written anew')
  for (const id of [a, b])
    await office.done(directory.addNumber, { id, kind: 'person', number: '+47 55 00 11 22' }, elin)
  await person('Somebody Else Still')
  await office.runJobs()
  assert.deepEqual((await written())[0]!.because, ['similar', 'place', 'phone'])
  await office.done(directory.changeParty, { id: b, kind: 'person', name: 'Torleif Aas' }, elin)
  await person('Somebody Else At Last')
  await office.runJobs()
  assert.deepEqual(await written(), [])
})

test('a number stands once, however it is written; a role without a workplace is kept', async () => {
  const { office, elin } = it
  const id = await person('Nora Lie', { role: 'Caretaker', phones: [{ number: '031-390 06 41' }] })
  const again = { id, kind: 'person' as const, number: '+46 31 390 06 41' }
  assert.equal(refusalOf(await office.dispatch(directory.addNumber, again, elin)), 'number-known')
  const twice = { name: 'X Y', phones: [{ number: '031-1234567' }, { number: '0046311234567' }] }
  assert.equal(refusalOf(await office.dispatch(directory.createPerson, twice, elin)), 'number-known')
  assert.equal((await partyOf(id)).role, 'Caretaker')
  const { rows } = outputOf(await office.query(directory.listParties, { text: 'nora' }, elin))
  assert.equal(rows[0]!.role, 'Caretaker')
})
