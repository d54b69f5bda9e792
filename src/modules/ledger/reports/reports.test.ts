import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as c from '../contract.ts'
import { type BooksOffice, booksOffice, refusalOf, sek } from '../testing.ts'

let it: BooksOffice
before(async () => {
  it = await booksOffice()
  const { office, elin } = it
  const post = async (on: string, text: string, lines: object[]): Promise<void> => {
    const done = await office.dispatch(c.postEntry, { on, text, lines } as never, elin)
    assert.equal(done.status, 'done', JSON.stringify(done))
  }
  await office.done(c.setDimensionValue, { dimension: 'project', code: 'P1', name: 'House' }, elin)
  await office.done(
    c.enterOpening,
    {
      on: '2026-01-01',
      lines: [
        { account: '1930', amount: sek('10000.00') },
        { account: '2081', amount: sek('-10000.00') },
      ],
    },
    elin,
  )
  await post('2026-01-15', 'Coffee', [
    { account: '7690', amount: sek('200.00'), vatCode: 'I25' },
    { account: '1930', amount: sek('-250.00') },
  ])
  await post('2026-02-10', 'Sale', [
    { account: '3001', amount: sek('-1000.40'), vatCode: 'U25', dimensions: { project: 'P1' } },
    { account: '1930', amount: sek('1250.50') },
  ])
  await post('2026-04-20', 'Rent', [
    { account: '5010', amount: sek('500.00'), dimensions: { project: 'P1' } },
    { account: '1930', amount: sek('-500.00') },
  ])
})
after(() => it.office.close())

async function asked<Q extends { output: { parse(value: unknown): unknown } }>(query: Q, input: object, as = it.elin) {
  const seen = await it.office.query(query as never, input as never, as)
  assert.equal(seen.status, 'done', JSON.stringify(seen))
  return (seen as unknown as { output: Wire<Q> }).output
}
// biome-ignore lint/suspicious/noExplicitAny: the answer on the wire, whose amounts are texts
type Wire<_> = any

test('a trial balance adds up in whole months and between any days, and narrows to a project', async () => {
  const year = await asked(c.getTrialBalance, {})
  const lines = (answer: Wire<0>) =>
    answer.rows.map((row: Wire<0>) => [
      row.account,
      row.opening.amount,
      row.debit.amount,
      row.credit.amount,
      row.closing.amount,
    ])
  assert.deepEqual(lines(year), [
    ['1930', '10000.00', '1250.50', '750.00', '10500.50'],
    ['2081', '-10000.00', '0.00', '0.00', '-10000.00'],
    ['2611', '0.00', '0.00', '250.10', '-250.10'],
    ['2641', '0.00', '50.00', '0.00', '50.00'],
    ['3001', '0.00', '0.00', '1000.40', '-1000.40'],
    ['5010', '0.00', '500.00', '0.00', '500.00'],
    ['7690', '0.00', '200.00', '0.00', '200.00'],
  ])
  assert.deepEqual(
    [year.totals.opening.amount, year.totals.debit.amount, year.totals.credit.amount, year.totals.closing.amount],
    ['0.00', '2000.50', '2000.50', '0.00'],
  )
  const days = await asked(c.getTrialBalance, { from: '2026-01-16', until: '2026-04-19' })
  assert.deepEqual(
    lines(days).filter(([account]: string[]) => account === '1930' || account === '7690'),
    [
      ['1930', '9750.00', '1250.50', '0.00', '11000.50'],
      ['7690', '200.00', '0.00', '0.00', '200.00'],
    ],
  )
  const one = await asked(c.getTrialBalance, { from: '2026-02-10', until: '2026-02-10' })
  assert.deepEqual(
    lines(one).find(([account]: string[]) => account === '1930'),
    ['1930', '9750.00', '1250.50', '0.00', '11000.50'],
  )
  const project = await asked(c.getTrialBalance, { dimension: 'project', value: 'P1' })
  assert.deepEqual(
    lines(project).map((row: string[]) => [row[0], row[4]]),
    [
      ['2611', '-250.10'],
      ['3001', '-1000.40'],
      ['5010', '500.00'],
    ],
  )
})

