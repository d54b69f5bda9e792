import { deflateSync } from 'node:zlib'
import type { Page } from '../types.ts'
import { blankFont } from './blank-font.ts'
import { invisibleText } from './invisible-text.ts'

/** A page to be written: its upright picture as JPEG, and the words that stand on it. */
export interface PicturePage {
  readonly jpeg: Buffer
  readonly pixels: { readonly width: number; readonly height: number; readonly channels: number }
  readonly page: Page
}

/** Writes a PDF 1.7 file (ISO 32000-1) of pictures with invisible, selectable words over them. */
export function pdfOf(pages: readonly PicturePage[]): Buffer {
  const file = new PdfFile()
  const font = addFont(file)
  const tree = file.reserve()
  const kids = pages.map(page => addPage(file, page, tree, font))
  file.fill(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] >>`)
  const catalog = file.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`)
  return file.end(catalog)
}

/** Numbered objects and the table of where they stand. */
class PdfFile {
  readonly #chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  readonly #offsets: number[] = []
  #length = this.#chunks[0]?.length ?? 0

  reserve(): number {
    return this.#offsets.push(0)
  }

  add(dictionary: string, stream?: Buffer): number {
    const number = this.reserve()
    this.fill(number, dictionary, stream)
    return number
  }

  fill(number: number, dictionary: string, stream?: Buffer): void {
    this.#offsets[number - 1] = this.#length
    this.#write(Buffer.from(`${number} 0 obj\n${dictionary}\n`, 'latin1'))
    if (stream !== undefined) {
      this.#write(Buffer.from('stream\n', 'latin1'))
      this.#write(stream)
      this.#write(Buffer.from('\nendstream\n', 'latin1'))
    }
    this.#write(Buffer.from('endobj\n', 'latin1'))
  }

  end(catalog: number): Buffer {
    const start = this.#length
    const rows = this.#offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const size = this.#offsets.length + 1
    const trailer = `trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`
    this.#write(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1'))
    return Buffer.concat(this.#chunks)
  }

  #write(bytes: Buffer): void {
    this.#chunks.push(bytes)
    this.#length += bytes.length
  }
}

function addPage(file: PdfFile, { jpeg, pixels, page }: PicturePage, tree: number, font: number): number {
  const space = pixels.channels === 1 ? '/DeviceGray' : '/DeviceRGB'
  const picture = file.add(
    `<< /Type /XObject /Subtype /Image /Width ${pixels.width} /Height ${pixels.height} /ColorSpace ${space} ` +
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
    jpeg,
  )
  const [width, height] = [page.width.toFixed(2), page.height.toFixed(2)]
  const drawing = `q ${width} 0 0 ${height} 0 0 cm /P Do Q\n${invisibleText(page)}`
  const packed = deflateSync(Buffer.from(drawing, 'latin1'))
  const contents = file.add(`<< /Filter /FlateDecode /Length ${packed.length} >>`, packed)
  return file.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${contents} 0 R ` +
      `/Resources << /XObject << /P ${picture} 0 R >> /Font << /F ${font} 0 R >> >> >>`,
  )
}

/** A composite font whose codes are UTF-16 units, all shown by the one empty glyph, half an em wide. */
function addFont(file: PdfFile): number {
  const stream = (bytes: Buffer, more = '') => {
    const packed = deflateSync(bytes)
    return file.add(`<< /Filter /FlateDecode /Length ${packed.length}${more} >>`, packed)
  }
  const data = blankFont()
  const font = stream(data, ` /Length1 ${data.length}`)
  const glyphs = stream(Buffer.alloc(131_072))
  const unicode = stream(Buffer.from(TO_UNICODE, 'latin1'))
  const descriptor = file.add(
    '<< /Type /FontDescriptor /FontName /KontorBlank /Flags 5 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 ' +
      `/Descent -200 /CapHeight 800 /StemV 80 /FontFile2 ${font} 0 R >>`,
  )
  const descendant = file.add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /KontorBlank /DW 500 ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
      `/CIDToGIDMap ${glyphs} 0 R /FontDescriptor ${descriptor} 0 R >>`,
  )
  return file.add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /KontorBlank /Encoding /Identity-H ' +
      `/DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  )
}

/** Every code is its own Unicode value. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
