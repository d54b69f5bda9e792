import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { type OutgoingMail, setMailDoor } from '../../kernel/mail/door.ts'
import { verifyJournal } from '../../kernel/journal/verify.ts'
import { linkSecretOf, outsideToken } from '../../kernel/outside/link.ts'
import { setPhoneDoor } from '../../kernel/phone/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { getDocument, listVersions, saveVersion } from '../documents/contract.ts'
import { perform } from '../documents/reading/jobs.ts'
import { listTasks, setAway } from '../work/contract.ts'
import * as c from './contract.ts'
import { signatureRoutes } from './doors.ts'
import { signPublic } from './doors.public.ts'
import { signatureDrawing, useSignatureDrawing } from './drawing.ts'
import { fieldBox } from './paper/sheet.ts'
import { openHouse, refusalOf } from './testing.ts'

const it = await openHouse()
const { office, organisationId, elin, johan, ingrid } = it
const mails: OutgoingMail[] = []
const messages: { to: string; text: string }[] = []
setMailDoor({ send: async mail => void mails.push(mail), close: () => {} })
setPhoneDoor({ ways: ['sms'], sms: async (to, text) => void messages.push({ to, text }), call: async () => {} })
after(() => {
  setMailDoor(null)
  setPhoneDoor(null)
  useSignatureDrawing(null)
  return office.close()
})

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
const folder = (id: string, as = elin) => see(c.getSigning, { id }, as)
const box = async (as: TestPrincipal, which: 'to-sign' | 'sent' | 'done' = 'to-sign') =>
  (await see(c.listSignings, { box: which }, as)).rows.map(row => row.title)
const tasksFor = async (as: TestPrincipal) =>
  (await see(listTasks, { states: ['open'], ownerId: as.id }, as)).rows.map(row => row.title)
const screen = (who: TestPrincipal, more: object = {}) => ({ way: 'screen' as const, personId: who.id, ...more })
const put = async (documentId: string, signers: readonly object[], more: object = {}) =>
  (await office.done(c.putInFolder, { documentId, signers: signers as never, ...more }, elin)).id
const drawn = { strokes: 'M20 150 L80 40 L140 160 L300 120 L560 130' }
const tried = async (id: string, as: TestPrincipal, more: object = {}) => {
  const { digest } = await folder(id, as)
  return office.dispatch(c.sign, { id, mark: drawn, digest, ...more }, as)
}
const signs = async (id: string, as: TestPrincipal, more: object = {}) => {
  await office.done(c.openSigning, { id }, as)
  return tried(id, as, more)
}
/** Jobs of documents read papers in children: here they are left lying. */
const runJobs = async () => {
  const jobs = office.waitingJobs as unknown as { job: { name: string } }[]
  for (let at = jobs.length - 1; at >= 0; at--) if (jobs[at]!.job.name === 'documents.read') jobs.splice(at, 1)
  while (jobs.length > 0) {
    await office.runJobs(1)
    for (let at = jobs.length - 1; at >= 0; at--) if (jobs[at]!.job.name === 'documents.read') jobs.splice(at, 1)
  }
}

const asking = async (path: string, token: string, body: object = {}) => {
  const route = signPublic.find(one => one.path === `/public/sign/${path}`)!
  try {
    const found = await route.answer(office.kernel, {
      token,
      body: body as Record<string, unknown>,
      requestId: 'sign-test',
    })
    const type = found.headers['content-type'] ?? ''
    return type.startsWith('application/json')
      ? { answer: JSON.parse(Buffer.from(found.body as Uint8Array).toString()) }
      : { type, bytes: found.body }
  } catch (error) {
    if (error instanceof Refusal) return { name: error.refusalName }
    throw error
  }
}
const tokenOf = async (signerId: string) =>
  outsideToken(await linkSecretOf(office.pool), 'sign', { organisationId, id: signerId })

