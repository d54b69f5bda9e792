/** The sheet before a fax: to whom, from whom, how many pages, what about, and that it is for nobody else. */
import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { wordsIn } from '../words.ts'

export interface CoverFacts {
  readonly language: string
  readonly zone: string
  readonly at: Temporal.Instant
  readonly office: string
  /** The office's own fax number, as it is dialled. */
  readonly own: string | null
  readonly sender: string
  readonly to: string
  readonly number: string
  readonly about: string
  readonly note: string
  readonly book: string
  readonly confidential: boolean
  readonly pages: number
}

const edge = 62
const column = 120

export const momentIn = (language: string, zone: string, at: Temporal.Instant): string =>
  new Intl.DateTimeFormat(wordLocale(language), { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(
    at.epochMilliseconds,
  )

/** Names and values beneath each other; gives where they end. */
export function table(pdf: PDFKit.PDFDocument, rows: readonly (readonly [string, string])[], top: number): number {
  const width = pdf.page.width - 2 * edge - column
  let y = top
  for (const [name, value] of rows) {
    if (!value) continue
    pdf
      .font('text')
      .fontSize(10)
      .fillColor('#16181a')
      .text(name, edge, y + 1.5, { width: column - 12 })
    pdf
      .font('text')
      .fontSize(12)
      .fillColor('#16181a')
      .text(value, edge + column, y, { width })
    y = Math.max(pdf.y, y + 16) + 7
  }
  return y
}

const rule = (pdf: PDFKit.PDFDocument, y: number): void => {
  pdf
    .moveTo(edge, y)
    .lineTo(pdf.page.width - edge, y)
    .lineWidth(1)
    .stroke('#16181a')
}

export function coverSheet(pdf: PDFKit.PDFDocument, facts: CoverFacts): void {
  const say = wordsIn(facts.language)
  const width = pdf.page.width - 2 * edge
  pdf.font('strong').fontSize(15).fillColor('#16181a').text(facts.office, edge, 64, { width })
  pdf.font('strong').fontSize(40).text(say('page.fax.paper.fax'), edge, 104, { width })
  rule(pdf, 162)
  const rows: readonly (readonly [string, string])[] = [
    [say('page.fax.paper.to'), facts.to],
    [say('page.fax.paper.number'), facts.number],
    [say('page.fax.paper.from'), [facts.sender, facts.office].filter(Boolean).join(', ')],
    [say('page.fax.paper.own'), facts.own ?? ''],
    [say('page.fax.paper.at'), momentIn(facts.language, facts.zone, facts.at)],
    [say('page.fax.paper.pages'), String(facts.pages)],
    [say('page.fax.paper.about'), facts.about],
    [say('page.fax.paper.book'), facts.book],
  ]
  const end = table(pdf, rows, 182)
  rule(pdf, end + 4)
  if (facts.note)
    pdf
      .font('text')
      .fontSize(12)
      .fillColor('#16181a')
      .text(facts.note, edge, end + 22, { width, height: 360 - (end - 300), ellipsis: true, lineGap: 2 })
  const foot = pdf.page.height - 128
  rule(pdf, foot)
  if (facts.confidential)
    pdf
      .font('strong')
      .fontSize(12)
      .text(say('page.fax.paper.confidential'), edge, foot + 12, { width })
  pdf
    .font('text')
    .fontSize(9)
    .fillColor('#16181a')
    .text(say('page.fax.paper.mistaken'), edge, foot + (facts.confidential ? 32 : 12), { width, lineGap: 1.5 })
}
