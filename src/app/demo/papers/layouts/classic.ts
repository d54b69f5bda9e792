import type { Bill } from '../bill.ts'
import type { Sheet } from '../sheet.ts'
import { drawMark } from './marks.ts'
import { type Fact, buyerFacts, drawBuyer, drawFacts, headFacts, money, particulars, titleOf, words } from './parts.ts'
import { remarksOf, sumRows, totalLabel } from './sums.ts'
import { drawAsk, drawPayment, paymentHeight } from './payment.ts'
import { billColumns, billRows, drawTable } from './table.ts'

const left = 56
const wide = 484

const drawHead = (sheet: Sheet, bill: Bill): void => {
  const { look, name } = bill.seller
  drawMark(sheet, look.mark, left, 46, 34, look.colour, name)
  const whole = sheet.measure(name, { size: 13, weight: 'bold' })
  const parts = sheet.wrap(name, whole > 190 ? whole * 0.6 : 190, { size: 13, weight: 'bold' })
  parts.forEach((text, i) => {
    sheet.text(text, left + 42, 62 + i * 15 - (parts.length > 1 ? 3 : -6), {
      size: 13,
      weight: 'bold',
      colour: look.colour,
      field: parts.length === 1 ? 'senderName' : undefined,
    })
  })
  const size = sheet.measure(titleOf(bill), { size: 19, weight: 'bold', tracking: 0.6 }) > 230 ? 12.5 : 19
  sheet.text(titleOf(bill), left + wide, 70, { size, weight: 'bold', align: 'right', tracking: 0.6 })
}

const drawFoot = (sheet: Sheet, bill: Bill): void => {
  const w = words(bill)
  const y = sheet.height - paymentHeight(bill) - 58
  sheet.rule(left, y, left + wide, y, { width: 0.9 })
  const facts: Fact[] = [
    { label: w.address, value: `${bill.seller.street}\n${bill.seller.town}` },
    ...particulars(bill),
  ]
  const columns = [facts.slice(0, 1), facts.slice(1, 3), facts.slice(3, 5), facts.slice(5)].filter(
    column => column.length > 0,
  )
  columns.forEach((column, i) => {
    const x = left + (i * wide) / columns.length
    let at = y + 12
    for (const fact of column) {
      sheet.text(fact.label, x, at, { size: 6.6, colour: '#55534e' })
      const room = wide / columns.length - 6
      for (const part of fact.value.split('\n')) {
        const size = sheet.measure(part, { size: 7.4 }) > room ? 6 : 7.4
        sheet.text(part, x, (at += 9.5), { size, field: fact.field })
      }
      at += 11
    }
  })
  sheet.text(
    bill.seller.registered === undefined ? w.status : `${bill.seller.registered} · ${w.status}`,
    left,
    y + 55,
    { size: 6.4, colour: '#55534e' },
  )
}

/** The bill as the drawn office's paper shop sends it: mark and name left, title right, particulars in columns at the foot. */
export const drawClassic = (sheet: Sheet, bill: Bill): void => {
  drawHead(sheet, bill)
  // A name on two lines stands whole in the sender line above the address window.
  sheet.text(bill.seller.name, left, 116, { size: 6.5, colour: '#55534e', field: 'senderName' })
  drawBuyer(sheet, bill, left, 132)
  drawFacts(sheet, buyerFacts(bill), left, 192, 92, { size: 8.6 })
  const facts = drawFacts(sheet, headFacts(bill), left + 268, 132, 100, { size: 8.6, leading: 12.6 })
  const bottom = sheet.height - paymentHeight(bill) - 70
  let y = drawTable(
    sheet,
    billColumns(bill, wide, true, bill.totals.vatLines.length > 1),
    billRows(bill, true, bill.totals.vatLines.length > 1),
    left,
    Math.max(248, facts + 10),
    { head: { rule: '#1d1d1b' }, bottom: bottom - 20, turned: () => 60 },
  )
  if (bill.kind !== 'delivery-note') {
    if (y + 96 > bottom) {
      sheet.nextPage()
      y = 60
    }
    const x = left + 250
    sheet.rule(x, y + 14, left + wide, y + 14, { width: 0.9 })
    let at = y + 29
    for (const row of sumRows(bill)) {
      sheet.text(row.label, x, at, { size: 8.8 })
      sheet.text(row.value, left + wide - 4, at, { size: 8.8, align: 'right', field: row.field })
      at += 13.5
    }
    const label = sheet.text(totalLabel(bill), x, at + 5, { size: 10.5, weight: 'bold' })
    sheet.text(bill.currency, x + label + 5, at + 5, { size: 10.5, weight: 'bold', field: 'currency' })
    sheet.text(money(bill, bill.totals.total_minor), left + wide - 4, at + 5, {
      size: 10.5,
      weight: 'bold',
      align: 'right',
      field: 'total',
    })
    y = at + 30
  } else y += 30
  for (const remark of remarksOf(bill)) y = sheet.prose(remark, left, y, wide - 120, { size: 8.6 }) + 4
  drawAsk(sheet, bill, left, y + 4, wide)
  drawFoot(sheet, bill)
  drawPayment(sheet, bill, left, wide)
}
