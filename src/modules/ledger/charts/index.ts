/** The charts that come with Kontor. */
import type { Chart } from '../contract/shapes.ts'
import type { ChartData } from './chart.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { no } from './no.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { se } from './se.ts'

export const charts: Readonly<Record<Chart, ChartData>> = { SE: se, NO: no, NL: nl, RO: ro, PT: pt, EN: en }

/** The chart that fits an office of this country; the plain one where none of its own is here. */
export const chartOf = (country: string): Chart => (country in charts ? (country as Chart) : 'EN')
