import type { Bill } from '../bill.ts'
import type { Sheet } from '../sheet.ts'
import { drawMark } from './marks.ts'
import { buyerFacts, drawBuyer, drawRunning, headFacts, money, particulars, titleOf, words } from './parts.ts'
import { remarksOf, sumRows, totalLabel } from './sums.ts'
import { drawAsk, drawPayment, paymentHeight } from './payment.ts'
import { billColumns, billRows, drawTable } from './table.ts'

const left = 42
const wide = 511

const drawHead = (sheet: Sheet, bill: Bill): void => {
  const { look, name, street, town } = bill.seller
  sheet.area(0, 0, sheet.width, 74, { fill: look.colour })
  drawMark(sheet, look.mark, left, 22, 30, '#ffffff', name)
  sheet.text(name, left + 42, 43, { size: 15, weight: 'bold', colour: '#ffffff', field: 'senderName' })
  sheet.text(`${street}, ${town}`, left + 42, 57, { size: 7.5, colour: '#ffffff' })
  // Long titles give way to long names.
  const size = sheet.measure(titleOf(bill), { size: 16, weight: 'bold' }) > 190 ? 11.5 : 16
  sheet.text(titleOf(bill), left + wide, 43, { size, weight: 'bold', colour: '#ffffff', align: 'right' })
}

/** The head facts in tinted boxes, four to a row. */
const drawBoxes = (sheet: Sheet, bill: Bill, y: number): number => {
  const facts = [...headFacts(bill), ...buyerFacts(bill)]
  const box = wide / 4
  facts.forEach((fact, i) => {
    const x = left + (i % 4) * box
    const at = y + Math.floor(i / 4) * 31
    sheet.area(x, at, box - 4, 28, { fill: '#f1f2f4' })
    sheet.text(fact.label, x + 6, at + 10, { size: 6.5, colour: '#55534e' })
    const size = sheet.measure(fact.value, { size: 8.8, weight: 'bold' }) > box - 14 ? 6.6 : 8.8
    sheet.text(fact.value, x + 6, at + 22, { size, weight: 'bold', field: fact.field })
  })
  return y + Math.ceil(facts.length / 4) * 31
}

const drawFoot = (sheet: Sheet, bill: Bill): void => {
  const w = words(bill)
  const y = sheet.height - paymentHeight(bill) - 38
  sheet.rule(left, y - 12, left + wide, y - 12, { colour: bill.seller.look.colour, width: 1.4 })
  const last = drawRunning(sheet, particulars(bill), left, y, wide, 7, false)
  sheet.text([bill.seller.registered, w.status].filter(Boolean).join(' · '), left, last + 11, {
    size: 6.2,
    colour: '#55534e',
  })
}

/** A coloured band with the name in white, facts in boxes, striped lines, the total in a filled box. */
export const drawBand = (sheet: Sheet, bill: Bill): void => {
  const { colour } = bill.seller.look
  drawHead(sheet, bill)
  drawBuyer(sheet, bill, left + 300, 108, { size: 9.5 })
  const boxes = drawBoxes(sheet, bill, 164)
  const bottom = sheet.height - paymentHeight(bill) - 56
  const rated = bill.totals.vatLines.length > 1
  let y = drawTable(sheet, billColumns(bill, wide, false, rated), billRows(bill, false, rated), left, boxes + 12, {
    head: { fill: colour, colour: '#ffffff' },
    zebra: '#f6f6f4',
    bottom: bottom - 20,
    leading: 11.5,
  })
  let ask = y + 26
  if (bill.kind !== 'delivery-note') {
    if (y + 110 > bottom) {
      sheet.nextPage()
      y = 50
      ask = 76
    }
    let at = y + 20
    for (const row of sumRows(bill)) {
      sheet.text(row.label, left + 290, at, { size: 8.6 })
      sheet.text(row.value, left + wide - 8, at, { size: 8.6, align: 'right', field: row.field })
      at += 13.5
    }
    sheet.area(left + 282, at - 6, wide - 282, 26, { fill: colour })
    const label = sheet.text(totalLabel(bill), left + 290, at + 11, { size: 10.5, weight: 'bold', colour: '#ffffff' })
    sheet.text(bill.currency, left + 290 + label + 5, at + 11, {
      size: 10.5,
      weight: 'bold',
      colour: '#ffffff',
      field: 'currency',
    })
    sheet.text(money(bill, bill.totals.total_minor), left + wide - 8, at + 11, {
      size: 11.5,
      weight: 'bold',
      colour: '#ffffff',
      align: 'right',
      field: 'total',
    })
  }
  for (const remark of remarksOf(bill)) ask = sheet.prose(remark, left, ask, 258, { size: 8.2 }) + 4
  drawAsk(sheet, bill, left, ask, 262)
  drawFoot(sheet, bill)
  drawPayment(sheet, bill, left, wide)
}