test('any span gives what its postings give, whichever months it cuts', async () => {
  const { rows } = await it.office.superuser.query(
    'select account, posted_on::text as on, amount_minor::text as minor from ledger.posting',
  )
  const postings = rows as { account: string; on: string; minor: string }[]
  for (const [from, until] of [
    ['2026-01-01', '2026-01-31'],
    ['2026-01-02', '2026-12-31'],
    ['2026-01-15', '2026-01-15'],
    ['2026-02-11', '2026-04-20'],
    ['2026-03-31', '2026-04-01'],
    ['2027-02-03', '2027-03-04'],
  ]) {
    const answer = await asked(c.getTrialBalance, { from, until })
    for (const row of answer.rows as Wire<0>[]) {
      const own = postings.filter(one => one.account === row.account && one.on <= until!)
      const total = own.reduce((all, one) => all + BigInt(one.minor), 0n)
      // of years that have ended without being closed, income and costs begin anew
      if (from! < '2027')
        assert.equal(BigInt(row.closing.amount.replace('.', '')), total, `${row.account} ${from} ${until}`)
    }
    assert.equal(answer.totals.closing.amount, '0.00', `${from} ${until}`)
  }
})

test('the statements show the result, beside the year before, and the balance balances', async () => {
  const income = await asked(c.getIncomeStatement, {})
  assert.equal(income.result.amount, '300.40')
  assert.deepEqual(
    income.sections.map((one: Wire<0>) => [one.group, one.amount.amount]),
    [
      ['sales', '1000.40'],
      ['external-costs', '-500.00'],
      ['staff', '-200.00'],
    ],
  )
  const balance = await asked(c.getBalanceSheet, {})
  assert.equal(balance.totalAssets.amount, balance.totalDebts.amount)
  assert.equal(balance.result.amount, '300.40')
  assert.equal(balance.totalAssetsBefore.amount, '10000.00')
  const earlier = await asked(c.getBalanceSheet, { on: '2026-01-31' })
  assert.deepEqual(
    [earlier.totalAssets.amount, earlier.totalDebts.amount, earlier.result.amount],
    ['9750.00', '9750.00', '-200.00'],
  )
  const next = await asked(c.getIncomeStatement, { from: '2027-01-01', until: '2027-12-31' })
  assert.deepEqual([next.result.amount, next.resultBefore.amount], ['0.00', '300.40'])
})

test('the general ledger goes on where it ended, balances and all', async () => {
  const whole = await asked(c.listGeneralLedger, {})
  let after: string | null = null
  const pieces: unknown[] = []
  do {
    const slice: Wire<0> = await asked(c.listGeneralLedger, { limit: 2, ...(after ? { after } : {}) })
    pieces.push(...slice.rows)
    after = slice.next
  } while (after)
  assert.deepEqual(pieces, whole.rows)
  const bank = whole.rows.filter((row: Wire<0>) => row.account === '1930')
  assert.deepEqual(
    bank.map((row: Wire<0>) => [row.opening?.amount ?? null, row.amount.amount, row.balance.amount]),
    [
      ['10000.00', '-250.00', '9750.00'],
      [null, '1250.50', '11000.50'],
      [null, '-500.00', '10500.50'],
    ],
  )
  assert.ok(bank[0].entryId)
  assert.equal((await asked(c.listGeneralLedger, { fromAccount: '5', toAccount: '7' })).total, 2)
})

test('what is owed stands by its age, also as it was on a day in the past', async () => {
  const { office, elin } = it
  await office.done(
    c.enterOpening,
    {
      on: '2026-01-01',
      lines: [
        { account: '2440', amount: sek('-300.00') },
        { account: '1930', amount: sek('300.00') },
      ],
      items: [
        { side: 'payable', partyName: 'Kraft AB', issuedOn: '2026-01-01', dueOn: '2026-01-31', amount: sek('100.00') },
        { side: 'payable', partyName: 'Kraft AB', issuedOn: '2026-01-01', dueOn: '2026-10-01', amount: sek('200.00') },
      ],
    },
    elin,
  )
  const now = await asked(c.getAgeing, { side: 'payable', on: '2026-10-20' })
  assert.deepEqual(
    now.rows.map((row: Wire<0>) => [
      row.partyName,
      row.items,
      row.notDue.amount,
      row.days30.amount,
      row.older.amount,
      row.total.amount,
    ]),
    [['Kraft AB', 2, '0.00', '200.00', '100.00', '300.00']],
  )
  const then = await asked(c.getAgeing, { side: 'payable', on: '2026-02-15' })
  assert.deepEqual([then.rows[0].notDue.amount, then.rows[0].days30.amount], ['200.00', '100.00'])
})

