/** The folder with a service for e-signatures, against a stand-in written from Scrive's documentation of its Document API alone. */
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { after, beforeEach, test } from 'node:test'
import { setMailDoor } from '../../../kernel/mail/door.ts'
import { linkSecretOf, outsideToken, setOutsideLinks } from '../../../kernel/outside/link.ts'
import { allowPrivateAddresses } from '../../../kernel/outside/fetch.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { listVersions, saveVersion } from '../../documents/contract.ts'
import { makePdf } from '../../documents/reading/fixtures/pdf.ts'
import * as c from '../contract.ts'
import { signatureServiceActs, signServicePublic } from '../doors.service.ts'
import { useSignatureDrawing } from '../drawing.ts'
import { openHouse, refusalOf } from '../testing.ts'
import { setSignaturesKernel } from './reach.ts'

interface Party {
  [key: string]: unknown
  is_author?: boolean
  sign_time?: string | null
  fields?: { type: string; value: string }[]
}
interface Document {
  id: string
  status: string
  title: string
  parties: Party[]
  api_callback_url?: string
  [key: string]: unknown
}

/** Scrive as far as it is used here. */
const scrive = {
  documents: new Map<string, Document>(),
  calls: [] as string[],
  authorized: '',
  uploads: [] as string[],
  /** Calls that end so, by their last word. */
  breaks: new Map<string, 'lost' | number>(),
  sealed: null as Buffer | null,
}
const good =
  'oauth_signature_method="PLAINTEXT", oauth_consumer_key="a1", oauth_token="t1", oauth_signature="hush1&hush2"'

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const server = createServer(async (request, response) => {
  const body = await read(request)
  const { pathname } = new URL(request.url!, 'http://scrive')
  const [, id = '', word = ''] = /^\/api\/v2\/documents\/(?:([^/]+)\/)?([a-z]+)/.exec(pathname) ?? []
  scrive.calls.push(word)
  scrive.authorized = request.headers.authorization ?? ''
  const answer = (status: number, what: object) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(what))
  }
  const no = (status: number, type: string) =>
    answer(status, { error_type: type, error_message: type, http_code: status })
  if (scrive.authorized !== good) return no(401, 'invalid_authorisation')
  const broken = scrive.breaks.get(word)
  if (typeof broken === 'number') return no(broken, 'request_parameters_invalid')
  if (word === 'list') return answer(200, { total_matching: 0, documents: [] })
  if (word === 'new') {
    scrive.uploads.push(body.toString('latin1'))
    const document = {
      id: String(8222 + scrive.documents.size),
      status: 'preparation',
      title: '',
      parties: [{ id: '1', is_author: true, is_signatory: true, signatory_role: 'signing_party', fields: [] }],
    }
    scrive.documents.set(document.id, document)
    return answer(201, document)
  }
  const document = scrive.documents.get(id)
  if (!document) return no(404, 'resource_not_found')
  if (word === 'update') Object.assign(document, JSON.parse(new URLSearchParams(body.toString()).get('document')!))
  if (word === 'start') {
    if (document.status !== 'preparation') return no(409, 'document_state_error')
    document.status = 'pending'
  }
  if (word === 'cancel') {
    if (document.status !== 'pending') return no(409, 'document_state_error')
    document.status = 'canceled'
  }
  if (word === 'files') {
    if (!scrive.sealed) return no(503, 'not_sealed')
    return void response.writeHead(200, { 'content-type': 'application/pdf' }).end(scrive.sealed)
  }
  // What was done was done; its answer never comes.
  if (broken === 'lost') return void request.socket.destroy()
  answer(200, document)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const it = await openHouse()
const { office, organisationId, elin, johan, system } = it
await office.superuser.query(`insert into platform.organisation values ($1, 'Office', now())`, [organisationId])
const copies: string[] = []
setMailDoor({ send: async mail => void copies.push(mail.to.address), close: () => {} })
allowPrivateAddresses(true)
setSignaturesKernel(office.kernel)
after(async () => {
  setMailDoor(null)
  setOutsideLinks(null)
  setSignaturesKernel(null)
  useSignatureDrawing(null)
  allowPrivateAddresses(false)
  server.closeAllConnections()
  server.close()
  await office.close()
})
beforeEach(() => {
  scrive.calls.length = 0
  scrive.breaks.clear()
  scrive.sealed = null
})