test('side by side: read, signed by both, sealed as a new version, unchanged until somebody changes it', async () => {
  const documentId = await it.paper()
  const field = { page: 2, box: [0.5, 0.7, 0.4, 0.1] }
  const id = await put(documentId, [screen(johan, { field, role: 'company-together' }), screen(ingrid)], {
    dueOn: '2026-11-27',
    note: 'As agreed',
  })
  assert.equal(
    refusalOf(await office.dispatch(c.putInFolder, { documentId, signers: [screen(johan)] }, elin)),
    'signing-there',
  )
  assert.deepEqual((await box(johan)).length, 1)
  assert.equal((await tasksFor(johan)).filter(one => one.startsWith('Sign: ')).length, 1)
  assert.equal(refusalOf(await tried(id, johan)), 'signing-unopened')
  assert.equal(refusalOf(await signs(id, elin)), 'signer-not-you')
  await office.done(c.openSigning, { id }, johan)
  assert.equal(
    refusalOf(await office.dispatch(c.sign, { id, mark: drawn, digest: '0'.repeat(64) }, johan)),
    'signing-changed',
  )
  const dry = await office.dispatch(c.sign, { id, mark: drawn, digest: (await folder(id)).digest }, johan, {
    dryRun: true,
  })
  assert.equal(dry.status, 'done')
  assert.equal((await folder(id)).signers[0]?.state, 'asked')
  const { digest } = await folder(id)
  const once = await office.dispatch(c.sign, { id, mark: drawn, digest }, johan, { key: 'one' })
  const twice = await office.dispatch(c.sign, { id, mark: drawn, digest }, johan, { key: 'one' })
  assert.deepEqual([once.status, twice.status], ['done', 'done'])
  assert.equal(refusalOf(await tried(id, johan)), 'signer-done')
  assert.deepEqual(await tasksFor(johan), [])
  assert.deepEqual(await box(johan), [])
  assert.equal(refusalOf(await signs(id, ingrid, { mark: { typed: 'Ingrid Tveit' } })), 'done')
  assert.equal((await folder(id)).record.state, 'completed')
  await runJobs()
  const done = await folder(id)
  assert.ok(done.seal?.unchanged)
  assert.match(done.seal.certificate ?? '', /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  const versions = await see(listVersions, { id: documentId })
  assert.deepEqual(
    versions.rows.map(row => row.number),
    [2, 1],
  )
  const bytes = await office.kernel.files.bytes(organisationId, Buffer.from(done.seal.digest, 'hex'))
  const text = bytes.toString('latin1')
  assert.match(text, /\/SubFilter \/ETSI\.CAdES\.detached/)
  const read = await perform('read', { source: bytes, name: 'sealed.pdf', options: {} })
  assert.equal(read.pages.length, 3)
  assert.match(read.text, /Ingrid Tveit/)
  assert.match(read.text, /line \d+/)
  assert.deepEqual(await box(elin, 'done'), [done.record.title])
  assert.ok((await see(c.toSeal, { id })).signers.every(one => one.journal !== null))
  await office.done(saveVersion, { id: documentId, fileId: await it.stored('another') }, elin)
  assert.equal((await folder(id)).seal?.unchanged, false)
})

test('one after the other; declined with a reason it leaves every folder', async () => {
  const id = await put(await it.paper(), [screen(johan), screen(ingrid)], { inOrder: true })
  assert.deepEqual(await box(ingrid), [])
  assert.equal(refusalOf(await signs(id, ingrid)), 'signer-not-yet')
  assert.equal(refusalOf(await signs(id, johan)), 'done')
  assert.equal((await box(ingrid)).length, 1)
  const empty = await office.dispatch(c.declineSigning, { id, reason: ' ' }, ingrid)
  assert.equal(refusalOf(empty), 'signing-reason-missing')
  await office.done(c.askBack, { id, question: 'Is this the last price?' }, ingrid)
  assert.equal((await tasksFor(elin)).filter(one => one.startsWith('Answer Ingrid')).length, 1)
  const { signers } = await folder(id)
  const answered = { id, signerId: signers[1]!.id, answer: 'Yes' }
  await office.done(c.answerSigner, answered, elin)
  assert.equal(refusalOf(await office.dispatch(c.answerSigner, answered, elin)), 'signing-question-none')
  await office.done(c.declineSigning, { id, reason: 'Not as agreed' }, ingrid)
  assert.deepEqual(await box(ingrid), [])
  const over = await folder(id)
  assert.deepEqual([over.record.state, over.signers[1]?.reason], ['declined', 'Not as agreed'])
  assert.equal(refusalOf(await office.dispatch(c.withdrawSigning, { id }, elin)), 'signing-closed')
})

test('two who sign at the same moment both count, and it is completed once', async () => {
  const id = await put(await it.paper(), [screen(johan), screen(ingrid)])
  await office.done(c.openSigning, { id }, johan)
  await office.done(c.openSigning, { id }, ingrid)
  const outcomes = await Promise.all([tried(id, johan), tried(id, ingrid), tried(id, johan), tried(id, ingrid)])
  assert.equal(outcomes.filter(one => one.status === 'done').length, 2)
  assert.equal((await folder(id)).record.state, 'completed')
  const seals = office.waitingJobs.filter(({ job }) => job.name === 'signatures.seal')
  assert.equal(seals.length, 1)
  await runJobs()
})

test('a changed document empties the signatures and says so; what was shown before is not signed', async () => {
  const documentId = await it.paper()
  const id = await put(documentId, [screen(johan), screen(ingrid)])
  assert.equal(refusalOf(await signs(id, johan)), 'done')
  const before = (await folder(id)).digest
  await office.done(saveVersion, { id: documentId, fileId: await it.stored('changed') }, elin)
  const now = await folder(id)
  assert.deepEqual([now.emptied, now.signers.map(one => one.state)], [1, ['asked', 'asked']])
  assert.equal(refusalOf(await office.dispatch(c.sign, { id, mark: drawn, digest: before }, ingrid)), 'signing-changed')
  // Read before, but not as it is now.
  assert.equal(refusalOf(await tried(id, johan)), 'signing-unopened')
  await office.done(c.withdrawSigning, { id }, elin)
  assert.deepEqual(await tasksFor(johan), [])
})

test('many at once: only what was opened, all or none', async () => {
  const ids = [await put(await it.paper(), [screen(johan)]), await put(await it.paper(), [screen(johan)])]
  await office.done(c.openSigning, { id: ids[0]! }, johan)
  const items = await Promise.all(ids.map(async id => ({ id, digest: (await folder(id)).digest })))
  const mark = { typed: 'Johan Almgren' }
  assert.equal(refusalOf(await office.dispatch(c.signMany, { items, mark }, johan)), 'signing-unopened')
  assert.equal((await box(johan)).length, 2)
  await office.done(c.openSigning, { id: ids[1]! }, johan)
  assert.equal((await office.done(c.signMany, { items, mark }, johan)).count, 2)
  assert.deepEqual(await box(johan), [])
  await runJobs()
})

test('whoever is away is stood in for, and it reads so', async () => {
  const id = await put(await it.paper(), [screen(johan)])
  assert.equal(refusalOf(await signs(id, ingrid)), 'signer-not-you')
  await office.done(
    setAway,
    { personId: johan.id, fromOn: '2026-11-24', untilOn: '2026-11-30', deputyId: ingrid.id },
    elin,
  )
  assert.equal((await see(c.listSignings, { box: 'to-sign' }, ingrid)).rows[0]?.standsFor, 'Johan Almgren')
  assert.equal(refusalOf(await signs(id, ingrid)), 'done')
  const [signer] = (await folder(id)).signers
  assert.deepEqual([signer?.name, signer?.signedBy, signer?.proof], ['Johan Almgren', 'Ingrid Tveit', 'sign-in'])
  await runJobs()
})

test('by a link: opened, declined codes, signed once, copy sent; forged, replaced and old links open nothing', async () => {
  const id = await put(await it.paper(), [
    { way: 'link', name: 'Lars Ekdahl', email: 'lars@kustfast.example', phone: '+46701234567', language: 'sv' },
  ])
  await runJobs()
  const mail = mails.find(one => one.to.address === 'lars@kustfast.example')!
  assert.match(mail.subject, /Office/)
  const [signer] = (await folder(id)).signers
  assert.deepEqual([signer?.state, signer?.mail], ['asked', 'sent'])
  const token = await tokenOf(signer!.id)
  const opened = (await asking('open', token)).answer
  assert.deepEqual([opened.turn, opened.code, opened.pages], [true, 'sms', 2])
  assert.equal((await asking('page', token, { page: 1, width: 400 })).type, 'image/png')
  assert.equal((await asking('page', token, { page: 3 })).name, 'sign-link-closed')
  const { digest } = opened
  assert.equal((await asking('sign', token, { mark: drawn, digest })).name, 'sign-code-needed')
  await asking('code', token)
  await runJobs()
  const [code] = /\d{6}/.exec(messages.at(-1)!.text)!
  assert.equal(messages.at(-1)!.to, '+46701234567')
  const wrong = code === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n++) assert.equal((await asking('try', token, { code: wrong })).name, 'sign-code-wrong')
  assert.equal((await asking('try', token, { code })).name, 'sign-code-too-often')
  await asking('code', token)
  await runJobs()
  const [again] = /\d{6}/.exec(messages.at(-1)!.text)!
  assert.equal((await asking('try', token, { code: again })).answer.passed, true)
  assert.ok((await asking('sign', token, { mark: drawn, digest })).answer.signedAt)
  assert.equal((await asking('sign', token, { mark: drawn, digest })).name, 'signer-done')
  await runJobs()
  const copy = mails.findLast(one => one.to.address === 'lars@kustfast.example')!
  assert.equal(copy.attachments?.[0]?.mediaType, 'application/pdf')
  assert.equal((await folder(id)).signers[0]?.proof, 'link-sms')
  // Not the last letter: some of its bits say nothing (RFC 4648, 3.5).
  const forged = `${token.slice(0, -5)}${token.at(-5) === 'A' ? 'B' : 'A'}${token.slice(-4)}`
  assert.equal((await asking('open', forged)).name, 'sign-link-closed')
})

