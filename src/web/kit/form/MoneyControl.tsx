import { useState } from 'react'
import type { WireMoney } from '../../answers.ts'
import { readAmount } from '../../format/money.ts'
import { useFormats, useSay } from '../../language/Say.tsx'
import type { ControlProps } from './control.ts'
import { useTyped } from './DateControl.tsx'
import { Field } from './Field.tsx'

const usual = ['SEK', 'NOK', 'DKK', 'EUR', 'RON', 'GBP', 'USD', 'CHF', 'PLN']

/** An amount as it stands on paper, with its currency; the organisation's own first. */
export function MoneyControl({
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
  const money = value as WireMoney | undefined
  const [currency, setCurrency] = useState(money?.currency ?? formats.currency)
  const { text, typed, setTyped } = useTyped(money ? formats.amount(money) : '')
  const [left, setLeft] = useState(false)
  const unreadable = typed !== null && typed.trim() !== '' && readAmount(typed, currency) === null
  const take = (written: string, inCurrency: string) => {
    const amount = readAmount(written, inCurrency)
    onUnreadable?.(written.trim() !== '' && amount === null)
    onChange(amount === null ? undefined : { amount, currency: inCurrency })
  }
  const currencies = [...new Set([formats.currency, currency, ...usual])]
  return (
    <Field
      label={label}
      optional={optional}
      hint={hint}
      problem={unreadable && left ? say('form.money.not', { currency }) : problem}
    >
      {control => (
        <div className="input-group">
          <input
            className="input num"
            {...control}
            inputMode="decimal"
            autoComplete="off"
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            value={text}
            onChange={event => {
              setLeft(false)
              setTyped(event.target.value)
              onUnreadable?.(event.target.value.trim() !== '' && readAmount(event.target.value, currency) === null)
            }}
            onBlur={() => {
              setLeft(true)
              if (typed !== null) take(typed, currency)
            }}
            onKeyDown={event => event.key === 'Enter' && typed !== null && take(typed, currency)}
          />
          <select
            className="input"
            aria-label={say('form.currency')}
            value={currency}
            onChange={event => {
              setCurrency(event.target.value)
              if (text.trim()) take(text, event.target.value)
            }}
          >
            {currencies.map(code => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </div>
      )}
    </Field>
  )
}
