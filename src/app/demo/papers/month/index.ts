import { instantAt } from '../arrival.ts'
import type { Paper } from '../types.ts'
import { abroadArrivals } from './abroad.ts'
import { billArrivals } from './bills.ts'
import { postArrivals } from './post.ts'
import type { Arrival, MonthCall } from './types.ts'
import { weeklyArrivals } from './weekly.ts'

/** Everything that reaches the drawn office in November 2026, in the order in which it comes. */
export const monthArrivals = (call: MonthCall): Arrival[] =>
  [...billArrivals(call), ...postArrivals(call), ...abroadArrivals(call), ...weeklyArrivals(call)].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )

export async function* monthPapers(call: MonthCall): AsyncGenerator<Paper> {
  for (const arrival of monthArrivals(call)) yield arrival.make(instantAt(arrival.at, call.office.zone))
}