test('of a confidential document a link shows nothing before the code: no page, no file, not what it is called; nor to another who has the link alone', async () => {
  const guest = { way: 'link', name: 'Mona Dahl', email: 'mona@dahl.example', phone: '+46701112233' }
  const documentId = await it.paper()
  const id = await put(documentId, [guest], { note: 'About the notice' })
  // what is said to be confidential later is shut at once, by the link that was sent before
  await office.superuser.query('update kernel.record set class = 2 where id = $1', [documentId])
  await runJobs()
  const token = await tokenOf((await folder(id)).signers[0]!.id)
  const shut = (await asking('open', token)).answer
  assert.deepEqual(
    [shut.locked, shut.title, shut.note, shut.pages, shut.digest, shut.others, shut.code],
    [true, '', '', 0, '', [], 'sms'],
  )
  for (const what of ['page', 'file', 'sign'] as const)
    assert.equal((await asking(what, token, { page: 1, mark: drawn, digest: '' })).name, 'sign-code-needed', what)
  await asking('code', token)
  await runJobs()
  const [code] = /\d{6}/.exec(messages.at(-1)!.text)!
  const { pass } = (await asking('try', token, { code })).answer
  const seen = (await asking('open', token, { pass })).answer
  assert.deepEqual([seen.locked, seen.note, seen.pages, seen.turn], [false, 'About the notice', 2, true])
  assert.equal((await asking('page', token, { page: 1, width: 400, pass })).type, 'image/png')
  for (const other of [{}, { pass: `${pass}x` }, { pass: pass.replace(/^./, pass.startsWith('A') ? 'B' : 'A') }])
    assert.equal((await asking('page', token, { page: 1, ...other })).name, 'sign-code-needed')
  assert.ok((await asking('sign', token, { mark: drawn, digest: seen.digest, pass })).answer.signedAt)
  await runJobs()
  // the copy, too, waits for a code once the old one is over
  office.setClock(Temporal.Instant.from('2026-11-24T10:00:00Z'))
  assert.equal((await asking('file', token, { pass })).name, 'sign-code-needed')
  await asking('code', token)
  await runJobs()
  const [again] = /\d{6}/.exec(messages.at(-1)!.text)!
  const { pass: anew } = (await asking('try', token, { code: again })).answer
  assert.equal((await asking('file', token, { pass: anew })).type, 'application/octet-stream')
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
  await runJobs()
})

