import { Field } from '../../../../web/kit/form/Field.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { WorkKeys } from '../desk/deskTypes.ts'
import type { TaskDetail } from './Task.tsx'
import { useRepeatWords, weekdayNames } from './useRepeatWords.ts'

type Rule = NonNullable<TaskDetail['repeat']>

const units = ['day', 'workday', 'week', 'month', 'year'] as const
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const plainRule = { interval: 1, from: 'due', shift: 'none' } as const

export interface RepeatFieldProps {
  readonly value: Rule | null
  readonly onChange: (rule: Rule | null) => void
}

/** How often it comes back, in the words one would say; days of the month are kept as they were given. */
export function RepeatField({ value, onChange }: RepeatFieldProps) {
  const say = useSay<WorkKeys>()
  const language = useLanguage()
  const words = useRepeatWords()
  const chosen = new Set(value?.weekdays)
  const toggle = (weekday: number) => {
    if (!value) return
    const next = weekdays.filter(one => (one === weekday ? !chosen.has(one) : chosen.has(one)))
    const { weekdays: _before, ...rest } = value
    onChange(next.length ? { ...rest, weekdays: next } : rest)
  }
  return (
    <div className="repeat">
      <Field label={say('field.repeat')} hint={value ? words(value) : undefined}>
        {control => (
          <select
            className="input"
            {...control}
            value={value?.every ?? ''}
            onChange={({ target }) =>
              onChange(target.value ? { ...plainRule, every: target.value as Rule['every'] } : null)
            }
          >
            <option value="">{say('page.task.never')}</option>
            {units.map(unit => (
              <option key={unit} value={unit}>
                {say(`page.task.every.${unit}`, { count: 1 })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {value ? (
        <Field label={say('page.task.interval')}>
          {control => (
            <input
              className="input num"
              {...control}
              type="number"
              min={1}
              max={99}
              value={value.interval ?? 1}
              onChange={({ target }) =>
                onChange({ ...value, interval: Math.min(99, Math.max(1, Number(target.value) || 1)) })
              }
            />
          )}
        </Field>
      ) : null}
      {value?.every === 'week' ? (
        <fieldset className="days">
          <legend className="vh">{say('page.task.weekdays')}</legend>
          {weekdays.map(weekday => (
            <label key={weekday} className="tick">
              <input className="box" type="checkbox" checked={chosen.has(weekday)} onChange={() => toggle(weekday)} />
              {weekdayNames([weekday], language)}
            </label>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
