/** What stands on a page, in points from its left upper corner: drawn alike as a PDF and as the picture beside the editor. */
import type { Face } from './faces.ts'

/** Points in a millimetre. */
export const mm = 72 / 25.4
export const pageWidth = 210 * mm
export const pageHeight = 297 * mm

export type Ink = 'ink' | 'pale' | 'link' | 'gap'

export interface TextItem {
  readonly kind: 'text'
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly face: Face
  readonly ink: Ink
  readonly width: number
  readonly underline?: true
  readonly strike?: true
  readonly href?: string
}
export interface LineItem {
  readonly kind: 'line'
  readonly x: number
  readonly y: number
  readonly toX: number
  readonly toY: number
  readonly weight: number
  readonly ink: Ink
}
export interface PictureItem {
  readonly kind: 'picture'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fileId: string
  readonly alt: string
}
export type Item = TextItem | LineItem | PictureItem

/** A heading where it stands: what the reader's list beside the pages leads to. */
export interface Place {
  readonly id: string
  readonly title: string
  readonly depth: number
  readonly y: number
}
/** What leads to a place when it is clicked. */
export interface Jump {
  readonly to: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Page {
  readonly items: readonly Item[]
  readonly places?: readonly Place[]
  readonly jumps?: readonly Jump[]
}
