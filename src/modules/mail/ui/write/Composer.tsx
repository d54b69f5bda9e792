import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { beginAnswer } from '../../contract/desk.ts'
import type { Answering } from '../thread/Thread.tsx'
import type { OutgoingLine, ThreadDetail } from '../words.ts'
import { begunText } from './begunText.ts'
import type { Letter } from './useDraft.ts'
import { WriteForm } from './WriteForm.tsx'

export interface ComposerProps {
  readonly thread: ThreadDetail
  readonly answering: Answering
  readonly onClose: () => void
}

/** An answer in a thread: begun by the server with whom, subject, quote and signature, or a draft that is gone on with. */
export function Composer({ thread, answering, onClose }: ComposerProps) {
  const { how, messageId, draftId } = answering
  const draft = thread.outgoing.find(one => one.id === draftId)
  const begun = useQuery<typeof beginAnswer>(
    'mail.begin-answer',
    { threadId: thread.record.id, how, ...(messageId && { messageId }) },
    { when: !draft, fresh_ms: Number.POSITIVE_INFINITY },
  )
  const threadId = thread.record.id
  if (draft)
    return (
      <WriteForm
        threadId={threadId}
        answersId={draft.answersId ?? undefined}
        kept={{ id: draft.id, version: draft.version, threadId }}
        language={thread.language ?? undefined}
        start={letterOf(draft, thread.mailbox.id)}
        onClose={onClose}
        onSent={onClose}
      />
    )
  if (begun.isError) return <QueryProblem fault={begun.error} again={() => void begun.refetch()} />
  if (!begun.data) return <SkeletonRows rows={4} />
  const { mailboxId, to, cc, subject, signature, quote, writes } = begun.data
  const below = [signature, quote].filter(Boolean).join('\n\n')
  const text = below ? `\n\n${below}` : ''
  const start: Letter = { mailboxId, to, cc, bcc: [], subject, ...begunText(text, writes), attachments: [] }
  return (
    <WriteForm
      threadId={threadId}
      answersId={how === 'forward' ? undefined : (begun.data.messageId ?? undefined)}
      kept={null}
      language={begun.data.language}
      start={start}
      onClose={onClose}
      onSent={onClose}
    />
  )
}

const named = (list: OutgoingLine['to']) => list.map(({ name = '', address }) => ({ name, address }))

const letterOf = (draft: OutgoingLine, mailboxId: string): Letter => ({
  mailboxId,
  to: named(draft.to),
  cc: named(draft.cc),
  bcc: named(draft.bcc),
  subject: draft.subject,
  text: draft.text,
  rich: draft.rich,
  attachments: draft.attachments,
})
