/** Name tags on a sheet of labels: 3 across, 7 down, 63.5 × 38.1 mm (Avery L7160), to be put into holders or stuck on. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}

/** Points in a millimetre. */
const mm = 72 / 25.4
const tag = { across: 3, down: 7, width: 63.5 * mm, height: 38.1 * mm, gap: 2.5 * mm }
const left = (210 * mm - tag.across * tag.width - (tag.across - 1) * tag.gap) / 2
const top = (297 * mm - tag.down * tag.height) / 2

export interface NameTag {
  readonly name: string
  /** Beneath it: whose guest, or the event. */
  readonly under: string
}

export async function nameTagsPdf(title: string, tags: readonly NameTag[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, info: { Title: title } })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', faces.text).registerFont('strong', faces.strong)
  const aSheet = tag.across * tag.down
  for (const [index, { name, under }] of tags.entries()) {
    if (index > 0 && index % aSheet === 0) pdf.addPage()
    const at = index % aSheet
    const x = left + (at % tag.across) * (tag.width + tag.gap)
    const y = top + Math.floor(at / tag.across) * tag.height
    const room = tag.width - 8 * mm
    pdf.font('strong').fontSize(20)
    // a long name is written smaller rather than cut
    for (let size = 20; size > 9 && pdf.widthOfString(name) > room; size--) pdf.fontSize(size)
    const options = { width: room, align: 'center' as const, height: 16 * mm, ellipsis: true }
    pdf.fillColor('#16181a').text(name, x + 4 * mm, y + 9 * mm, options)
    pdf.font('text').fontSize(9).fillColor('#5c5f63')
    pdf.text(under, x + 4 * mm, y + 26 * mm, { ...options, height: 8 * mm })
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}
