/** What papers of meetings share: their faces, margins, and how days and times are written for their reader. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Language } from '../../../kernel/language/catalogue.ts'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}
const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  nb: 'nb-NO',
  nl: 'nl-NL',
  ro: 'ro-RO',
  pt: 'pt-PT',
}

/** Points in a millimetre. */
export const mm = 72 / 25.4
export const margin = 20 * mm
export const grey = '#5c5f63'
export const ink = '#16181a'

/** Draws on A4 sheets; gives the whole file. Papers of one meeting are the same bytes each time they are drawn. */
export async function drawn(
  title: string,
  at: Temporal.Instant,
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    info: { Title: title, CreationDate: new Date(at.epochMilliseconds) },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', faces.text).registerFont('strong', faces.strong).font('text')
  draw(pdf)
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    pdf.page.margins.bottom = 0
    pdf
      .font('text')
      .fontSize(8)
      .fillColor(grey)
      .text(`${page + 1} / ${count}`, margin, pdf.page.height - 12 * mm, {
        width: pdf.page.width - 2 * margin,
        align: 'right',
      })
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

export interface Clock {
  day(on: Temporal.PlainDate): string
  moment(at: Temporal.Instant): string
  /** From when to when: the day once. */
  span(from: Temporal.Instant, until: Temporal.Instant): string
}

export function clockIn(language: Language, zone: string): Clock {
  const locale = locales[language]
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone)
  const moment = (at: Temporal.Instant) =>
    `${local(at).toPlainDate().toLocaleString(locale, long)} ${local(at).toPlainTime().toLocaleString(locale, time)}`
  return {
    day: on => on.toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    moment,
    span: (from, until) =>
      local(from).toPlainDate().equals(local(until).toPlainDate())
        ? `${moment(from)}–${local(until).toPlainTime().toLocaleString(locale, time)}`
        : `${moment(from)} – ${moment(until)}`,
  }
}
