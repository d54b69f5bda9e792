/** What others do for the folder, told once by whoever puts Kontor together: pages as pictures, sheets drawn into files, the office's key. */
import type { KeyObject } from 'node:crypto'

export interface PageWanted {
  readonly organisationId: string
  readonly digest: string
  readonly mediaType: string
  readonly page: number
  /** Pixels; the height follows. */
  readonly width: number
}

export interface StampWanted {
  readonly organisationId: string
  readonly digest: string
  readonly mediaKind: 'pdf' | 'image'
  readonly sheets: Uint8Array
  readonly places: readonly { readonly page: number; readonly box: readonly [number, number, number, number] }[]
  readonly added: Uint8Array
}

export interface Drawing {
  /** A PNG; null where nothing can be drawn. */
  page(wanted: PageWanted): Promise<Uint8Array | null>
  /** A PDF; null where the file cannot be opened. */
  stamp(wanted: StampWanted): Promise<Uint8Array | null>
  key(organisationId: string): KeyObject
}

let drawing: Drawing | null = null

export const useSignatureDrawing = (by: Drawing | null): void => {
  drawing = by
}

/** Null in a process that draws nothing. */
export const signatureDrawing = (): Drawing | null => drawing
