import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { initials, type MailKeys, type MailLine, shownName } from '../words.ts'
import { Attachments } from './Attachments.tsx'
import { Designed } from './Designed.tsx'
import { MailText } from './MailText.tsx'
import type { How } from './Thread.tsx'

export interface MessageProps {
  readonly line: MailLine
  readonly threadId: string
  readonly classified: number
  readonly startsOpen: boolean
  /** Stands open whatever was folded. */
  readonly isPrinted: boolean
  readonly onAnswer: (how: How) => void
}

/** One mail: one line when folded; head, text and attachments when open. */
export function Message({ line, threadId, classified, startsOpen, isPrinted, onAnswer }: MessageProps) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const [unfolded, setOpen] = useState(startsOpen)
  const open = unfolded || isPrinted
  const [designed, setDesigned] = useState(false)
  const who = line.author?.title ?? shownName(line.from)
  return (
    <li className={`mail ${line.direction}`} data-open={open || undefined}>
      <button type="button" className="mail-by" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="face" aria-hidden="true">
          {initials(who)}
        </span>
        <b className="clip">{who}</b>
        <span className="t3 clip">{open ? line.from.address : line.text.slice(0, 140)}</span>
        <time className="t3" dateTime={line.at}>
          {formats.moment(line.at)}
        </time>
      </button>
      {open ? (
        <div className="mail-body">
          <p className="to t3">
            <span className="clip">
              {say('page.mail.to', { names: line.to.map(shownName).join(', ') })}
              {line.cc.length > 0 ? ` · ${say('page.mail.cc', { names: line.cc.map(shownName).join(', ') })}` : ''}
            </span>
            <MessageMenu line={line} designed={designed} onDesign={() => setDesigned(!designed)} onAnswer={onAnswer} />
          </p>
          <Told line={line} />
          {designed ? <Designed line={line} onText={() => setDesigned(false)} /> : <MailText line={line} />}
          {line.hasHtml && !designed && line.text.trim() === '' ? (
            <Button size="s" onClick={() => setDesigned(true)}>
              {say('page.mail.as-designed')}
            </Button>
          ) : null}
          <Attachments line={line} threadId={threadId} classified={classified} />
        </div>
      ) : null}
    </li>
  )
}

function MessageMenu({
  line,
  designed,
  onDesign,
  onAnswer,
}: {
  readonly line: MailLine
  readonly designed: boolean
  readonly onDesign: () => void
  readonly onAnswer: (how: How) => void
}) {
  const say = useSay<MailKeys>()
  return (
    <span className="mail-acts">
      {line.hasHtml ? (
        <button type="button" className="link" onClick={onDesign}>
          {say(designed ? 'page.mail.as-text' : 'page.mail.as-designed')}
        </button>
      ) : null}
      <Menu
        label={say('page.mail.with-this')}
        align="end"
        button={opener => (
          <button type="button" className="dots" aria-label={say('page.mail.with-this')} {...opener}>
            <Icon name="dots" small />
          </button>
        )}
      >
        {(['reply', 'reply-all', 'forward'] as const).map(how => (
          <MenuItem key={how} icon="send" onSelect={() => onAnswer(how)}>
            {say(`page.mail.act.${how}`)}
          </MenuItem>
        ))}
        <MenuItem icon="download" onSelect={() => location.assign(`/api/mail/messages/${line.id}/original`)}>
          {say('page.mail.original')}
        </MenuItem>
      </Menu>
    </span>
  )
}

/** What is to be known before reading: not all could be read, a machine wrote it, it did not arrive. */
function Told({ line }: { readonly line: MailLine }) {
  const say = useSay<MailKeys>()
  return (
    <>
      {line.parse === 'whole' ? null : (
        <p className="told">
          <Icon name="alert-triangle" small /> {say(`page.mail.parse.${line.parse}`)}{' '}
          <a className="link" href={`/api/mail/messages/${line.id}/original`} download>
            {say('page.mail.original')}
          </a>
        </p>
      )}
      <Sealed line={line} />
      {line.automatic ? <p className="told t3">{say(`page.mail.automatic.${line.automatic}`)}</p> : null}
      {line.gone ? <p className="told t3">{say('page.mail.gone')}</p> : null}
      {line.bounces.map(one => (
        <Problem
          key={one.address}
          title={say(one.final ? 'page.mail.bounced' : 'page.mail.delayed', { address: one.address })}
          detail={one.because}
        />
      ))}
    </>
  )
}

/** Signed or encrypted: said as it is, since neither is checked or opened here; the original is there for a program that can. */
function Sealed({ line }: { readonly line: MailLine }) {
  const say = useSay<MailKeys>()
  if (!line.protection) return null
  const isLocked = line.protection.endsWith('encrypted')
  return (
    <p className={isLocked ? 'told' : 'told t3'}>
      <Icon name={isLocked ? 'lock' : 'signature'} small /> {say(`page.mail.sealed.${line.protection}`)}{' '}
      <a className="link" href={`/api/mail/messages/${line.id}/original`} download>
        {say('page.mail.original')}
      </a>
    </p>
  )
}
