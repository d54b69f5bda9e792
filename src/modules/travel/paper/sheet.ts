/** The faces and margins of the itinerary, and how days and times are written for its reader. */
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
export const margin = 18 * mm
export const grey = '#5c5f63'
export const ink = '#16181a'
export const line = '#d8dadd'
export const amber = '#8a5a00'

/** Draws on A4 sheets; gives the whole file. */
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
    pdf.font('text').fontSize(8).fillColor(grey)
    pdf.text(`${title} · ${page + 1} / ${count}`, margin, pdf.page.height - 11 * mm, {
      width: pdf.page.width - 2 * margin,
      align: 'right',
    })
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

export const longDay = (language: Language, on: Temporal.PlainDate): string =>
  on.toLocaleString(locales[language], { weekday: 'long', day: 'numeric', month: 'long' })
export const shortDay = (language: Language, on: Temporal.PlainDate): string =>
  on.toLocaleString(locales[language], { day: 'numeric', month: 'short' })
export const fullDay = (language: Language, on: Temporal.PlainDate): string =>
  on.toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' })
