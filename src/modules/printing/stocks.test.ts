import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import { refusalOf, type WorkOffice, workOffice } from '../work/testing.ts'
import * as p from './contract.ts'
import { printing } from './index.ts'
import { openTestPrinter, saying, type TestPrinter } from './testing-printer.ts'
import { allowPrinters } from './wire/allowed.ts'

const named = (name: string) =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

let it: WorkOffice
let label: TestPrinter
let labelId: string
let sheetId: string
let fileId: string

const size = (x: unknown, y: unknown) => [
  { name: 'x-dimension', values: [{ tag: typeof x === 'number' ? 0x21 : 0x33, value: x }] },
  { name: 'y-dimension', values: [{ tag: typeof y === 'number' ? 0x21 : 0x33, value: y }] },
]

before(async () => {
  it = await workOffice([named('directory'), named('documents'), named('notifications'), printing])
  label = await openTestPrinter()
  // A label of one size, and a roll of 62 mm that is cut to any length.
  label.said.set(...saying('media-size-supported', 0x34, size(8900, 3600), size(6200, { from: 1500, to: 30000 })))
  allowPrinters(['127.0.0.1'])
  const { office, elin, organisationId } = it
  labelId = (await office.done(p.addPrinter, { name: 'Labels', uri: label.uri }, elin)).id
  sheetId = (await office.done(p.addPrinter, { name: 'Copier', uri: 'ipp://127.0.0.2:9/ipp/print' }, elin)).id
  await office.runJobs()
  const pdf = { name: 'badge.pdf', mediaType: 'application/pdf' }
  fileId = (await office.kernel.files.put(organisationId, Buffer.from('%PDF badge'), pdf)).id
})
after(async () => {
  allowPrinters([])
  await label.close()
  await it.office.close()
})

const rowOf = async (stock: p.Stock, as = it.elin) => {
  const answer = await it.office.query(p.listStocks, {}, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows.find(row => row.stock === stock)!
}
const print = (input: object, as = it.elin) =>
  it.office.dispatch(p.printFile, { fileId, title: 'Badge', ...input } as never, as)
const printerOf = async (outcome: Awaited<ReturnType<typeof print>>) => {
  assert.ok(outcome.status === 'done', JSON.stringify(outcome))
  const { id } = outcome.output as { id: string }
  const answer = await it.office.query(p.getJob, { id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.printer?.id
}

test('until it is set, nothing prints in one press; the office sets it, a desk goes before the office, both are taken back', async () => {
  const { office, elin, karin } = it
  assert.equal(refusalOf(await print({ stock: 'badge' })), 'print-stock-not-set')
  assert.deepEqual([(await rowOf('badge')).widthMm, (await rowOf('badge')).office], [100, null])
  const wish = { stock: 'badge' as const, printerId: sheetId, widthMm: 62, heightMm: 100, automatic: true }
  const dry = await office.dispatch(p.setStock, wish, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.equal((await rowOf('badge')).office, null)
  const set = await office.dispatch(p.setStock, wish, elin, { key: 'set-once' })
  const again = await office.dispatch(p.setStock, wish, elin, { key: 'set-once' })
  assert.ok(set.status === 'done' && again.status === 'done')
  assert.equal(await printerOf(await print({ stock: 'badge' })), sheetId)
  const own = await office.dispatch(p.chooseStock, { stock: 'badge', printerId: labelId }, elin)
  assert.ok(own.status === 'done')
  const row = await rowOf('badge')
  assert.deepEqual(
    [row.office?.printer.id, row.office?.automatic, row.desk?.printer.id, row.widthMm],
    [sheetId, true, labelId, 100],
  )
  assert.equal(await printerOf(await print({ stock: 'badge' })), labelId)
  assert.equal(await printerOf(await print({ stock: 'badge' }, karin)), sheetId, 'another desk is as the office')
  const atKiosk = { stock: 'badge' as const, deskId: karin.id, printerId: labelId }
  const kiosk = await office.dispatch(p.setStock, atKiosk, elin)
  assert.equal(await printerOf(await print({ stock: 'badge', deskId: karin.id })), labelId)
  for (const done of [kiosk, own, set]) {
    assert.ok(done.status === 'done' && done.undo)
    const { command, input } = done.undo
    await office.done(command === p.setStock.name ? p.setStock : p.chooseStock, input as never, elin)
  }
  assert.equal(refusalOf(await print({ stock: 'badge' })), 'print-stock-not-set')
})

test('the printer is told the size where it has it, and only there', async () => {
  const { office, elin } = it
  const wished = async (widthMm: number, heightMm: number) => {
    await office.done(p.setStock, { stock: 'post-label', printerId: labelId, widthMm, heightMm }, elin)
    await print({ stock: 'post-label' })
    await office.runJobs(office.waitingJobs.length)
    const job = label.jobs.at(-1)!
    job.state = 9
    return job.wishes.get('media-col')?.values[0]?.value
  }
  const told = (x: number, y: number) => [
    {
      name: 'media-size',
      values: [
        {
          tag: 0x34,
          value: [
            { name: 'x-dimension', values: [{ tag: 0x21, value: x }] },
            { name: 'y-dimension', values: [{ tag: 0x21, value: y }] },
          ],
        },
      ],
    },
  ]
  assert.deepEqual(await wished(89, 36), told(8900, 3600))
  assert.deepEqual(await wished(62, 120), told(6200, 12000))
  assert.deepEqual(await wished(61, 120), told(6200, 12000), 'a millimetre less is the same label')
  assert.equal(await wished(100, 100), undefined)
})

test('refused: a printer out of use, one that is not there, a desk that nobody may see, whoever may not', async () => {
  const { office, elin } = it
  const set = async (input: object) =>
    refusalOf(await office.dispatch(p.setStock, { stock: 'wifi-slip', printerId: labelId, ...input } as never, elin))
  assert.equal(await set({ printerId: it.organisationId }), 'record-not-found')
  assert.equal(await set({ deskId: it.organisationId }), 'record-not-found')
  assert.equal(await set({ widthMm: 5 }), 'input-invalid')
  await office.done(p.setStock, { stock: 'wifi-slip', printerId: labelId }, elin)
  await office.done(p.changePrinter, { id: labelId, retired: true }, elin)
  assert.equal(await set({}), 'printer-retired')
  assert.equal(
    refusalOf(await print({ stock: 'wifi-slip' })),
    'print-stock-not-set',
    'what is out of use holds nothing',
  )
  await office.done(p.changePrinter, { id: labelId, retired: false }, elin)
  assert.equal(await printerOf(await print({ stock: 'wifi-slip' })), labelId)
  const system = { id: systemPrincipalId, organisationId: it.organisationId }
  const asked = await office.query(p.listStocks, { deskId: elin.id }, system)
  assert.ok(asked.status === 'done' && asked.output.rows.length === p.stocks.length)
})
