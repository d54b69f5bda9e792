import '../letters.css'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { RichEditor } from '../../../../web/kit/editor/RichEditor.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Commands } from '../../../../web/kit/record/Commands.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { previewTemplate, writeVariant } from '../../contract.ts'
import { fieldsOf } from '../letter/fieldsOf.ts'
import { Paper } from '../paper.tsx'
import { languageCodes, type LanguageCode, type LetterKeys, pictureAddress, type TemplateDetail } from '../words.ts'

export default function TemplatePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<TemplateDetail> query="letters.get-template" id={id}>
      {detail => <Template detail={detail} key={id} />}
    </RecordOf>
  )
}

const empty = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'field', attrs: { name: 'recipient.salutation' } }] },
    { type: 'paragraph' },
  ],
}
/** These have their own place on the page. */
const elsewhere = new Set(['letters.write-variant', 'letters.remove-variant', 'letters.create-letter'])

/** A template: a tab for each language, its text, and how it is printed. */
function Template({ detail }: { readonly detail: TemplateDetail }) {
  const say = useSay<LetterKeys>()
  const [search, change] = useSearch()
  const { record, variants } = detail
  const can = detail.can as readonly Can[]
  const asked = languageCodes.find(code => code === search['in'])
  const language = asked ?? variants[0]?.language ?? 'en'
  const there = variants.map(one => one.language)
  const mayWrite = can.some(({ command }) => command === 'letters.write-variant')
  const open = (code: LanguageCode) => change({ in: code })
  return (
    <Page
      title={record.title}
      crumbs={[
        { label: say('page.letters'), href: '/letters' },
        { label: say('page.letters.templates'), href: '/letter-templates' },
      ]}
      beside={record.state === 'retired' ? say('state.letter-template.retired') : undefined}
    >
      <Commands
        can={can.filter(({ command }) => !elsewhere.has(command))}
        about={record.title}
        record={record}
        first={
          record.state === 'current' ? (
            <ButtonLink href={`/letters/new?template=${record.id}`} icon="edit">
              {say('page.templates.use')}
            </ButtonLink>
          ) : null
        }
      />
      <div className="letter-tabs" role="group" aria-label={say('page.templates.languages')}>
        {languageCodes
          .filter(code => there.includes(code) || code === language)
          .map(code => (
            <button
              key={code}
              type="button"
              className="letter-tab"
              aria-pressed={code === language}
              onClick={() => open(code)}
            >
              {languageNames[code]}
            </button>
          ))}
        {mayWrite && there.length < languageCodes.length ? (
          <select
            className="rich-style"
            aria-label={say('page.templates.add-language')}
            value=""
            onChange={event => open(event.target.value as LanguageCode)}
          >
            <option value="">{say('page.templates.add-language')}</option>
            {languageCodes
              .filter(code => !there.includes(code))
              .map(code => (
                <option key={code} value={code}>
                  {languageNames[code]}
                </option>
              ))}
          </select>
        ) : null}
      </div>
      <Variant key={language} detail={detail} language={language} mayWrite={mayWrite} />
    </Page>
  )
}

interface VariantProps {
  readonly detail: TemplateDetail
  readonly language: LanguageCode
  readonly mayWrite: boolean
}

const known = [
  'recipient.salutation',
  'recipient.name',
  'recipient.first-name',
  'recipient.town',
  'sender.name',
  'sender.role',
  'office.name',
  'office.town',
  'date',
  'number',
  'your-reference',
  'matter',
].map(name => ({ name, value: null }))

function Variant({ detail, language, mayWrite }: VariantProps) {
  const say = useSay<LetterKeys>()
  const { record } = detail
  const found = detail.variants.find(one => one.language === language)
  const [text, setText] = useState({ subject: found?.subject ?? '', body: found?.body ?? empty })
  const [dirty, setDirty] = useState(!found)
  const write = useCommand<typeof writeVariant>('letters.write-variant')
  const shown = useDeferredValue(text)
  const preview = useQuery<typeof previewTemplate>(
    'letters.preview-template',
    { language, subject: shown.subject, body: shown.body as never },
    { keep: true, fresh_ms: 60_000 },
  )
  const fields = useMemo(() => fieldsOf(say as never, known), [say])
  const put = (part: Partial<typeof text>) => {
    setText(before => ({ ...before, ...part }))
    setDirty(true)
  }
  const save = async () => {
    const answer = await write.run({
      id: record.id,
      expectedVersion: record.version,
      language,
      subject: text.subject,
      body: text.body as never,
    })
    if (answer.status === 'done') setDirty(false)
  }
  const askField = () => {
    const name = prompt(say('page.letter.ask.what'))
      ?.trim()
      .replace(/[{}\n]/g, '')
      .slice(0, 76)
    return name ? `ask.${name}` : null
  }
  const refusal = write.answer?.status === 'refused' ? write.answer.refusal : null
  return (
    <div className="letter-desk">
      <div className="letter-write">
        <input
          className="letter-subject"
          aria-label={say('field.letters.subject')}
          placeholder={say('field.letters.subject')}
          maxLength={300}
          readOnly={!mayWrite}
          value={text.subject}
          onChange={event => put({ subject: event.target.value })}
        />
        <RichEditor
          label={say('page.letter.text')}
          text={text.body}
          onChange={body => put({ body: body as never })}
          fields={fields}
          askField={askField}
          pictureAddress={pictureAddress}
        />
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        {mayWrite ? (
          <div className="form-foot">
            <Button
              look="primary"
              busy={write.busy}
              refused={dirty ? undefined : say('page.letter.saved')}
              onClick={() => void save()}
            >
              {say('letters.write-variant')}
            </Button>
            {found && detail.variants.length > 1 ? <Remove detail={detail} language={language} /> : null}
          </div>
        ) : null}
      </div>
      <section className="letter-bed" aria-label={say('page.letter.preview')}>
        <Paper pages={preview.data?.pages ?? []} old={preview.isPlaceholderData} />
      </section>
    </div>
  )
}

function Remove({ detail, language }: Pick<VariantProps, 'detail' | 'language'>) {
  const say = useSay<LetterKeys>()
  const [, change] = useSearch()
  const remove = useCommand('letters.remove-variant')
  const { id, version } = detail.record
  const run = async () => {
    const answer = await remove.run({ id, expectedVersion: version, language } as never)
    if (answer.status === 'done') change({ in: null })
  }
  return (
    <Button look="quiet" icon="trash" busy={remove.busy} onClick={() => void run()}>
      {say('letters.remove-variant')}
    </Button>
  )
}
