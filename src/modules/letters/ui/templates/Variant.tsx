import '../office/office.css'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { RichEditor } from '../../../../web/kit/editor/RichEditor.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { previewTemplate, writeVariant } from '../../contract.ts'
import { fieldsOf } from '../letter/fieldsOf.ts'
import { Paper } from '../paper.tsx'
import { type LanguageCode, type LetterKeys, pictureAddress, type TemplateDetail } from '../words.ts'
import { VariantFile } from './VariantFile.tsx'

const empty = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'field', attrs: { name: 'recipient.salutation' } }] },
    { type: 'paragraph' },
  ],
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

/** The text of a template in one language: written here, or a Word file. */
export function Variant({ detail, language, mayWrite }: VariantProps) {
  const say = useSay<LetterKeys>()
  const { record } = detail
  const found = detail.variants.find(one => one.language === language)
  const [text, setText] = useState({ subject: found?.subject ?? '', body: found?.body ?? empty })
  const [dirty, setDirty] = useState(!found)
  const write = useCommand<typeof writeVariant>('letters.write-variant')
  const shown = useDeferredValue(text)
  const preview = useQuery<typeof previewTemplate>(
    'letters.preview-template',
    {
      language,
      subject: shown.subject,
      body: (found?.file ? found.body : shown.body) as never,
      ...(found?.file ? { words: true } : {}),
    },
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
      ...(found?.file ? {} : { body: text.body as never }),
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
        {found?.file ? null : (
          <RichEditor
            contents
            label={say('page.letter.text')}
            text={text.body}
            onChange={body => put({ body: body as never })}
            fields={fields}
            askField={askField}
            pictureAddress={pictureAddress}
          />
        )}
        <VariantFile detail={detail} language={language} subject={text.subject} mayWrite={mayWrite} />
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
        {found?.file ? <p className="t3 letter-words">{say('page.letter.words')}</p> : null}
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
