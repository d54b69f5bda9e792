/**
 * What goes over the line: the cover sheet, then each page as a picture in greys. A fax is a picture in any case; drawn here, in a
 * killable child, it is the same on every gateway, and no paper that came from outside is opened by the server itself.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { drawPage } from '../wires/pages.ts'
import { coverSheet, type CoverFacts } from './cover.ts'

const require = createRequire(import.meta.url)
export const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}

/** A sheet of A4 in points. */
export const sheet: [number, number] = [595.28, 841.89]
/** Fax machines see 1,728 points across a sheet (ITU-T T.4); one and a half as many keep small print when it is reduced. */
const width = 2592
/** A longer one is no fax. */
const mostPages = 200

export interface Paper {
  readonly organisationId: string
  readonly digest: string
  readonly mediaType: string
}

async function pagesOf(paper: Paper): Promise<Buffer[]> {
  const pages: Buffer[] = []
  for (let page = 1; page <= mostPages; page++) {
    const drawn = await drawPage({ ...paper, page, width })
    if (!drawn) break
    const grey = sharp(drawn).flatten({ background: '#fff' }).greyscale()
    pages.push(await grey.png({ palette: true, colours: 16, compressionLevel: 9 }).toBuffer())
  }
  return pages
}

/** A PDF of our own: the same facts are the same bytes, so that making it again after a kill changes nothing. */
export async function pdfOf(
  title: string,
  at: Temporal.Instant,
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const made = new Date(at.epochMilliseconds)
  const pdf = new PDFDocument({
    size: sheet,
    margin: 0,
    autoFirstPage: false,
    info: { Title: title, CreationDate: made, ModDate: made },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', faces.text).registerFont('strong', faces.strong)
  draw(pdf)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** Null where nothing of it could be drawn. */
export async function faxPdf(
  paper: Paper,
  title: string,
  at: Temporal.Instant,
  cover: Omit<CoverFacts, 'pages'> | null,
): Promise<{ pdf: Buffer; pages: number } | null> {
  const pictures = await pagesOf(paper)
  if (pictures.length === 0) return null
  const pages = pictures.length + (cover ? 1 : 0)
  const pdf = await pdfOf(title, at, made => {
    if (cover) coverSheet(made.addPage({ size: sheet, margin: 0 }), { ...cover, pages })
    for (const picture of pictures)
      made.addPage({ size: sheet, margin: 0 }).image(picture, 0, 0, { fit: sheet, align: 'center', valign: 'center' })
  })
  return { pdf, pages }
}