test('the VAT return has the boxes of the country, cut to whole kronor, and leads to its postings', async () => {
  const report = await asked(c.getVatReport, { from: '2026-01-01', until: '2026-03-31' })
  assert.deepEqual(
    report.boxes.map((box: Wire<0>) => [box.box, box.of, box.amount.amount, box.exact.amount]),
    [
      ['05', 'base', '1000.00', '1000.40'],
      ['10', 'tax', '250.00', '250.10'],
      ['48', 'tax', '50.00', '50.00'],
      ['49', 'tax', '200.00', '200.10'],
    ],
  )
  assert.deepEqual([report.toPay.amount, report.exact.amount, report.checks], ['200.00', '200.10', []])
  const behind = await asked(c.listVatEntries, { from: '2026-01-01', until: '2026-03-31', box: '10', of: 'tax' })
  assert.deepEqual(
    behind.rows.map((row: Wire<0>) => [row.account, row.amount.amount, row.part]),
    [['2611', '250.10', 'tax']],
  )
})

test('settling VAT books it as the return says, locks the months, happens once, and is taken back by reversal', async () => {
  const { office, elin } = it
  const period = { from: '2026-01-01', until: '2026-03-31' }
  const trial = await office.dispatch(c.settleVat, period, elin, { dryRun: true })
  assert.equal(trial.status, 'done', JSON.stringify(trial))
  const settled = await office.dispatch(c.settleVat, period, elin)
  assert.ok(settled.status === 'done', JSON.stringify(settled))
  assert.equal(settled.output.toPay.amount, '200.00')
  const balance = await asked(c.getTrialBalance, period)
  const of = (account: string) => balance.rows.find((row: Wire<0>) => row.account === account)?.closing.amount
  assert.deepEqual([of('2611'), of('2641'), of('2650'), of('3740')], ['0.00', '0.00', '-200.00', '-0.10'])
  assert.equal(
    refusalOf(await office.dispatch(c.settleVat, { from: '2026-03-01', until: '2026-04-30' }, elin)),
    'vat-period-already-settled',
  )
  const late = {
    on: '2026-03-30',
    text: 'Late',
    lines: [
      { account: '7690', amount: sek('1.00') },
      { account: '1930', amount: sek('-1.00') },
    ],
  }
  assert.equal(refusalOf(await office.dispatch(c.postEntry, late, elin)), 'period-not-open')
  const report = await asked(c.getVatReport, period)
  assert.equal(report.settled.id, settled.output.id)
  assert.equal(refusalOf(await office.dispatch(c.reopenVat, { id: settled.output.id }, elin)), 'period-not-open')
  await office.done(c.unlockPeriods, { from: '2026-01-01', reason: 'A bill came late' }, elin)
  await office.done(c.reopenVat, { id: settled.output.id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.reopenVat, { id: settled.output.id }, elin)), 'vat-period-unknown')
  assert.equal((await asked(c.getVatReport, period)).toPay.amount, '200.00')
})

test('what looks odd is told before the return goes off', async () => {
  const { office, elin } = it
  await office.done(
    c.postEntry,
    {
      on: '2026-05-05',
      text: 'Odd',
      lines: [
        { account: '7690', amount: sek('1000.00'), vatCode: 'I25', vat: sek('100.00') },
        { account: '2641', amount: sek('7.00') },
        { account: '1930', amount: sek('-1107.00') },
      ],
    } as never,
    elin,
  )
  const report = await asked(c.getVatReport, { from: '2026-04-01', until: '2026-06-30' })
  assert.deepEqual(
    report.checks.map((one: Wire<0>) => [one.check, one.code, one.amount?.amount]),
    [
      ['tax-differs', 'I25', '-150.00'],
      ['account-without-code', '2641', '7.00'],
    ],
  )
})

test('every report prints, in any language', async () => {
  for (const report of c.printableReports)
    for (const language of ['en', 'ro']) {
      const paper = await asked(c.printReport, { report, language })
      assert.equal(Buffer.from(paper.content, 'base64').subarray(0, 5).toString(), '%PDF-')
      assert.ok(paper.name.endsWith('.pdf') && !paper.name.includes('page.'), paper.name)
    }
})
