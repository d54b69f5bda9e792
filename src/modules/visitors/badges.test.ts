import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addPrinter, labelPdf, listJobs, setStock } from '../printing/contract.ts'
import { openTestPrinter } from '../printing/testing-printer.ts'
import { allowPrinters } from '../printing/wire/allowed.ts'
import * as c from './contract.ts'
import { badgePdf, parcelPdf, slipPdf } from './paper/papers.ts'
import { openHouse } from './testing.ts'

const it = await openHouse()
const { office, elin, system } = it
const printer = await openTestPrinter()
allowPrinters(['127.0.0.1'])
after(async () => {
  allowPrinters([])
  await printer.close()
  await office.close()
})

/** Width and height of each page, mm. */
const sizesOf = (pdf: Uint8Array): [number, number][] =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
  ].map(([, x, y]) => [Math.round((Number(x) * 25.4) / 72), Math.round((Number(y) * 25.4) / 72)])

const queue = async () => {
  const answer = await office.query(listJobs, {}, elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}

test('whoever signs in at a kiosk whose badges print by themselves has one printed, once, of the size of its labels', async () => {
  const { id: printerId } = await office.done(addPrinter, { name: 'Labels', uri: printer.uri }, elin)
  const { id: kioskId } = await office.done(c.createKiosk, { title: 'Entrance' }, elin)
  const { id: other } = await office.done(c.createKiosk, { title: 'Back door' }, elin)
  await office.runJobs()
  const rule = { stock: 'badge' as const, printerId, widthMm: 62, heightMm: 100 }
  await office.done(setStock, { ...rule, deskId: kioskId, automatic: true }, elin)
  const enter = (kiosk: string, name: string, entryId: string) =>
    office.done(c.kioskSignIn, { kioskId: kiosk, entryId, name, language: 'sv' }, system)
  const entry = '019aa000-0000-7000-8000-00000000ba01'
  await enter(kioskId, 'Lars Ekdahl', entry)
  await enter(kioskId, 'Lars Ekdahl', entry)
  await enter(other, 'Mona Dahl', '019aa000-0000-7000-8000-00000000ba02')
  const badges = office.waitingJobs.filter(({ job }) => job.name === c.badgeJob.name)
  assert.equal(badges.length, 1, 'the other kiosk has no printer')
  while (office.waitingJobs.some(({ job }) => job.name === c.badgeJob.name)) await office.runJobs(1)
  await office.runJobs(office.waitingJobs.length)
  assert.deepEqual(
    printer.jobs.map(job => [job.format, sizesOf(job.data)]),
    [['application/pdf', [[62, 100]]]],
  )
  const [row] = await queue()
  assert.match(row!.title, /^Lars Ekdahl · \d+$/)
  assert.deepEqual([row!.owner, (await queue()).length], [null, 1])
})

test('somebody who has been sent away again meanwhile needs no badge', async () => {
  const printers = (await queue())[0]!.printer!
  await office.done(setStock, { stock: 'badge', printerId: printers.id, automatic: true }, elin)
  const { id } = await office.done(c.signInWalkIn, { name: 'Per Holm', hostId: elin.id }, elin)
  await office.done(c.takeBackArrival, { id }, elin)
  while (office.waitingJobs.some(({ job }) => job.name === c.badgeJob.name)) await office.runJobs(1)
  assert.equal((await queue()).length, 1)
})

const at = Temporal.Instant.from('2026-11-24T09:30:00Z')

test('badges, slips and labels are as large as their paper, turned where it stands, a page for each piece', async () => {
  const paper = {
    ...{ office: 'Almgren & Tveit', zone: 'Europe/Stockholm', language: 'sv', address: '', id: '', class: 0, at },
    ...{ name: 'Karin Öberg-Ştefănescu', company: 'Kustfast AB', host: 'Elin', place: null, code: 'AB12', badgeNo: 7 },
    ...{ photo: null, signed: [] },
    slip: { id: '', number: 3, what: 'wifi' as const, plate: null, code: 'guest-7391', until: at, at },
  } as unknown as Parameters<typeof badgePdf>[0]
  assert.deepEqual(sizesOf(await badgePdf(paper)), [[100, 62]])
  assert.deepEqual(sizesOf(await badgePdf(paper, { widthMm: 54, heightMm: 86 })), [[54, 86]])
  assert.deepEqual(sizesOf(await slipPdf(paper, { widthMm: 58, heightMm: 50 })), [[58, 50]])
  const parcel = { forName: 'Nadia Rahimi', sender: 'PostNord', count: 3, place: 'Hylla 2', cameAt: at }
  const words = { office: 'Almgren & Tveit', zone: 'Europe/Stockholm', language: 'sv' }
  assert.equal(sizesOf(await parcelPdf({ ...parcel, ...words } as never)).length, 3)
  const drawn: number[] = []
  const size = { widthMm: 40, heightMm: 40 }
  await labelPdf({ title: 'x', at, size, natural: [100, 62], pages: 2 }, (pdf, page) => {
    drawn.push(page)
    pdf.text('beneath the edge of its own paper', 0, 400)
  })
  assert.deepEqual(drawn, [1, 2])
})
