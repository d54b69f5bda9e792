import type { OutputOf } from '../../../../web/answers.ts'
import type { getShare, listShares, ShareState } from '../../contract.ts'
import type { en } from '../../messages/en.ts'

export type Words = keyof typeof en
export type ShareLine = OutputOf<typeof listShares>['rows'][number]
export type ShareDetail = OutputOf<typeof getShare>
export type { ShareState }
