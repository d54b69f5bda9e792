import type { OutputOf } from '../../../../web/answers.ts'
import type { listPapers, listPlaces } from '../../contract.ts'
import type { en } from '../../messages/en.ts'
import type { RegisterKeys } from '../../messages/register-en.ts'
import type { PlacesKeys } from '../../messages/places-en.ts'

export type Words = keyof typeof en | PlacesKeys | RegisterKeys
export type PlaceLine = OutputOf<typeof listPlaces>['rows'][number]
export type PaperLine = OutputOf<typeof listPapers>['rows'][number]
