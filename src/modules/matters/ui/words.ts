import type { OutputOf } from '../../../web/answers.ts'
import type { getMatter, listMatters } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type MattersKeys = keyof typeof en
export type MatterRow = OutputOf<typeof listMatters>['rows'][number]
export type MatterDetail = OutputOf<typeof getMatter>
