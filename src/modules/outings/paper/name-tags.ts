/** Name tags on sheets of labels as Avery and others number them, to be put into holders or stuck on. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}

/** Points in a millimetre. */
const mm = 72 / 25.4

interface Sheet {
  readonly across: number
  readonly down: number
  /** Of one label, mm. */
  readonly width: number
  readonly height: number
  /** Between two across, and between two down, mm. */
  readonly gap: readonly [number, number]
  /** Of the largest name, points. */
  readonly size: number
}

/** Labels on A4, in the middle of the sheet, as their makers lay them out. */
export const sheets = {
  L7160: { across: 3, down: 7, width: 63.5, height: 38.1, gap: [2.5, 0], size: 20 },
  L7163: { across: 2, down: 7, width: 99.1, height: 38.1, gap: [2.5, 0], size: 26 },
  L7165: { across: 2, down: 4, width: 99.1, height: 67.7, gap: [2.5, 0], size: 32 },
  L4785: { across: 2, down: 5, width: 80, height: 50, gap: [15, 5], size: 28 },
} as const satisfies Readonly<Record<string, Sheet>>
export type SheetName = keyof typeof sheets

export interface NameTag {
  readonly name: string
  /** Beneath it: whose guest, or the event. */
  readonly under: string
}

function placeOf(sheet: Sheet, at: number): { x: number; y: number } {
  const { across, down, width, height, gap } = sheet
  const left = (210 - across * width - (across - 1) * gap[0]) / 2
  const top = (297 - down * height - (down - 1) * gap[1]) / 2
  return {
    x: (left + (at % across) * (width + gap[0])) * mm,
    y: (top + Math.floor(at / across) * (height + gap[1])) * mm,
  }
}

export async function nameTagsPdf(title: string, tags: readonly NameTag[], name: SheetName = 'L7160'): Promise<Buffer> {
  const sheet: Sheet = sheets[name]
  const pdf = new PDFDocument({ size: 'A4', margin: 0, info: { Title: title } })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', faces.text).registerFont('strong', faces.strong)
  const aSheet = sheet.across * sheet.down
  for (const [index, { name: written, under }] of tags.entries()) {
    if (index > 0 && index % aSheet === 0) pdf.addPage()
    const { x, y } = placeOf(sheet, index % aSheet)
    const room = (sheet.width - 8) * mm
    pdf.font('strong').fontSize(sheet.size)
    // a long name is written smaller rather than cut
    for (let size = sheet.size; size > 9 && pdf.widthOfString(written) > room; size--) pdf.fontSize(size)
    const options = { width: room, align: 'center' as const, height: sheet.height * 0.42 * mm, ellipsis: true }
    pdf.fillColor('#16181a').text(written, x + 4 * mm, y + sheet.height * 0.24 * mm, options)
    pdf.font('text').fontSize(9).fillColor('#5c5f63')
    pdf.text(under, x + 4 * mm, y + sheet.height * 0.68 * mm, { ...options, height: 8 * mm })
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}
