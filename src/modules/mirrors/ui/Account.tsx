import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { Link } from '../../../web/Link.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import type { changeMirror, dismissFinding, tryAgain } from '../contract.ts'
import { ChooseCalendars } from './ChooseCalendars.tsx'
import type { AccountLine } from './Elsewhere.tsx'
import { type MirrorKeys, productNames } from './words.ts'

type MirrorLine = AccountLine['mirrors'][number]
type FindingLine = MirrorLine['findings'][number]

interface AccountProps {
  readonly account: AccountLine
  readonly onSignIn: () => void
  readonly onChange: () => void
}

/** An account, the calendars of it that are kept in step, and what of them needs a person. */
export function Account({ account, onSignIn, onChange }: AccountProps) {
  const say = useSay<MirrorKeys>()
  const [isChoosing, setChoosing] = useState(false)
  const { id, title, provider, username, problem, mirrors, version } = account
  const disconnect = () =>
    openCommand({
      command: 'mirrors.disconnect-account',
      input: { id, expectedVersion: version },
      about: title,
      done: onChange,
    })
  return (
    <div className="account">
      <div className="head">
        <span className="what">
          <b>{title}</b>{' '}
          <span className="t3">{[productNames[provider], ...(username === title ? [] : [username])].join(' · ')}</span>
          {problem ? (
            <span className="late below">
              {' '}
              {say(`refusal.mirror-${problem}`, { address: account.address })} {say(`refusal.mirror-${problem}.todo`)}
            </span>
          ) : null}
        </span>
        {problem ? <State glyph="blocked">{say('page.elsewhere.needs-you')}</State> : null}
        {problem === 'sign-in-refused' ? (
          <Button size="s" look="primary" onClick={onSignIn}>
            {say('page.elsewhere.sign-in-anew')}
          </Button>
        ) : null}
        <Button size="s" icon="plus" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {say('page.elsewhere.choose')}
        </Button>
        <Button
          size="s"
          look="quiet"
          aria-label={`${say('mirrors.disconnect-account')}: ${title}`}
          onClick={disconnect}
        >
          {say('mirrors.disconnect-account')}
        </Button>
      </div>
      {isChoosing ? <ChooseCalendars account={account} onChosen={onChange} /> : null}
      <ul className="rows">
        {mirrors.map(mirror => (
          <Mirror key={mirror.calendar.id} mirror={mirror} onChange={onChange} />
        ))}
      </ul>
    </div>
  )
}

function Mirror({ mirror, onChange }: { readonly mirror: MirrorLine; readonly onChange: () => void }) {
  const say = useSay<MirrorKeys>()
  const formats = useFormats()
  const turn = useCommand<typeof changeMirror>('mirrors.change-mirror')
  const again = useCommand<typeof tryAgain>('mirrors.try-again', { quiet: true })
  const { calendar, remoteName, direction, writable, problem, inStepAt, events, waiting, findings } = mirror
  const calendarId = calendar.id
  const facts = [
    ...(remoteName === calendar.title ? [] : [remoteName]),
    say('page.elsewhere.events', { count: events }),
    ...(waiting > 0 ? [say('page.elsewhere.waiting', { count: waiting })] : []),
    inStepAt ? say('page.elsewhere.in-step', { at: formats.moment(inStepAt) }) : say('page.elsewhere.not-yet'),
  ]
  const end = () =>
    openCommand({ command: 'mirrors.end-mirror', input: { calendarId }, about: calendar.title, done: onChange })
  return (
    <li>
      <span className="what">
        <Link className="link" href={`/calendar?calendar=${calendarId}`}>
          {calendar.title}
        </Link>
        <span className="t3 below">{facts.join(' · ')}</span>
        {problem ? (
          <span className="late below">
            {say(`refusal.mirror-${problem}`, { address: remoteName })} {say(`refusal.mirror-${problem}.todo`)}
          </span>
        ) : null}
      </span>
      <select
        className="input"
        aria-label={`${say('field.mirrors.direction')}: ${calendar.title}`}
        value={direction}
        disabled={!writable}
        onChange={event => void turn.run({ calendarId, direction: event.target.value as MirrorLine['direction'] })}
      >
        {(['both', 'in', 'out'] as const).map(one => (
          <option key={one} value={one}>
            {say(`choice.mirrors.direction.${one}`)}
          </option>
        ))}
      </select>
      <span className="acts">
        {problem === 'many-gone' ? (
          <Button
            size="s"
            look="primary"
            busy={again.busy}
            onClick={() => void again.run({ calendarId, acceptGone: true })}
          >
            {say('page.elsewhere.let-go')}
          </Button>
        ) : null}
        <Button
          size="s"
          look="quiet"
          icon="refresh"
          busy={again.busy}
          aria-label={`${say('mirrors.try-again')}: ${calendar.title}`}
          onClick={() => void again.run({ calendarId })}
        >
          {say('mirrors.try-again')}
        </Button>
        <Button
          size="s"
          look="quiet"
          icon="x"
          aria-label={`${say('mirrors.end-mirror')}: ${calendar.title}`}
          onClick={end}
        >
          {say('mirrors.end-mirror')}
        </Button>
      </span>
      {findings.length > 0 ? (
        <ul className="found">
          {findings.map(finding => (
            <Finding key={finding.id} finding={finding} calendarId={calendarId} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

const rhythms = /^(RRULE|RDATE|EXDATE|RECURRENCE-ID)/

/** What is known by name is worded; anything else is what the other side said. */
function useBecause() {
  const say = useSay<MirrorKeys>()
  return (because: string): string => {
    if (because === 'place-taken' || because === 'object-unreadable') return say(`page.elsewhere.because.${because}`)
    return rhythms.test(because) ? `${say('page.elsewhere.because.rhythm')} (${because})` : because
  }
}

function Finding({ finding, calendarId }: { readonly finding: FindingLine; readonly calendarId: string }) {
  const say = useSay<MirrorKeys>()
  const formats = useFormats()
  const because = useBecause()
  const dismiss = useCommand<typeof dismissFinding>('mirrors.dismiss-finding', { quiet: true })
  const [isOpen, setOpen] = useState(false)
  const title = finding.title || say('page.elsewhere.untitled')
  const isLost = finding.kind === 'ours-lost' || finding.kind === 'theirs-lost'
  return (
    <li>
      <span className="said">
        {say(`page.elsewhere.finding.${finding.kind}`, { title, because: because(finding.because) })}
        <span className="t3"> {formats.moment(finding.at)}</span>
      </span>
      {isLost && finding.kept ? (
        <Button size="s" look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('page.elsewhere.kept')}
        </Button>
      ) : null}
      {isLost ? (
        <Button
          size="s"
          look="quiet"
          icon="check"
          busy={dismiss.busy}
          onClick={() => void dismiss.run({ calendarId, findingId: finding.id })}
        >
          {say('mirrors.dismiss-finding')}
        </Button>
      ) : null}
      {isOpen && finding.kept ? <pre>{finding.kept}</pre> : null}
    </li>
  )
}