test('a link that was replaced, or lay too long, or was withdrawn opens nothing', async () => {
  const guest = { way: 'link', name: 'Mona Dahl', email: 'mona@dahl.example' }
  const id = await put(await it.paper(), [guest])
  const old = (await folder(id)).signers[0]!
  const by = { way: 'link' as const, name: 'Per Dahl', email: 'per@dahl.example' }
  await office.done(c.replaceSigner, { id, signerId: old.id, by }, elin)
  assert.equal((await asking('open', await tokenOf(old.id))).name, 'sign-link-closed')
  const now = (await folder(id)).signers[0]!
  const token = await tokenOf(now.id)
  assert.equal((await asking('open', token)).answer.name, 'Per Dahl')
  office.setClock(Temporal.Instant.from('2026-12-30T09:00:00Z'))
  assert.equal((await asking('open', token)).name, 'sign-link-closed')
  await office.done(c.remindSigner, { id, signerId: now.id }, elin)
  assert.equal((await asking('open', token)).answer.turn, true)
  await office.done(c.withdrawSigning, { id }, elin)
  assert.equal((await asking('open', token)).name, 'sign-link-closed')
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
  await runJobs()
})

test('who signs is looked at: nobody twice, nobody who may not see it, nothing secret by a link', async () => {
  const documentId = await it.paper()
  const refused = async (signers: readonly object[], of = documentId, more: object = {}) =>
    refusalOf(await office.dispatch(c.putInFolder, { documentId: of, signers: signers as never, ...more }, elin))
  assert.equal(await refused([screen(johan), screen(johan)]), 'signer-twice')
  assert.equal(await refused([{ way: 'link', name: 'No address' }]), 'signer-incomplete')
  assert.equal(await refused([screen(johan, { field: { page: 9, box: [0, 0, 0.2, 0.1] } })]), 'field-off-page')
  assert.equal(await refused([screen(johan)], documentId, { dueOn: '2026-11-23' }), 'signing-due-past')
  const blind = await it.colleague('New here', { clearance: 0 })
  assert.equal(await refused([screen(blind)]), 'signer-blind')
  const guest = { way: 'link', name: 'Mona Dahl', email: 'mona@dahl.example' }
  assert.equal(await refused([guest], await it.paper({ class: 3 })), 'signing-too-secret')
  const confidential = await it.paper({ class: 2 })
  const second = await office.dispatch(
    c.putInFolder,
    { documentId: confidential, signers: [{ ...guest, way: 'link', phone: '+46701112233' }] },
    elin,
  )
  assert.equal(second.status, 'asked')
  assert.equal(await refused([screen(johan)], await it.paper({ mediaKind: 'text', pages: 0 })), 'document-unsignable')
  const stranger = office.principal(await office.openOrganisation())
  assert.equal(
    refusalOf(await office.dispatch(c.putInFolder, { documentId, signers: [] as never }, stranger)),
    'input-invalid',
  )
  const other = await office.dispatch(c.putInFolder, { documentId, signers: [screen(johan)] }, stranger)
  assert.equal(refusalOf(other), 'record-not-found')
})

