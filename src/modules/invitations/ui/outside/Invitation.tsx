import '../invitations.css'
import { type FormEvent, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { OpenedByLink, type OutsideFault } from '../../../../web/entry/OpenedByLink.tsx'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside } from '../../../../web/outside.ts'
import type { InvitationKeys } from '../words.ts'
import { instantOfWall, useTimes, wallOf } from './times.ts'

export interface Asked {
  readonly office: string
  readonly organiser: string
  readonly guest: string
  readonly title: string
  readonly place: string | null
  readonly notes: string | null
  readonly conference: string | null
  readonly zone: string
  readonly times: readonly { readonly start: string; readonly end: string; readonly allDay: boolean }[]
  readonly repeats: boolean
  readonly cancelled: boolean
  readonly answer: string
  readonly said: string
}

const choices = ['accepted', 'tentative', 'declined', 'other-time'] as const
type Choice = (typeof choices)[number]

const chosenIn = (text: string | null): Choice | null => choices.find(one => one === text) ?? null

/** Can you come? For whoever has the link: three answers, or another time. */
export default function Invitation() {
  const say = useSay<InvitationKeys>()
  return (
    <OpenedByLink<Asked> path="invitations/open" title={say('page.invitation')} closed="invitation-link-closed">
      {({ shown, token, onShown }) => <Form asked={shown} token={token} onAsked={onShown} />}
    </OpenedByLink>
  )
}

interface FormProps {
  readonly asked: Asked
  readonly token: string
  readonly onAsked: (asked: Asked) => void
}

function Form({ asked, token, onAsked }: FormProps) {
  const say = useSay<InvitationKeys>()
  const language = useLanguage()
  const [chosen, setChosen] = useState(
    () => chosenIn(new URLSearchParams(location.search).get('answer')) ?? chosenIn(asked.answer),
  )
  const [said, setSaid] = useState(asked.said)
  const [from, setFrom] = useState(() => wallOf(asked.times[0]?.start, asked.zone))
  const [until, setUntil] = useState(() => wallOf(asked.times[0]?.end, asked.zone))
  const [sent, setSent] = useState<'answer' | 'proposal' | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<OutsideFault | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    setBusy(true)
    const proposes = chosen === 'other-time'
    const body = proposes
      ? { start: instantOfWall(from, asked.zone), end: instantOfWall(until, asked.zone), said }
      : { answer: chosen, said }
    const answer = await askOutside<Asked>(proposes ? 'invitations/propose' : 'invitations/answer', {
      token,
      language,
      body,
    })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) {
      onAsked(answer.body)
      setSent(proposes ? 'proposal' : 'answer')
    }
  }
  return (
    <EntrySheet
      title={asked.title}
      text={say('page.invitation.from', { organiser: asked.organiser, office: asked.office })}
    >
      <Facts asked={asked} />
      {asked.notes ? <p className="inv-notes">{asked.notes}</p> : null}
      {asked.cancelled ? (
        <p role="status">{say('page.invitation.cancelled')}</p>
      ) : (
        <form className="form" noValidate onSubmit={event => void send(event)}>
          <fieldset className="inv-answers">
            <legend>{say('page.invitation.answer')}</legend>
            {choices.map(choice => (
              <label key={choice} className="tick">
                <input type="radio" name="answer" checked={chosen === choice} onChange={() => setChosen(choice)} />
                {say(`page.invitation-letter.answer.${choice}`)}
              </label>
            ))}
          </fieldset>
          {chosen === 'other-time' ? (
            <div className="inv-times">
              <Field label={say('page.invitation.from-time')}>
                {control => (
                  <input
                    className="input"
                    type="datetime-local"
                    {...control}
                    value={from}
                    onChange={event => setFrom(event.target.value)}
                  />
                )}
              </Field>
              <Field label={say('page.invitation.until-time')}>
                {control => (
                  <input
                    className="input"
                    type="datetime-local"
                    {...control}
                    value={until}
                    onChange={event => setUntil(event.target.value)}
                  />
                )}
              </Field>
            </div>
          ) : null}
          <Field label={say('page.invitation.say')}>
            {control => (
              <textarea
                className="input"
                {...control}
                maxLength={500}
                value={said}
                onChange={event => setSaid(event.target.value)}
              />
            )}
          </Field>
          {fault ? <EntryProblem problem={fault} /> : null}
          <div className="form-foot">
            <Button
              look="primary"
              type="submit"
              busy={busy}
              refused={chosen ? undefined : say('page.invitation.choose')}
            >
              {say(chosen === 'other-time' ? 'page.invitation.propose' : 'page.invitation.send')}
            </Button>
          </div>
        </form>
      )}
      <p role="status">
        {sent === 'answer'
          ? say('page.invitation.thanks', { office: asked.office })
          : sent === 'proposal'
            ? say('page.invitation.proposed', { office: asked.office })
            : ''}
      </p>
    </EntrySheet>
  )
}

function Facts({ asked }: { readonly asked: Asked }) {
  const say = useSay<InvitationKeys>()
  const times = useTimes(asked)
  return (
    <>
      <dl className="inv-facts">
        <dt>{say('page.invitation.when')}</dt>
        <dd>
          {times.map(time => (
            <div key={time}>{time}</div>
          ))}
        </dd>
        {asked.place ? (
          <>
            <dt>{say('page.invitation.where')}</dt>
            <dd>{asked.place}</dd>
          </>
        ) : null}
        {asked.conference ? (
          <>
            <dt>{say('page.invitation.online')}</dt>
            <dd>
              <a className="link" href={asked.conference} rel="noreferrer">
                {asked.conference}
              </a>
            </dd>
          </>
        ) : null}
      </dl>
      <p className="t3">{say('page.invitation.zone', { zone: asked.zone.replaceAll('_', ' ') })}</p>
      {asked.repeats ? <p className="t2">{say('page.invitation.series')}</p> : null}
    </>
  )
}
