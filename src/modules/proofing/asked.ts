/** The question as the contract takes it. */
import type { InputOf } from '../../kernel/implement.ts'
import type { checkText } from './contract.ts'

export type Asked = InputOf<typeof checkText>
export type RecipientGiven = Asked['recipients'][number]
