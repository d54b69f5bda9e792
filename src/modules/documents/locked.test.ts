import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { getDocument, readAgain } from './contract.ts'
import { documentRoutes } from './doors.routes.ts'
import { readWithPassword } from './read-with-password.ts'
import { makePdf } from './reading/fixtures/pdf.ts'
import { scanOf } from './reading/fixtures/scan.ts'
import { read } from './reading/index.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'
import { aes256, secret, traditional } from './unlocking/fixtures/zips.ts'

const password = 'canary-pw-9'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const callerOf = (me: TestPrincipal) => ({
  organisationId: me.organisationId,
  principalId: me.id,
  mandateId: null,
})

const open = (me: TestPrincipal, id: string, given: string) =>
  readWithPassword(kernel.kernel, callerOf(me), { id, password: given, requestId: 'test-request' })

const refusalOf = (outcome: Awaited<ReturnType<typeof open>>) =>
  outcome.status === 'refused' ? outcome.refusal.name : outcome.status

async function detail(id: string, me: TestPrincipal) {
  const answer = await kernel.query(getDocument, { id }, me)
  return answer.status === 'done' ? answer.output : assert.fail(JSON.stringify(answer))
}

async function stream(suffix: string, params: Record<string, string>, me: TestPrincipal): Promise<Buffer> {
  const route = documentRoutes.find(({ path }) => path.endsWith(suffix))!
  const answer = await route.answer(kernel.kernel, {
    params,
    query: {},
    caller: callerOf(me),
    requestId: 'test-request',
    ifNoneMatch: undefined,
  })
  assert.equal(answer.status ?? 200, 200, suffix)
  return answer.body instanceof Uint8Array ? Buffer.from(answer.body) : buffer(answer.body!)
}

/** Tables in which a row holds this text, as text or as bytes. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await kernel.superuser.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await kernel.superuser.query(
      `select 1 from ${name} t where position($1 in t::text) > 0 or position($2 in t::text) > 0 limit 1`,
      [text, Buffer.from(text).toString('hex')],
    )
    if (hits.length > 0) found.push(name)
  }
  return found
}

async function lockedPdf(): Promise<Buffer> {
  const page = await makePdf(document => void document.fontSize(16).text('Uppsägning Lindqvist', 60, 120))
  const scan = await scanOf(page, 150, 0, 0, 'jpeg')
  return makePdf(
    document => {
      document.text('Lönelista november')
      document.addPage().image(scan, 0, 0, { width: 595 })
    },
    { userPassword: password, ownerPassword: 'o' },
  )
}

test('a locked PDF is read, shown and made searchable with its password, which is nowhere afterwards', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const pdf = await lockedPdf()
  const id = await kernel.takeIn(me, pdf, 'lön.pdf')
  await kernel.runJobs()
  const locked = await detail(id, me)
  assert.deepEqual(
    [locked.record.state, locked.readError?.name, locked.unlocked],
    ['needs-help', 'password-needed', false],
  )

  assert.equal(refusalOf(await open(me, id, 'canary-wrong-3')), 'password-wrong')
  assert.equal((await detail(id, me)).record.version, locked.record.version, 'a wrong password changes nothing')
  assert.equal(refusalOf(await open(me, id, password)), 'done')
  await kernel.runJobs()
  const opened = await detail(id, me)
  assert.deepEqual([opened.record.state, opened.readError, opened.unlocked], ['to-confirm', null, true])
  assert.match(opened.text, /^Lönelista november\fUppsägning Lindqvist$/)

  assert.ok((await stream('/original', { id }, me)).equals(pdf), 'the original stays as it came')
  const picture = await stream('/pages/:page', { id, page: '1.webp' }, me)
  assert.equal(picture.subarray(8, 12).toString('latin1'), 'WEBP')
  const searchable = await read(await stream('/searchable.pdf', { id }, me), 'x.pdf')
  assert.deepEqual([searchable.error, searchable.pages.map(page => page.source)], [null, ['text-layer', 'text-layer']])
  assert.match(searchable.text, /Lönelista november\fUppsägning Lindqvist/)

  await kernel.done(readAgain, { id }, me)
  await kernel.runJobs()
  assert.equal((await detail(id, me)).record.state, 'to-confirm', 'reading again needs no password')
  assert.equal(refusalOf(await open(me, id, password)), 'document-not-locked')
  assert.deepEqual([await tablesWith(password), await tablesWith('canary-wrong-3')], [[], []])
  const seen = await tablesWith('Uppsägning Lindqvist')
  assert.ok(
    seen.includes('documents.document') && seen.includes('kernel.journal_body'),
    `this looks everywhere: ${seen}`,
  )
})

test('who may not ask for a reading tries no passwords; what is not locked says so', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const id = await kernel.takeIn(me, traditional, 'a.zip')
  await kernel.runJobs()
  const reader = kernel.principal(me.organisationId, { permissions: new Map([['documents.get-document', null]]) })
  assert.equal(refusalOf(await open(reader, id, 'lås9')), 'act-not-permitted')
  const stranger = kernel.principal(await kernel.openOrganisation('sv'))
  assert.equal(refusalOf(await open(stranger, id, 'lås9')), 'record-not-found')
  const plain = await kernel.takeIn(me, 'Hej', 'hej.txt')
  await kernel.runJobs()
  assert.equal(refusalOf(await open(me, plain, 'lås9')), 'document-not-locked')
  const broken = await kernel.takeIn(me, Buffer.from('%PDF-1.7 and then nothing'), 'x.pdf')
  await kernel.runJobs()
  assert.equal(refusalOf(await open(me, broken, 'lås9')), 'document-not-unlocked')
})

test('a locked archive gives out what lies in it, once, after its password was given', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const id = await kernel.takeIn(me, aes256, 'bilagor.zip')
  await kernel.runJobs()
  const locked = await detail(id, me)
  assert.deepEqual([locked.record.state, locked.readError?.name], ['needs-help', 'password-needed'])
  assert.equal(locked.children.length, 1, 'what is not locked in it is taken out at once')
  assert.equal(refusalOf(await open(me, id, 'fel')), 'password-wrong')
  assert.equal(refusalOf(await open(me, id, 'lås9')), 'done')
  await kernel.runJobs()
  await kernel.runJobs()
  const opened = await detail(id, me)
  assert.equal(opened.record.state, 'to-confirm')
  const texts = await Promise.all(opened.children.map(async child => (await detail(child.id, me)).text))
  assert.deepEqual(texts.sort(), [secret, 'Öppen'])
})
