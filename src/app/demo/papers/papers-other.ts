import { amount, decimal } from './formats.ts'
import { drawMark } from './layouts/marks.ts'
import { drawFacts } from './layouts/parts.ts'
import { drawTable } from './layouts/table.ts'
import { type LetterCall, drawSignature, fileStem, letterDay, occasionOf, sheafOf, sheetFor } from './letter.ts'
import type { Bank } from './parties/types.ts'
import { proseOf } from './prose/index.ts'
import type { Currency, Sheaf } from './types.ts'

const left = 64
const wide = 467

/** A framed certificate: title, what is certified, measured facts, until when. */
export const certificate = async (call: LetterCall): Promise<Sheaf> => {
  const { certificate: words, labels } = proseOf(call.language)
  const { sender } = words
  const on = occasionOf(call)
  const sheet = sheetFor(words.title, sender.name, call.issuedOn, 'serif')
  sheet.area(30, 30, sheet.width - 60, sheet.height - 60, { stroke: '#8a6d2f', width: 2 })
  sheet.area(36, 36, sheet.width - 72, sheet.height - 72, { stroke: '#8a6d2f', width: 0.5 })
  drawMark(sheet, 'ring', sheet.width / 2 - 22, 78, 44, '#8a6d2f', sender.name)
  sheet.prose(words.title, left, 168, wide, {
    size: 19,
    weight: 'bold',
    align: 'centre',
    leading: 25,
    field: 'subject',
  })
  sheet.text(call.office.name, sheet.width / 2, 250, { size: 15, align: 'centre', field: 'addressee' })
  sheet.text(`${call.office.street}, ${call.office.town}`, sheet.width / 2, 267, { size: 10, align: 'centre' })
  let y = 306
  for (const paragraph of words.paragraphs(on))
    y = sheet.prose(paragraph, left + 30, y, wide - 60, { size: 11, leading: 17, align: 'centre' }) + 8
  y = drawFacts(
    sheet,
    words.facts.map(([label, value]) => ({ label, value })),
    left + 110,
    y + 24,
    150,
    { size: 10.5, leading: 17 },
  )
  drawFacts(
    sheet,
    [
      { label: labels.caseNumber, value: call.number, field: 'number' },
      { label: labels.date, value: on.today, field: 'issuedOn' },
      { label: labels.validUntil, value: on.until, field: 'validUntil' },
    ],
    left + 110,
    y + 14,
    150,
    { size: 10.5, leading: 17, weight: 'bold' },
  )
  drawSignature(sheet, left + 250, 660, call.chance)
  sheet.text(sender.signer, left + 240, 690, { size: 10 })
  sheet.text(sender.role, left + 240, 703, { size: 8, colour: '#55534e' })
  sheet.text(sender.name, left + 30, 690, { size: 10, weight: 'bold', field: 'senderName' })
  sheet.text(`${sender.street}, ${sender.town}`, left + 30, 703, { size: 8 })
  return sheafOf(call, await sheet.end(), `${fileStem(words.title)}.pdf`, {
    kind: 'certificate',
    senderName: sender.name,
    addressee: call.office.name,
    number: call.number,
    issuedOn: call.issuedOn,
    validUntil: call.until,
    subject: words.title,
  })
}

/** Minutes of a meeting in numbered items. */
export const minutes = async (call: LetterCall): Promise<Sheaf> => {
  const { minutes: words, labels } = proseOf(call.language)
  const sheet = sheetFor(words.title, call.office.name, call.issuedOn, 'plex')
  const keeper = call.office.people.at(-1)?.name ?? ''
  sheet.text(call.office.name, left, 54, { size: 9, weight: 'bold', field: 'senderName' })
  sheet.prose(words.title, left, 88, wide, { size: 16, weight: 'bold', leading: 20, field: 'subject' })
  let y = drawFacts(
    sheet,
    [
      { label: labels.date, value: letterDay(call.language, call.issuedOn), field: 'issuedOn' },
      {
        label: words.present,
        value: call.office.people
          .slice(0, 4)
          .map(({ name }) => name)
          .join(', '),
      },
      { label: words.keeper, value: keeper },
    ],
    left,
    124,
    92,
    { size: 9.5, leading: 15 },
  )
  sheet.text(words.place, left, y + 2, { size: 9.5, colour: '#55534e' })
  y += 30
  for (const [heading, text] of words.items) {
    sheet.text(heading, left, y, { size: 11, weight: 'bold' })
    y = sheet.prose(text, left, y + 16, wide, { size: 10, leading: 14.5 }) + 12
  }
  sheet.text(words.keeper, left, y + 16, { size: 9.5 })
  drawSignature(sheet, left, y + 44, call.chance)
  sheet.text(keeper, left, y + 70, { size: 10 })
  return sheafOf(call, await sheet.end(), `${fileStem(words.title)}.pdf`, {
    kind: 'minutes',
    senderName: call.office.name,
    issuedOn: call.issuedOn,
    subject: words.title,
  })
}