const folder = async (id: string, as: TestPrincipal = elin) => {
  const answer = await office.query(c.getSigning, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const jobs = office.waitingJobs as unknown as { job: { name: string } }[]
const runJobs = async () => {
  for (;;) {
    for (let at = jobs.length - 1; at >= 0; at--) if (jobs[at]!.job.name === 'documents.read') jobs.splice(at, 1)
    if (jobs.length === 0) return
    await office.runJobs(1)
  }
}
const secrets = { apitoken: 'a1', apisecret: 'hush1', accesstoken: 't1', accesssecret: 'hush2' }
const asked = (which: 0 | 1, given: object, as = elin) =>
  signatureServiceActs[which].act(
    office.kernel,
    { organisationId, principalId: as.id, mandateId: null },
    given as Record<string, unknown>,
    'service-test',
  )
const kofi = { way: 'service', name: 'Kofi Mensah', email: 'Kofi@outside.example' } as const
const berit = { way: 'service', name: 'Berit Ås', email: 'berit@outside.example', phone: '+4790000000' } as const
const put = async (signers: readonly object[] = [kofi], more: object = {}) => {
  const documentId = await it.paper({ name: `Lease ${scrive.documents.size}.pdf` })
  const input = { documentId, signers: signers as never, ...more }
  return { documentId, id: (await office.done(c.putInFolder, input, elin)).id }
}
const there = () => [...scrive.documents.values()].at(-1)!
const partyOf = (email: string) =>
  there().parties.find(one => one.fields?.some(field => field.value.toLowerCase() === email.toLowerCase()))!
const tells = async (id: string, documentId = there().id, token?: string) => {
  const secret = await linkSecretOf(office.pool)
  const body = new URLSearchParams({ document_id: documentId, document_signed_and_sealed: 'true', document_json: '{}' })
  try {
    await signServicePublic[0].answer(office.kernel, {
      params: { token: token ?? outsideToken(secret, 'signed', { organisationId, id }) },
      file: Readable.from([Buffer.from(body.toString())]),
      requestId: 'service-test',
    })
  } catch (fault) {
    if (fault instanceof Refusal) return fault.refusalName
    throw fault
  }
  await runJobs()
  return 'heard'
}
const now = () => '2026-11-24T09:30:00Z'

test('a service is tried before it is kept; its secrets are told to nobody', async () => {
  const { id } = { id: await it.paper() }
  const input = { documentId: id, signers: [kofi] }
  assert.equal(refusalOf(await office.dispatch(c.putInFolder, input, elin)), 'service-missing')
  const wrong = await asked(0, { wire: 'scrive', address, ...secrets, accesssecret: 'no' })
  assert.equal(refusalOf(wrong as never), 'service-sign-in')
  assert.equal(
    refusalOf((await asked(0, { wire: 'scrive', address: 'http://127.0.0.1:1', ...secrets })) as never),
    'service-unreachable',
  )
  assert.equal((await asked(0, { wire: 'scrive', address, ...secrets })).status, 'done')
  assert.equal((await asked(1, {})).status, 'done')
  const answer = await office.query(c.getService, {}, elin)
  assert.ok(answer.status === 'done' && answer.output.wire === 'scrive')
  const { rows } = await office.superuser.query<{ told: string }>(
    `select string_agg(j::text, ' ') || (select s::text from signatures.service s limit 1) as told from kernel.journal j`,
  )
  const isTold = ['hush1', Buffer.from('hush1').toString('hex')].some(one => rows[0]!.told.includes(one))
  assert.equal(isTold, false)
})

test('sent as a whole, asked once, signed one after the other; the signed file becomes the version as it came', async () => {
  setOutsideLinks({ address: 'https://office.example', secret: await linkSecretOf(office.pool) })
  const { id, documentId } = await put([kofi, berit], { inOrder: true, note: 'As agreed' })
  assert.equal((await folder(id)).service?.state, 'sending')
  await runJobs()
  const document = there()
  assert.deepEqual([document.status, scrive.calls.filter(one => one === 'start').length], ['pending', 1])
  assert.match(scrive.uploads.at(-1)!, /name="file"; filename="document\.pdf"[^]*%PDF-/)
  assert.match(document.api_callback_url!, /^https:\/\/office\.example\/public\/signed\/[\w-]{75}$/)
  const roles = document.parties.map(one => [
    one['signatory_role'],
    one['sign_order'],
    one['authentication_method_to_sign'],
  ])
  assert.deepEqual(roles, [
    ['viewer', undefined, undefined],
    ['signing_party', 1, 'standard'],
    ['signing_party', 2, 'sms_pin'],
  ])
  assert.equal((await folder(id)).service?.state, 'pending')
  // A webhook with another document, or another token, opens nothing; its word is not taken.
  assert.equal(await tells(id, '1'), 'sign-link-closed')
  assert.equal(await tells(id, document.id, 'x'.repeat(75)), 'sign-link-closed')
  assert.equal(await tells(id), 'heard')
  assert.deepEqual(
    (await folder(id)).signers.map(one => one.state),
    ['asked', 'later'],
  )
  partyOf(kofi.email).sign_time = now()
  await tells(id)
  assert.deepEqual(
    (await folder(id)).signers.map(one => [one.state, one.proof]),
    [
      ['signed', 'service'],
      ['asked', null],
    ],
  )
  assert.equal(refusalOf(await office.dispatch(c.disconnectService, {}, elin)), 'service-in-use')
  partyOf(berit.email).sign_time = now()
  document.status = 'closed'
  await tells(id)
  // Signed by all, and its file not sealed yet.
  assert.equal((await folder(id)).record.state, 'completed')
  assert.equal((await folder(id)).seal, null)
  scrive.sealed = await makePdf(pdf => void pdf.text('Signed, with evidence'))
  await office.done(c.lookAtService, { id }, system)
  await runJobs()
  const { seal } = await folder(id)
  assert.ok(seal?.unchanged)
  assert.equal(seal.certificate, null)
  const { rows } = await office.superuser.query<{ sealed: string }>(
    `select encode(sealed_digest, 'hex') as sealed from signatures.signing where id = $1`,
    [id],
  )
  assert.equal(seal.digest, rows[0]!.sealed)
  assert.deepEqual(await office.kernel.files.bytes(organisationId, Buffer.from(seal.digest, 'hex')), scrive.sealed)
  const versions = await office.query(listVersions, { id: documentId }, elin)
  assert.ok(versions.status === 'done' && versions.output.rows.length === 2)
  assert.deepEqual(copies, [])
})

test('killed between steps or left without an answer: nobody is asked twice', async () => {
  scrive.breaks.set('start', 'lost')
  const { id } = await put()
  await runJobs()
  const first = there().id
  scrive.breaks.clear()
  await office.done(c.lookAtService, { id }, system)
  await runJobs()
  assert.equal((await folder(id)).service?.state, 'pending')
  assert.deepEqual(
    [there().id, there().status, scrive.calls.filter(one => one === 'start').length],
    [first, 'pending', 1],
  )
  // The draft was made and its name kept; then the wire was cut.
  scrive.breaks.set('update', 'lost')
  const other = await put()
  await runJobs()
  assert.match((await folder(other.id)).service?.said ?? '', /unreachable/)
  const kept = there().id
  scrive.breaks.clear()
  await office.done(c.lookAtService, { id: other.id }, system)
  await runJobs()
  assert.deepEqual([there().id, there().status], [kept, 'pending'])
  assert.deepEqual((await folder(other.id)).service, { wire: 'scrive', state: 'pending', said: null })
  // Told of two drafts, the first one stays.
  const { externalId } = await office.done(c.noteService, { id, externalId: 'another' }, system)
  assert.equal(externalId, first)
})

test('declined, expired, refused, withdrawn: each ends it and says so', async () => {
  const no = await put()
  await runJobs()
  there().status = 'rejected'
  Object.assign(partyOf(kofi.email), { rejected_time: now(), rejection_reason: 'Too dear' })
  await tells(no.id)
  const declined = await folder(no.id)
  assert.deepEqual([declined.record.state, declined.signers[0]?.reason], ['declined', 'Too dear'])
  const late = await put()
  await runJobs()
  there().status = 'timedout'
  await tells(late.id)
  const expired = await folder(late.id)
  assert.deepEqual([expired.record.state, expired.service?.state], ['withdrawn', 'expired'])
  scrive.breaks.set('update', 400)
  const bad = await put()
  await runJobs()
  const failed = (await folder(bad.id)).service
  assert.deepEqual([failed?.state, failed?.said], ['failed', '400 request_parameters_invalid'])
  scrive.breaks.clear()
  const taken = await put()
  await runJobs()
  await office.done(c.withdrawSigning, { id: taken.id }, elin)
  await runJobs()
  assert.equal(there().status, 'canceled')
  assert.equal((await folder(taken.id)).service?.state, 'cancelled')
  const gone = await put()
  await runJobs()
  scrive.documents.delete(there().id)
  await office.done(c.lookAtService, { id: gone.id }, system)
  await runJobs()
  const lost = await folder(gone.id)
  assert.deepEqual(
    [lost.record.state, lost.service],
    ['withdrawn', { wire: 'scrive', state: 'failed', said: '404 resource_not_found' }],
  )
  const crossed = await put()
  await runJobs()
  there().status = 'closed'
  await office.done(c.withdrawSigning, { id: crossed.id }, elin)
  await runJobs()
  assert.deepEqual(
    [(await folder(crossed.id)).record.state, (await folder(crossed.id)).service?.state],
    ['withdrawn', 'signed'],
  )
})

test('as a whole or not at all; reminded there; what is changed here goes on there and stays a paper of its own', async () => {
  const documentId = await it.paper()
  const mixed = { documentId, signers: [kofi, { way: 'screen', personId: johan.id }] as never }
  assert.equal(refusalOf(await office.dispatch(c.putInFolder, mixed, elin)), 'service-whole')
  const secretPaper = { documentId: await it.paper({ class: 3 }), signers: [kofi] }
  assert.equal(refusalOf(await office.dispatch(c.putInFolder, secretPaper, elin)), 'signing-too-secret')
  const { id, documentId: lease } = await put()
  await runJobs()
  const [signer] = (await folder(id)).signers
  const by = { way: 'screen', personId: johan.id } as const
  assert.equal(
    refusalOf(await office.dispatch(c.replaceSigner, { id, signerId: signer!.id, by }, elin)),
    'service-whole',
  )
  await office.done(c.remindSigner, { id, signerId: signer!.id }, elin)
  await runJobs()
  assert.equal(scrive.calls.at(-1), 'remind')
  await office.done(saveVersion, { id: lease, fileId: await it.stored('Other words') }, elin)
  await runJobs()
  assert.equal((await folder(id)).emptied, 0)
  scrive.sealed = await makePdf(pdf => void pdf.text('Signed'))
  partyOf(kofi.email).sign_time = now()
  there().status = 'closed'
  await tells(id)
  const done = await folder(id)
  assert.ok(done.seal)
  assert.notEqual(done.document?.id, lease)
})

test('one that cannot go on keeps no other waiting', async () => {
  const odd = await put()
  await runJobs()
  Object.assign(partyOf(kofi.email), { sign_time: 'some day' })
  const good = await put()
  await runJobs()
  partyOf(kofi.email).sign_time = now()
  there().status = 'closed'
  ;(office.waitingJobs as unknown[]).push({
    organisationId,
    job: { name: c.serviceRoundJob.name, principalId: it.system.id, payload: {}, data: {} },
  })
  await assert.rejects(office.runJobs(1), /input-invalid/)
  assert.deepEqual([(await folder(odd.id)).record.state, (await folder(good.id)).record.state], ['open', 'completed'])
})
