import { createHash } from 'node:crypto'
import type { Bill } from '../bill.ts'
import { luhnDigit } from '../check-digits.ts'
import { decimal } from '../formats.ts'
import type { Sheet } from '../sheet.ts'
import { drawQr } from './codes.ts'
import { dated, money, words } from './parts.ts'

/** Bankgirot's OCR line at the foot: reference, amount with its check digit, Bankgiro with document type 41. */
const swedishSlip = (sheet: Sheet, bill: Bill, x: number, wide: number): void => {
  if (bill.reference === null || bill.bank.account === null) return
  const y = sheet.height - 62
  sheet.rule(x, y - 16, x + wide, y - 16, { colour: '#8a8880', dash: 3 })
  const [whole, cents] = decimal(bill.totals.total_minor).split('.') as [string, string]
  const ink = { face: 'mono', size: 10 } as const
  sheet.text(`# ${bill.reference} #`, x + 4, y, ink)
  sheet.text(`${whole} ${cents} ${luhnDigit(whole + cents)} >`, x + wide * 0.5, y, { ...ink, align: 'centre' })
  sheet.text(`${bill.bank.account.replace(/\D/g, '')}#41#`, x + wide - 4, y, { ...ink, align: 'right' })
}

/** The Norwegian giro: Kvittering above, boxes for amount, account and KID below. */
const norwegianSlip = (sheet: Sheet, bill: Bill, x: number, wide: number): void => {
  const y = sheet.height - 150
  sheet.area(0, y - 16, sheet.width, 166, { fill: '#fdf6d8' })
  sheet.text('Betalingsinformasjon', x, y, { size: 8, weight: 'bold' })
  const cells: readonly (readonly [string, string, string | undefined])[] = [
    ['Betales til', bill.seller.name, undefined],
    ['Kontonummer', bill.bank.account ?? '', undefined],
    ['KID', bill.reference ?? '', undefined],
    ['Beløp', `kr ${money(bill, bill.totals.total_minor)}`, undefined],
    ['Forfall', bill.dueOn === null ? '' : dated(bill, bill.dueOn), undefined],
  ]
  const widths = [0.34, 0.18, 0.22, 0.14, 0.12]
  let at = x
  cells.forEach(([label, value], i) => {
    const cell = wide * (widths[i] ?? 0.2)
    sheet.area(at, y + 12, cell - 4, 34, { fill: '#ffffff', stroke: '#a59a6a', width: 0.5 })
    sheet.text(label, at + 5, y + 22, { size: 6.5, colour: '#6b6549' })
    for (const [row, text] of sheet
      .wrap(value, cell - 12, { size: 8.5 })
      .slice(0, 1)
      .entries())
      sheet.text(text, at + 5, y + 38 + row * 10, { size: 8.5 })
    at += cell
  })
  sheet.text('Betalt av', x, y + 64, { size: 6.5, colour: '#6b6549' })
  sheet.text(`${bill.buyer.name}, ${bill.buyer.street}, ${bill.buyer.town}`, x, y + 76, { size: 8 })
  sheet.text(
    `H ${bill.reference ?? ''}   ${decimal(bill.totals.total_minor).replace('.', ' ')}   < ${bill.bank.account?.replace(/\D/g, '') ?? ''} >`,
    x,
    y + 110,
    { face: 'mono', size: 10 },
  )
}

/** Text of an EPC069-12 payment code (version 002, SCT, UTF-8). */
export const epcText = (bill: Bill): string =>
  [
    'BCD',
    '002',
    '1',
    'SCT',
    bill.bank.bic,
    bill.seller.name.slice(0, 70),
    bill.bank.iban,
    `EUR${decimal(bill.totals.total_minor)}`,
    '',
    bill.seller.country === 'IE' ? (bill.reference ?? '') : '',
    bill.seller.country === 'IE' ? '' : (bill.reference ?? bill.number),
  ].join('\n')

const epcBox = (sheet: Sheet, bill: Bill, x: number, y: number): void => {
  drawQr(sheet, epcText(bill), x, y, 74)
  sheet.text(words(bill).scan, x + 37, y + 85, { size: 7, align: 'centre', colour: '#55534e' })
}

/** ATCUD: validation code that the tax authority gave the series, and the number within it (Portaria 195/2020). */
export const atcudOf = (bill: Bill): string => {
  const digest = createHash('sha256').update(`${bill.seller.key}/${bill.seller.series}`).digest()
  const alphabet = 'BCDFGHJKMNPQRSTVWXYZ23456789'
  const code = [...digest.subarray(0, 8)].map(byte => alphabet[byte % alphabet.length]).join('')
  return `${code}-${bill.number.split('/').at(-1) ?? bill.number}`
}

