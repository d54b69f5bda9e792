import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { docOfLines } from '../../../formats/rich/doc.ts'
import { type OutgoingMail, setMailDoor } from '../../../kernel/mail/door.ts'
import { createPerson } from '../../directory/contract.ts'
import * as c from '../contract.ts'
import { letterRoutes } from '../index.ts'
import { lettersOffice, refusalOf } from '../testing.ts'
import { guessMapping, hasHeader } from './columns.ts'

const { office, elin, visitor, organisationId, system } = await lettersOffice()
after(() => office.close())

const wire = (...lines: string[]) => docOfLines(...lines) as unknown as Record<string, unknown>
const template = async (title = 'Note', needsApproval = false) => {
  const { id } = await office.done(
    c.createTemplate,
    {
      title,
      language: 'sv',
      subject: 'Till {recipient.name}',
      body: wire('{recipient.salutation}', 'Plats {ask.Plats}'),
      needsApproval,
    },
    elin,
  )
  await office.done(
    c.writeVariant,
    {
      id,
      language: 'ro',
      subject: 'Către {recipient.name}',
      body: wire('{recipient.salutation}', 'Locul {ask.Plats}'),
    },
    elin,
  )
  return id
}
const table = [
  'Namn;Gata;Postnr;Ort;E-post;Språk;Plats',
  'Eva Lindholm;Gatan 1;41703;Göteborg;eva@lindholms.example;svenska;12',
  'Ana Popescu;Strada 2;500035;Brașov;ana@popescu.example;ro;13',
  'Utan Plats;Gatan 3;41703;Göteborg;utan@plats.example;sv;',
  ';;;;nobody@nowhere.example;sv;15',
  'Ola Nilsen;Gata 5;0150;Oslo;not an address;nb;16',
].join('\n')
const mergeOf = async (id: string) => {
  const answer = await office.query(c.getMerge, { id }, elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const rowsOf = async (id: string) => {
  const answer = await office.query(c.listMergeRows, { id }, elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}
const file = async (path: string, id: string, query: Record<string, string> = {}, as = elin) => {
  const route = letterRoutes.find(one => one.path === `/api/letter-merges/:id/${path}`)!
  const caller = { organisationId: as.organisationId, principalId: as.id, mandateId: null }
  const answer = await route.answer(office.kernel, { params: { id }, query, caller, requestId: 'x', language: 'en' })
  if (answer.status) return { status: answer.status, body: Buffer.alloc(0) }
  const parts: Uint8Array[] = []
  for await (const part of answer.body as AsyncIterable<Uint8Array>) parts.push(part)
  return {
    status: 200,
    body: Buffer.concat(parts.map(part => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part)))),
  }
}

test('columns are known by their headers in six languages, and by what the template asks for', () => {
  assert.deepEqual(guessMapping(['Nume', 'Localitate', 'E-mail', 'Data ședinței'], ['Data ședinței']), [
    { target: 'name', column: 0 },
    { target: 'city', column: 1 },
    { target: 'email', column: 2 },
    { target: 'ask.Data ședinței', column: 3 },
  ])
  assert.ok(hasHeader(['Naam', 'Straat'], []))
  assert.ok(!hasHeader(['Eva', 'eva@x.example'], []))
})

test('a table becomes letters, each in its language; a row that cannot be one stops only itself; one PDF is filed', async () => {
  const made = await office.done(c.createMerge, { title: 'Open house', templateId: await template(), table }, elin)
  assert.equal(made.rows, 5)
  const { id } = made
  const before = await mergeOf(id)
  assert.deepEqual(before.mapping.length, 7, 'all columns were guessed')
  const second = await office.query(c.previewMergeRow, { id, position: 2 }, elin)
  assert.ok(second.status === 'done')
  assert.equal(second.output.language, 'ro')
  const said = JSON.stringify(second.output.pages)
  assert.match(said, /Locul 13/)
  assert.match(said, /Brașov/)
  assert.equal(
    refusalOf(await office.dispatch(c.changeMerge, { id, mapping: [{ target: 'name', column: 40 }] }, elin)),
    'merge-column-unknown',
  )
  assert.equal(refusalOf(await office.dispatch(c.stopMerge, { id }, elin)), 'merge-not-so-far')
  await office.done(c.startMerge, { id, how: 'print' }, elin)
  assert.equal(refusalOf(await office.dispatch(c.startMerge, { id, how: 'print' }, elin)), 'merge-not-so-far')
  await office.runJobs()
  const merge = await mergeOf(id)
  assert.deepEqual([merge.record.state, merge.done, merge.failed, merge.hasFile], ['done', 3, 2, true])
  assert.deepEqual(
    (await rowsOf(id)).map(({ state, reason }) => [state, reason]),
    [
      ['done', null],
      ['done', null],
      ['failed', 'fields: Plats'],
      ['failed', 'address'],
      ['done', null],
    ],
  )
  assert.ok(merge.document, 'filed')
  const pdf = await file('printed', id)
  assert.equal(pdf.body.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await file('labels.pdf', id, { sheet: 'L7163' })).body.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await file('letters.zip', id)).body.subarray(0, 2).toString(), 'PK')
  assert.equal((await file('printed', id, {}, visitor)).status, 404)
})

