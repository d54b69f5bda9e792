/** The agenda that goes out ahead, and the minutes that are kept, in the office's language. */
import type { getPaper } from '../contract.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { type Wording, wordsIn } from '../words.ts'
import { type Clock, clockIn, drawn, grey, ink, margin, mm } from './sheet.ts'

export type Paper = ReturnType<(typeof getPaper)['output']['decode']>
type Item = Paper['items'][number]
type Line = Item['lines'][number]

export const paperName = (paper: Paper): string => {
  const say = wordsIn(nearestLanguage(paper.language))
  const day = paper.startsAt.toZonedDateTimeISO(paper.zone).toPlainDate()
  return `${say(`page.paper.${paper.what}`)} ${paper.title} ${day}.pdf`
}

export function meetingPdf(paper: Paper): Promise<Buffer> {
  const language = nearestLanguage(paper.language)
  const say = wordsIn(language)
  const clock = clockIn(language, paper.zone)
  return drawn(`${say(`page.paper.${paper.what}`)} – ${paper.title}`, paper.startsAt, pdf => {
    drawHead(pdf, paper, say, clock)
    let number = 0
    for (const item of paper.items) drawItem(pdf, paper, item, item.id ? ++number : null, say, clock)
    if (paper.what === 'minutes') drawFoot(pdf, paper, say, clock)
  })
}

function drawHead(pdf: PDFKit.PDFDocument, paper: Paper, say: Wording, clock: Clock): void {
  pdf.fillColor(grey).fontSize(9).text(paper.office)
  pdf.moveDown(0.4).fillColor(ink).font('strong').fontSize(18).text(paper.title)
  pdf.font('text').fontSize(11).fillColor(grey)
  pdf.text(`${say(`page.paper.${paper.what}`)} · ${clock.span(paper.startsAt, paper.endsAt)}`)
  if (paper.place) pdf.text(paper.place)
  pdf.moveDown(0.6).fontSize(10).fillColor(ink)
  const present = paper.people.filter(one => one.presence === 'present').map(one => one.name)
  const absent = paper.people.filter(one => one.presence === 'absent').map(one => one.name)
  const everybody = paper.people.map(one => one.name)
  const facts: readonly (readonly [string, string | null])[] = [
    [say('page.paper.chair'), paper.chair],
    [say('page.paper.secretary'), paper.secretary],
    ...(paper.what === 'minutes' && present.length > 0
      ? [
          [say('choice.meetings.presence.present'), present.join(', ')] as const,
          [say('choice.meetings.presence.absent'), absent.join(', ')] as const,
        ]
      : [[say('page.meeting.people'), everybody.join(', ')] as const]),
  ]
  for (const [label, value] of facts) if (value) pdf.text(`${label}: ${value}`)
  pdf.moveDown(0.8)
}

/** A heading is not left alone at the foot of a page. */
const room = (pdf: PDFKit.PDFDocument, height: number): void => {
  if (pdf.y > pdf.page.height - margin - height) pdf.addPage()
}

function drawItem(
  pdf: PDFKit.PDFDocument,
  paper: Paper,
  item: Item,
  number: number | null,
  say: Wording,
  clock: Clock,
): void {
  room(pdf, 22 * mm)
  if (number !== null) {
    pdf.font('strong').fontSize(12).fillColor(ink).text(`${number}. ${item.title}`)
    const about = [
      item.kind ? say(`choice.meetings.kind.${item.kind}`) : null,
      item.owner,
      item.minutes && paper.what === 'agenda' ? say('page.paper.minutes-long', { count: item.minutes }) : null,
    ].filter(Boolean)
    pdf.font('text').fontSize(9).fillColor(grey).text(about.join(' · '))
  }
  pdf.font('text').fontSize(10).fillColor(ink)
  if (item.note) pdf.text(item.note)
  for (const one of item.papers) pdf.fillColor(grey).text(`${say('page.paper.enclosed')}: ${one}`)
  pdf.fillColor(ink)
  if (paper.what === 'minutes') for (const line of item.lines) drawLine(pdf, line, say, clock)
  pdf.moveDown(0.8)
}

function drawLine(pdf: PDFKit.PDFDocument, line: Line, say: Wording, clock: Clock): void {
  room(pdf, 10 * mm)
  if (line.kind === 'note') {
    pdf.font('text').text(line.text)
    return
  }
  const mark =
    line.kind === 'decision'
      ? `${say('page.paper.decision')}${line.number ? ` ${line.number}` : ''}`
      : `${say('page.paper.action')}: ${[line.who, line.dueOn ? clock.day(line.dueOn) : null].filter(Boolean).join(', ')}`
  pdf.font('strong').text(mark, { indent: 10 })
  pdf.font('text').text(line.text, { indent: 10 })
}

function drawFoot(pdf: PDFKit.PDFDocument, paper: Paper, say: Wording, clock: Clock): void {
  room(pdf, 40 * mm)
  pdf.moveDown(0.6).font('text').fontSize(10).fillColor(ink)
  if (paper.secretary) pdf.text(say('page.paper.written-by', { name: paper.secretary }))
  for (const one of paper.approvals)
    pdf.text(
      one.approvedAt
        ? say('page.paper.approved-by', { name: one.name, at: clock.moment(one.approvedAt) })
        : say('page.paper.to-approve', { name: one.name }),
    )
  for (const text of paper.corrections) pdf.moveDown(0.4).text(`${say('page.meeting.correction')}: ${text}`)
}
