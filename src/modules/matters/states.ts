import type { ActName } from '../../kernel/declare.ts'
import type { MatterState } from './contract/shapes.ts'

/** In which states a matter takes which act; checks and buttons derive from this table alone. */
export const matterActs = {
  'matters.change-matter': ['open', 'waiting'],
  'matters.hand-over': ['open', 'waiting'],
  'matters.set-waiting': ['open', 'waiting'],
  'matters.resume-matter': ['waiting'],
  'matters.close-matter': ['open', 'waiting'],
  'matters.reopen-matter': ['closed'],
  'matters.merge-matters': ['open', 'waiting'],
  'matters.add-party': ['open', 'waiting'],
  'matters.remove-party': ['open', 'waiting'],
  'matters.add-item': ['open', 'waiting'],
  'matters.tick-item': ['open', 'waiting'],
  'matters.untick-item': ['open', 'waiting'],
  'matters.remove-item': ['open', 'waiting'],
  // what comes late still belongs to it
  'matters.bind-record': ['open', 'waiting', 'closed'],
  'matters.unbind-record': ['open', 'waiting', 'closed'],
  'matters.unmerge-matters': ['open', 'waiting', 'closed'],
} as const satisfies Record<ActName, readonly MatterState[]>

export type MatterAct = keyof typeof matterActs

/** Whether a matter in this state takes the act. */
export const takes = (act: MatterAct, state: MatterState): boolean =>
  (matterActs[act] as readonly MatterState[]).includes(state)
