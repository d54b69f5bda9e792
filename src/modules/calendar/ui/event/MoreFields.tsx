import { DurationControl } from '../../../../web/kit/form/DurationControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { RecordsPicker } from '../../../../web/kit/form/RecordsPicker.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listCalendars } from '../../contract.ts'
import type { CalendarKeys } from '../words.ts'
import type { EventDraft } from './draft.ts'
import { LinkMaker } from './LinkMaker.tsx'
import type { EventFieldsProps } from './WhenFields.tsx'

const reminders = [0, 5, 10, 30, 60, 1440] as const
const documentSchema = { type: 'array', items: { control: 'document' } } as const
const spare = ['setupMinutes', 'cleanupMinutes', 'travelBeforeMinutes', 'travelAfterMinutes'] as const
const words = (value: string) => value

/** Everything that most events do without. */
export function MoreFields({ draft, isNew, onChange }: EventFieldsProps & { readonly isNew: boolean }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const calendars = useQuery<typeof listCalendars>('calendar.list-calendars', {}, { fresh_ms: 60_000 })
  const writable = (calendars.data?.rows ?? []).filter(
    ({ degree, type, retired }) => !retired && type !== 'feed' && (degree === 'write' || degree === 'manage'),
  )
  const own = writable.find(({ mine, type }) => mine && type === 'main')
  return (
    <details className="fold" open={!isNew || undefined}>
      <summary>{say('page.calendar-event.more')}</summary>
      <div className="form">
        <div className="two">
          <SelectField
            label={say('page.calendar-event.calendar')}
            value={draft.calendarId ?? own?.id ?? ''}
            options={writable.map(({ id, title }) => [id, title] as const)}
            onChange={value => onChange({ calendarId: value || null })}
          />
          <Field label={say('page.calendar-event.reminder')}>
            {control => (
              <select
                className="input"
                {...control}
                value={draft.reminders[0] ?? ''}
                onChange={event =>
                  onChange({ reminders: event.target.value === '' ? [] : [Number(event.target.value)] })
                }
              >
                <option value="">{say('page.calendar-event.reminder.none')}</option>
                {[...new Set([...reminders, ...draft.reminders])]
                  .toSorted((a, b) => a - b)
                  .map(minutes => (
                    <option key={minutes} value={minutes}>
                      {minutes === 0
                        ? say('page.calendar-event.reminder.at')
                        : say('page.calendar-event.reminder.before', { time: formats.minutes(minutes) })}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        </div>
        <div className="two">
          <Choice
            label={say('page.calendar-event.privacy')}
            name="privacy"
            values={['open', 'private', 'confidential']}
            {...{ draft, onChange }}
          />
          <Choice
            label={say('page.calendar-event.shown-as')}
            name="showAs"
            values={['busy', 'free', 'tentative', 'away']}
            {...{ draft, onChange }}
          />
        </div>
        <label className="tick">
          <input
            className="box"
            type="checkbox"
            checked={draft.isPencilled}
            onChange={event => onChange({ isPencilled: event.target.checked })}
          />
          {say('page.calendar-event.pencilled')}
        </label>
        <Field label={say('page.calendar-event.notes')}>
          {control => (
            <textarea
              className="input"
              rows={3}
              {...control}
              value={draft.notes}
              onChange={event => onChange({ notes: event.target.value })}
            />
          )}
        </Field>
        <TextField
          label={say('page.calendar-event.link')}
          type="url"
          inputMode="url"
          value={draft.conferenceUrl}
          onChange={event => onChange({ conferenceUrl: event.target.value })}
        />
        <LinkMaker onMade={conferenceUrl => onChange({ conferenceUrl })} />
        <RecordsPicker
          label={say('record.papers')}
          schema={documentSchema}
          value={draft.documentIds}
          words={words}
          onChange={value => onChange({ documentIds: (value as string[] | undefined) ?? [] })}
        />
        <div className="two">
          {spare.map(name => (
            <DurationControl
              key={name}
              label={say(`page.calendar-event.${name}`)}
              schema={{}}
              words={words}
              value={draft[name] || undefined}
              onChange={value => onChange({ [name]: typeof value === 'number' ? value : 0 })}
            />
          ))}
        </div>
        <div className="two">
          <TextField
            label={say('page.calendar-event.category')}
            maxLength={80}
            value={draft.category}
            onChange={event => onChange({ category: event.target.value })}
          />
          <ZoneField draft={draft} onChange={onChange} />
        </div>
      </div>
    </details>
  )
}

interface ChoiceProps<Name extends 'privacy' | 'showAs'> extends EventFieldsProps {
  readonly label: string
  readonly name: Name
  readonly values: readonly EventDraft[Name][]
}

function Choice<Name extends 'privacy' | 'showAs'>({ label, name, values, draft, onChange }: ChoiceProps<Name>) {
  const say = useSay<CalendarKeys>()
  return (
    <SelectField
      label={label}
      value={draft[name]}
      options={values.map(value => [value, say(`page.calendar-event.${name}.${value}` as CalendarKeys)] as const)}
      onChange={value => onChange({ [name]: value })}
    />
  )
}

/** The clock by which it is: of those one works with, and the one it has. */
function ZoneField({ draft, onChange }: EventFieldsProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const zones = Intl.supportedValuesOf('timeZone')
  if (draft.at.allDay) return null
  return (
    <SelectField
      label={say('page.calendar-event.zone')}
      value={draft.zone}
      options={[...new Set([formats.zone, draft.zone, ...zones])].map(
        zone => [zone, zone.replaceAll('_', ' ')] as const,
      )}
      onChange={value => onChange({ zone: value })}
    />
  )
}
