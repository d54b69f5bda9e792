/** A quote, an invoice or a credit note on A4. */
import { attachFacturX, type PdfBeingWritten } from '../../../formats/einvoice/factur-x.ts'
import { bankgiroPrinted, plusgiroPrinted } from '../../../formats/references/sweden.ts'
import { ibanPrinted } from '../../../formats/references/international.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Paper } from '../contract/shapes.ts'
import { wordsIn, type Wording } from '../words.ts'
import { drawCode, paymentCode } from './codes.ts'
import { figuresIn, type PaperFigures } from './figures.ts'
import { bottom, type Fact, left, mm, openSheet, right, type Sheet, writeFacts } from './sheet.ts'

/** Right edges of the columns of figures, and what the text may take. */
const columns = { quantity: 112 * mm, unit: 114 * mm, price: 148 * mm, vat: 163 * mm, amount: right }
const textWidth = 74 * mm

interface Drawing {
  readonly sheet: Sheet
  readonly paper: Paper
  readonly say: Wording
  readonly figures: PaperFigures
}

/** With `cii`, the e-invoice in it: what the pages show, machines read (Factur-X). */
export async function paperPdf(
  paper: Paper,
  { draft = false, cii = null }: { draft?: boolean; cii?: string | null } = {},
): Promise<Buffer> {
  const say = wordsIn(paper.language)
  const title = [say(`page.paper.title.${paper.type}`), paper.number].filter(Boolean).join(' ')
  const sheet = openSheet({
    title,
    on: paper.issuedOn,
    seller: paper.seller,
    buyer: paper.buyer,
    foot: paper.foot,
    say,
    mark: draft ? say('page.paper.draft') : undefined,
  })
  if (cii)
    attachFacturX(sheet.pdf as unknown as PdfBeingWritten, cii, new Date(`${paper.issuedOn.toString()}T00:00:00Z`))
  const drawing: Drawing = { sheet, paper, say, figures: figuresIn(paper.language) }
  let y = facts(drawing)
  y = opening(drawing, y)
  y = table(drawing, y)
  y = sums(drawing, y)
  y = mentions(drawing, y)
  if (paper.type === 'invoice') y = payment(drawing, y)
  if (paper.closing) {
    y = room(drawing, y + 5 * mm, sheet.pdf.heightOfString(paper.closing, { width: right - left }) + 4 * mm)
    sheet.text(paper.closing, left, y, { width: right - left })
  }
  return sheet.bytes()
}

function facts({ sheet, paper, say, figures }: Drawing): number {
  const day = (on: Temporal.PlainDate | null) => (on ? figures.day(on) : null)
  const { buyer } = paper
  const list: Fact[] = [
    { label: say(paper.type === 'quote' ? 'page.paper.quote-number' : 'page.paper.number'), value: paper.number },
    { label: say('page.paper.date'), value: day(paper.issuedOn) },
    { label: say('page.paper.due'), value: paper.type === 'invoice' ? day(paper.dueOn) : null },
    { label: say('page.paper.valid-until'), value: day(paper.validUntil) },
    { label: say('page.paper.delivered'), value: day(paper.deliveredOn) },
    {
      label: say('page.paper.credits'),
      value: paper.credits && `${paper.credits.number} (${figures.day(paper.credits.issuedOn)})`,
    },
    { label: say('page.paper.your-reference'), value: paper.yourReference },
    { label: say('page.paper.our-reference'), value: paper.ourReference },
    { label: say('page.paper.order'), value: paper.orderNumber },
    { label: say('page.paper.your-vat-number'), value: buyer.vatNumber },
  ]
  const inSweden = paper.seller.country === 'SE'
  const end = writeFacts(sheet, list, inSweden ? left : 112 * mm, inSweden ? 32 * mm : 32 * mm)
  return Math.max(92 * mm, end + 6 * mm)
}

function opening({ sheet, paper }: Drawing, from: number): number {
  let y = from
  if (paper.subject) y = sheet.text(paper.subject, left, y, { size: 12, strong: true, width: right - left }) + 2 * mm
  if (paper.intro) y = sheet.text(paper.intro, left, y, { width: right - left }) + 3 * mm
  return y
}

