import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getInterview, listInterviews } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type InterviewKeys = keyof typeof en
export type InterviewLine = OutputOf<typeof listInterviews>['rows'][number]
export type InterviewDetail = OutputOf<typeof getInterview>

export const states = ['open', 'decided', 'cancelled'] as const
export const recommendations = ['strong-yes', 'yes', 'no', 'strong-no'] as const
export const glyphs: Readonly<Record<InterviewLine['state'], Glyph>> = {
  open: 'open',
  decided: 'done',
  cancelled: 'ended',
}
