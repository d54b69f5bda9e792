import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { addComment } from '../work/contract.ts'
import {
  changeKeeping,
  createClassCode,
  destroy,
  destroyAgain,
  discard,
  fileUnder,
  getCertificate,
  getDocument,
  getHold,
  keepLonger,
  liftHold,
  listDocuments,
  listDue,
  listHolds,
  placeHold,
} from './contract.ts'
import { documentRoutes } from './doors.routes.ts'
import { isDue } from './keeping/standing.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let k: DocumentsKernel
let office: string
let anna: TestPrincipal
let stranger: TestPrincipal
let short: string
let archive: string

const day = (text: string) => Temporal.Instant.from(`${text}T09:00:00Z`)
const refusal = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status

before(async () => {
  k = await documentsKernel()
  office = await k.openOrganisation('sv')
  anna = k.principal(office)
  stranger = k.principal(office, { clearance: 1, permissions: new Map([['documents.list-due', null]]) })
  await k.done(changeKeeping, { fourEyes: false, discardedDays: 90 }, anna)
  const facts = { retentionYears: 2, retentionFrom: 'document-day' as const, confidentiality: 1 }
  short = (await k.done(createClassCode, { code: '9.1', name: 'Brev', ...facts }, anna)).id
  archive = (
    await k.done(
      createClassCode,
      { code: '9.2', name: 'Protokoll', ...facts, retentionThen: 'hand-over', retentionBasis: 'Arkivlagen' },
      anna,
    )
  ).id
})
after(() => k.close())

/** A paper of 2020 filed for two years: its time is over. */
async function old(fields: Record<string, string> = {}, under = short): Promise<string> {
  const id = await k.readPaper(anna, { kind: 'letter', issuedOn: '2020-03-01', subject: 'Gammalt brev', ...fields })
  await k.done(fileUnder, { ids: [id], classCodeId: under }, anna)
  return id
}
const due = async (input: Record<string, unknown> = {}, as = anna) => {
  const answer = await k.query(listDue, { limit: 1000, ...input }, as)
  assert.equal(answer.status, 'done')
  return answer.status === 'done' ? answer.output.rows : []
}
const gone = (digest: Buffer) =>
  k.kernel.files.open(office, digest).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  )

test('what is due stands in the list with its basis, and nothing before its day', async () => {
  const id = await old({}, archive)
  const fresh = await k.readPaper(anna, { kind: 'letter', issuedOn: '2026-01-01' })
  await k.done(fileUnder, { ids: [fresh], classCodeId: short }, anna)
  const rows = await due()
  const row = rows.find(one => one.id === id)
  assert.equal(row?.then, 'hand-over')
  assert.equal(row?.basis, 'Arkivlagen')
  assert.equal(row?.keepUntil, '2022-03-01')
  assert.ok(!rows.some(one => one.id === fresh))
  assert.equal(refusal(await k.dispatch(destroy, { ids: [fresh], reason: 'for' }, anna)), 'document-not-due')
  assert.equal(refusal(await k.dispatch(destroy, { ids: [id], reason: 'for' }, anna)), 'archive-gets-it-first')
  await k.done(destroy, { ids: [id], reason: 'Till arkivet', handedTo: 'Riksarkivet' }, anna)
})

