import { memo } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { type ConversationLine, conversationGlyphs, initials, type Keys, wireIcons } from '../words.ts'

export interface ConversationRowProps {
  readonly row: ConversationLine
  readonly href: string
  readonly isOpen: boolean
}

/** One conversation: by which way, who, when, what was said last, whose it is. */
export const ConversationRow = memo(function ConversationRow({ row, href, isOpen }: ConversationRowProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <li className={row.unanswered ? 'unanswered' : undefined} data-open={isOpen || undefined}>
      <span className="way" title={row.channel.title || say(`choice.channels.wire.${row.wire}`)}>
        <Icon name={wireIcons[row.wire]} />
      </span>
      <Link href={href} aria-current={isOpen ? 'true' : undefined}>
        <span className="who">
          {row.unanswered ? <span className="vh">{say('page.channels.unanswered')} </span> : null}
          <span className="clip">{row.title}</span>
          <time dateTime={row.lastAt}>{formats.moment(row.lastAt)}</time>
        </span>
        <span className="snip clip" lang={row.language ?? undefined}>
          {row.snippet || '…'}
        </span>
        <Below row={row} />
      </Link>
    </li>
  )
})

/** Only what is so. */
function Below({ row }: { readonly row: ConversationLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { state, owner, troubled, writing, snoozedUntil } = row
  return (
    <span className="marks">
      <span className="t3 clip">{row.channel.title}</span>
      {state === 'open' ? null : (
        <State glyph={conversationGlyphs[state]}>
          {snoozedUntil ? formats.moment(snoozedUntil) : say(`state.conversation.${state}`)}
        </State>
      )}
      {troubled ? <span className="late clip">{say('page.channels.troubled')}</span> : null}
      {writing ? (
        <span className="writing clip">
          <Icon name="edit" small /> {writing.title}
        </span>
      ) : null}
      {owner ? (
        <span className="face" title={owner.title}>
          <span aria-hidden="true">{initials(owner.title)}</span>
          <span className="vh">{owner.title}</span>
        </span>
      ) : null}
    </span>
  )
}