test('a header that is a question and part of the address is both; the plainest word is the name', () => {
  assert.deepEqual(guessMapping(['Företag', 'Namn', 'Belopp'], ['Företag', 'Namn', 'Belopp']), [
    { target: 'ask.Företag', column: 0 },
    { target: 'ask.Namn', column: 1 },
    { target: 'ask.Belopp', column: 2 },
    { target: 'name', column: 1 },
  ])
})

test('by mail each goes once: what was killed while it was being mailed is left to a person, the rest goes on; failed ones are tried again', async () => {
  const sent: OutgoingMail[] = []
  let refuses = 'ana@popescu.example'
  setMailDoor({
    send: async mail => {
      if (mail.to.address === refuses) throw new Error('not taken')
      sent.push(mail)
    },
    close: () => {},
  })
  const { id } = await office.done(
    c.createMerge,
    { title: 'By mail', templateId: await template('Mail'), table, answers: [{ name: 'Plats', value: 'fri' }] },
    elin,
  )
  await office.done(c.startMerge, { id, how: 'mail' }, elin)
  // as if the process had been killed after the first was handed over
  await office.superuser.query("update letters.merge_row set state = 'sending' where merge_id = $1 and position = 1", [
    id,
  ])
  await office.runJobs()
  assert.deepEqual(
    (await rowsOf(id)).map(({ state, reason }) => [state, reason]),
    [
      ['unsure', 'unheard'],
      ['failed', 'not-taken'],
      ['done', null],
      ['done', null],
      ['failed', 'email'],
    ],
  )
  refuses = ''
  await office.done(c.startMerge, { id, how: 'mail' }, elin)
  await office.runJobs()
  assert.deepEqual(sent.map(mail => mail.to.address).sort(), [
    'ana@popescu.example',
    'nobody@nowhere.example',
    'utan@plats.example',
  ])
  assert.equal(new Set(sent.map(mail => mail.id)).size, 3)
  assert.equal(
    refusalOf(await office.dispatch(c.startMerge, { id, how: 'mail' }, elin)),
    'done',
    'the wrong address may have been put right',
  )
  setMailDoor(null)
})

test('killed while it is drawn, it is drawn anew and filed once', async () => {
  const { id } = await office.done(c.createMerge, { title: 'Killed', templateId: await template('Kill'), table }, elin)
  await office.done(c.startMerge, { id, how: 'print' }, elin)
  const job = office.waitingJobs.findLast(one => one.job.name === c.runMergeJob.name)!
  const { files } = office.kernel
  const put = files.put.bind(files)
  files.put = async () => Promise.reject(new Error('killed'))
  await assert.rejects(office.runJobs(), /killed/)
  assert.deepEqual([(await mergeOf(id)).record.state, (await mergeOf(id)).hasFile], ['running', false])
  files.put = put
  ;(office.waitingJobs as unknown[]).push(job)
  await office.runJobs()
  const merge = await mergeOf(id)
  assert.deepEqual([merge.record.state, merge.done, merge.failed, merge.hasFile], ['done', 3, 2, true])
})

test('stopped, it does nothing more, and what was noted stays', async () => {
  const { id } = await office.done(c.createMerge, { title: 'Stopped', templateId: await template('Stop'), table }, elin)
  await office.done(c.startMerge, { id, how: 'print' }, elin)
  await office.done(c.stopMerge, { id }, elin)
  await office.runJobs()
  assert.equal((await mergeOf(id)).record.state, 'stopped')
  assert.ok((await rowsOf(id)).every(({ state }) => state === 'waiting'))
  const late = await office.done(c.noteMergeRows, { id, run: 1, rows: [] }, system)
  assert.equal(late.goesOn, false)
})

test('to people of the directory; a template that asks a second person asks here too; nobody, too many and strangers are refused', async () => {
  const { id: partyId } = await office.done(
    createPerson,
    { name: 'Karin Öberg', addresses: [{ street: 'Gatan 9', postcode: '413 04', city: 'Göteborg' }] } as never,
    elin,
  )
  const templateId = await template('People', true)
  const { id } = await office.done(
    c.createMerge,
    { title: 'People', templateId, partyIds: [partyId], answers: [{ name: 'Plats', value: 'A' }] },
    elin,
  )
  const shown = await office.query(c.previewMergeRow, { id, position: 1 }, elin)
  assert.ok(shown.status === 'done' && shown.output.problem === null)
  assert.match(JSON.stringify(shown.output.pages), /413 04 {2}Göteborg/)
  assert.equal((await office.dispatch(c.startMerge, { id, how: 'print' }, elin)).status, 'asked')
  assert.equal(refusalOf(await office.dispatch(c.createMerge, { title: 'x', templateId }, elin)), 'merge-empty')
  const many = Array.from({ length: 5001 }, (_, n) => `N${n};G`).join('\n')
  assert.equal(
    refusalOf(await office.dispatch(c.createMerge, { title: 'x', templateId, table: many }, elin)),
    'merge-too-long',
  )
  assert.equal(refusalOf(await office.query(c.getMerge, { id }, visitor)), 'record-not-found')
  assert.equal(refusalOf(await office.query(c.mergeWork, { id, run: 1, after: 0, limit: 1 }, elin)), 'record-not-found')
  assert.ok(organisationId)
})
