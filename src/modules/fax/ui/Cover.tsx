import { type Language, languages } from '../../../kernel/language/catalogue.ts'
import { Field } from '../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../web/kit/form/SelectField.tsx'
import { languageNames } from '../../../web/language/load.ts'
import { useSay } from '../../../web/language/Say.tsx'
import type { FaxKeys } from './words.ts'

interface CoverProps {
  readonly note: string
  readonly onNote: (note: string) => void
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** What stands on the sheet before it, in the recipient's language where that is known. */
export function Cover({ note, onNote, language, onLanguage }: CoverProps) {
  const say = useSay<FaxKeys>()
  return (
    <>
      <SelectField
        label={say('field.fax.language')}
        value={language}
        options={languages.map(one => [one, languageNames[one]] as const)}
        onChange={onLanguage}
      />
      <Field label={say('field.fax.note')}>
        {control => (
          <textarea
            className="input"
            {...control}
            rows={4}
            maxLength={2000}
            value={note}
            onChange={event => onNote(event.target.value)}
          />
        )}
      </Field>
    </>
  )
}
