import { addDays, addMonths, weekdayOf } from '../../../../web/format/day.ts'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { weekdayName } from '../../../../web/kit/calendar/dayHead.ts'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { CalendarKeys } from '../words.ts'
import { nthOf, readRule, type SaidRule, writeRule } from './rule.ts'
import { useRuleWords } from './ruleWords.ts'

interface RepeatFieldProps {
  readonly rule: string | null
  /** The day it first takes place on. */
  readonly first: string
  readonly onChange: (rule: string | null) => void
}

const plain = { interval: 1, weekdays: [], nth: null, until: null, count: null } as const
const monday = '2024-01-01'

/** How it repeats, in words; more of it once it does. */
export function RepeatField({ rule, first, onChange }: RepeatFieldProps) {
  const say = useSay<CalendarKeys>()
  const ruleWords = useRuleWords()
  const usual: readonly SaidRule[] = [
    { ...plain, every: 'day' },
    { ...plain, every: 'week', weekdays: [1, 2, 3, 4, 5] },
    { ...plain, every: 'week', weekdays: [weekdayOf(first)] },
    { ...plain, every: 'week', interval: 2, weekdays: [weekdayOf(first)] },
    { ...plain, every: 'month' },
    { ...plain, every: 'month', nth: nthOf(first) },
    { ...plain, every: 'year' },
  ]
  const rules = usual.map(said => writeRule(said, first))
  const isOwn = rule !== null && !rules.includes(rule)
  const said = rule === null ? null : readRule(rule, first)
  return (
    <div className="event-repeat">
      <Field label={say('page.calendar-event.repeats')}>
        {control => (
          <select
            className="input"
            {...control}
            value={rule ?? ''}
            onChange={event => onChange(event.target.value || null)}
          >
            <option value="">{say('page.repeats.never')}</option>
            {rules.map(one => (
              <option key={one} value={one}>
                {ruleWords(one, first)}
              </option>
            ))}
            {isOwn ? <option value={rule}>{ruleWords(rule, first)}</option> : null}
          </select>
        )}
      </Field>
      {said ? <More said={said} first={first} onChange={next => onChange(writeRule(next, first))} /> : null}
    </div>
  )
}

/** Every how many, on which weekdays, until when. */
function More({
  said,
  first,
  onChange,
}: {
  readonly said: SaidRule
  readonly first: string
  readonly onChange: (said: SaidRule) => void
}) {
  const say = useSay<CalendarKeys>()
  const language = useLanguage()
  return (
    <div className="event-rule">
      <TextField
        label={say('page.repeats.every')}
        className="num"
        inputMode="numeric"
        value={String(said.interval)}
        onChange={event =>
          onChange({ ...said, interval: Math.max(1, Math.min(99, Number.parseInt(event.target.value, 10) || 1)) })
        }
      />
      {said.every === 'week' ? (
        <fieldset>
          <legend>{say('page.repeats.on')}</legend>
          <div className="event-weekdays">
            {[1, 2, 3, 4, 5, 6, 7].map(day => {
              const on = said.weekdays.includes(day)
              return (
                <button
                  key={day}
                  type="button"
                  aria-pressed={on}
                  aria-label={weekdayName(addDays(monday, day - 1), language, 'long')}
                  onClick={() => {
                    const weekdays = on
                      ? said.weekdays.filter(one => one !== day)
                      : [...said.weekdays, day].toSorted((a, b) => a - b)
                    if (weekdays.length) onChange({ ...said, weekdays })
                  }}
                >
                  {weekdayName(addDays(monday, day - 1), language, 'narrow')}
                </button>
              )
            })}
          </div>
        </fieldset>
      ) : null}
      <DateControl
        schema={{}}
        words={value => value}
        label={say('page.repeats.until-day')}
        optional={say('form.optional')}
        value={said.until}
        hint={undefined}
        onChange={day =>
          onChange({
            ...said,
            count: null,
            until: typeof day === 'string' && day > first ? day : typeof day === 'string' ? addMonths(first, 1) : null,
          })
        }
      />
    </div>
  )
}
