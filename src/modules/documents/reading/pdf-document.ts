import { pdfium, utf16At, withMemory, type Pdfium } from './pdfium.ts'
import { ReadingProblem } from './problem.ts'
import type { Part } from './types.ts'

export interface PdfDocument {
  readonly lib: Pdfium
  readonly handle: number
  readonly pageCount: number
}

export interface PdfPage {
  readonly lib: Pdfium
  readonly handle: number
  /** Points, after the page's own /Rotate. */
  readonly width: number
  readonly height: number
}

/** Opens a PDF for the time `use` takes. Refuses with `password-needed`, `password-wrong`, `file-damaged`. */
export async function withPdf<T>(
  bytes: Uint8Array,
  password: string | undefined,
  use: (document: PdfDocument) => Promise<T>,
): Promise<T> {
  const lib = await pdfium()
  const data = lib.call['malloc']!(bytes.length)
  if (data === 0) throw new ReadingProblem('file-too-large', { bytes: bytes.length })
  let handle = 0
  try {
    new Uint8Array(lib.memory.buffer, data, bytes.length).set(bytes)
    handle = load(lib, data, bytes.length, password)
    if (handle === 0) throw refusal(lib.call['FPDF_GetLastError']!(), password)
    return await use({ lib, handle, pageCount: lib.call['FPDF_GetPageCount']!(handle) })
  } finally {
    if (handle !== 0) lib.call['FPDF_CloseDocument']!(handle)
    lib.call['free']!(data)
  }
}

function load(lib: Pdfium, data: number, length: number, password: string | undefined): number {
  if (password === undefined) return lib.call['FPDF_LoadMemDocument']!(data, length, 0)
  const secret = new TextEncoder().encode(password)
  return withMemory(lib, secret.length + 1, pointer => {
    new Uint8Array(lib.memory.buffer, pointer, secret.length).set(secret)
    return lib.call['FPDF_LoadMemDocument']!(data, length, pointer)
  })
}

/** fpdfview.h: 3 is a format error, 4 a password error, 5 an unsupported security scheme. */
function refusal(code: number, password: string | undefined): ReadingProblem {
  if (code === 4) return new ReadingProblem(password === undefined ? 'password-needed' : 'password-wrong')
  if (code === 5) return new ReadingProblem('encryption-unknown')
  return new ReadingProblem('file-damaged', { cause: `PDFium error ${code}` })
}

/** Loads a page (from 0) for the time `use` takes; null where the page cannot be loaded. */
export async function withPage<T>(
  document: PdfDocument,
  index: number,
  use: (page: PdfPage) => Promise<T>,
): Promise<T | null> {
  const { lib } = document
  const handle = lib.call['FPDF_LoadPage']!(document.handle, index)
  if (handle === 0) return null
  try {
    const width = lib.call['FPDF_GetPageWidthF']!(handle)
    const height = lib.call['FPDF_GetPageHeightF']!(handle)
    return await use({ lib, handle, width, height })
  } finally {
    lib.call['FPDF_ClosePage']!(handle)
  }
}

const MAX_ATTACHMENTS = 50
const MAX_ATTACHMENT_BYTES = 50_000_000

/** The files embedded in a PDF (ISO 32000-1, 7.11.4): the e-invoice of a hybrid among them. */
export function attachmentsOf(document: PdfDocument): Part[] {
  const { lib, handle } = document
  const count = Math.min(MAX_ATTACHMENTS, lib.call['FPDFDoc_GetAttachmentCount']!(handle))
  const parts: Part[] = []
  for (let index = 0; index < count; index++) {
    const attachment = lib.call['FPDFDoc_GetAttachment']!(handle, index)
    const bytes = attachment === 0 ? null : attachmentBytes(lib, attachment)
    if (bytes === null) continue
    const name = attachmentName(lib, attachment) || `attachment-${index + 1}`
    parts.push({ name, mediaType: typeByName(name), bytes })
  }
  return parts
}

function attachmentName(lib: Pdfium, attachment: number): string {
  const length = lib.call['FPDFAttachment_GetName']!(attachment, 0, 0)
  if (length <= 2 || length > 4096) return ''
  return withMemory(lib, length, pointer => {
    lib.call['FPDFAttachment_GetName']!(attachment, pointer, length)
    return utf16At(lib, pointer, length)
  })
}

function attachmentBytes(lib: Pdfium, attachment: number): Uint8Array | null {
  const length = withMemory(lib, 4, size => {
    const told = lib.call['FPDFAttachment_GetFile']!(attachment, 0, 0, size)
    return told === 0 ? 0 : new DataView(lib.memory.buffer).getUint32(size, true)
  })
  if (length === 0 || length > MAX_ATTACHMENT_BYTES) return null
  return withMemory(lib, length + 4, pointer => {
    const done = lib.call['FPDFAttachment_GetFile']!(attachment, pointer + 4, length, pointer)
    return done === 0 ? null : new Uint8Array(lib.memory.buffer, pointer + 4, length).slice()
  })
}

function typeByName(name: string): string {
  if (/\.xml$/i.test(name)) return 'application/xml'
  if (/\.pdf$/i.test(name)) return 'application/pdf'
  return 'application/octet-stream'
}
