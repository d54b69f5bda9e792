/** What may be done with a letter in which state: checks and buttons derive from it. */
import type { LetterState } from './contract/shapes.ts'

export const takenIn: Readonly<Record<string, readonly LetterState[]>> = {
  'save-letter': ['draft'],
  'begin-editing': ['draft'],
  'restore-version': ['draft'],
  'finish-letter': ['draft'],
  'reopen-letter': ['finished'],
  'send-letter': ['finished', 'sent'],
  'discard-letter': ['draft'],
  'restore-letter': ['discarded'],
}

export const takes = (command: string, state: LetterState): boolean =>
  takenIn[command.slice(command.indexOf('.') + 1)]?.includes(state) ?? false
