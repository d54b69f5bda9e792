import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { writeVariant } from '../../contract.ts'
import { storeWordFile, type TakenFile, wordFiles } from '../office/storeWordFile.ts'
import type { LanguageCode, LetterKeys, TemplateDetail } from '../words.ts'

interface VariantFileProps {
  readonly detail: TemplateDetail
  readonly language: LanguageCode
  readonly subject: string
  readonly mayWrite: boolean
}

/** The office's own Word file as the text of a template: taken, fetched, or written here instead. */
export function VariantFile({ detail, language, subject, mayWrite }: VariantFileProps) {
  const say = useSay<LetterKeys>()
  const { record } = detail
  const found = detail.variants.find(one => one.language === language)
  const write = useCommand<typeof writeVariant>('letters.write-variant')
  const [unfit, setUnfit] = useState<TakenFile | null>(null)
  const one = { id: record.id, expectedVersion: record.version, language, subject }
  const take = async ([file]: readonly File[]) => {
    if (!file) return
    const taken = await storeWordFile(file)
    setUnfit('fileId' in taken ? null : taken)
    if ('fileId' in taken) await write.run({ ...one, fileId: taken.fileId })
  }
  const refused = write.answer?.status === 'refused' ? write.answer.refusal : null
  const problem = unfit && 'refusal' in unfit ? unfit.refusal : refused
  if (!mayWrite && !found?.file) return null
  return (
    <section className="letter-file" aria-label={say('page.letter.word-file')}>
      {found?.file ? (
        <header>
          <Icon name="file-text" />
          <h2>{say('page.template.is-file', { name: found.file })}</h2>
        </header>
      ) : null}
      <div className="letter-tabs">
        {mayWrite ? (
          <FilePicker
            label={say(found?.file ? 'page.template.take-newer' : 'page.template.take-file')}
            accept={wordFiles}
            onFiles={files => void take(files)}
          />
        ) : null}
        {found?.file ? (
          <a className="btn" href={`/api/letter-templates/${record.id}/${language}/template.docx`} download>
            <Icon name="download" small />
            {say('page.template.fetch')}
          </a>
        ) : null}
        {found?.file && mayWrite ? (
          <Button look="quiet" onClick={() => void write.run({ ...one, body: found.body as never })}>
            {say('page.letter.write-here')}
          </Button>
        ) : null}
      </div>
      {problem ? <Problem title={problem.message} todo={problem.todo} /> : null}
      <p className="t3">{say('page.template.fields')}</p>
    </section>
  )
}
