import '../scheduling.css'
import { type FormEvent, useEffect, useState } from 'react'
import { dateFormat } from '../../../../web/format/locale.ts'
import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import type { Keys } from '../words.ts'

const votes = ['yes', 'if-need-be', 'no'] as const
type Says = (typeof votes)[number]

interface Time {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly over: boolean
  readonly says: Says | null
}

interface Asked {
  readonly office: string
  readonly from: string
  readonly name: string
  readonly title: string
  readonly note: string
  readonly way: 'offer' | 'poll'
  readonly minutes: number
  readonly place: string | null
  readonly answerUntil: string
  readonly open: boolean
  readonly chosen: string | null
  readonly mine: boolean
  readonly answered: boolean
  readonly said: string
  readonly times: readonly Time[]
}

type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** The guest's own clock. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

function useMoment() {
  const locale = wordLocale(useLanguage())
  const day = dateFormat(locale, { timeZone: ownZone, weekday: 'long', day: 'numeric', month: 'long' })
  const time = dateFormat(locale, { timeZone: ownZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return {
    day: (at: string) => day.format(new Date(at)),
    time: (at: string) => time.format(new Date(at)),
    whole: (at: string) => `${day.format(new Date(at))}, ${time.format(new Date(at))}`,
  }
}

/** Times for somebody outside: one to take, or all of them to say something of; by their own clock, without an account. */
export default function Times() {
  const say = useSay<Keys>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [asked, setAsked] = useState<Asked | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (!token) return
    void askOutside<Asked>('times/open', { token, language }).then(answer =>
      answer.ok ? setAsked(answer.body) : setFault(answer.refusal),
    )
  }, [])
  if (asked) return <Sheet asked={asked} token={token} onAsked={setAsked} />
  return (
    <EntrySheet title={say('page.times')}>
      {token ? (
        <EntryProblem problem={fault} />
      ) : (
        <Problem title={say('refusal.times-link-closed')} todo={say('refusal.times-link-closed.todo')} />
      )}
    </EntrySheet>
  )
}

interface SheetProps {
  readonly asked: Asked
  readonly token: string
  readonly onAsked: (asked: Asked) => void
}

function Sheet({ asked, token, onAsked }: SheetProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const moment = useMoment()
  const { office, from, title, note, way, place, minutes } = asked
  const state = asked.chosen
    ? asked.mine || way === 'poll'
      ? say('page.times.taken', { when: moment.whole(asked.chosen), office })
      : say('page.times.taken-other')
    : asked.answered
      ? say('page.times.thanks', { office })
      : ''
  return (
    <EntrySheet
      title={say(way === 'poll' ? 'page.times.poll' : 'page.times')}
      text={say('page.times.asks', { from, office })}
    >
      <dl className="times-facts">
        <dt>{say('field.scheduling.title')}</dt>
        <dd>{title}</dd>
        <dt>{say('page.times.length')}</dt>
        <dd>{formats.minutes(minutes)}</dd>
        {place ? (
          <>
            <dt>{say('page.times.where')}</dt>
            <dd>{place}</dd>
          </>
        ) : null}
      </dl>
      {note ? <p className="times-note">{note}</p> : null}
      {asked.open ? (
        <>
          <Form asked={asked} token={token} onAsked={onAsked} />
          <p className="t3">{say('page.times.zone', { zone: ownZone })}</p>
          <p className="t3">{say('page.times.until', { until: moment.whole(asked.answerUntil) })}</p>
        </>
      ) : null}
      <p role="status">{state}</p>
    </EntrySheet>
  )
}

function Form({ asked, token, onAsked }: SheetProps) {
  const say = useSay<Keys>()
  const language = useLanguage()
  const [taken, setTaken] = useState<string | null>(null)
  const [says, setSays] = useState<Readonly<Record<string, Says>>>(() =>
    Object.fromEntries(asked.times.flatMap(time => (time.says ? [[time.id, time.says]] : []))),
  )
  const [note, setNote] = useState(asked.said)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const isPoll = asked.way === 'poll'
  const left = asked.times.filter(time => !time.over)
  const isReady = isPoll ? left.every(({ id }) => says[id]) : taken !== null
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || busy) return
    setBusy(true)
    const body = isPoll ? { votes: left.map(({ id }) => ({ timeId: id, says: says[id] })), note } : { timeId: taken }
    const answer = await askOutside<Asked>(isPoll ? 'times/vote' : 'times/take', { token, language, body })
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) onAsked(answer.body)
    // Somebody was quicker: what is left is shown.
    else if (answer.refusal !== 'offline' && answer.refusal.name === 'time-gone') await look()
    setBusy(false)
  }
  const look = async () => {
    const answer = await askOutside<Asked>('times/open', { token, language })
    if (answer.ok) onAsked(answer.body)
  }
  return (
    <form className="form" noValidate onSubmit={event => void send(event)}>
      {isPoll ? (
        left.map(time => (
          <Vote
            key={time.id}
            time={time}
            says={says[time.id] ?? null}
            onSays={one => setSays(before => ({ ...before, [time.id]: one }))}
          />
        ))
      ) : (
        <Offered times={asked.times} taken={taken} onTake={setTaken} />
      )}
      {isPoll ? (
        <Field label={say('page.times.say')}>
          {control => (
            <textarea
              className="input"
              {...control}
              maxLength={1000}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {fault ? <EntryProblem problem={fault} /> : null}
      <div className="form-foot">
        <Button
          look="primary"
          type="submit"
          busy={busy}
          refused={isReady ? undefined : say(isPoll ? 'page.times.all' : 'page.times.choose')}
        >
          {say(isPoll ? 'page.times.send' : 'page.times.take')}
        </Button>
      </div>
    </form>
  )
}

interface OfferedProps {
  readonly times: readonly Time[]
  readonly taken: string | null
  readonly onTake: (id: string) => void
}

function Offered({ times, taken, onTake }: OfferedProps) {
  const say = useSay<Keys>()
  const moment = useMoment()
  return (
    <fieldset className="times-list">
      <legend className="vh">{say('page.times')}</legend>
      {times.map(time => (
        <label key={time.id} className="tick">
          <input
            type="radio"
            name="time"
            disabled={time.over}
            checked={taken === time.id}
            onChange={() => onTake(time.id)}
          />
          <span>
            <b>{moment.day(time.start)}</b>{' '}
            <span className="nw">
              {moment.time(time.start)}–{moment.time(time.end)}
            </span>
            {time.over ? <span className="t3"> {say('page.times.over')}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface VoteProps {
  readonly time: Time
  readonly says: Says | null
  readonly onSays: (says: Says) => void
}

function Vote({ time, says, onSays }: VoteProps) {
  const say = useSay<Keys>()
  const moment = useMoment()
  return (
    <fieldset className="times-vote">
      <legend>
        {moment.day(time.start)} {moment.time(time.start)}–{moment.time(time.end)}
      </legend>
      <div>
        {votes.map(one => (
          <label key={one} className="tick">
            <input type="radio" name={time.id} checked={says === one} onChange={() => onSays(one)} />
            {say(`choice.scheduling.says.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
