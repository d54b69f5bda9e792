export interface Poured {
  readonly id: string
  readonly title: string
  /** Hours since midnight. */
  readonly from: number
  readonly until: number
}

/** What nobody has estimated takes a quarter of an hour on the ruler. */
const unestimatedMinutes = 15

/** Pours work, in its order, into the hours that are left, around the breaks; what does not fit is left out. */
export function pour(
  lines: readonly { readonly id: string; readonly title: string; readonly effortMinutes: number | null }[],
  from: number,
  until: number,
  breaks: readonly { readonly from: number; readonly until: number }[],
): Poured[] {
  const poured: Poured[] = []
  let at = from
  for (const { id, title, effortMinutes } of lines) {
    let left = (effortMinutes ?? unestimatedMinutes) / 60
    while (left > 1e-9 && at < until - 1e-9) {
      const inside = breaks.find(pause => at >= pause.from && at < pause.until)
      if (inside) {
        at = inside.until
        continue
      }
      const next = Math.min(until, ...breaks.filter(pause => pause.from > at).map(pause => pause.from))
      const end = Math.min(next, at + left)
      poured.push({ id, title, from: at, until: end })
      left -= end - at
      at = end
    }
  }
  return poured
}
