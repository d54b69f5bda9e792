import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import { insertRecord, refusalOf, type WorkOffice, workOffice } from '../work/testing.ts'
import * as p from './contract.ts'
import { printing } from './index.ts'
import { openTestPrinter, saying, type TestPrinter } from './testing-printer.ts'
import { allowPrinters } from './wire/allowed.ts'
import { useDrawing } from './wire/drawing.ts'
import { httpAddress } from './wire/post.ts'

const named = (name: string) =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

let it: WorkOffice
let printer: TestPrinter
let printerId: string
const pdf = Buffer.from('%PDF-1.7 a page')

before(async () => {
  it = await workOffice([named('directory'), named('documents'), named('notifications'), printing])
  printer = await openTestPrinter()
  allowPrinters(['127.0.0.1'])
  const facts = { name: 'Copier', uri: printer.uri, place: 'Floor 2' }
  printerId = (await it.office.done(p.addPrinter, facts, it.elin)).id
  await it.office.runJobs()
})
afterEach(() => {
  printer.before = () => null
})
after(async () => {
  allowPrinters([])
  useDrawing(null)
  await printer.close()
  await it.office.close()
})

/** A document as documents keep it, with these bytes. */
async function paper(bytes: Buffer, mediaType = 'application/pdf', title = 'Minutes.pdf', at = 1): Promise<string> {
  const { office, organisationId } = it
  const id = await insertRecord(office, organisationId, 'document', title, { class: at })
  const file = await office.kernel.files.put(organisationId, bytes, { name: title })
  await office.superuser.query('update kernel.file set media_type = $2 where id = $1', [file.id, mediaType])
  await office.superuser.query(
    `insert into documents.document (organisation_id, id, file_id, digest, name, media_kind, state, received_at, arrived_by)
     values ($1, $2, $3, $4, $5, 'pdf', 'arrived', now(), 'upload')`,
    [organisationId, id, file.id, file.digest, title],
  )
  return id
}

