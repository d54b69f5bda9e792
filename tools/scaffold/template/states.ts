import type { ActName } from '../../../src/kernel/declare.ts'
import type { ThingState } from './contract/shapes.ts'

/** In which states a thing takes which act; checks and buttons derive from this table alone. */
export const thingActs = {
  'sample.close-thing': ['open'],
  'sample.reopen-thing': ['closed'],
} as const satisfies Record<ActName, readonly ThingState[]>

export type ThingAct = keyof typeof thingActs

/** Whether a thing in this state takes the act. */
export function takes(act: ThingAct, state: ThingState): boolean {
  return (thingActs[act] as readonly ThingState[]).includes(state)
}
