/** The itinerary for the hand: each day with each place's own clock, references large enough to be read at a counter. */
import type { Language } from '../../../kernel/language/catalogue.ts'
import { daysOf, type Entry, type Trip } from '../days.ts'
import { countryName, sayCheck } from '../said.ts'
import { type Wording, wordsIn } from '../words.ts'
import { amber, drawn, fullDay, grey, ink, line, longDay, margin, mm, shortDay } from './sheet.ts'

export type { Trip }
interface About {
  readonly language: Language
  readonly office: string
  readonly at: Temporal.Instant
}
interface Sheet {
  readonly pdf: PDFKit.PDFDocument
  readonly say: Wording
  readonly language: Language
}

const timeWidth = 24 * mm

export function itineraryPdf(trip: Trip, { language, office, at }: About): Promise<Buffer> {
  const say = wordsIn(language)
  return drawn(trip.record.title, at, pdf => {
    const sheet = { pdf, say, language }
    drawHead(sheet, trip, office)
    for (const day of daysOf(trip)) {
      room(pdf, 24 * mm)
      pdf.moveDown(0.7).font('strong').fontSize(12).fillColor(ink)
      pdf.text(longDay(language, day.on), margin)
      rule(pdf)
      for (const entry of day.entries) drawEntry(sheet, entry)
    }
    drawLists(sheet, trip)
  })
}

/** What belongs together is not torn apart by the foot of a page. */
const room = (pdf: PDFKit.PDFDocument, height: number): void => {
  if (pdf.y > pdf.page.height - margin - height) pdf.addPage()
}

function rule(pdf: PDFKit.PDFDocument): void {
  const y = pdf.y + 1.5
  pdf
    .moveTo(margin, y)
    .lineTo(pdf.page.width - margin, y)
    .lineWidth(0.6)
    .strokeColor(line)
    .stroke()
  pdf.y = y + 5
}

function drawHead({ pdf, say, language }: Sheet, trip: Trip, office: string): void {
  pdf.fillColor(grey).fontSize(9).text(office)
  pdf.moveDown(0.3).fillColor(ink).font('strong').fontSize(19).text(trip.record.title)
  pdf.font('text').fontSize(10.5).fillColor(grey)
  const where = [trip.destination, trip.country ? countryName(trip.country, language) : null].filter(Boolean).join(', ')
  pdf.text(
    [where, `${fullDay(language, trip.startsOn)} – ${fullDay(language, trip.endsOn)}`].filter(Boolean).join(' · '),
  )
  pdf.text(trip.travellers.map(({ title }) => title).join(', '))
  for (const check of trip.checks.filter(({ loud }) => loud)) {
    const said = sayCheck(say, language, check)
    pdf.moveDown(0.15).fillColor(amber).fontSize(9.5).text(`! ${said}`)
  }
}

/** A time at the left, what it is at the right of it. */
function row(pdf: PDFKit.PDFDocument, time: string, draw: (x: number, width: number) => void): void {
  const y = pdf.y
  const x = margin + timeWidth
  pdf
    .font('strong')
    .fontSize(11)
    .fillColor(ink)
    .text(time, margin, y, { width: timeWidth - 4 })
  const below = pdf.y
  pdf.y = y
  draw(x, pdf.page.width - margin - x)
  pdf.y = Math.max(pdf.y, below) + 5
}

const strong = (pdf: PDFKit.PDFDocument, text: string, x: number, width: number) =>
  pdf.font('strong').fontSize(10.5).fillColor(ink).text(text, x, pdf.y, { width })
const quiet = (pdf: PDFKit.PDFDocument, text: string, x: number, width: number) =>
  text ? pdf.font('text').fontSize(9.5).fillColor(grey).text(text, x, pdf.y, { width }) : pdf

function drawEntry({ pdf, say, language }: Sheet, entry: Entry): void {
  room(pdf, 20 * mm)
  if (entry.what === 'leg') {
    const { leg } = entry
    const [from, until] = [leg.departs.slice(11), leg.arrives.slice(11)]
    const later =
      leg.arrives.slice(0, 10) === leg.departs.slice(0, 10)
        ? ''
        : ` ${shortDay(language, Temporal.PlainDate.from(leg.arrives.slice(0, 10)))}`
    row(pdf, `${from}–${until}${later}`, (x, width) => {
      strong(pdf, `${say(`choice.travel.mode.${leg.mode}`)} ${leg.from} – ${leg.to}`, x, width)
      const named = [
        [leg.carrier, leg.number].filter(Boolean).join(' '),
        leg.seat ? `${say('field.travel.seat')} ${leg.seat}` : null,
      ]
      quiet(
        pdf,
        [...named, say('page.trip.takes', durationOf(entry.minutes)), shiftOf(say, entry.shift)]
          .filter(Boolean)
          .join(' · '),
        x,
        width,
      )
      if (leg.reference) strong(pdf, `${say('field.travel.reference')} ${leg.reference}`, x, width)
      quiet(pdf, leg.note, x, width)
    })
  } else if (entry.what === 'visit') {
    const { visit } = entry
    row(pdf, `${visit.start.slice(11)}–${visit.end.slice(11)}`, (x, width) => {
      strong(pdf, visit.title, x, width)
      quiet(pdf, [visit.place, visit.people.map(({ name }) => name).join(', ')].filter(Boolean).join(' · '), x, width)
    })
  } else {
    const { stay } = entry
    row(pdf, (entry.what === 'in' ? stay.checkIn : stay.checkOut).slice(11), (x, width) => {
      strong(pdf, `${say(entry.what === 'in' ? 'page.trip.check-in' : 'page.trip.check-out')} ${stay.name}`, x, width)
      if (entry.what === 'out') return
      quiet(pdf, [stay.address, stay.phone].filter(Boolean).join(' · '), x, width)
      if (stay.reference) strong(pdf, `${say('field.travel.reference')} ${stay.reference}`, x, width)
    })
  }
}

export const durationOf = (minutes: number): { hours: number; minutes: string } => ({
  hours: Math.floor(minutes / 60),
  minutes: String(minutes % 60).padStart(2, '0'),
})

/** `the clock goes back 1 h` */
export function shiftOf(say: Wording, shift: number): string | null {
  if (shift === 0) return null
  const hours = String(Math.abs(shift) / 60)
  return say(shift > 0 ? 'page.trip.clock-forward' : 'page.trip.clock-back', { hours })
}

function drawLists({ pdf, say }: Sheet, trip: Trip): void {
  const head = (title: string) => {
    room(pdf, 22 * mm)
    pdf.moveDown(0.7).font('strong').fontSize(12).fillColor(ink).text(title, margin)
    rule(pdf)
  }
  const width = pdf.page.width - 2 * margin
  if (trip.contacts.length > 0) {
    head(say('page.trip.contacts'))
    for (const one of trip.contacts) {
      pdf
        .font(one.sort === 'emergency' ? 'strong' : 'text')
        .fontSize(10)
        .fillColor(ink)
      pdf.text([one.name, one.phone, one.what].filter(Boolean).join(' · '), margin, pdf.y, { width })
    }
  }
  if (trip.things.length > 0) {
    head(say('page.trip.things'))
    for (const one of trip.things)
      pdf
        .font('text')
        .fontSize(10)
        .fillColor(ink)
        .text(`${one.done ? '☑' : '☐'} ${one.text}`.replace('☑', '[x]').replace('☐', '[  ]'), margin, pdf.y, { width })
  }
}
