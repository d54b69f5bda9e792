import type { OutputOf } from '../../../../web/answers.ts'
import type { getRegister, getRow, listRows } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'

export type RegisterKeys = Keys
export type RegisterDetail = OutputOf<typeof getRegister>
export type EntryDetail = OutputOf<typeof getRow>
export type EntryLine = OutputOf<typeof listRows>['rows'][number]
export type FieldLine = RegisterDetail['fields'][number]
export type Shown = EntryLine['values'][string]
