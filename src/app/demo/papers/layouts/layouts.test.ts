import assert from 'node:assert/strict'
import { test } from 'node:test'
import { billOf, line, linesOf, type Bill, type TradeKind } from '../bill.ts'
import { chanceFrom } from '../chance.ts'
import { almgrenTveit, officesByCountry } from '../offices.ts'
import { parties } from '../parties/index.ts'
import { textOfPdf } from '../scans/raster.ts'
import { drawBill, layOut } from './index.ts'
import { atcudOf, epcText, fiscalQrText } from './payment.ts'

const kinds: readonly TradeKind[] = ['bill', 'credit-note', 'reminder', 'delivery-note', 'order', 'quote']

const about = { number: '123456', issuedOn: '2026-09-30', dueOn: '2026-10-30' }

const everyBill = (): Bill[] =>
  parties.flatMap(seller =>
    kinds.flatMap(kind => {
      const home = seller.country === 'DE' ? almgrenTveit : officesByCountry[seller.country]
      return (kind === 'bill' ? [home, almgrenTveit] : [home]).map(buyer =>
        billOf({
          kind,
          seller,
          buyer,
          number: `${seller.series}${seller.nextNumber}`,
          issuedOn: '2026-11-11',
          lines: linesOf(seller, chanceFrom(`${seller.key} ${kind}`)),
          orderNumber: '1182',
          deliveredOn: '2026-11-09',
          period: kind === 'bill' ? ['2026-10-01', '2026-10-31'] : null,
          about: kind === 'credit-note' || kind === 'reminder' ? about : null,
        }),
      )
    }),
  )

test('no layout sets text over text or off the page, whoever sends what to whom', () => {
  const broken = everyBill().flatMap(bill =>
    layOut(bill)
      .clashes()
      .map(clash => `${bill.seller.key} ${bill.kind} to ${bill.buyer.country}: ${clash}`),
  )
  assert.deepEqual(broken, [])
})

test('a bill of sixty lines goes over the pages and loses none', async () => {
  for (const key of ['lindholmen', 'majnabbe', 'vastkust', 'fjordlys', 'birotica', 'maasstroom']) {
    const seller = parties.find(one => one.key === key)
    assert.ok(seller)
    const lines = Array.from({ length: 60 }, (_, i) =>
      line(`A${i}`, `Ware number ${1000 + i}`, 100, 'piece', 1000 + i, 250),
    )
    const { pdf, truth } = await drawBill(
      billOf({ seller, buyer: almgrenTveit, number: '1', issuedOn: '2026-11-11', lines }),
    )
    const text = (await textOfPdf(pdf)).join(' ')
    for (const { what } of lines) assert.ok(text.includes(what), `${key}: ${what}`)
    assert.ok(truth.text.split('\f').length > 1, key)
  }
})

test('payment codes say what the paper says', () => {
  const bills = everyBill().filter(({ kind }) => kind === 'bill')
  const dutch = bills.find(({ seller }) => seller.key === 'noord')
  const portuguese = bills.find(({ seller, buyer }) => seller.key === 'papelaria' && buyer.country === 'PT')
  assert.ok(dutch && portuguese)
  const parts = epcText(dutch).split('\n')
  assert.deepEqual(parts.slice(0, 4), ['BCD', '002', '1', 'SCT'])
  assert.equal(parts[6], dutch.bank.iban)
  assert.equal(parts[7], `EUR${(dutch.totals.total_minor / 100).toFixed(2)}`)
  const facts = new Map(
    fiscalQrText(portuguese)
      .split('*')
      .map(part => part.split(':', 2) as [string, string]),
  )
  assert.equal(facts.get('A'), portuguese.seller.vat.slice(2))
  assert.equal(facts.get('H'), atcudOf(portuguese))
  assert.match(atcudOf(portuguese), /^[A-Z0-9]{8}-\d+$/)
  assert.equal(facts.get('O'), (portuguese.totals.total_minor / 100).toFixed(2))
})
