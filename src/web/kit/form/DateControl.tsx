import { Popover } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { readDay } from '../../format/entry.ts'
import { useFormats, useLanguage, useSay } from '../../language/Say.tsx'
import { Icon } from '../Icon.tsx'
import type { ControlProps } from './control.ts'
import { Field } from './Field.tsx'

const Calendar = lazy(() => import('./Calendar.tsx'))

/** Text of a parsed control: what was typed until it can be read; the value, written out, after leaving the field. */
export function useTyped(written: string) {
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => setTyped(null), [written])
  return { text: typed ?? written, typed, setTyped }
}

/** A day, as one says it: what was understood stands beside while one types. */
export function DateControl({
  label,
  value,
  onChange,
  problem,
  hint,
  optional,
  autoFocus,
  onUnreadable,
}: ControlProps) {
  const say = useSay()
  const formats = useFormats()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const day = typeof value === 'string' ? value : null
  const { text, typed, setTyped } = useTyped(day ? formats.fullDay(day) : '')
  const understood = typed === null ? day : readDay(typed, formats.today(), language)
  const unreadable = typed !== null && typed.trim() !== '' && understood === null
  const [left, setLeft] = useState(false)
  const take = (typedNow: string) => {
    setTyped(typedNow)
    setLeft(false)
    const read = readDay(typedNow, formats.today(), language)
    onUnreadable?.(typedNow.trim() !== '' && read === null)
    if (read === null && typedNow.trim() === '') onChange(undefined)
  }
  const leave = () => {
    setLeft(true)
    if (typed === null || unreadable) return
    onUnreadable?.(false)
    if (understood !== day) onChange(understood ?? undefined)
    else setTyped(null)
  }
  return (
    <Field label={label} optional={optional} hint={hint} problem={unreadable && left ? say('form.date.not') : problem}>
      {control => (
        <div className="input-group">
          <input
            className="input"
            {...control}
            value={text}
            placeholder={say('form.date.hint')}
            autoComplete="off"
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            onChange={event => take(event.target.value)}
            onBlur={leave}
            onKeyDown={event => event.key === 'Enter' && leave()}
          />
          {understood ? (
            <span className="aside">{typed === null ? formats.relative(understood) : formats.weekday(understood)}</span>
          ) : null}
          <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
            <Popover.Target>
              <button
                type="button"
                aria-label={say('form.date.calendar')}
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                <Icon name="calendar" small />
              </button>
            </Popover.Target>
            <Popover.Dropdown>
              <Suspense fallback={null}>
                {open ? (
                  <Calendar
                    day={understood}
                    onPick={picked => {
                      onUnreadable?.(false)
                      setTyped(null)
                      onChange(picked)
                      setOpen(false)
                    }}
                  />
                ) : null}
              </Suspense>
            </Popover.Dropdown>
          </Popover>
        </div>
      )}
    </Field>
  )
}
