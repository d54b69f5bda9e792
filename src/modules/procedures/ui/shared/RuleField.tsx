import { useState } from 'react'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { previewRule } from '../../contract.ts'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { chosenOf, monthSpans, type RuleKind, rruleOf, ruleKinds, ruleSentence, type WireRule } from './rules.ts'
import type { Words } from './words.ts'

/** The name of a weekday, 1 is Monday. */
export function useWeekday(): (n: number) => string {
  const language = useLanguage()
  return n => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22 + n))
}

/** A rule in words, else as its RRULE. */
export function useRuleWords(): (rule: WireRule) => string {
  const say = useSay<Words>()
  const formats = useFormats()
  const weekday = useWeekday()
  const language = useLanguage()
  const month = (n: number) =>
    new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, n - 1, 15))
  return rule => {
    const sentence = ruleSentence(rule, { weekday, months: all => monthSpans(all, month), on: formats.day })
    return sentence ? say(sentence.key, sentence.params) : rule.rrule
  }
}

export interface RuleFieldProps {
  readonly value: WireRule | null
  /** What no rule is called: not by itself, or once. */
  readonly none: string
  readonly onChange: (rule: WireRule | null) => void
}

/** A rhythm chosen by name, with its next days as the office's holidays make them. */
export function RuleField({ value, none, onChange }: RuleFieldProps) {
  const say = useSay<Words>()
  const formats = useFormats()
  const weekday = useWeekday()
  const [own, setOwn] = useState(value?.rrule ?? 'FREQ=MONTHLY;BYDAY=-1TH')
  const [isOwn, setIsOwn] = useState(value !== null && chosenOf(value).kind === 'own')
  const fromOn = value?.fromOn ?? formats.today()
  const chosen = value ? (isOwn ? { kind: 'own' as const, n: 0 } : chosenOf(value)) : null
  const set = (kind: RuleKind, n: number, from = fromOn, ownText = own) =>
    onChange({ rrule: rruleOf({ kind, n }, from, ownText), fromOn: from, shift: value?.shift ?? 'none' })
  return (
    <>
      <div className="two">
        <SelectField
          label={say('page.rule.how')}
          value={chosen?.kind ?? ''}
          options={[['', none], ...ruleKinds.map(kind => [kind, say(`page.rule.${kind}`)] as const)]}
          onChange={kind => {
            setIsOwn(kind === 'own')
            if (kind === '') onChange(null)
            else set(kind as RuleKind, 1)
          }}
        />
        {chosen?.kind === 'week' || chosen?.kind === 'two-weeks' ? (
          <SelectField
            label={say('page.rule.weekday')}
            value={String(chosen.n)}
            options={[1, 2, 3, 4, 5, 6, 7].map(n => [String(n), weekday(n)] as const)}
            onChange={n => set(chosen.kind, Number(n))}
          />
        ) : null}
        {chosen?.kind === 'day-of-month' || chosen?.kind === 'workday-of-month' ? (
          <TextField
            label={say('page.rule.number')}
            type="number"
            min={1}
            max={31}
            value={chosen.n}
            onChange={event => set(chosen.kind, Number(event.target.value) || 1)}
          />
        ) : null}
      </div>
      {chosen?.kind === 'own' ? (
        <Field label={say('page.rule.own')}>
          {control => (
            <textarea
              className="input"
              {...control}
              rows={2}
              value={own}
              onChange={event => {
                setOwn(event.target.value)
                set('own', 0, fromOn, event.target.value || 'FREQ=')
              }}
            />
          )}
        </Field>
      ) : null}
      {value ? (
        <>
          <div className="two">
            <TextField
              label={say('page.rule.from')}
              type="date"
              value={value.fromOn}
              onChange={event =>
                event.target.value && chosen ? set(chosen.kind, chosen.n, event.target.value) : undefined
              }
            />
            <SelectField
              label={say('page.step.shift')}
              value={value.shift ?? 'none'}
              options={(['none', 'before', 'after'] as const).map(one => [one, say(`page.step.shift.${one}`)] as const)}
              onChange={shift => onChange({ ...value, shift: shift as 'none' })}
            />
          </div>
          <NextDays rule={value} />
        </>
      ) : null}
    </>
  )
}

function NextDays({ rule }: { readonly rule: WireRule }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const { rrule, fromOn, shift = 'none' } = rule
  const asked = useQuery<typeof previewRule>('procedures.preview-rule', { rule: { rrule, fromOn, shift } })
  if (!asked.data) return null
  return (
    <p className={asked.data.readable ? 't2' : 'late'} role="status">
      {asked.data.readable
        ? say('page.procedure.next-days', { days: asked.data.days.slice(0, 3).map(formats.weekday).join(', ') })
        : say('page.rule.unreadable')}
    </p>
  )
}
