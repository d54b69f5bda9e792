import type { ReactNode } from 'react'
import { type Formats } from '../../../../web/format/formats.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { fieldWords } from '../shared/words.ts'
import type { Say } from '../shared/words.ts'

const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const day = /^\d{4}-\d\d-\d\d$/

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isMoney = (value: unknown): value is { readonly amount: string; readonly currency: string } =>
  isObject(value) && typeof value['amount'] === 'string' && typeof value['currency'] === 'string'

/** Ids and versions say nothing to who decides; what they name stands under “Belongs to”. */
const tellsNothing = (name: string, value: unknown) =>
  value === null ||
  value === '' ||
  name === 'version' ||
  name === 'expectedVersion' ||
  (typeof value === 'string' && identifier.test(value))

function written(value: unknown, say: Say, formats: Formats): ReactNode {
  if (isMoney(value)) return formats.money(value)
  if (Array.isArray(value)) return value.map((one, at) => <div key={at}>{written(one, say, formats)}</div>)
  if (isObject(value)) return <Values value={value} />
  if (typeof value === 'boolean') return say(value ? 'page.machine.yes' : 'page.machine.no')
  if (typeof value === 'number') return formats.number(value)
  if (typeof value === 'string' && day.test(value)) return formats.fullDay(value)
  if (typeof value === 'string' && moment.test(value)) return formats.moment(value)
  return String(value)
}

function Values({ value }: { readonly value: Readonly<Record<string, unknown>> }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const told = Object.entries(value).filter(([name, one]) => !tellsNothing(name, one))
  return (
    <dl className="facts shown">
      {told.map(([name, one]) => (
        <div key={name}>
          <dt>{fieldWords(say, name)}</dt>
          <dd className="num">{written(one, say, formats)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the asker saw and the approver sees: the basis of the act, as it is written on paper. */
export function Shown({ shown }: { readonly shown: unknown }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  if (shown === null || shown === undefined) return null
  return isObject(shown) && !isMoney(shown) ? <Values value={shown} /> : <p>{written(shown, say, formats)}</p>
}