/** Four signs of the document's signature, printed beside the program's certificate number. */
const signatureOf = (bill: Bill): string =>
  createHash('sha256')
    .update(bill.number)
    .digest('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 4)

/** Text of the Portuguese fiscal QR code (Portaria 195/2020, technical specification 1.0). */
export const fiscalQrText = (bill: Bill): string => {
  const foreign = bill.buyer.country !== 'PT'
  const bases = bill.totals.vatLines.flatMap((one): string[] => {
    const key = { 60: ['I3', 'I4'], 130: ['I5', 'I6'], 230: ['I7', 'I8'] }[one.rate]
    return key === undefined
      ? [`I2:${decimal(one.net_minor)}`]
      : [`${key[0]}:${decimal(one.net_minor)}`, `${key[1]}:${decimal(one.vat_minor)}`]
  })
  return [
    `A:${bill.seller.vat.slice(2)}`,
    `B:${foreign ? bill.buyer.vat : bill.buyer.vat.slice(2)}`,
    `C:${bill.buyer.country}`,
    `D:${bill.kind === 'credit-note' ? 'NC' : bill.number.slice(0, 2)}`,
    'E:N',
    `F:${bill.issuedOn.replaceAll('-', '')}`,
    `G:${bill.number}`,
    `H:${atcudOf(bill)}`,
    'I1:PT',
    ...bases.sort(),
    `N:${decimal(bill.totals.vat_minor)}`,
    `O:${decimal(bill.totals.total_minor)}`,
    `Q:${signatureOf(bill)}`,
    'R:1842',
  ].join('*')
}

/** QR with ATCUD above it, and the line of the certified program. */
const portugueseFoot = (sheet: Sheet, bill: Bill, x: number, wide: number): void => {
  const y = sheet.height - 168
  sheet.text(`ATCUD: ${atcudOf(bill)}`, x + wide - 84, y - 4, { size: 7 })
  drawQr(sheet, fiscalQrText(bill), x + wide - 84, y, 84)
  sheet.text(`${signatureOf(bill)}-Processado por programa certificado n.º 1842/AT`, x, sheet.height - 88, {
    size: 6.5,
    colour: '#55534e',
  })
  if (bill.reference === null || bill.bank.entity === undefined) return
  sheet.area(x, y - 2, 200, 62, { stroke: '#7a7a75' })
  sheet.text('Pagamento por Multibanco', x + 8, y + 11, { size: 8, weight: 'bold' })
  const rows = [
    ['Entidade', bill.bank.entity],
    ['Referência', bill.reference.replace(/(...)(?=.)/g, '$1 ')],
    ['Montante', `${money(bill, bill.totals.total_minor)} €`],
  ] as const
  rows.forEach(([label, value], i) => {
    sheet.text(label, x + 8, y + 26 + i * 13, { size: 8.5, colour: '#55534e' })
    sheet.text(value, x + 80, y + 26 + i * 13, {
      size: 8.5,
      weight: 'bold',
      field: label === 'Referência' ? 'reference' : undefined,
    })
  })
}

/** Points above the lower edge that payment parts of the country take. */
export const paymentHeight = (bill: Bill): number => {
  if (bill.kind !== 'bill' && bill.kind !== 'reminder')
    return bill.seller.country === 'PT' && bill.kind === 'credit-note' ? 185 : 40
  return { SE: 92, NO: 176, NL: 40, RO: 40, PT: 190, GB: 40, IE: 40, DE: 40 }[bill.seller.country]
}

/** The country's payment part at the foot of the last page. */
export const drawPayment = (sheet: Sheet, bill: Bill, x: number, wide: number): void => {
  if (bill.seller.country === 'PT' && (bill.kind === 'bill' || bill.kind === 'credit-note'))
    return portugueseFoot(sheet, bill, x, wide)
  if (bill.kind !== 'bill' && bill.kind !== 'reminder') return
  if (bill.seller.country === 'SE') swedishSlip(sheet, bill, x, wide)
  if (bill.seller.country === 'NO') norwegianSlip(sheet, bill, x, wide)
}

/** The sentence that asks for money, and the EPC code where the country's payers scan one. Returns the next baseline. */
export const drawAsk = (sheet: Sheet, bill: Bill, x: number, y: number, wide: number): number => {
  const w = words(bill)
  let at = y
  if (bill.kind !== 'bill' && bill.kind !== 'reminder') return at
  if (bill.seller.country === 'NL') epcBox(sheet, bill, x, y - 8)
  const left = bill.seller.country === 'NL' ? x + 92 : x
  const room = wide - (left - x)
  if (bill.dueOn !== null && bill.seller.country !== 'SE')
    at = sheet.prose(`${w.toPayBefore(dated(bill, bill.dueOn))}.`, left, at, room)
  if (bill.reference !== null && bill.seller.country !== 'PT') {
    const printed = bill.seller.country === 'NL' ? bill.reference.replace(/(.{4})(?=.)/g, '$1\u00a0') : bill.reference
    const label = sheet.text(`${w.quoteReference}  `, left, at)
    const fits = label + 6 + sheet.measure(printed, { weight: 'bold' }) < room
    if (!fits) at += 13
    sheet.text(printed, fits ? left + label + 3 : left, at, { weight: 'bold', field: 'reference' })
    at += 13
  } else if (bill.seller.country !== 'PT') {
    at = sheet.prose(`${w.quoteReference}: ${bill.number}`, left, at, room)
  }
  return bill.seller.country === 'NL' ? Math.max(at, y + 88) : at
}
