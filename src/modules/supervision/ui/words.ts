import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getReview, listReviews, liveDay, whoSeesMe } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type SupervisionKeys = keyof typeof en
export type Day = OutputOf<typeof liveDay>['people'][number]
export type Seen = OutputOf<typeof whoSeesMe>
export type ReviewRow = OutputOf<typeof listReviews>['rows'][number]
export type ReviewDetail = OutputOf<typeof getReview>

export const reviewGlyphs: Readonly<Record<ReviewRow['state'], Glyph>> = {
  'to-review': 'waits',
  right: 'done',
  mistake: 'blocked',
  withdrawn: 'ended',
}
