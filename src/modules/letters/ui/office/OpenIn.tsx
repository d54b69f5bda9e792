import { useRef } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { LetterKeys } from '../words.ts'
import { Opened } from './Opened.tsx'
import { wordFiles } from './storeWordFile.ts'
import { useOpenIn } from './useOpenIn.ts'
import { useTakeFile } from './useTakeFile.ts'

interface OpenInProps {
  readonly id: string
  readonly before: () => Promise<boolean>
}

/** A letter that is written here goes on in a program of one's own. */
export function OpenIn({ id, before }: OpenInProps) {
  const say = useSay<LetterKeys>()
  const opening = useOpenIn(id, before)
  const file = useTakeFile(id, before)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Menu
        label={say('letters.begin-editing')}
        align="end"
        width={260}
        button={opener => (
          <Button look="quiet" icon="external-link" busy={opening.busy} {...opener}>
            {say('letters.begin-editing')}
          </Button>
        )}
      >
        <MenuItem onSelect={() => opening.open('word')}>{say('page.letter.open-word')}</MenuItem>
        <MenuItem onSelect={() => opening.open('libreoffice')}>{say('page.letter.open-libreoffice')}</MenuItem>
        <MenuItem onSelect={() => picker.current?.click()}>{say('page.letter.take-file')}</MenuItem>
      </Menu>
      <input
        ref={picker}
        type="file"
        hidden
        accept={wordFiles}
        aria-label={say('page.letter.take-file')}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          file.take(files)
        }}
      />
      <Opened opening={opening} />
      {file.problem ? <Problem title={file.problem.message} todo={file.problem.todo} /> : null}
    </>
  )
}