/** Goes to the next page where so much has no room. */
function room({ sheet }: Drawing, y: number, height: number): number {
  if (y + height <= bottom) return y
  sheet.page()
  return 30 * mm
}

function tableHead({ sheet, say }: Drawing, y: number): number {
  const style = { size: 8, pale: true } as const
  sheet.text(say('page.paper.text'), left, y, style)
  cell(sheet, say('page.paper.quantity'), columns.quantity, y, style)
  cell(sheet, say('page.paper.price'), columns.price, y, style)
  cell(sheet, say('page.paper.vat-rate'), columns.vat, y, style)
  cell(sheet, say('page.paper.amount'), columns.amount, y, style)
  sheet.rule(y + 4.6 * mm, true)
  return y + 6.4 * mm
}

const cell = (sheet: Sheet, words: string, edge: number, y: number, style: object = {}): number =>
  sheet.text(words, edge - 34 * mm, y, { width: 34 * mm, align: 'right', ...style })

function table(drawing: Drawing, from: number): number {
  const { sheet, paper, say, figures } = drawing
  let y = tableHead(drawing, from)
  let carried: Money = { minor: 0n, currency: paper.currency }
  for (const line of paper.lines) {
    sheet.pdf.font('text').fontSize(9)
    const discount = line.discount
      ? `\n${say('page.paper.line-discount', { percent: figures.percent(line.discount) })}`
      : ''
    const height = sheet.pdf.heightOfString(line.text + discount, { width: textWidth, lineGap: 1 }) + 2.4 * mm
    if (y + height > bottom - 8 * mm) {
      carry(drawing, y, carried, 'page.paper.carried')
      sheet.page()
      y = tableHead(drawing, 30 * mm)
      y = carry(drawing, y, carried, 'page.paper.brought')
    }
    const end = sheet.text(line.text + discount, left, y, { width: textWidth })
    cell(sheet, figures.number(line.quantity), columns.quantity, y)
    sheet.text(say(`page.paper.unit.${line.unit}`), columns.unit, y, { width: 14 * mm })
    cell(sheet, figures.price(line.price, paper.currency), columns.price, y)
    cell(sheet, line.category === 'S' ? figures.percent(line.vatRate) : '–', columns.vat, y)
    cell(sheet, figures.amount(line.net), columns.amount, y)
    carried = { ...carried, minor: carried.minor + line.net.minor }
    y = Math.max(end, y + 4.4 * mm) + 1.6 * mm
    sheet.rule(y - 0.6 * mm)
    y += 0.8 * mm
  }
  return y
}

function carry(
  { sheet, say, figures }: Drawing,
  y: number,
  sum: Money,
  key: 'page.paper.carried' | 'page.paper.brought',
): number {
  sheet.text(say(key), left, y, { pale: true })
  cell(sheet, figures.amount(sum), columns.amount, y, { pale: true })
  return y + 6 * mm
}

function sums(drawing: Drawing, from: number): number {
  const { sheet, paper, say, figures } = drawing
  const rows: (readonly [string, string])[] = []
  if (paper.discount.minor !== 0n) {
    rows.push([say('page.paper.sum-lines'), figures.amount(paper.linesSum)])
    rows.push([
      say('page.paper.discount', { percent: figures.percent(paper.discountPercent ?? '0') }),
      figures.amount({ ...paper.discount, minor: -paper.discount.minor }),
    ])
  }
  rows.push([say('page.paper.net'), figures.amount(paper.net)])
  for (const group of paper.groups.filter(one => one.category === 'S'))
    rows.push([
      say('page.paper.vat-of', { percent: figures.percent(group.rate), base: figures.amount(group.base) }),
      figures.amount(group.tax),
    ])
  if (paper.rounding.minor !== 0n) rows.push([say('page.paper.rounding'), figures.amount(paper.rounding)])
  let y = room(drawing, from + 2 * mm, rows.length * 5 * mm + 16 * mm)
  for (const [label, value] of rows) {
    sheet.text(label, 100 * mm, y, { width: 62 * mm, align: 'right', pale: true })
    cell(sheet, value, columns.amount, y)
    y += 5 * mm
  }
  sheet.rule(y + 0.4 * mm, true)
  y += 2.4 * mm
  const label = say(
    paper.type === 'invoice'
      ? 'page.paper.to-pay'
      : paper.type === 'quote'
        ? 'page.paper.total'
        : 'page.paper.credited',
  )
  sheet.text(label, 80 * mm, y, { size: 12, strong: true, width: 66 * mm, align: 'right' })
  sheet.text(figures.money(paper.payable), 146 * mm, y, { size: 12, strong: true, width: 44 * mm, align: 'right' })
  return y + 9 * mm
}

