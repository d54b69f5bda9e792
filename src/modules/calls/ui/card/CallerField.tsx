import { useId, useRef, useState } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { Slice } from '../../../../web/answers.ts'
import type { Keys } from '../words.ts'
import type { Person } from './useSlip.ts'

interface Party extends Person {
  readonly name?: string
}

/** So few letters name half the directory. */
const leastLetters = 2

/** Who called: typed as one hears it; whom the directory knows is offered beneath, and taken by arrow and Enter. */
export function CallerField({
  value,
  placeholder,
  onChange,
  onPick,
  autoFocus,
}: {
  readonly value: string
  /** Whose number it is, as far as that is known. */
  readonly placeholder: string | undefined
  readonly onChange: (text: string) => void
  readonly onPick: (party: Person) => void
  readonly autoFocus: boolean
}) {
  const say = useSay<Keys>()
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const text = value.trim()
  const asks = isOpen && text.length >= leastLetters && !/^[\d\s+()/-]+$/.test(text)
  const found = useQuery<unknown>('directory.list-parties', { text, limit: 5 }, { when: asks, keep: true })
  const options = asks ? ((found.data as Slice<Party> | undefined)?.rows ?? []) : []
  const field = useRef<HTMLInputElement>(null)
  const pick = (party: Party | undefined) => {
    if (!party) return
    onPick({ id: party.id, title: party.title ?? party.name ?? '' })
    setOpen(false)
    setAt(-1)
  }
  return (
    <div className="cc-caller">
      <input
        ref={field}
        role="combobox"
        aria-label={say('page.slip.from')}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 && options[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        data-mantine-stop-propagation="true"
        data-first={autoFocus || undefined}
        placeholder={placeholder ?? say('page.slip.find')}
        value={value}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={event => {
          setAt(-1)
          setOpen(true)
          onChange(event.target.value)
        }}
        onKeyDown={event => {
          if (options.length === 0) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setAt(Math.max(-1, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
          } else if (event.key === 'Enter' && at >= 0 && !event.ctrlKey && !event.metaKey) {
            event.preventDefault()
            pick(options[at])
          } else if (event.key === 'Escape') {
            event.stopPropagation()
            setOpen(false)
          }
        }}
      />
      <div id={list} role="listbox" tabIndex={-1} aria-label={say('page.slip.from')} hidden={options.length === 0}>
        {options.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the combobox’s
          <div
            key={option.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={event => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option.title ?? option.name}
          </div>
        ))}
      </div>
    </div>
  )
}
