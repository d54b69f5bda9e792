/** Sheets of labels as their makers measure them, in millimetres of an A4 sheet. */
import type { LabelFormat } from '../contract/pages.ts'

export interface LabelSheet {
  readonly across: number
  readonly down: number
  readonly width: number
  readonly height: number
  /** Between labels, side by side; above each other they touch. */
  readonly gap: number
}

export const labelSheets: Readonly<Record<LabelFormat, LabelSheet>> = {
  L4731: { across: 7, down: 27, width: 25.4, height: 10, gap: 2.5 },
  L4732: { across: 5, down: 16, width: 35.6, height: 16.9, gap: 2.5 },
  L7651: { across: 5, down: 13, width: 38.1, height: 21.2, gap: 2.5 },
  L7160: { across: 3, down: 7, width: 63.5, height: 38.1, gap: 2.5 },
}

const a4 = { width: 210, height: 297 }

/** Left and top of a label on its sheet, row by row; the rows of labels lie in the middle of the sheet. */
export function placeOf({ across, down, width, height, gap }: LabelSheet, index: number): { x: number; y: number } {
  const left = (a4.width - across * width - (across - 1) * gap) / 2
  const top = (a4.height - down * height) / 2
  const [column, row] = [index % across, Math.floor(index / across)]
  return { x: left + column * (width + gap), y: top + row * height }
}
