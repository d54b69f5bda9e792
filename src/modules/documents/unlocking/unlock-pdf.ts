import { withPdf } from '../reading/pdf-document.ts'
import { ReadingProblem } from '../reading/problem.ts'
import { type Pdfium, withMemory } from '../reading/pdfium.ts'

/** fpdf_save.h: the copy is written without encryption. */
const FPDF_REMOVE_SECURITY = 3

/** The same PDF without its encryption: pages, attachments, forms and outline stay. Refuses with `password-wrong`, `file-damaged`. */
export async function unlockPdf(bytes: Uint8Array, password: string): Promise<Buffer> {
  return withPdf(bytes, password, async ({ lib, handle }) => {
    if (lib.call['FPDF_GetSecurityHandlerRevision']!(handle) < 0) throw new ReadingProblem('password-not-needed')
    return savedCopy(lib, handle, FPDF_REMOVE_SECURITY)
  })
}

/**
 * A WASM module that imports one function of three integers and exports it again: what a JavaScript function must pass
 * through to stand in PDFium's function table.
 */
const PASS_THROUGH = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 127, 127, 127, 1, 127, 2, 7, 1, 1, 101, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0,
  0,
])

/** FPDF_SaveAsCopy writes through a structure (fpdf_save.h): a version, and a pointer to "write this block". */
function savedCopy(lib: Pdfium, document: number, flags: number): Buffer {
  const chunks: Buffer[] = []
  const writeBlock = (_self: number, pointer: number, size: number) => {
    chunks.push(Buffer.from(new Uint8Array(lib.memory.buffer, pointer, size)))
    return 1
  }
  const slot = lib.table.grow(1)
  const instance = new WebAssembly.Instance(new WebAssembly.Module(PASS_THROUGH), { e: { f: writeBlock } })
  lib.table.set(slot, instance.exports['f'])
  withMemory(lib, 8, pointer => {
    const view = new DataView(lib.memory.buffer)
    view.setInt32(pointer, 1, true)
    view.setInt32(pointer + 4, slot, true)
    if (lib.call['FPDF_SaveAsCopy']!(document, pointer, flags) === 0) throw new Error('PDFium could not save')
  })
  return Buffer.concat(chunks)
}
