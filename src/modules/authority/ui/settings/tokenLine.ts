import type { OutputOf } from '../../../../web/answers.ts'
import type { listApiTokens } from '../../contract.ts'

export type TokenLine = OutputOf<typeof listApiTokens>['rows'][number]
