/** The Internet Printing Protocol's messages (RFC 8010): groups of attributes, each with one value or several. */

/** Delimiters of groups (RFC 8010 3.5.1). */
export const groupTags = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const

/** Tags of values (RFC 8010 3.5.2). */
export const valueTags = {
  unsupported: 0x10,
  unknown: 0x12,
  noValue: 0x13,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octets: 0x30,
  dateTime: 0x31,
  resolution: 0x32,
  range: 0x33,
  begCollection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  uriScheme: 0x46,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
  memberName: 0x4a,
} as const

/** `units`: 3 dots an inch, 4 dots a centimetre. */
export interface Resolution {
  readonly x: number
  readonly y: number
  readonly units: number
}

export type IppValue =
  | { readonly tag: 0x21 | 0x23; readonly value: number }
  | { readonly tag: 0x22; readonly value: boolean }
  | { readonly tag: 0x32; readonly value: Resolution }
  | { readonly tag: 0x33; readonly value: { readonly from: number; readonly to: number } }
  | { readonly tag: 0x34; readonly value: readonly IppAttribute[] }
  | { readonly tag: 0x35 | 0x36; readonly value: { readonly language: string; readonly text: string } }
  | { readonly tag: 0x41 | 0x42 | 0x44 | 0x45 | 0x46 | 0x47 | 0x48 | 0x49; readonly value: string }
  /** Dates (RFC 2579), octets, out-of-band values and what no standard knows: as they stand. */
  | { readonly tag: number; readonly value: Uint8Array }

export interface IppAttribute {
  readonly name: string
  readonly values: readonly IppValue[]
}

export interface IppGroup {
  readonly tag: number
  readonly attributes: readonly IppAttribute[]
}

export interface IppMessage {
  /** 0x0101 is 1.1, 0x0200 is 2.0. */
  readonly version: number
  /** An operation in a request, a status in an answer. */
  readonly code: number
  readonly requestId: number
  readonly groups: readonly IppGroup[]
  /** The document that follows the attributes. */
  readonly data: Uint8Array
}

export const isWithLanguage = (tag: number): tag is 0x35 | 0x36 => tag === 0x35 || tag === 0x36
export const isNumber = (tag: number): tag is 0x21 | 0x23 => tag === 0x21 || tag === 0x23
export const isString = (tag: number): tag is 0x41 => (tag >= 0x41 && tag <= 0x42) || (tag >= 0x44 && tag <= 0x49)

export class IppFault extends Error {
  override readonly name = 'IppFault'
}
