import { useEffect, useRef, useState } from 'react'
import { useSay } from '../../language/Say.tsx'
import { useKind } from '../../session.ts'
import { Icon } from '../Icon.tsx'
import type { ControlProps } from './control.ts'
import { Field } from './Field.tsx'
import { Finder } from './Finder.tsx'
import { useRecordTitles } from './recordTitles.ts'
import { plain } from './schema.ts'

/** What the keyboard reaches after it in the same form; itself, where nothing comes. */
function nextOf(from: HTMLElement | null): HTMLElement | null {
  const reached = 'input:not([type="hidden"]), select, textarea, button:not([tabindex="-1"]), a[href], summary'
  const all = [...(from?.closest('form')?.querySelectorAll<HTMLElement>(reached) ?? [])]
  const shown = all.filter(one => one === from || one.checkVisibility())
  return (from && shown[shown.indexOf(from) + 1]) ?? from
}

/** A record found by typing part of its name: the kind's list query, or the one that the schema names. */
export function RecordPicker({
  label,
  schema: given,
  value,
  onChange,
  problem,
  hint,
  optional,
  autoFocus,
}: ControlProps) {
  const say = useSay()
  const schema = plain(given)
  const kind = schema.kind ?? (schema.control === 'person' ? 'person' : schema.control === 'document' ? 'document' : '')
  const registered = useKind(kind)
  const query = schema.optionsFrom ?? registered?.listQuery ?? null
  const id = typeof value === 'string' && value ? value : null
  const { titleOf, learn } = useRecordTitles(kind, id === null ? [] : [id], schema.optionsFrom ?? null)
  const title = id === null ? null : titleOf(id)
  const chosen = useRef<HTMLButtonElement>(null)
  const arrives = useRef<'here' | 'next' | null>(null)
  const [cleared, setCleared] = useState(false)
  const clear = () => {
    setCleared(true)
    onChange(undefined)
  }
  // The field that was typed into is gone: the focus goes on from what was chosen, as it would from a field.
  useEffect(() => {
    if (id === null || arrives.current === null) return
    ;(arrives.current === 'next' ? nextOf(chosen.current) : chosen.current)?.focus()
    arrives.current = null
  }, [id])
  return (
    <Field label={label} optional={optional} hint={hint} problem={problem}>
      {control =>
        id !== null && title !== null ? (
          <button ref={chosen} type="button" className="chosen" {...control} onClick={clear}>
            <Icon name={registered?.icon ?? (kind === 'person' ? 'user' : 'file-text')} small />
            <span className="clip">{title}</span>
            <span className="vh">{say('form.pick.clear', { name: title })}</span>
            <Icon name="x" small />
          </button>
        ) : (
          <Finder
            control={control}
            query={query}
            kind={kind}
            autoFocus={Boolean(autoFocus) || cleared}
            onPick={(option, leaves) => {
              arrives.current = leaves ? 'here' : 'next'
              learn(option)
              onChange(option.id)
            }}
            icon={registered?.icon ?? (kind === 'person' ? 'user' : 'file-text')}
          />
        )
      }
    </Field>
  )
}