test('on paper: printed with a code, signed with a pen, scanned, known again, confirmed', async () => {
  const documentId = await it.paper()
  const id = await put(documentId, [
    { way: 'paper', name: 'Berit Ås' },
    { way: 'paper', name: 'Olav Ås' },
  ])
  await runJobs()
  assert.equal((await folder(id)).sheet?.ready, true)
  const sheet = signatureRoutes.find(one => one.path.endsWith('sheet.pdf'))!
  const caller = { organisationId, principalId: elin.id, mandateId: null }
  const printed = await sheet.answer(office.kernel, { params: { id }, query: {}, caller, requestId: 'print' })
  const source = printed.body as Uint8Array
  const page = await perform('render', { source, mediaKind: 'pdf', options: { page: 3, width: 1654, format: 'png' } })
  const [left, top, width, height] = fieldBox(0).map((part, at) => Math.round(part * (at % 2 === 0 ? 1654 : 2339))) as [
    number,
    number,
    number,
    number,
  ]
  const ink = `<svg width="${width}" height="${height}"><path d="M20 ${height - 20} L200 20 L320 ${height - 30} L600 40" fill="none" stroke="#1b2f6f" stroke-width="6"/></svg>`
  // Half a degree askew, as papers go through a scanner.
  const scan = await sharp(
    await sharp(page)
      .composite([{ input: Buffer.from(ink), left, top }])
      .png()
      .toBuffer(),
  )
    .rotate(0.4, { background: '#fff' })
    .png()
    .toBuffer()
  const { marks } = await perform('survey', { source: scan, name: 'scan.png' })
  const archiveNumber = Number(marks[0]?.text.split(':')[2])
  const scanned = await it.paper({ bytes: scan, name: 'scan.png', mediaKind: 'image', pages: 1, archiveNumber })
  await runJobs()
  const back = await folder(id)
  assert.deepEqual(
    back.signers.map(one => [one.paper?.document?.id, one.paper?.ink]),
    [
      [scanned, true],
      [scanned, false],
    ],
  )
  assert.equal(back.record.state, 'open')
  const [berit, olav] = back.signers
  await office.done(c.confirmPaper, { id, signerId: berit!.id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.confirmPaper, { id, signerId: berit!.id }, elin)), 'signer-done')
  const clerk = await it.colleague('Clerk', { clearance: 1 })
  const hidden = await it.paper({ class: 2 })
  for (const documentId of [hidden, johan.id, '019aa000-0000-7000-8000-00000000ffff'])
    assert.equal(
      refusalOf(await office.dispatch(c.confirmPaper, { id, signerId: olav!.id, documentId }, clerk)),
      'record-not-found',
      'what one does not see, or is no paper, shows no signature',
    )
  const last = await office.done(c.confirmPaper, { id, signerId: olav!.id, documentId: scanned }, elin)
  assert.equal(last.state, 'completed')
  await runJobs()
  assert.equal((await folder(id)).seal?.unchanged, true)
})

