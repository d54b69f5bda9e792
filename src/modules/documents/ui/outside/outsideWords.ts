import type { OutputOf } from '../../../../web/answers.ts'
import type { getFileRequest, getShare, listFileRequests, listShares, ShareState } from '../../contract.ts'
import type { en } from '../../messages/en.ts'

export type Words = keyof typeof en
export type ShareLine = OutputOf<typeof listShares>['rows'][number]
export type ShareDetail = OutputOf<typeof getShare>
export type RequestLine = OutputOf<typeof listFileRequests>['rows'][number]
export type RequestDetail = OutputOf<typeof getFileRequest>
export type { ShareState }
