import { type RefObject, useId, useState } from 'react'
import { runQuery } from '../../../../web/client.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { fillAnswer, listAnswers } from '../../contract/answers.ts'
import type { MailKeys } from '../words.ts'
import type { Address } from './address.ts'
import { asked } from './asked.ts'

export interface TextFieldProps {
  readonly value: string
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly mailboxId: string
  readonly threadId: string | undefined
  readonly to: Address | undefined
  readonly onChange: (text: string) => void
  /** A saved answer that has a subject of its own. */
  readonly onSubject: (subject: string) => void
  /** Fields of a saved answer that nobody could fill. */
  readonly onMissing: (missing: readonly string[]) => void
}

/** As many as stand under the text at a time. */
const offered = 6

/** The text; a semicolon and the beginning of a name offers saved answers, filled in for whoever is written to. */
export function TextField(props: TextFieldProps) {
  const { value, field, mailboxId } = props
  const say = useSay<MailKeys>()
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const wanted = caret === null ? null : asked(value, caret)
  const answers = useQuery<typeof listAnswers>(
    'mail.list-answers',
    { ...(wanted?.text ? { text: wanted.text } : {}), mailboxId, limit: offered },
    { when: wanted !== null, keep: true },
  )
  const rows = wanted ? (answers.data?.rows ?? []) : []
  const here = Math.min(at, rows.length - 1)
  const take = async (answerId: string) => {
    if (!wanted) return
    setCaret(null)
    const { threadId, to } = props
    const filled = await runQuery<typeof fillAnswer>('mail.fill-answer', {
      id: answerId,
      ...(threadId && { threadId }),
      ...(to && { to: to.address, toName: to.name }),
    })
    const text = value.slice(0, wanted.from) + filled.text + value.slice(wanted.to)
    props.onChange(text)
    if (filled.subject) props.onSubject(filled.subject)
    props.onMissing(filled.missing)
    const end = wanted.from + filled.text.length
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(end, end)
    })
  }
  const look = (area: HTMLTextAreaElement) => {
    setCaret(area.selectionStart)
    setAt(0)
  }
  return (
    <div className="text-field">
      <textarea
        ref={field}
        className="letter-text"
        rows={9}
        value={value}
        aria-label={say('page.mail.text')}
        aria-controls={rows.length > 0 ? id : undefined}
        aria-describedby={`${id}-hint`}
        onChange={event => {
          props.onChange(event.target.value)
          look(event.target)
        }}
        onClick={() => setCaret(null)}
        onBlur={() => setCaret(null)}
        onKeyDown={event => {
          if (!wanted) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            setCaret(null)
          } else if (rows.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault()
            setAt(Math.max(0, Math.min(rows.length - 1, here + (event.key === 'ArrowDown' ? 1 : -1))))
          } else if (rows[here] && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) {
            event.preventDefault()
            if (!answers.isPlaceholderData) void take(rows[here].id)
          }
        }}
      />
      <p className="t3 hint" id={`${id}-hint`}>
        {say('page.mail.answers.hint')}
      </p>
      {wanted ? (
        <div className="suggested" role="listbox" tabIndex={-1} id={id} aria-label={say('page.mail.answers')}>
          {rows.map((row, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the text’s
            <div
              key={row.id}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              onMouseEnter={() => setAt(index)}
              onMouseDown={event => {
                event.preventDefault()
                void take(row.id)
              }}
            >
              <span className="num t3">{row.shortcut ? `;${row.shortcut}` : ''}</span>
              <b className="clip">{row.title}</b>
              <span className="t3 clip">{row.snippet}</span>
            </div>
          ))}
          {rows.length === 0 && !answers.isFetching ? (
            <div role="option" aria-selected={false} aria-disabled tabIndex={-1} className="t3">
              {say('page.mail.answers.none')}
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
