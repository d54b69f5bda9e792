import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { completeTask, listTasks } from '../work/contract.ts'
import * as c from './contract.ts'
import { openBankFolder } from './doors.folder.ts'
import { layoutOf } from './ui/layout.ts'
import { type BankOffice, bankOffice, camt, refusalOf } from './testing.ts'

let it: BankOffice
before(async () => {
  it = await bankOffice()
  it.goTo('2026-11-23')
})
after(() => it.office.close())

let numbers = 0
/** One more account of the office, so that each test has lines of its own. */
async function account(currency = 'SEK'): Promise<{ id: string; iban: string }> {
  const digits = `500${String(++numbers).padStart(17, '0')}`
  const { ibanOf } = await import('../../formats/references/international.ts')
  const iban = ibanOf('SE', digits)
  const { id } = await it.office.done(
    c.addAccount,
    { name: `Account ${numbers}`, scheme: 'iban', number: iban, currency },
    it.elin,
  )
  return { id, iban }
}
const lines = async (accountId: string) => {
  const answer = await it.office.query(c.listLines, { accountId, limit: 1000 }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}
const toMatch = async (accountId: string) => {
  const answer = await it.office.query(c.listToMatch, { accountId }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}
const statement = async (id: string) => {
  const answer = await it.office.query(c.getStatement, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

interface Booking {
  readonly on: string
  readonly amount: string
  readonly name: string
}

test('files that overlap as they like neither double nor drop a line, twins of a day stay two', async () => {
  const booking = fc.record({
    on: fc.integer({ min: 1, max: 5 }).map(day => `2026-11-0${day}`),
    amount: fc.constantFrom('-35.00', '-35.00', '120.50', '-7.10'),
    name: fc.constantFrom('Kaffe', 'Hyra'),
  })
  const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(booking, { minLength: 1, maxLength: 14 }), cuts, async (bookings, some) => {
      const { id, iban } = await account()
      const history = [...bookings].sort((a, b) => a.on.localeCompare(b.on))
      // every day stands in one file at least; files tell whole days
      const files = [...some.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const), [1, 5] as const]
      let name = 0
      for (const [from, to] of files) {
        const part = history.filter((one: Booking) => one.on >= `2026-11-0${from}` && one.on <= `2026-11-0${to}`)
        if (part.length > 0) await it.takeFile(camt(part, { id: `F${++name}`, iban }), `f${name}.xml`)
      }
      const told = (await lines(id)).map(row => `${row.bookedOn} ${row.amount.amount} ${row.partyName}`).sort()
      assert.deepEqual(told, history.map(one => `${one.on} ${one.amount} ${one.name}`).sort())
    }),
    { numRuns: 6, seed: 20261122 },
  )
})

test('a day that the bank cuts keeps the twins of both halves, also when both are read again', async () => {
  const { id, iban } = await account()
  const coffee = { on: '2026-11-10', amount: '-35.00', name: 'Kaffe' }
  const first = camt([coffee], { id: 'A', iban, opening: '100.00' })
  const second = camt([coffee], { id: 'B', iban, opening: '65.00' })
  for (const [name, file] of [
    ['a', first],
    ['b', second],
    ['b', second],
    ['a', first],
  ] as const)
    await it.takeFile(file, `${name}.xml`)
  assert.equal((await lines(id)).length, 2)
  const answer = await it.office.query(c.getAccount, { id }, it.elin)
  assert.ok(answer.status === 'done')
  assert.deepEqual(
    [answer.output.balance?.amount, answer.output.balanceOn, answer.output.open],
    ['30.00', '2026-11-10', 2],
  )
})

test('a line is an item, several, a part, an account with its tax; it is learnt, taken back, never more than owed', async () => {
  const { office, elin } = it
  const { id, iban } = await account()
  const one = await it.owe({
    side: 'receivable',
    name: 'Almgren AB',
    number: '9001',
    amount: '500.00',
    reference: { scheme: 'ocr', value: '4071811261' },
  })
  const two = await it.owe({ side: 'receivable', name: 'Solsidan AB', number: '9002', amount: '300.00' })
  await it.takeFile(
    camt(
      [
        { on: '2026-11-10', amount: '500.00', name: 'Almgren', ref: '4071811261' },
        { on: '2026-11-11', amount: '200.00', name: 'Solsidan AB', text: 'delbetalning 9002' },
        { on: '2026-11-12', amount: '-125.00', name: 'Telia' },
        { on: '2026-11-13', amount: '-250.00', name: 'Telia' },
      ],
      { id: 'M', iban },
    ),
    'm.xml',
  )
  const rows = await toMatch(id)
  assert.deepEqual([rows[0]!.proposals[0]?.sure, rows[0]!.proposals[0]?.parts[0]?.itemId], [true, one.itemId])
  const parts = (index: number, part: object) => ({ lineId: rows[index]!.id, parts: [part as never] })
  const sek = (amount: string) => ({ amount, currency: 'SEK' })
  assert.equal(
    refusalOf(
      await office.dispatch(
        c.matchLines,
        { id, lines: [parts(0, { itemId: one.itemId, amount: sek('400.00') })] },
        elin,
      ),
    ),
    'match-parts-differ',
  )
  assert.equal(
    refusalOf(
      await office.dispatch(
        c.matchLines,
        { id, lines: [parts(0, { itemId: two.itemId, amount: sek('500.00') })] },
        elin,
      ),
    ),
    'item-over-settled',
  )
  assert.equal(
    refusalOf(
      await office.dispatch(
        c.matchLines,
        { id, lines: [parts(0, { itemId: rows[0]!.id, amount: sek('500.00') })] },
        elin,
      ),
    ),
    'match-item-unknown',
  )
  assert.equal(
    refusalOf(
      await office.dispatch(
        c.matchLines,
        { id, lines: [{ lineId: one.itemId, parts: [{ role: 'bank-fees', amount: sek('1.00') }] }] },
        elin,
      ),
    ),
    'bank-line-unknown',
  )
  const both = [
    parts(0, { itemId: one.itemId, amount: sek('500.00') }),
    parts(1, { itemId: two.itemId, amount: sek('200.00') }),
  ]
  const matched = await office.dispatch(c.matchLines, { id, lines: both }, elin)
  assert.ok(matched.status === 'done', JSON.stringify(matched))
  assert.deepEqual([await it.left(one.itemId), await it.left(two.itemId)], [0n, 10_000n])
  assert.equal(refusalOf(await office.dispatch(c.matchLines, { id, lines: both }, elin)), 'bank-line-matched')
  const phone = { account: '6210', amount: sek('-125.00'), vatCode: 'I25' }
  const { rows: codes } = await office.superuser.query<{ code: string }>(
    "select code from ledger.vat_code where rate = 2500 and kind = 'purchase' limit 1",
  )
  const code = codes[0]!.code
  assert.equal(
    refusalOf(await office.dispatch(c.matchLines, { id, lines: [parts(2, { ...phone, vatCode: 'nope' })] }, elin)),
    'match-vat-code-unknown',
  )
  await office.done(c.matchLines, { id, lines: [{ ...parts(2, { ...phone, vatCode: code }), remember: true }] }, elin)
  assert.deepEqual([await it.balance('6210'), await it.balance('2641')], [10_000n, 2500n])
  const [learnt] = await toMatch(id)
  assert.deepEqual(
    [
      learnt!.proposals[0]?.parts[0]?.account,
      learnt!.proposals[0]?.parts[0]?.vatCode,
      learnt!.proposals[0]?.reasons[0]?.key,
    ],
    ['6210', code, 'page.bank.reason.learnt'],
  )
  const answer = await office.query(c.getAccount, { id }, elin)
  assert.ok(answer.status === 'done')
  await office.done(c.forgetRule, { id, ruleId: answer.output.rules[0]!.id }, elin)
  assert.equal((await toMatch(id))[0]!.proposals.length, 0)
  assert.equal(
    refusalOf(await office.dispatch(c.forgetRule, { id, ruleId: answer.output.rules[0]!.id }, elin)),
    'bank-rule-unknown',
  )
  await office.done(c.unmatchLines, matched.undo!.input as never, elin)
  assert.deepEqual([await it.left(one.itemId), await it.left(two.itemId)], [50_000n, 30_000n])
  assert.equal(refusalOf(await office.dispatch(c.unmatchLines, matched.undo!.input as never, elin)), 'bank-line-open')
})

test('a line without a paper is a task of who spent it, done when the line is matched', async () => {
  const { office, elin, karin } = it
  const { id, iban } = await account()
  await it.takeFile(camt([{ on: '2026-11-12', amount: '-89.00', name: 'Kiosk' }], { id: 'K', iban }), 'k.xml')
  const [line] = await toMatch(id)
  await office.done(c.askAboutLine, { id, lineId: line!.id, personId: karin.id }, elin)
  assert.equal((await toMatch(id))[0]!.asked, 'Karin Öberg')
  const tasks = await office.query(listTasks, { ownerId: karin.id, states: ['open'] }, karin)
  assert.ok(tasks.status === 'done')
  const task = tasks.output.rows.find(row => row.title.includes('Kiosk'))
  assert.match(task!.title, /-89\.00 SEK/)
  const part = { role: 'bank-fees' as const, amount: { amount: '-89.00', currency: 'SEK' } }
  await office.done(c.matchLines, { id, lines: [{ lineId: line!.id, parts: [part] }] }, elin)
  assert.equal(refusalOf(await office.dispatch(completeTask, { id: task!.id }, karin)), 'task-not-open')
  assert.equal(
    refusalOf(await office.dispatch(c.askAboutLine, { id, lineId: line!.id, personId: karin.id }, elin)),
    'bank-line-matched',
  )
})

test('what cannot be read says why, and is read again when somebody has said what was missing', async () => {
  const { office, elin } = it
  const { id } = await account()
  const table = 'aaa;bbb;ccc\r\n2026-11-12;Kaffe;-35,00\r\n2026-11-13;Hyra;-1 200,50\r\n'
  const file = await it.takeFile(table, 'bank.csv')
  const asked = await statement(file)
  assert.deepEqual(
    [asked.record.state, asked.problem?.name, asked.head?.[1], asked.separator],
    ['asks', 'statement-layout-unknown', ['2026-11-12', 'Kaffe', '-35,00'], ';'],
  )
  const layout = layoutOf(asked.head!, { 0: 'bookedOn', 1: 'text', 2: 'amount' })
  await office.done(c.readAgain, { id: file, accountId: id, layout: { ...layout!, separator: asked.separator! } }, elin)
  await office.runJobs()
  assert.deepEqual(
    [(await statement(file)).record.state, (await lines(id)).map(row => row.amount.amount).sort()],
    ['read', ['-1200.50', '-35.00']],
  )
  assert.equal(refusalOf(await office.dispatch(c.readAgain, { id: file }, elin)), 'statement-not-so-far')
  const next = await it.takeFile(`${table}2026-11-14;Te;-10,00\r\n`, 'next.csv', id)
  assert.deepEqual(
    [(await statement(next)).record.state, (await statement(next)).new],
    ['read', 1],
    'the account remembers its columns',
  )
  const nobody = await statement(
    await it.takeFile(
      camt([{ on: '2026-11-12', amount: '-1.00' }], { iban: 'DE89370400440532013000', id: 'X' }),
      'x.xml',
    ),
  )
  assert.deepEqual([nobody.record.state, nobody.problem?.name], ['asks', 'account-unknown'])
  const hostile = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><Document>&x;</Document>'
  const refused = await statement(await it.takeFile(hostile, 'h.xml'))
  assert.deepEqual([refused.record.state, refused.problem?.name], ['refused', 'statement-hostile'])
})

test('what is laid into the folder of the bank is read once; what cannot be is a task', async () => {
  const { office, elin, organisationId } = it
  const { id, iban } = await account()
  const folder = await mkdtemp(join(tmpdir(), 'kontor-bank-'))
  const door = openBankFolder({
    kernel: office.kernel,
    folder,
    organisations: async () => [{ id: organisationId, name: 'Office' }],
    log: (level, message) => assert.fail(`${level} ${message}`),
    everyMs: 3_600_000,
    stillMs: 0,
  })
  const laid = async (files: Record<string, string>) => {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, 'bank', name), content)
    const taken = await door.look()
    await office.runJobs()
    return taken
  }
  try {
    assert.equal(await door.look(), 0)
    const file = camt([{ on: '2026-11-20', amount: '-35.00', name: 'Kaffe' }], { id: 'W', iban })
    assert.equal(await laid({ 'w.xml': file, 'notes.txt': 'Dear customer', 'w2.xml.part': file }), 2)
    assert.equal(await laid({ 'again.xml': file }), 1)
    assert.equal((await lines(id)).length, 1)
    const known = await office.query(c.listStatements, { limit: 200 }, elin)
    assert.ok(known.status === 'done')
    const names = known.output.rows.map(row => `${row.title} ${row.state}`)
    assert.deepEqual(names.filter(name => /^(w|again|notes)/.test(name)).sort(), ['notes.txt refused', 'w.xml read'])
    const tasks = await office.query(listTasks, { text: 'notes.txt' }, elin)
    assert.ok(tasks.status === 'done' && tasks.output.rows.length === 1, JSON.stringify(tasks))
    assert.deepEqual((await readdir(join(folder, 'bank', 'taken'))).sort(), ['again.xml', 'notes.txt', 'w.xml'])
    // the papers' folder is above it: neither looks at what is the other's
    assert.deepEqual((await readdir(join(folder, 'bank'))).sort(), ['taken', 'w2.xml.part'])
  } finally {
    await door.close()
    await rm(folder, { recursive: true, force: true })
  }
})