test('destroying takes bytes, text, search and journal, and leaves a certificate', async () => {
  const id = await old({ subject: 'Zebraklausulen' })
  await k.done(addComment, { recordId: id, text: 'Zebraklausulen gäller' }, anna)
  const found = await k.query(listDocuments, { text: 'zebraklausulen' }, anna)
  assert.equal(found.status === 'done' && found.output.total, 1)
  const { rows: files } = await k.superuser.query<{ digest: Buffer }>(
    'select digest from documents.document where id = $1',
    [id],
  )
  const { digest } = files[0]!
  assert.equal(await gone(digest), false)

  const dry = await k.dispatch(destroy, { ids: [id], reason: 'Två år har gått' }, anna, { dryRun: true })
  assert.equal(dry.status, 'done')
  const key = 'once'
  const first = await k.dispatch(destroy, { ids: [id], reason: 'Två år har gått' }, anna, { key })
  assert.equal(first.status, 'done')
  const again = await k.dispatch(destroy, { ids: [id], reason: 'Två år har gått' }, anna, { key })
  assert.deepEqual(again.status === 'done' && again.output, first.status === 'done' && first.output)
  await k.runJobs()

  assert.equal(await gone(digest), true, 'the bytes are out of the store')
  const opened = await k.query(getDocument, { id }, anna)
  assert.equal(opened.status, 'refused')
  const left = await k.superuser.query(
    `select (select count(*) from kernel.search_entry where record_id = $1)::int as search,
      (select count(*) from documents.page where document_id = $1)::int as pages,
      (select count(*) from kernel.file where digest = $2)::int as files,
      (select count(*) from work.comment where record_id = $1)::int as comments,
      (select count(*) from kernel.journal_body where organisation_id = $3 and position('zebraklausulen' in lower(convert_from(body, 'UTF8'))) > 0)::int as lines,
      (select title from kernel.record where id = $1) as title`,
    [id, digest, office],
  )
  assert.deepEqual(left.rows[0], { search: 0, pages: 0, files: 0, comments: 0, lines: 0, title: 'Gallrad handling' })
  const certificate = await k.query(getCertificate, { documentId: id }, anna)
  assert.ok(certificate.status === 'done')
  const { lines, certificate: facts, linesErased } = certificate.output
  assert.equal(facts.reason, 'Två år har gått')
  assert.ok(linesErased >= 3)
  assert.equal(lines[0]?.digest, digest.toString('hex'))
  assert.ok(lines[0]?.goneAt)
  assert.equal(lines[0]?.shared, false)
})

test('the certificate goes along as a PDF, in the reader’s language', async () => {
  const { certificateId } = await k.done(destroy, { ids: [await old()], reason: 'Två år' }, anna)
  const route = documentRoutes.find(({ path }) => path.endsWith('/certificates/:id/pdf'))!
  const ask = (id: string) =>
    route.answer(k.kernel, {
      params: { id },
      query: {},
      caller: { organisationId: office, principalId: anna.id, mandateId: null },
      requestId: 'certificate',
      ifNoneMatch: undefined,
      language: 'ro',
    })
  const answer = await ask(certificateId)
  assert.equal((answer.body as Buffer).subarray(0, 5).toString(), '%PDF-')
  assert.equal((await ask(short)).status, 404)
})

test('the same bytes of a paper that is kept stay, and the certificate says so', async () => {
  const [a, b] = [await k.takeIn(anna, 'samma byte'), await k.takeIn(anna, 'samma byte')]
  await k.runJobs()
  await k.done(discard, { id: a }, anna)
  const inJanuary = Temporal.Now.instant().add({ hours: 24 * 100 })
  k.setClock(inJanuary)
  try {
    const { certificateId } = await k.done(destroy, { ids: [a], reason: 'Reklam' }, anna)
    await k.runJobs()
    const answer = await k.query(getCertificate, { id: certificateId }, anna)
    assert.equal(answer.status === 'done' && answer.output.lines[0]?.shared, true)
    const { rows } = await k.superuser.query<{ digest: Buffer }>(
      'select digest from documents.document where id = $1',
      [b],
    )
    assert.equal(await gone(rows[0]!.digest), false)
  } finally {
    k.setClock(null)
  }
})

test('a hold upon a party or a question stops it and says why; lifted, it goes', async () => {
  const id = await old({ subject: 'Tvist om Ventilationen' })
  const hold = await k.done(placeHold, { title: 'Tvisten', reason: 'Stämning', words: 'VENTILATIONEN tvist' }, anna)
  const row = (await due()).find(one => one.id === id)
  assert.deepEqual(
    row?.holds.map(({ title, reason }) => ({ title, reason })),
    [{ title: 'Tvisten', reason: 'Stämning' }],
  )
  assert.ok((await due({ stopped: true })).some(one => one.id === id))
  assert.ok(!(await due({ stopped: false })).some(one => one.id === id))
  const refused = await k.dispatch(destroy, { ids: [id], reason: 'x' }, anna)
  assert.equal(refusal(refused), 'document-held')
  const detail = await k.query(getHold, { id: hold.id }, anna)
  assert.ok(detail.status === 'done' && detail.output.papers.some(paper => paper.id === id))
  await k.done(liftHold, { id: hold.id, reason: 'Förlikning' }, anna)
  assert.equal(refusal(await k.dispatch(liftHold, { id: hold.id, reason: 'igen' }, anna)), 'hold-already-lifted')
  const lifted = await k.query(listHolds, { lifted: true }, anna)
  assert.ok(lifted.status === 'done' && lifted.output.rows.some(one => one.liftReason === 'Förlikning'))
  await k.done(destroy, { ids: [id], reason: 'Tiden ute' }, anna)
})

