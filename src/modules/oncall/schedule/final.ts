/** The final row of a rota: at each moment one person at most. */
import { type Layer, layerRow, type Stretch, type Window, within } from './layers.ts'

export interface Spec {
  readonly zone: string
  /** The first that covers a moment has it; those behind are asked by the escalation. */
  readonly layers: readonly Layer[]
}

/** A stretch given to somebody else; of two that overlap the later given counts. */
export interface Override {
  readonly id: string
  readonly personId: string
  readonly start: number
  readonly end: number
}

/** What of sorted windows no sorted stretch takes. */
export function left(windows: readonly Window[], taken: readonly { readonly start: number; readonly end: number }[]) {
  const found: Window[] = []
  let next = 0
  for (const [from, until] of windows) {
    let at = from
    while (next < taken.length && taken[next]!.end <= from) next++
    for (let n = next; n < taken.length && taken[n]!.start < until; n++) {
      if (taken[n]!.start > at) found.push([at, taken[n]!.start])
      at = Math.max(at, taken[n]!.end)
    }
    if (at < until) found.push([at, until])
  }
  return found
}

/** Overrides in the order in which they were given. */
export function finalRow(spec: Spec, overrides: readonly Override[], window: Window): Stretch[] {
  const rows: Stretch[][] = [
    ...overrides
      .toReversed()
      .map(({ id, personId, start, end }): Stretch[] => [{ start, end, personId, by: id, turn: 0 }]),
    ...spec.layers.map(layer => layerRow(layer, spec.zone, window)),
  ]
  let free: Window[] = [window]
  const found: Stretch[] = []
  for (const row of rows) {
    if (free.length === 0) break
    const taken = within(row, free)
    found.push(...taken)
    free = left(free, taken)
  }
  return joined(found.toSorted((a, b) => a.start - b.start))
}

/** Pieces of one turn that touch are one. */
function joined(sorted: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (const one of sorted) {
    const before = found.at(-1)
    const same = before && before.end === one.start && before.by === one.by && before.turn === one.turn
    if (same) found[found.length - 1] = { ...before, end: one.end }
    else found.push(one)
  }
  return found
}

/** When nobody is on call. */
export const gaps = (final: readonly Stretch[], window: Window): Window[] => left([window], final)

export const at = (row: readonly Stretch[], moment: number): Stretch | null =>
  row.find(({ start, end }) => start <= moment && moment < end) ?? null
