import '../letters.css'
import { type FormEvent, useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { createLetter } from '../../contract.ts'
import { Choices } from './Choices.tsx'
import { languageCodes, type LanguageCode, type LetterKeys } from '../words.ts'

const words = (value: string) => value
const aParty = { control: 'record', kind: 'person', optionsFrom: 'directory.list-parties' } as const
const aMatter = { control: 'record', kind: 'matter' } as const

/** To whom, from which template: the rest is filled in. */
export default function NewLetter() {
  const say = useSay<LetterKeys>()
  const go = useGo()
  const [search] = useSearch()
  const [partyId, setParty] = useState<string | undefined>(search['about'])
  const [templateId, setTemplate] = useState<string>(search['template'] ?? '')
  const [language, setLanguage] = useState<LanguageCode | ''>('')
  const [matterId, setMatter] = useState<string | undefined>()
  const mayMatter = usePermission('matters.list-matters')
  const create = useCommand<typeof createLetter>('letters.create-letter', { quiet: true })
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await create.run({
      ...(partyId ? { partyId } : {}),
      ...(templateId ? { templateId } : {}),
      ...(language ? { language } : {}),
      ...(matterId ? { matterId } : {}),
    })
    if (answer.status === 'done') go(`/letters/${answer.output.id}`)
  }
  const refusal = create.answer?.status === 'refused' ? create.answer.refusal : null
  return (
    <Page title={say('page.letter.new')} crumbs={[{ label: say('page.letters'), href: '/letters' }]}>
      <form className="letter-begin" noValidate onSubmit={event => void begin(event)}>
        <Recipient id={partyId} onId={setParty} />
        <Choices value={templateId} onValue={setTemplate} />
        <div className="letter-to">
          {mayMatter ? (
            <RecordPicker
              label={say('page.letter.new.matter')}
              schema={aMatter as never}
              value={matterId}
              onChange={value => setMatter(typeof value === 'string' ? value : undefined)}
              words={words}
              optional=""
            />
          ) : null}
          <SelectField
            label={say('page.letter.new.language')}
            value={language}
            options={[
              ['', say('page.letter.new.language.theirs')],
              ...languageCodes.map(code => [code, languageNames[code]] as const),
            ]}
            onChange={setLanguage}
          />
        </div>
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        <div className="form-foot">
          <Button look="primary" type="submit" icon="edit" busy={create.busy}>
            {say('page.letter.new.begin')}
          </Button>
          <ButtonLink href="/letters">{say('cancel' as LetterKeys)}</ButtonLink>
        </div>
      </form>
    </Page>
  )
}

/** Whoever the page was opened about is there already. */
function Recipient({ id, onId }: { readonly id: string | undefined; readonly onId: (id: string | undefined) => void }) {
  const say = useSay<LetterKeys>()
  const { data } = useQuery<unknown>('directory.get-party', { id: id ?? '' } as never, { when: id !== undefined })
  const title = (data as { readonly record?: { readonly title: string } } | undefined)?.record?.title
  if (id && title)
    return (
      <Field label={say('page.letter.new.to')}>
        {control => (
          <button type="button" className="chosen" {...control} onClick={() => onId(undefined)}>
            <Icon name="user" small />
            <span className="clip">{title}</span>
            <Icon name="x" small />
          </button>
        )}
      </Field>
    )
  return (
    <RecordPicker
      label={say('page.letter.new.to')}
      schema={aParty as never}
      value={undefined}
      onChange={value => onId(typeof value === 'string' ? value : undefined)}
      words={words}
      hint={say('page.letter.new.nobody')}
      autoFocus
    />
  )
}
