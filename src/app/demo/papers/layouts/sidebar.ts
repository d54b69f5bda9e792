import type { Bill } from '../bill.ts'
import type { Sheet } from '../sheet.ts'
import { drawMark } from './marks.ts'
import { buyerFacts, drawBuyer, drawFacts, headFacts, particulars, titleOf, words } from './parts.ts'
import { drawTotal, remarksOf, sumRows } from './sums.ts'
import { drawAsk, drawPayment, paymentHeight } from './payment.ts'
import { billColumns, billRows, drawTable } from './table.ts'

const side = 150
const left = 178
const wide = 382

const drawSide = (sheet: Sheet, bill: Bill): void => {
  const { look, name, street, town } = bill.seller
  const bottom = sheet.height - paymentHeight(bill) + 16
  sheet.area(0, 0, side, bottom, { fill: '#f2f1ed' })
  sheet.area(side - 3, 0, 3, bottom, { fill: look.colour })
  drawMark(sheet, look.mark, 26, 40, 40, look.colour, name)
  let y = 104
  const parts = sheet.wrap(name, side - 36, { size: 11, weight: 'bold' })
  for (const part of parts) {
    sheet.text(part, 26, y, {
      size: 11,
      weight: 'bold',
      colour: look.colour,
      field: parts.length === 1 ? 'senderName' : undefined,
    })
    y += 14
  }
  y = sheet.prose(`${street}\n${town}`, 26, y + 6, side - 34, { size: 8 }) + 10
  for (const fact of particulars(bill)) {
    sheet.text(fact.label, 26, y, { size: 6.5, colour: '#55534e' })
    const size = sheet.measure(fact.value, { size: 8 }) > side - 36 ? 6.2 : 8
    sheet.text(fact.value, 26, y + 10.5, { size, field: fact.field })
    y += 25
  }
  sheet.prose([bill.seller.registered, words(bill).status].filter(Boolean).join('. '), 26, y + 4, side - 38, {
    size: 6.4,
    colour: '#55534e',
  })
}

/** Everything about the seller in a tinted column at the left, the bill itself beside it. */
export const drawSidebar = (sheet: Sheet, bill: Bill): void => {
  drawSide(sheet, bill)
  sheet.text(titleOf(bill), left, 64, { size: titleOf(bill).length > 16 ? 15 : 20, weight: 'bold' })
  sheet.text(bill.seller.name, left, 92, { size: 6.5, colour: '#55534e', field: 'senderName' })
  drawBuyer(sheet, bill, left, 108, { size: 9.5 })
  let y = drawFacts(sheet, [...headFacts(bill), ...buyerFacts(bill)], left, 176, 132, { size: 8.8, leading: 13.2 })
  const bottom = sheet.height - paymentHeight(bill) - 24
  y = drawTable(sheet, billColumns(bill, wide, false, false), billRows(bill, false, false), left - 4, y + 10, {
    head: { rule: bill.seller.look.colour },
    hairline: '#dad7cf',
    bottom: bottom - 20,
    turned: next => {
      next.area(side - 3, 0, 3, next.height, { fill: bill.seller.look.colour })
      return 60
    },
  })
  if (bill.kind !== 'delivery-note') {
    if (y + 100 > bottom) {
      sheet.nextPage()
      y = 60
    }
    let at = y + 22
    for (const row of sumRows(bill)) {
      sheet.text(row.label, left, at, { size: 9 })
      sheet.text(row.value, left + wide - 8, at, { size: 9, align: 'right', field: row.field })
      at += 14
    }
    sheet.area(left - 4, at - 5, wide, 27, { stroke: bill.seller.look.colour, width: 1.2 })
    drawTotal(sheet, bill, left + 4, left + wide - 12, at + 12, { size: 11.5, weight: 'bold' })
    y = at + 44
  } else y += 30
  for (const remark of remarksOf(bill)) y = sheet.prose(remark, left, y, wide - 20, { size: 8.8 }) + 4
  drawAsk(sheet, bill, left, y, wide - 10)
  drawPayment(sheet, bill, 42, 511)
}