/** A loud flyer. */
export const advertising = async (call: LetterCall): Promise<Sheaf> => {
  const { advertising: words } = proseOf(call.language)
  const sheet = sheetFor(words.headline, words.company, call.issuedOn, 'open')
  const colour = call.chance.pick(['#c2410c', '#0e7490', '#be185d', '#4d7c0f'])
  sheet.area(0, 0, sheet.width, 360, { fill: colour })
  sheet.text(words.company, left, 70, { size: 15, weight: 'bold', colour: '#ffffff', field: 'senderName' })
  sheet.prose(words.headline, left, 170, wide, {
    size: 38,
    weight: 'bold',
    colour: '#ffffff',
    leading: 46,
    field: 'subject',
  })
  sheet.area(sheet.width - 150, 300, 110, 110, { fill: '#fde047', radius: 55 })
  sheet.text('%', sheet.width - 95, 376, { size: 58, weight: 'bold', align: 'centre', colour: colour })
  let y = sheet.prose(words.text, left, 440, wide - 60, { size: 15, leading: 22 }) + 16
  for (const point of words.points) {
    sheet.area(left, y - 9, 9, 9, { fill: colour })
    sheet.text(point, left + 20, y, { size: 13 })
    y += 24
  }
  sheet.area(left, y + 16, wide, 44, { fill: '#1d1d1b', radius: 6 })
  sheet.text(words.call, sheet.width / 2, y + 43, { size: 13, weight: 'bold', colour: '#ffffff', align: 'centre' })
  return sheafOf(call, await sheet.end(), `${fileStem(words.company)}.pdf`, {
    kind: 'advertising',
    senderName: words.company,
    subject: words.headline,
  })
}

/** A month on the office's account: every row's balance follows from the one before. */
export const statement = async (call: LetterCall, bank: Bank, currency: Currency): Promise<Sheaf> => {
  const { statement: words, labels } = proseOf(call.language)
  const { country } = call.office
  const sheet = sheetFor(words.title, words.bank, call.issuedOn, 'arimo')
  drawMark(sheet, 'bars', left, 40, 26, '#1e3a8a', words.bank)
  sheet.text(words.bank, left + 36, 60, { size: 15, weight: 'bold', colour: '#1e3a8a', field: 'senderName' })
  sheet.text(words.title, left + wide, 60, { size: 15, align: 'right', field: 'subject' })
  sheet.text(call.office.name, left, 112, { size: 10, field: 'addressee' })
  sheet.prose(`${call.office.street}\n${call.office.town}`, left, 126, wide, { size: 10 })
  drawFacts(
    sheet,
    [
      { label: labels.date, value: letterDay(call.language, call.issuedOn), field: 'issuedOn' },
      { label: 'IBAN', value: bank.iban.replace(/(.{4})(?=.)/g, '$1 '), field: 'iban' },
      { label: 'BIC', value: bank.bic, field: 'bic' },
      { label: words.account, value: currency, field: 'currency' },
    ],
    left + 240,
    112,
    70,
    { size: 9.5 },
  )
  const days = Math.max(1, Number(call.issuedOn.slice(8)) - 1)
  const movements = Array.from({ length: Math.min(26, days) }, (_, i) => {
    // The third and the last of the texts are payments to the office; the others it pays.
    const which = call.chance.whole(0, words.rows.length - 1)
    const received = which === 2 || which === words.rows.length - 1
    return {
      day: `${call.issuedOn.slice(0, 8)}${String(1 + i).padStart(2, '0')}`,
      text: words.rows[which] ?? '',
      minor: (received ? 4 : -1) * call.chance.whole(9_000, 1_400_000),
    }
  })
  let balance_minor = call.chance.whole(60_000_000, 190_000_000)
  const rows: string[][] = [['', words.opening, '', '', amount(country, balance_minor)]]
  for (const { day, text, minor } of movements) {
    balance_minor += minor
    const figure = amount(country, Math.abs(minor))
    rows.push([
      letterDay(call.language, day),
      text,
      minor < 0 ? figure : '',
      minor > 0 ? figure : '',
      amount(country, balance_minor),
    ])
  }
  rows.push(['', words.closing, '', '', amount(country, balance_minor)])
  const y = drawTable(
    sheet,
    [
      { title: words.day, wide: 84 },
      { title: words.text, wide: 167 },
      { title: words.out, wide: 68, right: true },
      { title: words.in, wide: 68, right: true },
      { title: words.balance, wide: 80, right: true },
    ],
    rows,
    left,
    182,
    { size: 8.4, head: { fill: '#e8ecf5' }, hairline: '#d5d2ca', bottom: 770 },
  )
  sheet.text(`${words.closing}:`, left, y + 20, { size: 9.5, weight: 'bold' })
  sheet.text(amount(country, balance_minor), left + wide - 4, y + 20, {
    size: 9.5,
    weight: 'bold',
    align: 'right',
    field: 'total',
  })
  return sheafOf(call, await sheet.end(), `${fileStem(words.title)}_${call.issuedOn.slice(0, 7)}.pdf`, {
    kind: 'statement',
    senderName: words.bank,
    addressee: call.office.name,
    issuedOn: call.issuedOn,
    iban: bank.iban,
    bic: bank.bic,
    currency,
    subject: words.title,
    total: decimal(balance_minor),
    periodFrom: call.from,
    periodTo: call.issuedOn,
  })
}
