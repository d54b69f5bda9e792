import type { FormEvent } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DurationControl } from '../../../../web/kit/form/DurationControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeBookingPage, createBookingPage } from '../../contract.ts'
import { People } from '../find/People.tsx'
import { Week } from '../hours/Week.tsx'
import type { Keys } from '../words.ts'
import { type Draft, wishOf } from './draft.ts'
import { KindFields } from './KindFields.tsx'
import { ways } from './words.ts'

const plain = { schema: {}, words: (value: string) => value }

interface EditorFormProps {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly id: string | undefined
  readonly version: number | undefined
}

export function EditorForm({ draft, onDraft, id, version }: EditorFormProps) {
  const say = useSay<Keys>()
  const go = useGo()
  const create = useCommand<typeof createBookingPage>('scheduling.create-booking-page', { quiet: true })
  const change = useCommand<typeof changeBookingPage>('scheduling.change-booking-page', { quiet: true })
  const saving = id ? change : create
  const put = (part: Partial<Draft>) => onDraft({ ...draft, ...part })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const wish = wishOf(draft)
    const answer = id
      ? await change.run({ ...wish, id, ...(version === undefined ? {} : { expectedVersion: version }) })
      : await create.run(wish)
    if (answer.status === 'done') go(`/calendar/booking-pages/${answer.output.id}`)
  }
  const refusal = saving.answer?.status === 'refused' ? saving.answer.refusal : null
  return (
    <form className="form" noValidate onSubmit={event => void save(event)}>
      <TextField
        label={say('field.scheduling.title')}
        value={draft.title}
        maxLength={200}
        onChange={event => put({ title: event.target.value })}
      />
      <Field label={say('field.scheduling.intro')}>
        {control => (
          <textarea
            className="input"
            {...control}
            rows={3}
            maxLength={2000}
            value={draft.intro}
            onChange={event => put({ intro: event.target.value })}
          />
        )}
      </Field>
      <Hosts draft={draft} put={put} />
      <KindFields kinds={draft.kinds} onKinds={kinds => put({ kinds })} />
      <Rules draft={draft} put={put} />
      <Questions draft={draft} put={put} />
      <Tick label={say('field.scheduling.verify')} on={draft.verify} onTick={verify => put({ verify })} />
      <Tick label={say('field.scheduling.approval')} on={draft.approval} onTick={approval => put({ approval })} />
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={saving.busy}>
          {say('page.hours.save')}
        </Button>
        <ButtonLink href={id ? `/calendar/booking-pages/${id}` : '/calendar/booking-pages'}>
          {say('cancel' as Keys)}
        </ButtonLink>
      </div>
    </form>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly put: (part: Partial<Draft>) => void
}

function Hosts({ draft, put }: PartProps) {
  const say = useSay<Keys>()
  const set = (hosts: Draft['hosts']) => {
    const several = draft.way === 'one' ? 'turns' : draft.way
    put({ hosts, way: hosts.length > 1 ? several : 'one' })
  }
  return (
    <>
      <People label={say('field.scheduling.hosts')} people={draft.hosts} onPeople={set} />
      {draft.hosts.length > 1 ? (
        <fieldset className="find-ways">
          <legend>{say('field.scheduling.create-booking-page.way')}</legend>
          {ways
            .filter(way => way !== 'one')
            .map(way => (
              <label key={way} className="tick">
                <input type="radio" name="way" checked={draft.way === way} onChange={() => put({ way })} />
                {say(`choice.scheduling.way.${way}`)}
              </label>
            ))}
        </fieldset>
      ) : null}
    </>
  )
}

function Tick({
  label,
  on,
  onTick,
}: {
  readonly label: string
  readonly on: boolean
  readonly onTick: (on: boolean) => void
}) {
  return (
    <label className="tick">
      <input className="box" type="checkbox" checked={on} onChange={event => onTick(event.target.checked)} />
      {label}
    </label>
  )
}

const durations = ['soonMinutes', 'changeMinutes', 'beforeMinutes', 'afterMinutes'] as const
const most = { soonMinutes: 43_200, changeMinutes: 43_200, beforeMinutes: 240, afterMinutes: 240 }

function Rules({ draft, put }: PartProps) {
  const say = useSay<Keys>()
  const number = (key: 'aheadDays' | 'perDay', largest: number) => (
    <TextField
      label={say(`field.scheduling.${key}`)}
      inputMode="numeric"
      value={draft[key] ?? ''}
      onChange={event => {
        const typed = Number(event.target.value.replace(/\D/g, ''))
        if (typed > 0) put({ [key]: Math.min(largest, typed) })
        else if (key === 'perDay') put({ perDay: null })
      }}
    />
  )
  return (
    <>
      <div className="two">
        {durations.map(key => (
          <DurationControl
            key={key}
            {...plain}
            label={say(`field.scheduling.${key}`)}
            value={draft[key]}
            onChange={value => put({ [key]: Math.max(0, Math.min(most[key], Number(value ?? 0))) })}
          />
        ))}
        {number('aheadDays', 180)}
        {number('perDay', 50)}
      </div>
      <Field label={say('field.scheduling.stepMinutes')}>
        {control => (
          <select
            className="input"
            {...control}
            value={draft.stepMinutes}
            onChange={event => put({ stepMinutes: Number(event.target.value) as Draft['stepMinutes'] })}
          >
            {[15, 30, 60].map(step => (
              <option key={step} value={step}>
                {step} min
              </option>
            ))}
          </select>
        )}
      </Field>
      <Tick
        label={say('page.booking-pages.hours.part')}
        on={draft.hours.length > 0}
        onTick={on => put({ hours: on ? [{ weekday: 1, from: '09:00', until: '12:00' }] : [] })}
      />
      {draft.hours.length > 0 ? <Week times={draft.hours} onTimes={hours => put({ hours })} /> : null}
    </>
  )
}

function Questions({ draft, put }: PartProps) {
  const say = useSay<Keys>()
  const { questions } = draft
  const set = (at: number, part: Partial<Draft['questions'][number]>) =>
    put({ questions: questions.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  return (
    <>
      {questions.map((one, at) => (
        <div key={at} className="book-question">
          <TextField
            label={say('field.scheduling.text')}
            value={one.text}
            maxLength={200}
            onChange={event => set(at, { text: event.target.value })}
          />
          <Tick label={say('field.scheduling.required')} on={one.required} onTick={required => set(at, { required })} />
          <Button
            look="quiet"
            aria-label={say('page.booking-edit.remove')}
            onClick={() => put({ questions: questions.filter((_, n) => n !== at) })}
          >
            <Icon name="x" small />
          </Button>
        </div>
      ))}
      {questions.length < 10 ? (
        <div>
          <Button size="s" icon="plus" onClick={() => put({ questions: [...questions, { text: '', required: true }] })}>
            {say('page.booking-edit.add-question')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
