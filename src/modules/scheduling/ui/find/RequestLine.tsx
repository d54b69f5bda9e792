import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys, Read } from '../words.ts'

interface RequestLineProps {
  readonly line: string
  readonly onLine: (line: string) => void
  readonly finding: { readonly unclear: Read['unclear'] }
}

/** One line, typed as it is said; a name that several bear is settled by a press. */
export function RequestLine({ line, onLine, finding }: RequestLineProps) {
  const say = useSay<Keys>()
  return (
    <div className="find-line">
      <Field label={say('page.find-time.say')}>
        {control => (
          <textarea
            className="input"
            {...control}
            rows={2}
            maxLength={500}
            placeholder={say('page.find-time.hint')}
            value={line}
            autoFocus={line === ''}
            onChange={event => onLine(event.target.value.replaceAll('\n', ' '))}
            onKeyDown={event => {
              if (event.key !== 'Enter') return
              // What was typed is read by itself: Enter leaves the line, and the next Enter books.
              event.preventDefault()
              event.currentTarget.blur()
            }}
          />
        )}
      </Field>
      {finding.unclear.map(one => (
        <div
          key={one.typed}
          className="find-unclear"
          role="group"
          aria-label={say('page.find-time.unclear', { typed: one.typed })}
        >
          <span>{say('page.find-time.unclear', { typed: one.typed })}</span>
          {one.choices.map(person => (
            <Button key={person.id} size="s" onClick={() => onLine(line.replace(one.typed, person.title))}>
              {person.title}
            </Button>
          ))}
        </div>
      ))}
    </div>
  )
}
