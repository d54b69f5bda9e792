import { useEffect, useRef } from 'react'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getConversation } from '../../contract.ts'
import type { ConversationDetail, Keys, MessageLine } from '../words.ts'
import { Bubble } from './Bubble.tsx'
import { Composer } from './Composer.tsx'
import { Head } from './Head.tsx'
import { Known } from './Known.tsx'

export interface ConversationProps {
  readonly id: string
  /** Back to the list, on the phone. */
  readonly back: string
  readonly onGone: () => void
}

/** One conversation as people know chats: who, what was said day by day, and where one answers. */
export function Conversation({ id, ...rest }: ConversationProps) {
  const talk = useQuery<typeof getConversation>('channels.get-conversation', { id })
  if (talk.isError) return <QueryProblem fault={talk.error} again={() => void talk.refetch()} />
  if (!talk.data) return <SkeletonRows rows={6} height={64} />
  return <Loaded talk={talk.data} {...rest} />
}

function Loaded({ talk, back, onGone }: { readonly talk: ConversationDetail } & Omit<ConversationProps, 'id'>) {
  const may = usePermission('channels.answer-conversations')
  const said = useRef<HTMLDivElement>(null)
  const last = talk.lines.at(-1)?.id
  // The newest is at the foot: there one looks.
  useEffect(() => {
    if (last && said.current) said.current.scrollTop = said.current.scrollHeight
  }, [last])
  return (
    <article className="talk" aria-label={talk.record.title}>
      <Head talk={talk} back={back} onGone={onGone} />
      <Known talk={talk} />
      <div className="said" ref={said}>
        <Days talk={talk} />
      </div>
      {may ? <Composer talk={talk} /> : null}
    </article>
  )
}

function Days({ talk }: { readonly talk: ConversationDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const days = Map.groupBy(talk.lines, line => formats.dayOf(line.at))
  return (
    <>
      {talk.older > 0 ? <p className="day t3">{say('page.channels.older', { count: talk.older })}</p> : null}
      {[...days].map(([day, lines]) => (
        <section key={day} aria-label={formats.longDay(day)}>
          <h3 className="day t3">{formats.longDay(day)}</h3>
          <ol aria-label={say('page.channels.messages')}>
            {lines.map((line: MessageLine) => (
              <Bubble key={line.id} line={line} talk={talk} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
