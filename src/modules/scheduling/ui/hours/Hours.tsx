import '../scheduling.css'
import { useState } from 'react'
import { Week } from './Week.tsx'
import { Button } from '../../../../web/kit/Button.tsx'
import { DurationControl } from '../../../../web/kit/form/DurationControl.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { CountryControl } from '../../../../web/kit/form/PlainControls.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
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
