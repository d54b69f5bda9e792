import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { languageCodes, type LetterKeys } from '../words.ts'
import type { Writing } from './useLetterDraft.ts'

interface FactsProps {
  readonly writing: Writing
  readonly put: (part: Partial<Writing>) => void
}

const plain = { schema: {}, words: (value: string) => value }
const lines = ['yourReference', 'signerName', 'signerRole', 'enclosures'] as const
const longest = { yourReference: 60, signerName: 120, signerRole: 120, enclosures: 300 }

/** To whom and by whom: the address open, the rest folded until it is needed. */
export function LetterFacts({ writing, put }: FactsProps) {
  const say = useSay<LetterKeys>()
  return (
    <>
      <div className="letter-to">
        <Field label={say('field.letters.recipient')}>
          {control => (
            <textarea
              className="input"
              {...control}
              rows={4}
              maxLength={600}
              value={writing.recipient}
              onChange={event => put({ recipient: event.target.value })}
            />
          )}
        </Field>
        <SelectField
          label={say('field.letters.language')}
          value={writing.language}
          options={languageCodes.map(code => [code, languageNames[code]] as const)}
          onChange={value => put({ language: value })}
        />
      </div>
      <details className="letter-facts">
        <summary>{say('page.letter.facts')}</summary>
        <div className="fields">
          <DateControl
            {...plain}
            label={say('field.letters.datedOn')}
            value={writing.datedOn}
            onChange={value => (typeof value === 'string' ? put({ datedOn: value }) : undefined)}
          />
          <TextField
            label={say('field.letters.email')}
            type="email"
            maxLength={254}
            value={writing.email}
            onChange={event => put({ email: event.target.value })}
          />
          {lines.map(key => (
            <TextField
              key={key}
              label={say(`field.letters.${key}`)}
              maxLength={longest[key]}
              value={writing[key]}
              onChange={event => put({ [key]: event.target.value })}
            />
          ))}
        </div>
      </details>
    </>
  )
}
