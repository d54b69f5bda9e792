/** A report as it is filed: its lines and sums, who verified and approved it, then each receipt on pages of its own. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { type Language, translate, wordLocale } from '../../kernel/language/catalogue.ts'
import { decimalOfMoney, type Money } from '../../kernel/money.ts'
import type { getReport } from './contract.ts'
import type { Keys } from './messages/en.ts'
import { catalogues } from './words.ts'

export type Report = ReturnType<(typeof getReport)['output']['decode']>
export interface Receipt {
  /** The line it belongs to, counted from one. */
  readonly nth: number
  readonly text: string
  /** JPEG or PNG. */
  readonly pages: readonly Uint8Array[]
}

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}
/** Points in a millimetre. */
const mm = 72 / 25.4
const left = 18 * mm
const width = 174 * mm
const bottom = 276 * mm
const ink = '#16181a'
const grey = '#5c5f63'

interface Style {
  readonly strong?: boolean
  readonly pale?: boolean
  readonly points?: number
  readonly align?: 'right'
}

/** Columns of the lines: number, day, what, as it was paid, in the office's currency. */
const columns = [8, 24, 82, 30, 30].map(share => share * mm)
const edges = columns.map((_, at) => left + columns.slice(0, at).reduce((all, one) => all + one, 0))

