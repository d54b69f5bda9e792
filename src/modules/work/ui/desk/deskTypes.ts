import type { OutputOf } from '../../../../web/answers.ts'
import type { desk } from '../../contract.ts'
import type { en } from '../../messages/en.ts'

export type WorkKeys = keyof typeof en
export type DeskAnswer = OutputOf<typeof desk>
export type DeskGroup = DeskAnswer['groups'][number]
export type DeskLine = DeskGroup['rows'][number]
