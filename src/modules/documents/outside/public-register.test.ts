import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import {
  changePublicRegister,
  getPublicRegister,
  getRegistration,
  listPublicRegister,
  maskRegistration,
  register,
} from '../contract.ts'
import { mask, masked, wordsOfName } from './mask.ts'

let kernel: DocumentsKernel
let me: TestPrincipal
before(async () => {
  kernel = await documentsKernel()
  me = kernel.principal(await kernel.openOrganisation('sv'))
})
after(() => kernel.close())

const list = { isOpen: true, address: 'office', showsNames: false, afterDays: 0, maskedWords: [], intro: '' }
const rows = async (input: object = {}, as = me) => {
  const answer = await kernel.query(listPublicRegister, input, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}
const refusedWith = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status

test('it is off by default; an address is one office’s; opening needs one; undo gives back what was', async () => {
  const before = await kernel.query(getPublicRegister, {}, me)
  assert.equal(before.status === 'done' && before.output.isOpen, false)
  assert.equal(
    refusedWith(await kernel.dispatch(changePublicRegister, { ...list, address: null }, me)),
    'public-address-missing',
  )
  const opened = await kernel.dispatch(changePublicRegister, list, me)
  assert.ok(opened.status === 'done')
  const other = kernel.principal(await kernel.openOrganisation('nb'))
  assert.equal(refusedWith(await kernel.dispatch(changePublicRegister, list, other)), 'public-address-taken')
  await kernel.done(changePublicRegister, changePublicRegister.input.parse(opened.undo!.input), me)
  await kernel.done(changePublicRegister, list, other)
  assert.equal(refusedWith(await kernel.dispatch(changePublicRegister, list, me)), 'public-address-taken')
})

test('names of persons are hidden and masked in the subject; words, one entry’s and everybody’s, are masked; it waits its days', async () => {
  kernel.setClock(Temporal.Instant.from('2026-03-02T08:00:00Z'))
  await kernel.done(changePublicRegister, { ...list, address: 'waits', afterDays: 2, maskedWords: ['Solbacken'] }, me)
  const entry = {
    direction: 'in',
    correspondent: 'Eva Lindqvist',
    subject: 'Evas ansökan, Lindqvist, om Solbacken 4',
  } as const
  const { id } = await kernel.done(register, entry, me)
  assert.deepEqual(await rows(), [])
  kernel.setClock(Temporal.Instant.from('2026-03-04T08:00:00Z'))
  const [shown] = await rows()
  assert.deepEqual([shown!.subject, shown!.correspondent], [`${mask} ansökan, ${mask}, om ${mask} 4`, null])
  assert.deepEqual(await rows({ text: 'Lindqvist' }), [])
  assert.equal((await rows({ text: 'ansokan' })).length, 1)
  const changed = await kernel.dispatch(maskRegistration, { id, words: ['ansökan'] }, me)
  assert.ok(changed.status === 'done')
  assert.doesNotMatch((await rows())[0]!.subject, /ansökan/)
  const detail = await kernel.query(getRegistration, { id }, me)
  const offer = detail.status === 'done' ? detail.output.can.find(one => one.command === maskRegistration.name) : null
  assert.deepEqual(offer?.input['words'], ['ansökan'], 'its form begins with what is masked now')
  await kernel.done(
    maskRegistration,
    maskRegistration.input.encode(maskRegistration.input.parse(changed.undo!.input)),
    me,
  )
  assert.match((await rows())[0]!.subject, /ansökan/)
  await kernel.done(maskRegistration, { id, withheld: true }, me)
  assert.deepEqual(await rows(), [])
  kernel.setClock(null)
})

test('strangers see none of it and change none of it', async () => {
  const { id } = await kernel.done(register, { direction: 'internal', subject: 'Zqkanarie' }, me)
  const other = kernel.principal(await kernel.openOrganisation('en'))
  assert.deepEqual(await rows({}, other), [])
  assert.equal(refusedWith(await kernel.dispatch(maskRegistration, { id }, other)), 'record-not-found')
  const low = kernel.principal(me.organisationId, { clearance: 0 })
  assert.deepEqual(await rows({}, low), [])
  const clerk = kernel.principal(me.organisationId, { permissions: new Map([['documents.list-register', null]]) })
  assert.equal(refusedWith(await kernel.dispatch(changePublicRegister, list, clerk)), 'act-not-permitted')
})

test('whatever name is masked, none of its words is left, in any case, with or without accents', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäöøæéșțãçß')
  const word = fc.array(letter, { minLength: 2, maxLength: 12 }).map(letters => letters.join(''))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, fc.boolean(), (name, other, loud) => {
      const said = loud ? name.map(one => one.toUpperCase()) : name
      const shown = masked(`Ansökan ${said.join(' ')}; ${other}`, wordsOfName(name.join(' ')))
      const left = shown
        .normalize('NFC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}█]+/u)
      for (const one of name) assert.ok(!left.includes(one) || one === 'ansökan', `${one} in ${shown}`)
    }),
    { seed: 20261122 },
  )
})

test('numbers and addresses that reach a person are masked, years and file numbers of few figures are not', () => {
  for (const text of [
    '19800101-1234',
    '800101-1234',
    '0702 12 34 56',
    '+46 31 12 34 56',
    'eva@example.org',
    '01019912345',
  ])
    assert.equal(masked(`x ${text} y`, []), `x ${mask} y`, text)
  assert.equal(masked('Plan 2026, 17 §§, nr 4412', []), 'Plan 2026, 17 §§, nr 4412')
})
