import type { Bill } from '../bill.ts'
import type { Sheet } from '../sheet.ts'
import { drawMark } from './marks.ts'
import { buyerFacts, drawBuyer, drawFacts, drawRunning, headFacts, particulars, titleOf, words } from './parts.ts'
import { drawTotal, remarksOf, sumRows } from './sums.ts'
import { drawAsk, drawPayment, paymentHeight } from './payment.ts'
import { billColumns, billRows, drawTable } from './table.ts'

const left = 68
const wide = 459

const drawHead = (sheet: Sheet, bill: Bill): void => {
  const { look, name, street, town, web } = bill.seller
  drawMark(sheet, look.mark, sheet.width / 2 - 13, 34, 26, look.colour, name)
  sheet.text(name, sheet.width / 2, 80, {
    size: 16,
    colour: look.colour,
    align: 'centre',
    tracking: 1.2,
    field: 'senderName',
  })
  sheet.text(`${street}   ·   ${town}   ·   ${web}`, sheet.width / 2, 95, {
    size: 7.5,
    align: 'centre',
    colour: '#55534e',
  })
  sheet.rule(left, 106, left + wide, 106, { colour: look.colour, width: 0.5 })
}

const drawSums = (sheet: Sheet, bill: Bill, y: number): number => {
  let at = y
  for (const row of sumRows(bill)) {
    sheet.text(row.label, left + wide - 90, at, { size: 9, align: 'right', colour: '#55534e' })
    sheet.text(row.value, left + wide - 4, at, { size: 9, align: 'right', field: row.field })
    at += 13.5
  }
  sheet.rule(left + wide - 200, at - 6, left + wide, at - 6, { width: 0.5 })
  sheet.rule(left + wide - 200, at + 13, left + wide, at + 13, { width: 0.5 })
  sheet.rule(left + wide - 200, at + 15, left + wide, at + 15, { width: 0.5 })
  drawTotal(sheet, bill, null, left + wide - 4, at + 7, { size: 11, weight: 'bold' })
  return at + 34
}

/** A quiet letter: centred name, hairlines, sums hanging right, particulars in one centred paragraph at the foot. */
export const drawLetterhead = (sheet: Sheet, bill: Bill): void => {
  drawHead(sheet, bill)
  drawBuyer(sheet, bill, left, 140, { size: 9.5 })
  sheet.text(titleOf(bill), left, 212, { size: 17, colour: bill.seller.look.colour })
  const head = headFacts(bill)
  const facts = [...head, ...buyerFacts(bill)]
  const half = Math.ceil(facts.length / 2)
  drawFacts(sheet, facts.slice(0, half), left, 232, 106, { size: 8.6, leading: 13 })
  drawFacts(sheet, facts.slice(half), left + 238, 232, 106, { size: 8.6, leading: 13 })
  const bottom = sheet.height - paymentHeight(bill) - 60
  const rated = bill.totals.vatLines.length > 1
  let y = drawTable(sheet, billColumns(bill, wide, false, rated), billRows(bill, false, rated), left, 240 + half * 13, {
    size: 9,
    head: { rule: bill.seller.look.colour },
    hairline: '#c9c6be',
    bottom: bottom - 20,
    leading: 12,
  })
  if (bill.kind !== 'delivery-note') {
    if (y + 120 > bottom) {
      sheet.nextPage()
      y = 60
    }
    y = drawSums(sheet, bill, y + 20)
  } else y += 34
  for (const remark of remarksOf(bill)) y = sheet.prose(remark, left, y, wide - 40, { size: 9 }) + 4
  y = drawAsk(sheet, bill, left, y, wide - 40)
  if (bill.kind === 'bill') sheet.text(words(bill).thanks, left, y + 12, { size: 9, weight: 'italic' })
  drawFoot(sheet, bill)
  drawPayment(sheet, bill, left, wide)
}

const drawFoot = (sheet: Sheet, bill: Bill): void => {
  const facts = particulars(bill)
  const y = sheet.height - paymentHeight(bill) - 40
  sheet.rule(left, y - 12, left + wide, y - 12, { colour: bill.seller.look.colour, width: 0.5 })
  const last = drawRunning(sheet, facts, left - 20, y, wide + 40, 7.2, true)
  sheet.text([bill.seller.registered, words(bill).status].filter(Boolean).join(' · '), sheet.width / 2, last + 11, {
    size: 6.2,
    align: 'centre',
    colour: '#55534e',
  })
}
