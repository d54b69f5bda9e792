import type { Bill } from '../bill.ts'
import { percent, quantity } from '../formats.ts'
import { vatPrinted } from '../parties/found.ts'
import type { Sheet } from '../sheet.ts'
import { drawMark } from './marks.ts'
import { buyerFacts, headFacts, money, particulars, titleOf, words } from './parts.ts'
import { remarksOf, sumRows, totalLabel } from './sums.ts'
import { drawAsk, drawPayment, paymentHeight } from './payment.ts'
import { type Column, drawTable } from './table.ts'

const left = 36
const wide = 523
const line = '#4b4b48'

/** Seller and buyer side by side in boxes, each with its numbers, as accounting programs print them. */
const drawPair = (sheet: Sheet, bill: Bill, y: number): number => {
  const w = words(bill)
  const { seller, buyer } = bill
  const half = wide / 2 - 4
  const own = particulars(bill)
  const high = Math.max(58 + own.length * 11.5, 96)
  sheet.area(left, y, half, high, { stroke: line })
  sheet.area(left + half + 8, y, half, high, { stroke: line })
  drawMark(sheet, seller.look.mark, left + half - 36, y + 8, 26, seller.look.colour, seller.name)
  sheet.text(w.seller, left + 8, y + 13, { size: 7, colour: '#55534e' })
  sheet.text(seller.name, left + 8, y + 26, { size: 9.6, weight: 'bold', field: 'senderName' })
  sheet.text(`${seller.street}, ${seller.town}`, left + 8, y + 38, { size: 7.4 })
  own.forEach((fact, i) => {
    sheet.text(fact.label, left + 8, y + 52 + i * 11.5, { size: 7.4, colour: '#55534e' })
    sheet.text(fact.value, left + 84, y + 52 + i * 11.5, { size: 7.4, field: fact.field })
  })
  if (seller.country === 'RO' || seller.registered !== undefined)
    sheet.text(seller.registered ?? '', left + 8, y + 52 + own.length * 11.5, { size: 7, colour: '#55534e' })
  const x = left + half + 16
  sheet.text(w.buyer, x, y + 13, { size: 7, colour: '#55534e' })
  sheet.text(buyer.name, x, y + 26, { size: 9.6, weight: 'bold', field: 'addressee' })
  sheet.text(buyer.street, x, y + 38, { size: 7.8 })
  sheet.text(buyer.town, x, y + 49, { size: 7.8 })
  const numbers = [
    { label: w.vatNumber, value: vatPrinted(buyer) },
    { label: w.organisation, value: buyer.organisation },
    ...buyerFacts(bill),
  ]
  numbers.forEach((fact, i) => {
    if (y + 63 + i * 11.5 > y + high - 4) return
    sheet.text(fact.label, x, y + 63 + i * 11.5, { size: 7.4, colour: '#55534e' })
    sheet.text(fact.value, x + 92, y + 63 + i * 11.5, { size: 7.4, field: fact.field })
  })
  return y + high
}

const columnsOf = (bill: Bill): Column[] => {
  const w = words(bill)
  if (bill.kind === 'delivery-note')
    return [
      { title: 'Nr.', wide: 28 },
      { title: w.what, wide: wide - 128 },
      { title: w.unit, wide: 40 },
      { title: w.quantity, wide: 60, right: true },
    ]
  return [
    { title: bill.seller.country === 'RO' ? 'Nr. crt.' : w.code, wide: bill.seller.country === 'RO' ? 28 : 48 },
    { title: w.what, wide: wide - (bill.seller.country === 'RO' ? 28 : 48) - 40 - 52 - 66 - 42 - 68 - 62 },
    { title: w.unit, wide: 40 },
    { title: w.quantity, wide: 52, right: true },
    { title: w.price, wide: 66, right: true },
    { title: w.rate, wide: 42, right: true },
    { title: w.amount, wide: 68, right: true },
    { title: bill.seller.country === 'RO' ? 'Valoarea TVA' : 'IVA €', wide: 62, right: true },
  ]
}

