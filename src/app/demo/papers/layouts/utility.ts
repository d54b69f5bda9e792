import type { Bill } from '../bill.ts'
import { monthName, quantity } from '../formats.ts'
import type { Sheet } from '../sheet.ts'
import { drawMark } from './marks.ts'
import { buyerFacts, drawBuyer, drawFacts, headFacts, money, particulars, titleOf, words } from './parts.ts'
import { remarksOf, sumRows, totalLabel } from './sums.ts'
import { drawAsk, drawPayment, paymentHeight } from './payment.ts'
import { billColumns, billRows, drawTable } from './table.ts'

const left = 50
const wide = 495

/** Twelve months as columns: a year's swing about the quantity that is billed, the last one filled. */
const drawBars = (sheet: Sheet, bill: Bill, x: number, y: number): void => {
  const swing = [0.82, 0.78, 0.7, 0.58, 0.5, 0.44, 0.42, 0.47, 0.6, 0.76, 0.9, 1]
  const last = Number((bill.period?.[0] ?? bill.issuedOn).slice(5, 7))
  const name = (offset: number): string => monthName(bill.seller.language, ((last - 12 + offset + 12) % 12) + 1)
  swing.forEach((part, i) => {
    const high = Math.round(part * 58)
    sheet.area(x + i * 19, y + 62 - high, 13, high, { fill: i === 11 ? bill.seller.look.colour : '#cfcdc6' })
    sheet.text(name(i).slice(0, 3), x + i * 19 + 6.5, y + 72, { size: 5.8, align: 'centre', colour: '#55534e' })
  })
  const main = bill.lines[0]
  if (main !== undefined)
    sheet.text(`${quantity(bill.seller.country, main.quantity)} ${words(bill).units[main.unit]}`, x + 228, y - 6, {
      size: 8,
      align: 'right',
      weight: 'bold',
      colour: bill.seller.look.colour,
    })
}

const drawBox = (sheet: Sheet, bill: Bill, x: number, y: number): void => {
  sheet.area(x, y, 230, 84, { fill: '#f4f3ef', radius: 6 })
  const label = sheet.text(totalLabel(bill), x + 14, y + 20, { size: 9.5 })
  sheet.text(bill.currency, x + label + 20, y + 20, { size: 9.5, field: 'currency' })
  sheet.text(money(bill, bill.totals.total_minor), x + 14, y + 46, {
    size: 22,
    weight: 'bold',
    colour: bill.seller.look.colour,
    field: 'total',
  })
  const w = words(bill)
  if (bill.dueOn !== null) sheet.text(w.due, x + 14, y + 68, { size: 8, colour: '#55534e' })
  const due = headFacts(bill).find(fact => fact.field === 'dueOn')
  if (due !== undefined)
    sheet.text(due.value, x + 216, y + 68, { size: 10, weight: 'bold', align: 'right', field: 'dueOn' })
}

/** Electricity and telephone: the sum in a large box, the year as columns, the specification on a second page. */
export const drawUtility = (sheet: Sheet, bill: Bill): void => {
  const { look, name, street, town } = bill.seller
  const w = words(bill)
  drawMark(sheet, look.mark, left, 40, 32, look.colour, name)
  sheet.text(name, left + 42, 61, { size: 15, weight: 'bold', colour: look.colour, field: 'senderName' })
  sheet.text(titleOf(bill), left + wide, 61, { size: titleOf(bill).length > 14 ? 11 : 14, align: 'right' })
  drawBuyer(sheet, bill, left + 272, 118, { size: 9.5 })
  drawFacts(sheet, [...headFacts(bill).filter(fact => fact.field !== 'dueOn'), ...buyerFacts(bill)], left, 118, 100, {
    size: 8.4,
    leading: 12.8,
  })
  drawBox(sheet, bill, left, 262)
  if (bill.kind === 'bill') drawBars(sheet, bill, left + 262, 274)
  let y = 378
  const bottom = sheet.height - paymentHeight(bill) - 60
  for (const row of sumRows(bill)) {
    sheet.text(row.label, left, y, { size: 9 })
    sheet.text(row.value, left + 230, y, { size: 9, align: 'right', field: row.field })
    sheet.rule(left, y + 4.5, left + 230, y + 4.5, { colour: '#d5d2ca', width: 0.5 })
    y += 16
  }
  y = Math.max(y, 378 + 62) + 12
  for (const remark of remarksOf(bill)) y = sheet.prose(remark, left, y, wide - 30, { size: 8.6 }) + 4
  drawAsk(sheet, bill, left, Math.min(y, bottom - 90), wide - 30)
  drawFoot(sheet, bill)
  drawPayment(sheet, bill, left, wide)
  sheet.text(w.pageOf(1, 2), left + wide, 32, { size: 7, align: 'right', colour: '#55534e' })
  sheet.nextPage()
  sheet.text(name, left, 46, { size: 10, weight: 'bold', colour: look.colour })
  sheet.text(w.pageOf(2, 2), left + wide, 32, { size: 7, align: 'right', colour: '#55534e' })
  sheet.text(`${headFacts(bill)[0]?.label ?? ''} ${bill.number}`, left + wide, 46, { size: 8, align: 'right' })
  const rated = bill.totals.vatLines.length > 1
  const end = drawTable(sheet, billColumns(bill, wide, true, rated), billRows(bill, true, rated), left, 66, {
    head: { fill: '#f4f3ef' },
    hairline: '#d5d2ca',
    bottom: sheet.height - 90,
    leading: 12,
  })
  sheet.text(`${street}, ${town}`, left, end + 40, { size: 7.5, colour: '#55534e' })
}

const drawFoot = (sheet: Sheet, bill: Bill): void => {
  const facts = particulars(bill)
  const y = sheet.height - paymentHeight(bill) - 42
  sheet.rule(left, y - 12, left + wide, y - 12, { colour: bill.seller.look.colour, width: 2 })
  facts.forEach((fact, i) => {
    const x = left + (i % 4) * (wide / 4)
    const at = y + Math.floor(i / 4) * 20
    sheet.text(fact.label, x, at, { size: 6.2, colour: '#55534e' })
    const size = sheet.measure(fact.value, { size: 7.6 }) > wide / 4 - 6 ? 5.9 : 7.6
    sheet.text(fact.value, x, at + 9, { size, field: fact.field })
  })
  sheet.text([bill.seller.registered, words(bill).status].filter(Boolean).join(' · '), left, y + 41, {
    size: 6,
    colour: '#55534e',
  })
}
