import { useId, useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { suggestRecipients } from '../../contract/desk.ts'
import type { MailKeys } from '../words.ts'
import { type Address, isAddress, readAddresses } from './address.ts'

export interface RecipientsProps {
  readonly label: string
  readonly value: readonly Address[]
  readonly onChange: (value: readonly Address[]) => void
  readonly autoFocus?: boolean
  readonly end?: React.ReactNode
}

/** To whom: names found while typing, or addresses as they are pasted. */
export function Recipients({ label, value, onChange, autoFocus, end }: RecipientsProps) {
  const say = useSay<MailKeys>()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const asked = text.trim()
  const found = useQuery<typeof suggestRecipients>(
    'mail.suggest-recipients',
    { text: asked },
    { when: asked.length > 1, keep: true },
  )
  const options = asked.length > 1 ? (found.data?.rows ?? []) : []
  const add = (list: readonly Address[]) => {
    const there = new Set(value.map(one => one.address.toLowerCase()))
    onChange([...value, ...list.filter(one => !there.has(one.address.toLowerCase()))])
    setText('')
    setAt(0)
  }
  const takeTyped = () => asked && add(readAddresses(asked))
  const here = Math.min(at, options.length - 1)
  return (
    <div className="recipients">
      <label htmlFor={id}>{label}</label>
      <div className="those">
        {value.map(one => (
          <button
            key={one.address}
            type="button"
            className="chip"
            data-wrong={isAddress(one.address) ? undefined : ''}
            title={one.address}
            onClick={() => onChange(value.filter(other => other !== one))}
          >
            <b>{one.name || one.address}</b>
            <span className="vh">{say('page.mail.take-off')}</span>
            <Icon name="x" />
          </button>
        ))}
        <input
          id={id}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={options[here] ? `${id}-${here}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          autoFocus={autoFocus}
          onChange={event => {
            setText(event.target.value)
            setAt(0)
          }}
          onBlur={takeTyped}
          onKeyDown={event => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              if (options.length === 0) return
              event.preventDefault()
              setAt(Math.max(0, Math.min(options.length - 1, here + (event.key === 'ArrowDown' ? 1 : -1))))
            } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              if (!asked) return
              event.preventDefault()
              const option = options[here]
              if (option && !found.isPlaceholderData && !isAddress(asked)) add([option])
              else takeTyped()
            } else if ((event.key === ',' || event.key === ';') && isAddress(asked)) {
              event.preventDefault()
              takeTyped()
            } else if (event.key === 'Backspace' && !text && value.length > 0) onChange(value.slice(0, -1))
          }}
        />
        {end}
      </div>
      {options.length > 0 ? (
        <div className="suggested" role="listbox" tabIndex={-1} id={`${id}-list`} aria-label={label}>
          {options.map((option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the combobox’s
            <div
              key={option.address}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              onMouseEnter={() => setAt(index)}
              onMouseDown={event => {
                event.preventDefault()
                add([option])
              }}
            >
              <Icon name={option.known ? 'user' : 'mail'} small />
              <span className="clip">{option.name || option.address}</span>
              <span className="t3 clip">{option.name ? option.address : ''}</span>
            </div>
          ))}
        </div>
      ) : (
        <div role="listbox" tabIndex={-1} id={`${id}-list`} aria-label={label} hidden />
      )}
    </div>
  )
}
