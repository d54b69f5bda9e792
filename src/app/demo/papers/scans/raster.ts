import { PDFiumLibrary } from '@hyzyla/pdfium'

/** Eight bits a channel, red green blue, no alpha. */
export interface Picture {
  readonly pixels: Buffer
  readonly width: number
  readonly height: number
}

let library: Promise<PDFiumLibrary> | null = null

const pdfium = (): Promise<PDFiumLibrary> => {
  library ??= PDFiumLibrary.init()
  return library
}

/** The package asks PDFium for red first; the fourth channel is alpha. */
const withoutAlpha = (rgba: Uint8Array, width: number, height: number): Picture => {
  const pixels = Buffer.allocUnsafe(width * height * 3)
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    pixels[to] = rgba[from] ?? 0
    pixels[to + 1] = rgba[from + 1] ?? 0
    pixels[to + 2] = rgba[from + 2] ?? 0
  }
  return { pixels, width, height }
}

/** The pages of a PDF as pictures at `dpi` dots an inch, or of exactly the size given (pixels). */
export const rasterise = async (
  pdf: Uint8Array,
  dpi: number,
  exactly?: { readonly width: number; readonly height: number },
): Promise<Picture[]> => {
  const document = await (await pdfium()).loadDocument(pdf)
  try {
    const pictures: Picture[] = []
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ ...(exactly ?? { scale: dpi / 72 }), render: 'bitmap' })
      pictures.push(withoutAlpha(data, width, height))
    }
    return pictures
  } finally {
    document.destroy()
  }
}

/** The text layer of each page, as PDFium reads it: what the tests hold the truth against. */
export const textOfPdf = async (pdf: Uint8Array): Promise<string[]> => {
  const document = await (await pdfium()).loadDocument(pdf)
  try {
    return [...document.pages()].map(page => page.getText())
  } finally {
    document.destroy()
  }
}

/** Frees PDFium's memory; a process that rasterises no more may call it. */
export const closeRaster = async (): Promise<void> => {
  if (library === null) return
  const open = library
  library = null
  ;(await open).destroy()
}
