import { type CSSProperties, memo } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { initials, type MailKeys, shownName, threadGlyphs, type ThreadLine } from '../words.ts'
import type { Box } from './view.ts'

export interface ThreadRowProps {
  readonly row: ThreadLine
  readonly box: Box | 'all'
  readonly href: string
  readonly style: CSSProperties
  readonly position: number
  readonly total: number
  readonly isOpen: boolean
  readonly isHere: boolean
  readonly isChosen: boolean
  readonly onChoose: (id: string, range?: boolean) => void
  readonly onHere: (id: string) => void
}

/** One thread: who, when, what about, how it begins, whose it is, when an answer is promised. */
export const ThreadRow = memo(function ThreadRow(props: ThreadRowProps) {
  const { row, href, isOpen, isHere, isChosen } = props
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const subject = row.subject || say('page.mail.no-subject')
  const classes = [row.unread > 0 ? 'unread' : '', isHere ? 'here' : '', isOpen ? 'open' : ''].filter(Boolean)
  return (
    <li
      className={classes.join(' ') || undefined}
      style={props.style}
      aria-setsize={props.total}
      aria-posinset={props.position}
      data-chosen={isChosen || undefined}
    >
      <input
        className="box"
        type="checkbox"
        checked={isChosen}
        aria-label={say('list.select', { title: subject })}
        onClick={event => props.onChoose(row.id, event.shiftKey)}
        onChange={() => {}}
      />
      <Link href={href} aria-current={isOpen ? 'true' : undefined} onClick={() => props.onHere(row.id)}>
        <span className="who">
          {row.unread > 0 ? <span className="vh">{say('page.mail.unread')} </span> : null}
          <span className="clip">{shownName(row.from)}</span>
          {row.messages > 1 ? <span className="t3 num">{row.messages}</span> : null}
          <time dateTime={row.lastAt}>{formats.moment(row.lastAt)}</time>
        </span>
        <span className="what clip" lang={row.language ?? undefined}>
          {subject}
        </span>
        <span className="snip clip" lang={row.language ?? undefined}>
          {row.snippet}
        </span>
        <Below row={row} box={props.box} />
      </Link>
    </li>
  )
})

/** What decides, under it: only what is so. */
function Below({ row, box }: { readonly row: ThreadLine; readonly box: Box | 'all' }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const late = row.promisedAt !== null && Date.parse(row.promisedAt) < Date.now()
  const writing = row.drafts.map(one => one.title).join(', ')
  const owner = row.owner?.title
  return (
    <span className="marks">
      {row.state !== box && row.state !== 'open' ? (
        <State glyph={threadGlyphs[row.state]}>{say(`state.mail-thread.${row.state}`)}</State>
      ) : null}
      {row.snoozedUntil ? <span className="t3 nw">{formats.moment(row.snoozedUntil)}</span> : null}
      {row.promisedAt && row.state === 'open' ? (
        <State glyph={late ? 'late' : 'waits'}>
          <span className={late ? 'late' : 't3'}>
            {say('page.mail.promised', { at: formats.moment(row.promisedAt) })}
          </span>
        </State>
      ) : null}
      {writing ? (
        <span className="writing clip">
          <Icon name="edit" small /> {writing}
        </span>
      ) : null}
      {row.labels.map(label => (
        <span className="tag clip" key={label}>
          {label}
        </span>
      ))}
      <span className="ends">
        {row.flagged ? <Mark icon="flag" words={say('page.mail.filter.flagged')} /> : null}
        {row.attachments > 0 ? <Mark icon="paperclip" words={say('page.mail.filter.attachments')} /> : null}
        {owner ? (
          <span className="face" title={owner}>
            <span aria-hidden="true">{initials(owner)}</span>
            <span className="vh">{owner}</span>
          </span>
        ) : null}
      </span>
    </span>
  )
}

/** An icon that says what it means to whoever does not see it. */
function Mark({ icon, words }: { readonly icon: string; readonly words: string }) {
  return (
    <span title={words}>
      <Icon name={icon} small />
      <span className="vh">{words}</span>
    </span>
  )
}
