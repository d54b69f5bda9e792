import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { listPapers, listPlaces, noteShredded, placeHold, placePapers } from './contract.ts'
import { documentRoutes } from './doors.routes.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let k: DocumentsKernel
let anna: TestPrincipal
before(async () => {
  k = await documentsKernel()
  anna = k.principal(await k.openOrganisation('sv'))
})
after(() => k.close())

const refusal = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status
const papers = async (input: object) => {
  const answer = await k.query(listPapers, { limit: 100, ...input }, anna)
  return answer.status === 'done' ? answer.output.rows : []
}
async function undo(outcome: { status: string; undo?: { command: string; input: unknown } | null }): Promise<void> {
  const back = await k.kernel.dispatch({
    organisationId: anna.organisationId,
    principalId: anna.id,
    command: outcome.undo!.command as 'documents.place-back',
    input: outcome.undo!.input,
    requestId: 'undo-places',
    surface: 'test',
  })
  assert.equal(back.status, 'done', JSON.stringify(back))
}

test('binders are listed with what lies in them, and undone papers go back', async () => {
  const ids = [await k.readPaper(anna, { kind: 'letter' }), await k.readPaper(anna, { kind: 'letter' })]
  await k.done(placePapers, { ids: [ids[0]!], place: 'Låda 3' }, anna)
  const outcome = await k.dispatch(placePapers, { ids, place: 'Pärm 12', shredFrom: '2020-01-01' }, anna)
  assert.equal(outcome.status, 'done')
  const places = await k.query(listPlaces, {}, anna)
  assert.ok(places.status === 'done')
  assert.deepEqual(
    places.output.rows.map(({ place, papers: count, shreddable }) => [place, count, shreddable]),
    [['Pärm 12', 2, 2]],
  )
  await undo(outcome as never)
  assert.deepEqual(
    (await papers({})).map(({ id, place }) => [id, place]),
    [[ids[0], 'Låda 3']],
  )
})

test('only what may be shredded is, by whom and when; a hold keeps it', async () => {
  const id = await k.readPaper(anna, { kind: 'contract', subject: 'Kvarlåtenskap' })
  await k.done(placePapers, { ids: [id], place: 'Pärm 13', shredFrom: '2126-01-01' }, anna)
  assert.equal(refusal(await k.dispatch(noteShredded, { ids: [id] }, anna)), 'paper-not-to-shred')
  await k.done(placePapers, { ids: [id], place: 'Pärm 13', shredFrom: '2020-01-01' }, anna)
  const dry = await k.dispatch(noteShredded, { ids: [id] }, anna, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.equal((await papers({ place: 'Pärm 13' }))[0]?.shreddedAt, null)
  const outcome = await k.dispatch(noteShredded, { ids: [id] }, anna)
  assert.equal(outcome.status, 'done')
  assert.ok((await papers({ place: 'Pärm 13' }))[0]?.shreddedAt)
  assert.equal((await papers({ place: 'Pärm 13', shreddable: true })).length, 0)
  await undo(outcome as never)
  await k.done(placeHold, { title: 'Arvstvist', reason: 'Stämning', words: 'kvarlåtenskap' }, anna)
  assert.equal(refusal(await k.dispatch(noteShredded, { ids: [id] }, anna)), 'paper-held')
})

test('a stranger to the class sees neither binder nor paper', async () => {
  const id = await k.readPaper(anna, { kind: 'application' })
  await k.done(placePapers, { ids: [id], place: 'Hemlig pärm' }, anna)
  const low = k.principal(anna.organisationId, { clearance: 1 })
  const answer = await k.query(listPlaces, { text: 'Hemlig' }, low)
  assert.equal(answer.status === 'done' && answer.output.total, 0)
  assert.equal(refusal(await k.dispatch(placePapers, { ids: [id], place: 'x' }, low)), 'record-not-found')
})

test('the label is a PDF with the binder’s name; an unknown place has none', async () => {
  const route = documentRoutes.find(({ path }) => path.endsWith('/places/label'))!
  const id = await k.readPaper(anna, { kind: 'letter', issuedOn: '2024-05-01' })
  await k.done(placePapers, { ids: [id], place: 'Pärm ärenden ÅÄÖ' }, anna)
  const ask = (place: string) =>
    route.answer(k.kernel, {
      params: {},
      query: { place },
      caller: { organisationId: anna.organisationId, principalId: anna.id, mandateId: null },
      requestId: 'label',
      ifNoneMatch: undefined,
    })
  const answer = await ask('Pärm ärenden ÅÄÖ')
  assert.equal(answer.headers['content-type'], 'application/pdf')
  assert.equal((answer.body as Buffer).subarray(0, 5).toString(), '%PDF-')
  assert.equal((await ask('Finns inte')).status, 404)
})
