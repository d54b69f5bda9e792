import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeMerge } from '../../contract.ts'
import { languageCodes, type LanguageCode, type LetterKeys, type MergeDetail } from '../words.ts'

/** Which column is what, and what is the same for all; for people of the directory only the latter. */
export function Columns({ detail }: { readonly detail: MergeDetail }) {
  const say = useSay<LetterKeys>()
  const [mapping, setMapping] = useState(detail.mapping)
  const [answers, setAnswers] = useState(detail.answers)
  const [rest, setRest] = useState({
    language: detail.language,
    signerName: detail.signerName,
    signerRole: detail.signerRole,
  })
  const change = useCommand<typeof changeMerge>('letters.change-merge', { quiet: true })
  const { id, version } = detail.record
  const save = () =>
    void change.run({ id, expectedVersion: version, mapping, answers: answers.filter(one => one.value), ...rest })
  const columnOf = (target: string) => mapping.find(one => one.target === target)?.column
  const map = (target: string, column: string) => {
    const others = mapping.filter(one => one.target !== target)
    setMapping(column === '' ? others : [...others, { target, column: Number(column) }])
  }
  const asks = detail.targets.filter(target => target.startsWith('ask.')).map(target => target.slice(4))
  const answer = (name: string, value: string) =>
    setAnswers([...answers.filter(one => one.name !== name), { name, value }])
  const refusal = change.answer?.status === 'refused' ? change.answer.refusal : null
  return (
    <>
      {detail.columns.length > 0 ? (
        <Section title={say('page.merge.columns')}>
          <div className="merge-columns">
            {detail.targets.map(target => (
              <Field
                key={target}
                label={target.startsWith('ask.') ? target.slice(4) : say(`page.merge.target.${target}` as LetterKeys)}
              >
                {control => (
                  <select
                    className="input"
                    {...control}
                    value={columnOf(target) ?? ''}
                    onChange={event => map(target, event.target.value)}
                  >
                    <option value="">{say('page.merge.no-column')}</option>
                    {detail.columns.map((column, at) => (
                      <option key={at} value={at}>
                        {column}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ))}
          </div>
        </Section>
      ) : null}
      <Section title={say('page.merge.same-for-all')}>
        <div className="merge-columns">
          {asks
            .filter(name => columnOf(`ask.${name}`) === undefined)
            .map(name => (
              <TextField
                key={name}
                label={name}
                maxLength={2000}
                value={answers.find(one => one.name === name)?.value ?? ''}
                onChange={event => answer(name, event.target.value)}
              />
            ))}
          {(['signerName', 'signerRole'] as const).map(key => (
            <TextField
              key={key}
              label={say(`field.letters.${key}`)}
              maxLength={120}
              value={rest[key]}
              onChange={event => setRest({ ...rest, [key]: event.target.value })}
            />
          ))}
          <SelectField
            label={say('field.letters.language')}
            value={rest.language ?? ''}
            options={[
              ['', say('page.letter.new.language.theirs')],
              ...languageCodes.map(code => [code, languageNames[code]] as const),
            ]}
            onChange={value => setRest({ ...rest, language: (value || null) as LanguageCode | null })}
          />
        </div>
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        <div>
          <Button busy={change.busy} onClick={save}>
            {say('page.merge.save')}
          </Button>
        </div>
      </Section>
    </>
  )
}