const rowsOf = (bill: Bill): string[][] => {
  const w = words(bill)
  return bill.lines.map((one, i) => {
    const rate = bill.reverseCharged ? 0 : one.rate
    const head = [
      bill.seller.country === 'RO' ? String(i + 1) : one.code,
      one.what,
      w.units[one.unit],
      quantity(bill.seller.country, one.quantity),
    ]
    if (bill.kind === 'delivery-note') return [String(i + 1), ...head.slice(1)]
    return [
      ...head,
      money(bill, one.price_minor),
      `${percent(bill.seller.country, rate)}%`,
      money(bill, one.amount_minor),
      money(bill, Math.round((one.amount_minor * rate) / 1000)),
    ]
  })
}

const drawSums = (sheet: Sheet, bill: Bill, y: number): number => {
  const rows = sumRows(bill)
  const x = left + wide - 250
  const high = rows.length * 15 + 24
  sheet.area(x, y, 250, high, { stroke: line })
  rows.forEach((row, i) => {
    sheet.text(row.label, x + 8, y + 12 + i * 15, { size: 8.4 })
    sheet.text(row.value, x + 242, y + 12 + i * 15, { size: 8.4, align: 'right', field: row.field })
  })
  const at = y + high - 8
  sheet.rule(x, at - 13, x + 250, at - 13, { colour: line })
  const label = sheet.text(totalLabel(bill), x + 8, at, { size: 10, weight: 'bold' })
  sheet.text(bill.currency, x + label + 13, at, { size: 10, weight: 'bold', field: 'currency' })
  sheet.text(money(bill, bill.totals.total_minor), x + 242, at, {
    size: 10.5,
    weight: 'bold',
    align: 'right',
    field: 'total',
  })
  return y + high
}

/** A gridded form as Romanian and Portuguese accounting programs print it: seller and buyer in boxes, VAT line by line. */
export const drawLedger = (sheet: Sheet, bill: Bill): void => {
  const w = words(bill)
  sheet.text(titleOf(bill), left, 50, { size: 15, weight: 'bold' })
  if (bill.seller.country === 'PT') sheet.text('Original', left + wide, 40, { size: 8, align: 'right' })
  const pair = drawPair(sheet, bill, 62)
  const facts = headFacts(bill)
  const box = wide / 4
  facts.slice(0, 8).forEach((fact, i) => {
    const x = left + (i % 4) * box
    const at = pair + 8 + Math.floor(i / 4) * 26
    sheet.area(x, at, box, 26, { stroke: line, width: 0.4 })
    sheet.text(fact.label, x + 5, at + 9, { size: 6.4, colour: '#55534e' })
    const size = sheet.measure(fact.value, { size: 8.6 }) > box - 10 ? 6.4 : 8.6
    sheet.text(fact.value, x + 5, at + 20, {
      size,
      weight: fact.field === undefined ? 'regular' : 'bold',
      field: fact.field,
    })
  })
  const top = pair + 16 + Math.ceil(Math.min(8, facts.length) / 4) * 26
  const bottom = sheet.height - paymentHeight(bill) - 30
  let y = drawTable(sheet, columnsOf(bill), rowsOf(bill), left, top, {
    size: 7.8,
    grid: line,
    head: { fill: '#e9e8e3' },
    bottom: bottom - 20,
    leading: 10,
  })
  let notes = y + 22
  if (bill.kind !== 'delivery-note') {
    if (y + 100 > bottom) {
      sheet.nextPage()
      y = 50
      notes = 72
    }
    drawSums(sheet, bill, y + 8)
  }
  for (const remark of remarksOf(bill)) notes = sheet.prose(remark, left, notes, 250, { size: 8 }) + 3
  drawAsk(sheet, bill, left, notes, 250)
  if (bill.seller.country === 'RO') {
    sheet.text(`${w.ourReference}: ${bill.seller.person}`, left, sheet.height - 78, { size: 7.6 })
    if (bill.kind === 'bill' && bill.buyer.country === 'RO')
      sheet.text(
        `Factură transmisă prin RO e-Factura, index încărcare ${4000000000 + Number(bill.number.replace(/\D/g, '').slice(-8)) * 7}`,
        left,
        sheet.height - 66,
        { size: 7 },
      )
  }
  sheet.prose(w.status, left, sheet.height - 50, wide, { size: 6.8, colour: '#55534e' })
  drawPayment(sheet, bill, left, wide)
}