test('a hold upon a record covers what is linked with it, and what lies in it', async () => {
  const id = await old()
  const matter = await k.readPaper(anna, { kind: 'contract', subject: 'Avtalet' })
  await k.superuser.query('insert into kernel.link values ($1, $2, $3, $4)', [office, matter, id, 'matter'])
  await k.done(placeHold, { title: 'Avtalet', reason: 'Granskning', recordId: matter }, anna)
  assert.equal(refusal(await k.dispatch(destroy, { ids: [id], reason: 'x' }, anna)), 'document-held')
})

test('a hold must aim, at one thing', async () => {
  const facts = { title: 'Stopp', reason: 'Skäl' }
  assert.equal(refusal(await k.dispatch(placeHold, facts, anna)), 'hold-aims-at-nothing')
  const both = { ...facts, recordId: short, words: 'ord' }
  assert.equal(refusal(await k.dispatch(placeHold, both, anna)), 'hold-aims-at-both')
  const unknown = { ...facts, recordId: '019aa000-0000-7000-8000-00000000dead' }
  assert.equal(refusal(await k.dispatch(placeHold, unknown, anna)), 'hold-target-not-found')
})

test('kept longer it is not due; undone it is again', async () => {
  const id = await old()
  const outcome = await k.dispatch(keepLonger, { ids: [id], until: '2031-01-01', reason: 'Garanti' }, anna)
  assert.ok(outcome.status === 'done' && outcome.undo)
  assert.ok(!(await due()).some(one => one.id === id))
  const { command, input } = outcome.undo
  const back = await k.kernel.dispatch({
    organisationId: office,
    principalId: anna.id,
    command,
    input,
    requestId: 'undo-keeping',
    surface: 'test',
  })
  assert.equal(back.status, 'done')
  assert.ok((await due()).some(one => one.id === id))
})

test('by two pairs of eyes it is asked, not done', async () => {
  await k.done(changeKeeping, { fourEyes: true, discardedDays: 90 }, anna)
  const id = await old()
  const outcome = await k.dispatch(destroy, { ids: [id], reason: 'Tiden ute' }, anna)
  assert.equal(outcome.status, 'asked')
  const opened = await k.query(getDocument, { id }, anna)
  assert.equal(opened.status, 'done')
  await k.done(changeKeeping, { fourEyes: false, discardedDays: 90 }, anna)
})

test('a stranger sees nothing confidential due and destroys nothing', async () => {
  const id = await old({ kind: 'application', subject: 'Ansökan' })
  assert.ok(!(await due({}, stranger)).some(one => one.id === id), 'applications are confidential')
  assert.equal(refusal(await k.dispatch(destroy, { ids: [id], reason: 'x' }, stranger)), 'act-not-permitted')
  const { certificateId } = await k.done(destroy, { ids: [id], reason: 'Tiden ute' }, anna)
  const answer = await k.query(getCertificate, { id: certificateId }, anna)
  assert.equal(answer.status === 'done' && answer.output.lines[0]?.title, null, 'its name is not told')
})

test('what a restored backup brought back is destroyed without asking its day again', async () => {
  const id = await k.readPaper(anna, { kind: 'letter', issuedOn: '2026-11-01' })
  const itself = { id: systemPrincipalId, organisationId: office }
  const { certificateId } = await k.done(destroyAgain, { ids: [id], reason: 'Återläst' }, itself)
  const answer = await k.query(getCertificate, { id: certificateId }, anna)
  assert.equal(answer.status === 'done' && answer.output.certificate.again, true)
})

test('due is exactly: the last day has passed', () => {
  const keeping = { fourEyes: true, discardedDays: 30 }
  const date = fc
    .record({
      year: fc.integer({ min: 1990, max: 2060 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(parts => Temporal.PlainDate.from(parts))
  fc.assert(
    fc.property(date, date, (until, today) => {
      const paper = {
        state: 'confirmed' as const,
        keep_until: until,
        changed_at: day('2020-01-01'),
        then: 'destroy' as const,
      }
      assert.equal(isDue(paper, keeping, today, 'Europe/Stockholm'), Temporal.PlainDate.compare(today, until) > 0)
      assert.equal(isDue({ ...paper, then: 'keep' }, keeping, today, 'Europe/Stockholm'), false)
    }),
  )
})
