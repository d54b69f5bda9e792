import '../outings.css'
import { type FormEvent, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { type Opened, OpenedByLink, type OutsideFault } from '../../../../web/entry/OpenedByLink.tsx'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, keepFile } from '../../../../web/outside.ts'
import { dietCodes, type OutingKeys } from '../words.ts'

interface Shown {
  readonly office: string
  readonly zone: string
  readonly title: string
  readonly description: string
  readonly place: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly programme: readonly { readonly time: string; readonly what: string }[]
  readonly plusOnes: number
  readonly cancelled: boolean
  readonly open: boolean
  readonly over: boolean
  readonly full: boolean
  readonly keepDays: number
  readonly name: string
  readonly answer: 'invited' | 'coming' | 'waiting' | 'declined'
  readonly guests: number
  readonly diets: readonly string[]
  readonly dietNote: string
  readonly rating: number | null
  readonly said: string
  readonly file: string | null
}

type Props = Opened<Shown>

/** An invitation, for whoever has its link: what it is, coming or not, with whom, what one does not eat; afterwards how it was. */
export default function Event() {
  const say = useSay<OutingKeys>()
  return (
    <OpenedByLink<Shown> path="events/open" title={say('page.event')} closed="event-link-closed">
      {opened => <Invitation {...opened} />}
    </OpenedByLink>
  )
}

function Invitation({ shown, token, onShown }: Props) {
  const say = useSay<OutingKeys>()
  return (
    <EntrySheet title={shown.title} text={say('page.event.from', { office: shown.office, name: shown.name })}>
      <About shown={shown} />
      {shown.cancelled ? (
        <Problem title={say('page.event.cancelled')} />
      ) : shown.over ? (
        shown.answer === 'coming' ? (
          <How shown={shown} token={token} onShown={onShown} />
        ) : null
      ) : shown.open ? (
        <Answer shown={shown} token={token} onShown={onShown} />
      ) : (
        <p className="t2">{say('page.event.closed')}</p>
      )}
    </EntrySheet>
  )
}

function About({ shown }: { readonly shown: Shown }) {
  const language = useLanguage()
  const formats = useFormats()
  // on the clock of the place where it is, whoever looks from wherever
  const at = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: shown.zone, ...options }).format(new Date(iso))
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  return (
    <div className="event-facts">
      <p>
        <b>{at(shown.startsAt, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}</b>{' '}
        {at(shown.startsAt, clock)}–{at(shown.endsAt, clock)}
      </p>
      {shown.place ? <p>{shown.place}</p> : null}
      {shown.description ? <p className="outing-text">{shown.description}</p> : null}
      {shown.programme.length > 0 ? (
        <ul className="outing-rows" lang={formats.language}>
          {shown.programme.map((line, index) => (
            <li key={index}>
              <span className="time">{line.time}</span>
              <span className="what">{line.what}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Answer({ shown, token, onShown }: Props) {
  const say = useSay<OutingKeys>()
  const language = useLanguage()
  const [coming, setComing] = useState<boolean | null>(shown.answer === 'invited' ? null : shown.answer !== 'declined')
  const [guests, setGuests] = useState(shown.guests)
  const [diets, setDiets] = useState<readonly string[]>(shown.diets)
  const [dietNote, setDietNote] = useState(shown.dietNote)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<OutsideFault | null>(null)
  const [answered, setAnswered] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (coming === null) return
    setBusy(true)
    const body = coming ? { answer: 'coming', guests, diets, dietNote } : { answer: 'declined' }
    const answer = await askOutside<Shown>('events/answer', { token, language, body })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    onShown(answer.body)
    setAnswered(true)
  }
  return (
    <form className="form" noValidate onSubmit={event => void send(event)}>
      {shown.full && shown.answer !== 'coming' ? <p className="t2">{say('page.event.full')}</p> : null}
      <fieldset>
        <legend className="vh">{say('field.outings.answer')}</legend>
        {([true, false] as const).map(one => (
          <label className="tick" key={String(one)}>
            <input type="radio" name="coming" checked={coming === one} onChange={() => setComing(one)} />
            {say(one ? 'page.event.coming' : 'page.event.declined')}
          </label>
        ))}
      </fieldset>
      {coming && shown.plusOnes > 0 ? (
        <Field label={say('page.event.bring')}>
          {control => (
            <select
              className="input"
              {...control}
              value={guests}
              onChange={event => setGuests(Number(event.target.value))}
            >
              {Array.from({ length: shown.plusOnes + 1 }, (_, many) => (
                <option key={many} value={many}>
                  {many}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {coming ? (
        <>
          <fieldset className="event-ticks">
            <legend>{say('page.event.diets')}</legend>
            {dietCodes.map(diet => (
              <label className="tick" key={diet}>
                <input
                  type="checkbox"
                  checked={diets.includes(diet)}
                  onChange={event =>
                    setDiets(event.target.checked ? [...diets, diet] : diets.filter(one => one !== diet))
                  }
                />
                {say(`choice.outings.diets.${diet}`)}
              </label>
            ))}
          </fieldset>
          <Field label={say('page.event.else')} hint={say('page.event.diets.promise', { count: shown.keepDays })}>
            {control => (
              <input
                className="input"
                {...control}
                maxLength={500}
                value={dietNote}
                onChange={event => setDietNote(event.target.value)}
              />
            )}
          </Field>
        </>
      ) : null}
      {fault ? <EntryProblem problem={fault} /> : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={busy} aria-disabled={coming === null || undefined}>
          {say('page.event.send')}
        </Button>
      </div>
      <p role="status">{answered && shown.answer !== 'invited' ? say(`page.event.thanks.${shown.answer}`) : ''}</p>
      {shown.file ? (
        <p>
          <Button icon="calendar" onClick={() => keepFile(new Blob([shown.file ?? '']), 'event.ics')}>
            {say('page.event.calendar')}
          </Button>
        </p>
      ) : null}
    </form>
  )
}

/** How it was, from one to five. */
function How({ shown, token, onShown }: Props) {
  const say = useSay<OutingKeys>()
  const language = useLanguage()
  const [rating, setRating] = useState(shown.rating)
  const [text, setText] = useState(shown.said)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<OutsideFault | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (rating === null) return
    setBusy(true)
    const answer = await askOutside<Shown>('events/feedback', { token, language, body: { rating, text } })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) onShown(answer.body)
  }
  return (
    <form className="form" noValidate onSubmit={event => void send(event)}>
      <fieldset>
        <legend>{say('page.event.how')}</legend>
        <span className="outing-ends">
          {[1, 2, 3, 4, 5].map(one => (
            <label className="tick" key={one}>
              <input type="radio" name="rating" checked={rating === one} onChange={() => setRating(one)} />
              {one}
            </label>
          ))}
        </span>
      </fieldset>
      <Field label={say('field.outings.text')}>
        {control => (
          <textarea
            className="input"
            {...control}
            maxLength={2000}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        )}
      </Field>
      {fault ? <EntryProblem problem={fault} /> : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={busy} aria-disabled={rating === null || undefined}>
          {say('page.event.send')}
        </Button>
      </div>
      <p role="status">{shown.rating === null ? '' : say('page.event.thanks.feedback')}</p>
    </form>
  )
}
