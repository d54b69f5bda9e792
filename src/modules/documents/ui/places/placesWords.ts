import type { OutputOf } from '../../../../web/answers.ts'
import type { listPapers, listPlaces } from '../../contract.ts'
import type { en } from '../../messages/en.ts'

export type Words = keyof typeof en
export type PlaceLine = OutputOf<typeof listPlaces>['rows'][number]
export type PaperLine = OutputOf<typeof listPapers>['rows'][number]
