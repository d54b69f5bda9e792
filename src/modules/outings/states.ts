/** What may be done with an event in which state: checks and buttons derive from it. */
import type { OutingState } from './contract/shapes.ts'

const going = ['planning', 'open', 'closed'] as const
const all = ['planning', 'open', 'closed', 'cancelled'] as const

export const takenIn: Readonly<Record<string, readonly OutingState[]>> = {
  'change-outing': going,
  'cancel-outing': going,
  'restore-outing': ['cancelled'],
  'set-registration': going,
  'set-programme': going,
  'set-budget': all,
  'invite-guests': going,
  register: ['open'],
  decline: going,
  'note-answer': going,
  'state-diets': going,
  'check-in': going,
  'give-feedback': going,
  'ask-feedback': going,
}

export const takes = (command: string, state: OutingState): boolean =>
  takenIn[command.slice(command.indexOf('.') + 1)]?.includes(state) ?? false
