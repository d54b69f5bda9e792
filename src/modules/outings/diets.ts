/** What a kitchen is told: how many of each, never who. */
import { type Diet, diets as known } from './contract/shapes.ts'

export interface Eater {
  readonly diets: readonly Diet[]
  readonly diet_note: string
}

export function dietTotals(eaters: readonly Eater[]): { totals: { diet: Diet; count: number }[]; notes: string[] } {
  const counts = new Map<Diet, number>()
  for (const one of eaters) for (const diet of one.diets) counts.set(diet, (counts.get(diet) ?? 0) + 1)
  return {
    totals: known.flatMap(diet => (counts.has(diet) ? [{ diet, count: counts.get(diet)! }] : [])),
    // in the order of the words, so that they tell nothing of who registered when
    notes: eaters.flatMap(one => one.diet_note.trim() || []).toSorted(),
  }
}