function tools(pdf: PDFKit.PDFDocument, language: Language) {
  const locale = wordLocale(language)
  const amount = (money: Money) => {
    const text = decimalOfMoney(money)
    const digits = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    return `${format.format(text as Intl.StringNumericLiteral).replaceAll('\u202f', '\u00a0')}\u00a0${money.currency}`
  }
  return {
    say: (key: Keys, params: Record<string, unknown> = {}) => translate(catalogues[language][key], params, language),
    day: (on: Temporal.PlainDate) => on.toLocaleString(locale, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    amount,
    write(words: string, x: number, y: number, room: number, style: Style = {}): number {
      const options = { width: room, align: style.align ?? 'left', features: ['tnum'] } as PDFKit.Mixins.TextOptions
      pdf
        .font(style.strong ? 'strong' : 'text')
        .fontSize(style.points ?? 9)
        .fillColor(style.pale ? grey : ink)
      pdf.text(words || ' ', x, y, options)
      return y + pdf.heightOfString(words || ' ', options)
    },
    rule: (y: number, heavy = false) =>
      pdf
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(heavy ? 0.9 : 0.4)
        .stroke(heavy ? ink : '#b9bcc0'),
  }
}
type Tools = ReturnType<typeof tools>

/** Draws it on A4; gives the whole file. */
export async function reportPdf(report: Report, receipts: readonly Receipt[], language: Language): Promise<Buffer> {
  const title = `${report.number} ${report.record.title}`
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: language,
    info: { Title: title, Author: report.office },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  for (const [name, face] of Object.entries(faces)) pdf.registerFont(name, face)
  const at = tools(pdf, language)
  let y = at.write(report.office, left, 15 * mm, width, { pale: true })
  y = at.write(title, left, y + 2, width, { strong: true, points: 15 }) + 4 * mm
  y = facts(at, report, y) + 6 * mm
  y = lines(pdf, at, report, y)
  sums(pdf, at, report, y)
  for (const receipt of receipts) sheets(pdf, at, receipt)
  feet(pdf, at, title)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

function facts(at: Tools, report: Report, top: number): number {
  const { say, day } = at
  const journey =
    report.leftOn && report.backOn
      ? `${day(report.leftOn)} ${report.leftTime ?? ''} – ${day(report.backOn)} ${report.backTime ?? ''}`
      : null
  const all: (readonly [string, string | null | undefined])[] = [
    [say('field.expenses.personId'), report.person?.title],
    [say('page.expense.journey'), journey],
    [say('field.expenses.place'), report.place],
    [say('page.expense.verified-by'), report.verifiedBy?.title],
    [say('page.expense.approved-by'), report.approvedBy?.title],
  ]
  let y = top
  for (const [label, value] of all) {
    if (!value) continue
    at.write(label, left, y, 42 * mm, { pale: true })
    y = at.write(value, left + 44 * mm, y, width - 44 * mm) + 1.2 * mm
  }
  return y
}

function head(at: Tools, y: number): number {
  const words = ['#', at.say('field.expenses.on'), at.say('field.expenses.text'), at.say('field.expenses.total'), '']
  words.forEach((word, n) => {
    at.write(word, edges[n]!, y, columns[n]! - 2, { pale: true, points: 7.5, ...(n > 2 ? { align: 'right' } : {}) })
  })
  at.rule(y + 4.2 * mm, true)
  return y + 6 * mm
}

function lines(pdf: PDFKit.PDFDocument, at: Tools, report: Report, top: number): number {
  let y = head(at, top)
  for (const [index, line] of report.lines.entries()) {
    const what = [line.text, at.say(`choice.category.${line.category}`), line.participants].filter(Boolean).join(', ')
    const room = pdf
      .font('text')
      .fontSize(9)
      .heightOfString(what, { width: columns[2]! - 4 })
    if (y + room > bottom) {
      pdf.addPage()
      y = head(at, 20 * mm)
    }
    const right = { align: 'right' } as const
    at.write(String(index + 1), edges[0]!, y, columns[0]!, { pale: true })
    at.write(at.day(line.on), edges[1]!, y, columns[1]!)
    at.write(what, edges[2]!, y, columns[2]! - 4)
    at.write(at.amount(line.total), edges[3]!, y, columns[3]! - 2, right)
    const foreign = line.inOffice && line.inOffice.currency !== line.total.currency
    at.write(foreign ? at.amount(line.inOffice!) : '', edges[4]!, y, columns[4]! - 2, right)
    y += room
    if (foreign && line.rate) {
      const rate = line.rateOn
        ? at.say('page.expense.rate-of', { rate: line.rate, on: at.day(line.rateOn) })
        : at.say('page.expense.rate-written', { rate: line.rate })
      y = at.write(rate, edges[2]!, y, columns[2]! - 4, { pale: true, points: 7.5 })
    }
    y += 1.4 * mm
  }
  at.rule(y)
  return y + 2 * mm
}

function sums(pdf: PDFKit.PDFDocument, at: Tools, report: Report, top: number): void {
  const owes = report.owed.minor < 0n
  const owed = owes ? { ...report.owed, minor: -report.owed.minor } : report.owed
  const name = report.person?.title ?? ''
  const all: (readonly [string, Money, boolean])[] = [
    [at.say('page.expense.total'), report.total, false],
    ...(report.card.minor > 0n ? [[at.say('choice.paidBy.company'), report.card, false] as const] : []),
    ...(report.advance.minor > 0n ? [[at.say('field.expenses.advance'), report.advance, false] as const] : []),
    [at.say(owes ? 'page.expense.owes' : 'page.expense.owed', { name }), owed, true],
  ]
  let y = top
  for (const [label, money, strong] of all) {
    if (y + 6 * mm > bottom) {
      pdf.addPage()
      y = 20 * mm
    }
    at.write(label, edges[2]!, y, columns[2]! + columns[3]! - 4, { strong })
    y = at.write(at.amount(money), edges[4]!, y, columns[4]! - 2, { strong, align: 'right' }) + 1.4 * mm
  }
}

/** A receipt as large as the page lets it be, one sheet for each of its pages. */
function sheets(pdf: PDFKit.PDFDocument, at: Tools, { nth, text, pages }: Receipt): void {
  pages.forEach((page, index) => {
    pdf.addPage()
    const of = pages.length > 1 ? ` (${index + 1}/${pages.length})` : ''
    at.write(`${at.say('page.expense.receipt')} ${nth}: ${text}${of}`, left, 14 * mm, width, { strong: true })
    pdf.image(Buffer.from(page), left, 22 * mm, { fit: [width, bottom - 22 * mm], align: 'center' })
  })
}

function feet(pdf: PDFKit.PDFDocument, at: Tools, title: string): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    at.write(title, left, 286 * mm, width - 20 * mm, { pale: true, points: 7.5 })
    at.write(`${page + 1} (${count})`, left + width - 20 * mm, 286 * mm, 20 * mm, {
      pale: true,
      points: 7.5,
      align: 'right',
    })
  }
}
