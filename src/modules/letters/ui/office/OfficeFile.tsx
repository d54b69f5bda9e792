import './office.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { LetterDetail, LetterKeys } from '../words.ts'
import { Opened } from './Opened.tsx'
import { wordFiles } from './storeWordFile.ts'
import { useOpenIn } from './useOpenIn.ts'
import { useTakeFile } from './useTakeFile.ts'

interface OfficeFileProps {
  readonly detail: LetterDetail
  /** Done first: what was typed beside the file is saved. */
  readonly before: () => Promise<boolean>
}

/** A letter that is a Word file: opened where it is written, taken back, or written here again. */
export function OfficeFile({ detail, before }: OfficeFileProps) {
  const say = useSay<LetterKeys>()
  const { id } = detail.record
  const opening = useOpenIn(id, before)
  const file = useTakeFile(id, before)
  return (
    <section className="letter-file" aria-label={say('page.letter.is-file')}>
      <header>
        <Icon name="file-text" />
        <div>
          <h2>{say('page.letter.is-file')}</h2>
          <p className="t3 clip">{detail.file}</p>
        </div>
      </header>
      <div className="letter-tabs">
        <Button icon="external-link" busy={opening.busy} onClick={() => opening.open('word')}>
          {say('page.letter.open-word')}
        </Button>
        <Button icon="external-link" busy={opening.busy} onClick={() => opening.open('libreoffice')}>
          {say('page.letter.open-libreoffice')}
        </Button>
        <FilePicker label={say('page.letter.take-newer')} accept={wordFiles} onFiles={file.take} />
      </div>
      <Opened opening={opening} />
      {file.problem ? <Problem title={file.problem.message} todo={file.problem.todo} /> : null}
      {detail.drawsPdf ? null : <p className="t2">{say('page.letter.no-pdf')}</p>}
      <div className="letter-file-back">
        <Button look="quiet" size="s" icon="edit" onClick={file.writeHere}>
          {say('page.letter.write-here')}
        </Button>
        <p className="t3">{say('page.letter.write-here.sure')}</p>
      </div>
    </section>
  )
}