test('reminded before and after the day, the sender when it is late; the journal holds', async () => {
  const id = await put(await it.paper(), [screen(ingrid), { way: 'link', name: 'Lars', email: 'l@l.example' }], {
    dueOn: '2026-11-27',
  })
  await runJobs()
  const morning = (day: string) => office.setClock(Temporal.Instant.from(`${day}T07:10:00Z`))
  const chase = async () => (await office.done(c.chaseSigners, {}, it.system)).reminded
  const others = await chase()
  morning('2026-11-26')
  assert.equal(await chase(), others + 2)
  assert.equal(await chase(), others)
  const sent = mails.length
  await runJobs()
  assert.ok(mails.slice(sent).some(one => one.subject.startsWith('Reminder')))
  morning('2026-11-30')
  await chase()
  const { rows } = await office.superuser.query(
    `select 1 from notifications.notice where principal_id = $1 and title_key = 'notice.signatures.late'`,
    [elin.id],
  )
  assert.equal(rows.length, 1)
  assert.equal((await folder(id)).late, true)
  await runJobs()
  const client = await office.pool.connect()
  client.release()
  assert.equal((await verifyJournal(office.pool, organisationId)).broken, null)
})

test('pages are shown as they are signed, to whoever sees the document', async () => {
  const id = await put(await it.paper(), [screen(johan)])
  const route = signatureRoutes.find(one => one.path.endsWith('/:page'))!
  const asked = (page: string, as = elin) =>
    route.answer(office.kernel, {
      params: { id, page },
      query: { width: '400' },
      caller: { organisationId: as.organisationId, principalId: as.id, mandateId: null },
      requestId: 'page',
    })
  assert.equal((await asked('1.png')).headers['content-type'], 'image/png')
  assert.equal((await asked('9.png')).status, 404)
  assert.equal((await asked('1.png', office.principal(await office.openOrganisation()))).status, 404)
  assert.equal((await see(getDocument, { id: (await folder(id)).document!.id })).row.pageCount, 2)
  assert.equal((await see(c.openingOf, { id: (await folder(id)).document!.id })).signingId, id)
  assert.ok(signatureDrawing())
})

test('more than one event may tell of are reminded: each of them is told', async () => {
  const signers = Array.from({ length: 30 }, (_, n) => ({ way: 'paper', name: `Signer ${n + 1}` }))
  for (let n = 0; n < 9; n++) await put(await it.paper(), signers, { dueOn: '2026-12-18', inOrder: false })
  office.setClock(Temporal.Instant.from('2026-12-17T07:10:00Z'))
  const answer = await office.dispatch(c.chaseSigners, {}, it.system)
  assert.ok(answer.status === 'done' && answer.output.reminded >= 250)
  const told = answer.events.filter(({ name }) => name === 'signatures.chased')
  const keys = told.flatMap(({ payload }) => (payload as { notify?: { key: string }[] }).notify ?? [])
  assert.ok(new Set(keys.filter(({ key }) => key.startsWith('signatures.remind:')).map(({ key }) => key)).size >= 250)
})
