import { withMemory, type Pdfium } from '../pdfium.ts'
import { withPdf } from '../pdf-document.ts'
import { ReadingProblem } from '../problem.ts'

/** Which page stands next: one of the file as it came, or one of those drawn anew (from 0). */
export type PagePlace = { readonly from: 'original' | 'drawn'; readonly index: number; readonly turned?: number }

/** A new PDF of pages from two files, in the order told; pages of the original keep their text, fonts and pictures. */
export async function mergePages(
  original: Uint8Array,
  password: string | undefined,
  drawn: Uint8Array,
  order: readonly PagePlace[],
): Promise<Buffer> {
  return withPdf(original, password, first =>
    withPdf(drawn, undefined, async second => {
      const { lib } = first
      const target = lib.call['FPDF_CreateNewDocument']!()
      try {
        for (const [at, { from, index, turned }] of order.entries())
          importPage(lib, target, from === 'original' ? first.handle : second.handle, {
            index,
            at,
            turned: turned ?? 0,
          })
        return savePdf(lib, target)
      } finally {
        lib.call['FPDF_CloseDocument']!(target)
      }
    }),
  )
}

/** Copies a page (from 0) of one file to a place in another, turned clockwise by quarters. */
export function importPage(
  lib: Pdfium,
  target: number,
  source: number,
  { index, at, turned }: { readonly index: number; readonly at: number; readonly turned: number },
): void {
  withMemory(lib, 4, pointer => {
    new DataView(lib.memory.buffer).setInt32(pointer, index, true)
    if (lib.call['FPDF_ImportPagesByIndex']!(target, source, pointer, 1, at) === 0)
      throw new ReadingProblem('page-damaged', { page: index + 1 })
  })
  if (turned % 360 === 0) return
  const page = lib.call['FPDF_LoadPage']!(target, at)
  const before = lib.call['FPDFPage_GetRotation']!(page)
  lib.call['FPDFPage_SetRotation']!(page, (before + turned / 90) % 4)
  lib.call['FPDF_ClosePage']!(page)
}

/**
 * A WASM module that imports one function of three integers and exports it again: what a JavaScript function must pass
 * through to stand in PDFium's function table.
 */
const PASS_THROUGH = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 127, 127, 127, 1, 127, 2, 7, 1, 1, 101, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0,
  0,
])

let known: { readonly lib: Pdfium; readonly slot: number } | null = null

/** The one free entry of PDFium's function table, made when first needed. */
function slotFor(lib: Pdfium): number {
  if (known?.lib !== lib) known = { lib, slot: lib.table.grow(1) }
  return known.slot
}

/** FPDF_SaveAsCopy writes through a structure (fpdf_save.h): a version, and a pointer to "write this block". */
export function savePdf(lib: Pdfium, document: number, flags = 0): Buffer {
  const chunks: Buffer[] = []
  const writeBlock = (_self: number, pointer: number, size: number) => {
    chunks.push(Buffer.from(new Uint8Array(lib.memory.buffer, pointer, size)))
    return 1
  }
  const slot = slotFor(lib)
  const instance = new WebAssembly.Instance(new WebAssembly.Module(PASS_THROUGH), { e: { f: writeBlock } })
  lib.table.set(slot, instance.exports['f'])
  try {
    withMemory(lib, 8, pointer => {
      const view = new DataView(lib.memory.buffer)
      view.setInt32(pointer, 1, true)
      view.setInt32(pointer + 4, slot, true)
      if (lib.call['FPDF_SaveAsCopy']!(document, pointer, flags) === 0) throw new Error('PDFium could not save')
    })
  } finally {
    lib.table.set(slot, null)
  }
  return Buffer.concat(chunks)
}
