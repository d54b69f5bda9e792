import type { Colour, Sides } from '../contract.ts'

export const sides = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'] as const satisfies readonly Sides[]
export const colours = ['auto', 'colour', 'grey'] as const satisfies readonly Colour[]
