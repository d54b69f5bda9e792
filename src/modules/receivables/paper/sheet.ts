/** What all papers to customers have in common: the office's head, the window for the address, the foot of each page. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Paper } from '../contract/shapes.ts'
import type { Wording } from '../words.ts'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}

/** Points in a millimetre. */
export const mm = 72 / 25.4
export const left = 20 * mm
export const right = 190 * mm
/** What is written ends above the foot. */
export const bottom = 258 * mm
const grey = '#5c5f63'
const ink = '#16181a'

/** Where the address shows through the window: right in Sweden (SS 627615), left elsewhere (DIN 5008, form B). */
const windows: Readonly<Record<string, readonly [x: number, y: number]>> = { SE: [112 * mm, 47 * mm] }
const leftWindow = [left, 52 * mm] as const

export interface Fact {
  readonly label: string
  readonly value: string | null
}

export interface Sheet {
  readonly pdf: PDFKit.PDFDocument
  readonly say: Wording
  text(words: string, x: number, y: number, options?: Style): number
  rule(y: number, heavy?: boolean): void
  /** A new page, beneath its head. */
  page(): void
  bytes(): Promise<Buffer>
}

export interface Style {
  readonly size?: number
  readonly strong?: boolean
  readonly pale?: boolean
  readonly width?: number
  readonly align?: 'left' | 'right'
}

type Seller = Paper['seller']
type Buyer = Paper['buyer']

export interface SheetOf {
  readonly title: string
  readonly on: Temporal.PlainDate
  readonly seller: Seller
  readonly buyer: Buyer
  readonly foot: string
  readonly say: Wording
  /** Written across a draft. */
  readonly mark?: string | undefined
}

export function openSheet({ title, on, seller, buyer, foot, say, mark }: SheetOf): Sheet {
  // the day it bears, so that the same paper is the same bytes
  const made = new Date(`${on.toString()}T00:00:00Z`)
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    // attachments and what is said of them
    pdfVersion: '1.7',
    bufferPages: true,
    lang: say('page.paper.lang'),
    info: { Title: title, Author: seller.name, CreationDate: made, ModDate: made },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  for (const [name, face] of Object.entries(faces)) pdf.registerFont(name, face)

  const sheet: Sheet = {
    pdf,
    say,
    text(words, x, y, { size = 9, strong = false, pale = false, width, align = 'left' } = {}) {
      const options = {
        align,
        lineGap: size * 0.12,
        features: ['tnum'],
        ...(width === undefined ? { lineBreak: false } : { width }),
      }
      pdf
        .font(strong ? 'strong' : 'text')
        .fontSize(size)
        .fillColor(pale ? grey : ink)
      pdf.text(words || ' ', x, y, options as PDFKit.Mixins.TextOptions)
      return width === undefined ? y + size * 1.4 : y + pdf.heightOfString(words || ' ', { ...options, width } as never)
    },
    rule(y, heavy = false) {
      pdf
        .moveTo(left, y)
        .lineTo(right, y)
        .lineWidth(heavy ? 0.9 : 0.4)
        .stroke(heavy ? ink : '#b9bcc0')
    },
    page() {
      pdf.addPage()
      head(sheet, seller, title)
    },
    async bytes() {
      const { count } = pdf.bufferedPageRange()
      for (let at = 0; at < count; at++) {
        pdf.switchToPage(at)
        if (mark) across(pdf, mark)
        feet(sheet, seller, foot, at + 1, count)
      }
      pdf.end()
      await ended
      return Buffer.concat(parts)
    },
  }
  head(sheet, seller, title)
  window(sheet, seller, buyer)
  return sheet
}

function head(sheet: Sheet, seller: Seller, title: string): void {
  sheet.text(seller.name, left, 16 * mm, { size: 13, strong: true, width: 88 * mm })
  sheet.text(title, 112 * mm, 16 * mm, { size: 13, strong: true, width: 78 * mm })
}

export const addressOf = (who: Pick<Buyer, 'street' | 'postcode' | 'town'>): string[] =>
  [who.street, [who.postcode, who.town].filter(Boolean).join('  ')].filter((line): line is string => Boolean(line))

function window(sheet: Sheet, seller: Seller, buyer: Buyer): void {
  const [x, y] = windows[seller.country ?? ''] ?? leftWindow
  const abroad = buyer.country && buyer.country !== seller.country ? countryName(buyer.country) : null
  const lines = [buyer.name, ...addressOf(buyer), ...(abroad ? [abroad.toUpperCase()] : [])]
  let at = y
  for (const line of lines) at = sheet.text(line, x, at, { size: 10, width: 78 * mm })
}

/** Countries on envelopes are written in English or French (Universal Postal Union). */
const countryName = (code: string): string => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code

function across(pdf: PDFKit.PDFDocument, mark: string): void {
  pdf
    .save()
    .fillOpacity(0.08)
    .rotate(-35, { origin: [105 * mm, 150 * mm] })
  pdf.font('strong').fontSize(88).fillColor('#000')
  pdf.text(mark, 0, 138 * mm, { width: 210 * mm, align: 'center', lineBreak: false })
  pdf.restore()
}

function feet(sheet: Sheet, seller: Seller, foot: string, at: number, of: number): void {
  const { say } = sheet
  const top = 265 * mm
  sheet.rule(top - 2 * mm)
  const columns = [
    [seller.name, ...addressOf(seller)],
    [seller.email, seller.phone, seller.website],
    [
      seller.companyNumber && `${say('page.paper.company-number')} ${seller.companyNumber}`,
      seller.vatNumber && `${say('page.paper.vat-number')} ${seller.vatNumber}`,
      seller.taxNote,
    ],
  ]
  columns.forEach((lines, column) => {
    let y = top
    for (const line of lines)
      if (line) y = sheet.text(line, left + column * 58 * mm, y, { size: 7.5, pale: true, width: 56 * mm })
  })
  if (foot) sheet.text(foot.slice(0, 400), left, top + 14 * mm, { size: 7.5, pale: true, width: 150 * mm })
  sheet.text(`${at} (${of})`, 170 * mm, top + 14 * mm, { size: 7.5, pale: true, width: 20 * mm, align: 'right' })
}

/** Facts beneath the title: label and value, one on each line. */
export function writeFacts(sheet: Sheet, facts: readonly Fact[], x: number, y: number, width = 46 * mm): number {
  let at = y
  for (const { label, value } of facts) {
    if (!value) continue
    sheet.text(label, x, at, { size: 8.5, pale: true, width: 32 * mm })
    at = Math.max(at + 4.4 * mm, sheet.text(value, x + 33 * mm, at, { size: 8.5, width }))
  }
  return at
}