/** What the law wants said: tax in the office's currency, reverse charge and the like. */
function mentions(drawing: Drawing, from: number): number {
  const { sheet, paper, say, figures } = drawing
  const lines: string[] = []
  if (paper.vatInOffice && paper.rate)
    lines.push(
      say('page.paper.vat-in-office', {
        amount: figures.money(paper.vatInOffice),
        rate: `1 ${paper.currency} = ${figures.number(paper.rate)} ${paper.vatInOffice.currency}`,
      }),
    )
  for (const category of new Set(paper.groups.map(group => group.category)))
    if (category !== 'S') lines.push(say(`page.paper.mention.${category}`))
  let y = from
  for (const line of lines) {
    y = room(drawing, y, 6 * mm)
    y = sheet.text(line, left, y, { size: 8.5, width: right - left }) + 1 * mm
  }
  return y
}

/** Where to pay; the Swedish clearing takes kronor alone. */
export function accountsOf({ seller, currency }: Pick<Paper, 'seller' | 'currency'>, say: Wording): Fact[] {
  const isSwedish = currency === 'SEK'
  return [
    {
      label: 'Bankgiro',
      value: isSwedish && seller.bankgiro ? bankgiroPrinted(seller.bankgiro.replaceAll(/\D/g, '')) : null,
    },
    {
      label: 'Plusgiro',
      value: isSwedish && seller.plusgiro ? plusgiroPrinted(seller.plusgiro.replaceAll(/\D/g, '')) : null,
    },
    { label: say('page.paper.account'), value: seller.account },
    { label: 'IBAN', value: seller.iban && ibanPrinted(seller.iban.replaceAll(' ', '').toUpperCase()) },
    { label: 'BIC', value: seller.bic },
  ]
}

function payment(drawing: Drawing, from: number): number {
  const { sheet, paper, say, figures } = drawing
  const code = paymentCode(paper)
  const list: Fact[] = [
    { label: say('page.paper.due'), value: paper.dueOn && figures.day(paper.dueOn) },
    {
      label: paper.reference ? say(`page.paper.reference.${paper.reference.scheme}`) : say('page.paper.pay-number'),
      value: paper.reference?.value ?? paper.number,
    },
    ...accountsOf(paper, say),
  ]
  const height = Math.max(code ? 32 * mm : 0, list.filter(one => one.value).length * 4.6 * mm) + 12 * mm
  const y = room(drawing, from + 4 * mm, height)
  sheet.text(say('page.paper.payment'), left, y, { size: 10, strong: true })
  const end = writeFacts(sheet, list, left, y + 6 * mm, 68 * mm)
  if (code) {
    drawCode(sheet.pdf, code, right - 30 * mm, y, 28 * mm)
    sheet.text(say('page.paper.scan'), right - 62 * mm, y, { size: 7.5, pale: true, width: 29 * mm, align: 'right' })
  }
  let at = Math.max(end, code ? y + 30 * mm : end)
  if (paper.interestPercent)
    at = sheet.text(
      say('page.paper.late-interest', { percent: figures.percent(paper.interestPercent) }),
      left,
      at + 1 * mm,
      {
        size: 8,
        pale: true,
        width: right - left,
      },
    )
  return at
}
