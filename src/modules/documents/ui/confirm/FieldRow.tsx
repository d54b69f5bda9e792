import { useEffect, useState } from 'react'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { DocumentDetail, DocumentKeys, FieldName } from './confirmTypes.ts'
import type { Doubts } from './doubts.ts'
import { type Confirming, refusalId } from './useConfirm.ts'
import { learntWords } from './learntWords.ts'
import { isAmount, readTyped, written } from './values.ts'

interface FieldRowProps {
  readonly name: FieldName
  readonly work: Confirming
  readonly detail: DocumentDetail
  readonly here: boolean
  readonly onHere: () => void
  readonly gap: boolean
  readonly doubts: Doubts
}

const mostAlternatives = 3

/** One field: its value as on the paper, why it is believed, how sure; doubtful ones show what else it may be. */
export function FieldRow({ name, work, detail, here, onHere, gap, doubts }: FieldRowProps) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const read = detail.fields.find(field => field.name === name)
  const currency =
    work.edits.fields.currency ?? detail.fields.find(field => field.name === 'currency')?.value ?? formats.currency
  const edited = work.edits.fields[name]
  const value = edited === undefined ? (read?.value ?? null) : edited
  const shown = written(name, value, currency, formats)
  const [typed, setTyped] = useState(shown)
  const [wrong, setWrong] = useState(false)
  useEffect(() => setTyped(shown), [shown])
  const doubt = edited === undefined && doubts.has(name)
  const refused = work.refusal?.field === name
  const settle = () => {
    const meant = readTyped(name, typed, currency, formats)
    setWrong(meant === undefined)
    if (meant !== undefined && meant !== value) work.setField(name, meant)
    else if (meant !== undefined) setTyped(shown)
  }
  const label = say(`field.${name}` as DocumentKeys)
  const hint = wrong
    ? say('page.confirm.unreadable')
    : refused
      ? undefined
      : hintOf(say, formats, read, edited, isAmount(name) && name === 'total' ? currency : null)
  return (
    <>
      <div className={`field${here ? ' now' : ''}${doubt ? ' doubt' : ''}`}>
        <label htmlFor={`field-${name}`}>{label}</label>
        <div className="val">
          <input
            id={`field-${name}`}
            value={typed}
            autoComplete="off"
            aria-invalid={wrong || refused || undefined}
            aria-describedby={refused ? refusalId : hint ? `hint-${name}` : undefined}
            style={name === 'total' ? { fontWeight: 600 } : undefined}
            onFocus={event => {
              onHere()
              event.target.select()
            }}
            onChange={event => setTyped(event.target.value)}
            onBlur={settle}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                event.preventDefault()
                settle()
                nextField(event.currentTarget)
              }
            }}
          />
          {hint ? (
            <span className={wrong ? 'hint late' : 'hint'} id={`hint-${name}`}>
              {hint}
            </span>
          ) : null}
        </div>
        <span className={doubt ? 'sure low' : 'sure'}>
          {edited !== undefined ? '✓' : read ? Math.round(read.confidence * 100) : '–'}
        </span>
        {here && (doubt || edited !== undefined) && read && read.alternatives.length > 0 ? (
          <Alternatives
            name={name}
            read={read}
            currency={currency}
            value={value}
            pick={other => work.setField(name, other)}
          />
        ) : null}
      </div>
      {gap ? <div className="gap" /> : null}
    </>
  )
}

/** Enter goes on to the next field, as on a till. */
export function nextField(input: HTMLInputElement): void {
  const inputs = [...(input.form?.querySelectorAll('input') ?? [])]
  inputs[inputs.indexOf(input) + 1]?.focus()
}

function hintOf(
  say: ReturnType<typeof useSay<DocumentKeys>>,
  formats: ReturnType<typeof useFormats>,
  read: DocumentDetail['fields'][number] | undefined,
  edited: string | null | undefined,
  currency: string | null,
): string | undefined {
  if (edited !== undefined) return say('page.confirm.by-you')
  if (read?.learnt && read.reasons.includes('learnt')) return learntWords(say, formats, read.learnt)
  if (currency) return currency
  const reason = read?.reasons.find(one => say.maybe(`reason.${one}`))
  return reason ? say.maybe(`reason.${reason}`) : undefined
}

interface AlternativesProps {
  readonly name: FieldName
  readonly read: DocumentDetail['fields'][number]
  readonly currency: string
  readonly value: string | null
  readonly pick: (value: string) => void
}

function Alternatives({ name, read, currency, value, pick }: AlternativesProps) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const offered = [
    { value: read.value, confidence: read.confidence },
    ...read.alternatives.filter(one => one.value !== read.value),
  ].slice(0, mostAlternatives)
  useHotkeys(
    offered.map((one, index) => ({
      keys: `alt+${index + 1}`,
      label: written(name, one.value, currency, formats),
      group: say('page.confirm.other-readings'),
      whileTyping: true,
      run: () => pick(one.value),
    })),
  )
  return (
    <ul className="alts" aria-label={say('page.confirm.other-readings')}>
      {offered.map((one, index) => (
        <li key={one.value} className={one.value === value ? 'sel' : undefined}>
          <button type="button" tabIndex={-1} onClick={() => pick(one.value)}>
            <b>{written(name, one.value, currency, formats)}</b>
          </button>
          <span>{formats.percent(one.confidence)}</span>
          <Kbd keys={`alt+${index + 1}`} />
        </li>
      ))}
    </ul>
  )
}
