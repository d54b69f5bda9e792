/**
 * What reading a file gives: pages of positioned words, before anything is understood.
 * The border between `reading/` (bytes to words) and `recognition/` (words to fields).
 */

/** Left, top, width, height as fractions (0 to 1) of the upright page, origin at its top left corner. */
export type Box = readonly [x: number, y: number, width: number, height: number]

export interface Word {
  readonly text: string
  readonly box: Box
  /** 0 to 1; words of a text layer have 1. */
  readonly confidence: number
}

/** Words that stand on one baseline in one column, left to right. */
export interface Line {
  readonly words: readonly Word[]
  readonly box: Box
}

export interface Page {
  /** From 1. */
  readonly number: number
  /** Points (1/72 inch) of the upright page. */
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
  /** `flow`: text without a place on a page (mail, office files); its boxes are all zero. */
  readonly source: 'text-layer' | 'ocr' | 'flow'
  /** How the stored picture must be turned to stand upright: clockwise, quarter turns then fine skew in degrees. */
  readonly turn: 0 | 90 | 180 | 270
  readonly skew: number
  /** A scanned sheet with nothing on it. */
  readonly blank?: true
  /** Its page in the file, where pages were left out or stand in another order. */
  readonly origin?: number
  /** Degrees of `turn` that a person added to what was found out. */
  readonly turned?: 0 | 90 | 180 | 270
}

/** A barcode or QR code found on a page. */
export interface Code {
  readonly page: number
  readonly format: string
  readonly text: string
  readonly box: Box
}

/** A file found inside the file: mail attachment, ZIP entry, PDF attachment (factur-x.xml). */
export interface Part {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A sheet of a spreadsheet, or the table that a text is: its cells by rows, as text; days as YYYY-MM-DD, empty rows left out. */
export interface Sheet {
  /** Empty where the file gives it none. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** It has more rows or columns than are kept. */
  readonly cut: boolean
}

/** Facts that a mail states about itself. */
export interface MailHead {
  readonly from: { readonly name: string; readonly address: string } | null
  readonly to: readonly string[]
  readonly subject: string
  /** RFC 3339, or null where the Date header cannot be read. */
  readonly date: string | null
  readonly messageId: string | null
}

export type MediaKind =
  | 'pdf'
  | 'image'
  | 'mail'
  | 'docx'
  | 'xlsx'
  | 'odt'
  | 'ods'
  | 'ubl'
  | 'cii'
  | 'xml'
  | 'zip'
  | 'text'
  | 'html'
  | 'unknown'

/** Warnings and errors are names with data; the surfaces word them in the reader's language. */
export interface Finding {
  readonly name: string
  readonly data?: Readonly<Record<string, string | number>>
}

export interface Reading {
  readonly mediaKind: MediaKind
  readonly mediaType: string
  readonly pages: readonly Page[]
  /** All text in reading order, pages parted by form feeds. */
  readonly text: string
  readonly parts: readonly Part[]
  readonly codes: readonly Code[]
  /** Absent where the file is no table. */
  readonly sheets?: readonly Sheet[]
  readonly mail: MailHead | null
  /** BCP 47 primary tag of the text, or null where there is too little of it. */
  readonly language: string | null
  readonly warnings: readonly Finding[]
  /** Why the file could not be read; the original is kept all the same. */
  readonly error: Finding | null
}
