import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getMeeting, listActions, listDecisions, listMeetings } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type MeetingKeys = keyof typeof en
export type MeetingDetail = OutputOf<typeof getMeeting>
export type MeetingLine = OutputOf<typeof listMeetings>['rows'][number]
export type AgendaItem = MeetingDetail['agenda'][number]
export type MinutesLine = MeetingDetail['lines'][number]
export type DecisionLine = OutputOf<typeof listDecisions>['rows'][number]
export type ActionLine = OutputOf<typeof listActions>['rows'][number]

export const meetingGlyphs: Readonly<Record<MeetingLine['state'], Glyph>> = {
  preparing: 'open',
  underway: 'half',
  'to-approve': 'waits',
  approved: 'done',
  cancelled: 'ended',
}
