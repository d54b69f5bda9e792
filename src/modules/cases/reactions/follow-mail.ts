/** What became of an answer that went out by the mailbox its question came to: noted on the case, which is taken up again where it failed. */
import type { Reaction } from '../../../kernel/implement.ts'
import { mailBounced, mailNotSent, mailSent } from '../../mail/contract.ts'
import { recordAnswerSent } from '../contract.ts'

interface Told {
  readonly answerFor?: { readonly id: string; readonly ref: string }
  readonly because?: string
  readonly doubtful?: boolean
}

const following = (on: Reaction['on'], mail: 'sent' | 'failed'): Reaction => ({
  on,
  command: recordAnswerSent,
  inputs({ payload }) {
    const { answerFor, because, doubtful } = payload as Told
    if (!answerFor || doubtful) return []
    return [{ id: answerFor.id, entryId: answerFor.ref, mail, error: because?.slice(0, 500) || null }]
  },
})

export const followMail: readonly Reaction[] = [
  following(mailSent.name, 'sent'),
  following(mailNotSent.name, 'failed'),
  following(mailBounced.name, 'failed'),
]
