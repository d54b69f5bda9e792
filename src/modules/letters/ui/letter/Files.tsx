import { Button } from '../../../../web/kit/Button.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { LetterKeys } from '../words.ts'

interface FilesProps {
  readonly id: string
  /** Done first: what was typed is saved. */
  readonly before?: () => Promise<boolean>
  /** Whether a PDF can be made of it. */
  readonly drawsPdf?: boolean
}

const sheets = ['L7160', 'L7163'] as const

/** Prints the PDF: the browser's own viewer asks for the printer. */
async function print(address: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = address
  document.body.append(frame)
  await new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
  frame.contentWindow?.print()
}

/** The letter as a file: PDF, office file, envelope, label; and on paper. */
export function Files({ id, before = async () => true, drawsPdf = true }: FilesProps) {
  const say = useSay<LetterKeys>()
  const at = `/api/letters/${id}`
  const go = async (address: string) => {
    if (await before()) location.assign(address)
  }
  return (
    <>
      {drawsPdf ? (
        <Button
          look="quiet"
          icon="printer"
          onClick={() => void before().then(ok => (ok ? print(`${at}/letter.pdf?show`) : undefined))}
        >
          {say('page.letter.print')}
        </Button>
      ) : null}
      <Menu
        label={say('page.letter.files')}
        align="end"
        button={opener => (
          <Button look="quiet" icon="download" {...opener}>
            {say('page.letter.files')}
          </Button>
        )}
      >
        {drawsPdf ? <MenuItem onSelect={() => void go(`${at}/letter.pdf`)}>{say('page.letter.pdf')}</MenuItem> : null}
        <MenuItem onSelect={() => void go(`${at}/letter.docx`)}>{say('page.letter.docx')}</MenuItem>
        {(['C5', 'DL', 'C4'] as const).map(size => (
          <MenuItem key={size} onSelect={() => void go(`${at}/envelope.pdf?size=${size}`)}>
            {say('page.letter.envelope', { size })}
          </MenuItem>
        ))}
        {sheets.map(sheet => (
          <MenuItem key={sheet} onSelect={() => void go(`${at}/label.pdf?sheet=${sheet}`)}>
            {say('page.letter.label', { sheet })}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
