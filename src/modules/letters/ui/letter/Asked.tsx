import { Field } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { LetterKeys } from '../words.ts'
import type { Writing } from './useLetterDraft.ts'

interface AskedProps {
  readonly writing: Writing
  readonly put: (part: Partial<Writing>) => void
  /** Fields of the text that nothing is known for. */
  readonly missing: readonly string[]
}

/** What the template asks for and nobody but the writer can know. */
export function Asked({ writing, put, missing }: AskedProps) {
  const say = useSay<LetterKeys>()
  const known = writing.answers.map(({ name }) => name)
  const asked = [...new Set([...known, ...missing.filter(name => name.startsWith('ask.')).map(name => name.slice(4))])]
  const others = missing.filter(name => !name.startsWith('ask.'))
  if (asked.length === 0 && others.length === 0) return null
  const set = (name: string, value: string) => {
    const rest = writing.answers.filter(one => one.name !== name)
    put({ answers: [...rest, { name, value }] })
  }
  return (
    <section className="letter-asked" aria-label={say('page.letter.asked')}>
      <h2>{say('page.letter.asked')}</h2>
      <div className="fields">
        {asked.map(name => (
          <Field key={name} label={name}>
            {control => (
              <textarea
                className="input"
                {...control}
                rows={1}
                maxLength={2000}
                value={writing.answers.find(one => one.name === name)?.value ?? ''}
                onChange={event => set(name, event.target.value)}
              />
            )}
          </Field>
        ))}
      </div>
      {others.length > 0 ? (
        <p className="t2">
          {others.map(name => say(`page.field.${name}` as LetterKeys)).join(', ')}: {say('page.letter.field.nothing')}
        </p>
      ) : null}
    </section>
  )
}