const job = async (id: string) => {
  const answer = await it.office.query(p.getJob, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const seePrinter = async (id = printerId) => {
  const answer = await it.office.query(p.getPrinter, { id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output
}
/** What waits is run once: a job that goes on asks to be looked at again, and so on until the printer has ended it. */
const look = () => it.office.runJobs(it.office.waitingJobs.length)

test('a printer says what it can do, in whatever language, and what ails it', async () => {
  const seen = await seePrinter()
  assert.deepEqual([seen.record.state, seen.model, seen.problem], ['idle', 'Provskrivare Å 20', null])
  assert.deepEqual(seen.markers, [
    { name: 'Black', level: 40 },
    { name: 'Cyan', level: null },
  ])
  const { staple, colour, trays, copies } = seen.abilities!
  assert.deepEqual([staple, colour, trays, copies], [true, true, ['tray-1', 'tray-2'], 99])
  assert.equal(httpAddress('ipp://copier/ipp/print').href, 'http://copier:631/ipp/print')
  assert.equal(httpAddress('ipps://[2001:db8::1]/ipp').href, 'https://[2001:db8::1]:631/ipp')
})

test('printed as wished, followed until it is done; the printer that stops says why', async () => {
  const { office, elin } = it
  const documentId = await paper(pdf)
  const wish = {
    documentId,
    copies: 3,
    sides: 'two-sided-long-edge' as const,
    staple: true,
    tray: 'tray-2',
    colour: 'grey' as const,
  }
  const { id } = await office.done(p.printDocument, wish, elin)
  assert.equal((await job(id)).record.state, 'queued')
  await look()
  const [taken] = printer.jobs
  assert.deepEqual([Buffer.from(taken!.data), taken!.format], [pdf, 'application/pdf'])
  const wished = Object.fromEntries([...taken!.wishes].map(([name, { values }]) => [name, values[0]!.value]))
  assert.deepEqual(
    [wished['copies'], wished['sides'], wished['finishings'], wished['print-color-mode']],
    [3, 'two-sided-long-edge', 4, 'monochrome'],
  )
  assert.deepEqual(wished['media-col'], [{ name: 'media-source', values: [{ tag: 0x44, value: 'tray-2' }] }])
  assert.equal((await job(id)).record.state, 'printing')
  Object.assign(taken!, { state: 6, reasons: ['media-empty-error'] })
  await look()
  assert.deepEqual([(await job(id)).record.state, (await job(id)).reasons], ['held', ['media-empty-error']])
  Object.assign(taken!, { state: 9, reasons: ['job-completed-successfully'] })
  await look()
  const done = await job(id)
  assert.deepEqual([done.record.state, done.sheets, office.waitingJobs.length], ['done', 1, 0])
  const again = await office.done(p.printAgain, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(p.cancelJob, { id }, elin)), 'print-job-ended')
  assert.equal(refusalOf(await office.dispatch(p.printAgain, { id: again.id }, elin)), 'print-job-not-ended')
  await office.done(p.cancelJob, { id: again.id }, elin)
  await look()
  assert.deepEqual([(await job(again.id)).record.state, printer.jobs.length], ['cancelled', 1], 'never left')
})

test('a line that breaks after the printer took it: found again by its name, and printed once', async () => {
  const { office, elin } = it
  const { id } = await office.done(p.printDocument, { documentId: await paper(Buffer.from('%PDF once')) }, elin)
  const had = printer.jobs.length
  printer.before = operation => (operation === 0x0002 ? 'drop' : null)
  const sending = office.waitingJobs[0]!
  await assert.rejects(office.runJobs(1), /unreachable/)
  assert.equal((await job(id)).record.state, 'sending')
  printer.before = () => null
  ;(office.waitingJobs as unknown[]).push(sending)
  await look()
  assert.deepEqual([(await job(id)).record.state, printer.jobs.length], ['printing', had + 1])
  await office.done(p.cancelJob, { id }, elin)
  await office.runJobs()
  assert.deepEqual([(await job(id)).record.state, printer.jobs.at(-1)!.state], ['cancelled', 7])
})

test('in two messages where a printer knows no other way; as pictures where it reads no PDF', async () => {
  const { office, elin } = it
  const plain = await openTestPrinter()
  plain.said.set(...saying('operations-supported', 0x23, 5, 6, 8, 9, 10, 11))
  plain.said.set(...saying('document-format-supported', 0x49, 'image/pwg-raster'))
  plain.said.set(...saying('pwg-raster-document-type-supported', 0x44, 'sgray_8'))
  plain.said.set(...saying('pwg-raster-document-resolution-supported', 0x32, { x: 150, y: 150, units: 3 }))
  const { id: other } = await office.done(p.addPrinter, { name: 'Plain', uri: plain.uri }, elin)
  await office.runJobs()
  const documentId = await paper(Buffer.from('%PDF drawn'))
  const asked: number[] = []
  useDrawing(async ({ page, width, grey }) => {
    asked.push(width)
    return page > 2 ? null : { width, height: 2, channels: grey ? 1 : 3, pixels: new Uint8Array(width * 2).fill(page) }
  })
  const { id } = await office.done(p.printDocument, { documentId, printerId: other }, elin)
  await look()
  const [taken] = plain.jobs
  assert.equal((await job(id)).record.state, 'printing')
  assert.deepEqual(
    [taken!.format, Buffer.from(taken!.data).subarray(0, 13).toString()],
    ['image/pwg-raster', 'RaS2PwgRaster'],
  )
  assert.deepEqual(asked, [1241, 1241, 1241])
  plain.said.set(...saying('document-format-supported', 0x49, 'application/octet-stream'))
  await office.done(p.lookAtPrinter, { id: other }, elin)
  taken!.state = 9
  await office.runJobs()
  const { id: none } = await office.done(p.printDocument, { documentId, printerId: other }, elin)
  await look()
  assert.deepEqual([(await job(none)).record.state, (await job(none)).problem], ['failed', 'format'])
  await plain.close()
})

test('a file that nobody keeps as a document is printed too, and once more; one that has no pages is not', async () => {
  const { office, elin, organisationId } = it
  const badge = Buffer.from('%PDF badge')
  const stored = await office.kernel.files.put(organisationId, badge, {
    name: 'badge.pdf',
    mediaType: 'application/pdf',
  })
  const { id } = await office.done(p.printFile, { fileId: stored.id, title: 'Badge', printerId }, elin)
  await look()
  const taken = printer.jobs.at(-1)!
  assert.deepEqual([Buffer.from(taken.data), (await job(id)).document], [badge, null])
  taken.state = 9
  await look()
  const again = await office.done(p.printAgain, { id }, elin)
  await look()
  assert.deepEqual([(await job(again.id)).record.title, Buffer.from(printer.jobs.at(-1)!.data)], ['Badge', badge])
  await office.done(p.cancelJob, { id: again.id }, elin)
  await office.runJobs()
  const table = await office.kernel.files.put(organisationId, Buffer.from('a;b'), {
    name: 'a.csv',
    mediaType: 'text/csv',
  })
  const asks = (input: object) => office.dispatch(p.printFile, { title: 'X', printerId, ...input } as never, elin)
  assert.equal(refusalOf(await asks({ fileId: table.id })), 'document-not-printable')
  assert.equal(refusalOf(await asks({ fileId: stored.id, aboutId: organisationId })), 'record-not-found')
})

test('refused: what cannot be printed, what the printer cannot, an address that nobody has opened', async () => {
  const { office, elin, visitor } = it
  const documentId = await paper(Buffer.from('x'), 'application/pdf', 'Other.pdf', 1)
  const asks = async (input: object) =>
    refusalOf(await office.dispatch(p.printDocument, { documentId, printerId, ...input } as never, elin))
  assert.equal(await asks({ sides: 'two-sided-short-edge' }), 'printer-cannot')
  assert.equal(await asks({ tray: 'tray-9' }), 'printer-cannot')
  assert.equal(await asks({ copies: 100 }), 'printer-cannot')
  assert.equal(
    await asks({ documentId: await paper(Buffer.from('y'), 'message/rfc822', 'Mail.eml') }),
    'document-not-printable',
  )
  for (const uri of ['ftp://copier/', 'ipp://u:p@copier/', 'not an address'])
    assert.equal(refusalOf(await office.dispatch(p.addPrinter, { name: 'X', uri }, elin)), 'printer-address-wrong', uri)
  assert.equal(refusalOf(await office.dispatch(p.addPrinter, { name: 'X', uri: printer.uri }, elin)), 'printer-twice')
  assert.equal(
    refusalOf(await office.dispatch(p.printDocument, { documentId, printerId }, visitor)),
    'record-not-found',
  )
  const { id: closed } = await office.done(p.addPrinter, { name: 'Closed', uri: 'ipp://127.0.0.2:9/ipp/print' }, elin)
  await office.runJobs()
  assert.deepEqual(
    [(await seePrinter(closed)).record.state, (await seePrinter(closed)).problem],
    ['unreachable', 'not-allowed'],
  )
  const { id } = await office.done(p.printDocument, { documentId, printerId: closed }, elin)
  await look()
  assert.deepEqual([(await job(id)).record.state, (await job(id)).problem], ['failed', 'not-allowed'])
  const retired = await office.dispatch(p.changePrinter, { id: closed, retired: true }, elin)
  assert.ok(retired.status === 'done')
  assert.equal(await asks({ printerId: closed }), 'printer-retired')
  await office.done(p.changePrinter, retired.undo!.input as never, elin)
})

test('one’s own printer before the usual one; a printer that refuses for good ends the job, one that is busy does not', async () => {
  const { office, elin, karin } = it
  const { id: usual } = await office.done(
    p.addPrinter,
    { name: 'Usual', uri: 'ipp://127.0.0.1:9/ipp/print', isDefault: true },
    elin,
  )
  await office.runJobs()
  assert.equal((await seePrinter(usual)).problem, 'unreachable')
  await office.done(p.choosePrinter, { id: printerId }, elin)
  const documentId = await paper(Buffer.from('%PDF own'))
  const printed = async (who: typeof elin) => {
    const { id } = await office.done(p.printDocument, { documentId }, who)
    return { id, on: (await job(id)).printer?.id }
  }
  const theirs = await printed(karin)
  assert.equal(theirs.on, usual)
  await office.done(p.cancelJob, { id: theirs.id }, karin)
  const mine = await printed(elin)
  assert.equal(mine.on, printerId)
  printer.before = operation => (operation === 0x0002 ? 0x040a : null)
  await office.runJobs()
  assert.deepEqual([(await job(mine.id)).record.state, (await job(mine.id)).problem], ['failed', 'refused'])
  const busy = await printed(elin)
  printer.before = operation => (operation === 0x0002 ? 0x0507 : null)
  await assert.rejects(office.runJobs(), /refused/)
  assert.equal((await job(busy.id)).record.state, 'sending')
  const list = await office.query(p.listJobs, { box: 'open' }, elin)
  assert.ok(list.status === 'done' && list.output.rows.some(row => row.id === busy.id))
  const system = { id: systemPrincipalId, organisationId: it.organisationId }
  assert.equal(refusalOf(await office.query(p.jobToSend, { id: busy.id }, elin)), 'record-not-found')
  assert.equal(refusalOf(await office.query(p.jobToSend, { id: busy.id }, system)), 'done')
})
