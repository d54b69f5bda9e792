/** What may be done with a meeting in which state: checks and buttons derive from it. */
import type { MeetingState } from './contract/shapes.ts'

const written = ['preparing', 'underway'] as const

export const takenIn: Readonly<Record<string, readonly MeetingState[]>> = {
  'change-meeting': written,
  'cancel-meeting': written,
  'restore-meeting': ['cancelled'],
  'create-next': ['preparing', 'underway', 'to-approve', 'approved'],
  'add-attendee': written,
  'remove-attendee': written,
  'set-presence': written,
  'add-item': written,
  'change-item': written,
  'remove-item': written,
  'ask-points': ['preparing'],
  'send-agenda': ['preparing'],
  'write-lines': written,
  'finish-minutes': ['underway'],
  'approve-minutes': ['to-approve'],
  'send-back-minutes': ['to-approve'],
  'add-correction': ['approved'],
  'send-minutes': ['approved'],
  'file-minutes': ['approved'],
  'await-minutes': written,
}

export const takes = (command: string, state: MeetingState): boolean =>
  takenIn[command.slice(command.indexOf('.') + 1)]?.includes(state) ?? false
