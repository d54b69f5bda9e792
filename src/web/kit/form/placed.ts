/** Distance between a field and what floats by it, and from the window's edge, px. */
const gap = 4
/** The tallest a list grows, px; it scrolls within. */
const tallest = 288

export interface Placed {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly maxHeight: number
}

/** Where a list of some height stands by its field: beneath, or above where there is more room and it would not fit beneath. */
export function placed(
  field: { readonly left: number; readonly top: number; readonly bottom: number; readonly width: number },
  height: number,
  windowHeight: number,
): Placed {
  const wanted = Math.min(height, tallest)
  const below = windowHeight - field.bottom - 2 * gap
  const above = field.top - 2 * gap
  const isBelow = below >= wanted || below >= above
  const maxHeight = Math.max(0, Math.min(wanted, isBelow ? below : above))
  const top = isBelow ? field.bottom + gap : field.top - gap - maxHeight
  return { left: field.left, width: field.width, top, maxHeight }
}
