import '../scheduling.css'
import { useState } from 'react'
import { weekdayNames } from '../weekdays.ts'
import { readTime } from '../../../../web/format/moment.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DurationControl } from '../../../../web/kit/form/DurationControl.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { CountryControl } from '../../../../web/kit/form/PlainControls.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getHours, setPreferences, setWorkingHours } from '../../contract.ts'
import type { HoursDetail, Keys } from '../words.ts'

type Times = HoursDetail['hours']

/** When one works and how one likes to meet: by this others find a time. */
export default function Hours() {
  const say = useSay<Keys>()
  const { data, error, refetch } = useQuery<typeof getHours>('scheduling.get-hours', {})
  if (error) return <QueryProblem fault={error} again={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page title={say('page.hours')} beside={data.ownHours ? undefined : say('page.hours.office')}>
      <p className="t2">{say('page.hours.text')}</p>
      <Works detail={data} key={JSON.stringify(data.hours)} />
      <Likes detail={data} key={JSON.stringify([data.avoid, data.movable, data.restMinutes])} />
    </Page>
  )
}

const plain = { schema: {}, words: (value: string) => value }

function Works({ detail }: { readonly detail: HoursDetail }) {
  const say = useSay<Keys>()
  const [hours, setHours] = useState<Times>(detail.hours)
  const [zone, setZone] = useState(detail.zone)
  const [country, setCountry] = useState(detail.country)
  const save = useCommand<typeof setWorkingHours>('scheduling.set-working-hours', { said: say('page.hours.saved') })
  return (
    <Section title={say('page.hours.work')}>
      <form
        className="form hours-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save.run({ hours, zone, country })
        }}
      >
        <Week times={hours} onTimes={setHours} />
        <div className="two">
          <TextField
            label={say('field.scheduling.zone')}
            value={zone}
            maxLength={64}
            onChange={event => setZone(event.target.value)}
          />
          <CountryControl
            {...plain}
            label={say('field.scheduling.country')}
            value={country}
            onChange={value => (typeof value === 'string' ? setCountry(value) : undefined)}
          />
        </div>
        <Foot saving={save} />
      </form>
    </Section>
  )
}

function Likes({ detail }: { readonly detail: HoursDetail }) {
  const say = useSay<Keys>()
  const [avoid, setAvoid] = useState<Times>(detail.avoid)
  const [restMinutes, setRest] = useState(detail.restMinutes)
  const [movable, setMovable] = useState(detail.movable.join(', '))
  const save = useCommand<typeof setPreferences>('scheduling.set-preferences', { said: say('page.hours.likes.saved') })
  const categories = () =>
    movable
      .split(',')
      .map(one => one.trim())
      .filter(Boolean)
  return (
    <Section title={say('page.hours.likes')}>
      <form
        className="form hours-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save.run({ avoid, restMinutes, movable: categories() })
        }}
      >
        <h3 className="hours-head">{say('page.hours.avoid')}</h3>
        <Week times={avoid} onTimes={setAvoid} />
        <div className="two">
          <DurationControl
            {...plain}
            label={say('field.scheduling.restMinutes')}
            value={restMinutes}
            onChange={value => setRest(Math.min(120, Number(value ?? 0)))}
          />
          <TextField
            label={say('page.hours.movable')}
            hint={say('page.hours.movable.hint')}
            value={movable}
            onChange={event => setMovable(event.target.value)}
          />
        </div>
        <Foot saving={save} />
      </form>
    </Section>
  )
}

function Foot({ saving }: { readonly saving: Pick<ReturnType<typeof useCommand>, 'answer' | 'busy'> }) {
  const say = useSay<Keys>()
  const refusal = saving.answer?.status === 'refused' ? saving.answer.refusal : null
  return (
    <>
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={saving.busy}>
          {say('page.hours.save')}
        </Button>
      </div>
    </>
  )
}

/** The hours of each weekday, a line for each stretch. */
function Week({ times, onTimes }: { readonly times: Times; readonly onTimes: (times: Times) => void }) {
  const say = useSay<Keys>()
  const names = weekdayNames(useLanguage())
  const put = (index: number, part: Partial<Times[number]>) =>
    onTimes(times.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const add = () => {
    const last = times.at(-1)
    const weekday = last ? Math.min(7, last.weekday + 1) : 1
    onTimes([...times, { weekday, from: last?.from ?? '08:00', until: last?.until ?? '17:00' }])
  }
  return (
    <>
      <ul className="hours-week">
        {times.map((one, index) => (
          <li key={index}>
            <select
              className="input"
              aria-label={say('field.scheduling.weekday')}
              value={one.weekday}
              onChange={event => put(index, { weekday: Number(event.target.value) })}
            >
              {names.map((name, at) => (
                <option key={name} value={at + 1}>
                  {name}
                </option>
              ))}
            </select>
            <Clock label={say('field.scheduling.from')} value={one.from} onClock={from => put(index, { from })} />
            <span aria-hidden="true">–</span>
            <Clock label={say('field.scheduling.until')} value={one.until} onClock={until => put(index, { until })} />
            <Button
              look="quiet"
              aria-label={say('page.hours.remove')}
              onClick={() => onTimes(times.filter((_, at) => at !== index))}
            >
              <Icon name="x" small />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="s" icon="plus" onClick={add}>
        {say('page.hours.add')}
      </Button>
    </>
  )
}

interface ClockProps {
  readonly label: string
  readonly value: string
  readonly onClock: (value: string) => void
}

/** A time of day as one types it: 8, 8.30, 0830; always of 24 hours, whatever the browser thinks. */
function Clock({ label, value, onClock }: ClockProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    const read = typed?.trim() === '24' || typed?.trim() === '24:00' ? '24:00' : readTime(typed ?? '')
    setTyped(null)
    if (read) onClock(read)
  }
  return (
    <input
      className="input num"
      aria-label={label}
      value={typed ?? value}
      maxLength={5}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
    />
  )
}
