import { implementQuery } from '../../../kernel/implement.ts'
import { countDue } from '../chase-row.ts'
import { countChases } from '../contract.ts'

export const countChasesBody = implementQuery(countChases, async view => ({ count: await countDue(view) }))
