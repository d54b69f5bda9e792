import './import.css'
import { useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { PassedFrom } from '../../../../web/kit/PassedFrom.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { usePassedTable } from '../../../../web/usePassedTable.ts'
import type { ColumnMapping, importParties } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'
import { textOf, type Preview } from './askPreview.ts'
import { Columns } from './Columns.tsx'
import { Understood } from './Understood.tsx'
import { usePreview } from './usePreview.ts'

/** An address list pasted from a spreadsheet: columns guessed and put right, counted, imported in one act. */
export default function Import() {
  const say = useSay<DirectoryKeys>()
  const [text, setText] = useState('')
  const [columns, setColumns] = useState<ColumnMapping | undefined>(undefined)
  const { preview, refusal, isOffline, isAsking } = usePreview(text, columns)
  const change = (next: string) => {
    setText(next)
    setColumns(undefined)
  }
  const passed = usePassedTable(change)
  return (
    <Page title={say('page.import')} crumbs={[{ label: say('page.people'), href: '/people' }]}>
      <div className="import">
        <PassedFrom table={passed} />
        <Paste text={text} isSmall={preview !== null} onChange={change} />
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        {isOffline ? <Problem title={say('notice.offline')} /> : null}
        {preview && text ? (
          <>
            <Counted
              preview={preview}
              isReady={!isAsking && !refusal}
              text={text}
              columns={columns ?? preview.columns}
              sourceId={passed?.id}
            />
            {preview.form === 'table' ? <Columns preview={preview} onChange={setColumns} /> : null}
            <Understood preview={preview} />
          </>
        ) : null}
      </div>
    </Page>
  )
}

interface PasteProps {
  readonly text: string
  /** The table is read already: the field makes room for it. */
  readonly isSmall: boolean
  readonly onChange: (text: string) => void
}

function Paste({ text, isSmall, onChange }: PasteProps) {
  const say = useSay<DirectoryKeys>()
  const chosen = useRef<HTMLInputElement>(null)
  return (
    <div className="paste">
      <label htmlFor="pasted">{say('page.import.paste')}</label>
      <textarea
        id="pasted"
        className="input"
        rows={isSmall ? 3 : 10}
        autoFocus
        spellCheck={false}
        wrap="off"
        value={text}
        onChange={event => onChange(event.target.value)}
      />
      <div className="ends">
        <Button look="quiet" icon="upload" onClick={() => chosen.current?.click()}>
          {say('page.import.file')}
        </Button>
        {text ? (
          <Button look="quiet" icon="x" onClick={() => onChange('')}>
            {say('page.import.clear')}
          </Button>
        ) : null}
      </div>
      <input
        ref={chosen}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/plain,text/vcard"
        aria-label={say('page.import.file')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) void textOf(file).then(onChange)
        }}
      />
    </div>
  )
}

interface CountedProps {
  readonly preview: Preview
  readonly isReady: boolean
  readonly text: string
  readonly columns: ColumnMapping
  readonly sourceId: string | undefined
}

/** How many are new, known and unusable, and the one button. */
function Counted({ preview, isReady, text, columns, sourceId }: CountedProps) {
  const say = useSay<DirectoryKeys>()
  const formats = useFormats()
  const go = useGo()
  const { people, organisations, known, unusable } = preview
  const fresh = people + organisations
  const importing = useCommand<typeof importParties>('directory.import-parties', {
    said: say('page.import.done', { count: fresh }),
  })
  const run = async () => {
    if (!isReady || fresh === 0 || importing.busy) return
    const from = sourceId ? { sourceId } : {}
    const { status } = await importing.run({ text, ...from, ...(preview.form === 'cards' ? {} : { columns }) })
    if (status === 'done') go('/people?sort=-created')
  }
  useHotkeys([{ keys: 'mod+enter', label: say('directory.import-parties'), run: () => void run() }])
  return (
    <div className="counted" role="status">
      <p>
        <Rich>
          {say('page.import.result', {
            people: formats.number(people),
            organisations: formats.number(organisations),
            known: formats.number(known),
          })}
        </Rich>
        {unusable.length ? (
          <span className="blocked"> {say('page.import.unusable', { count: unusable.length })}</span>
        ) : null}
      </p>
      <Button
        look="primary"
        keys="mod+enter"
        busy={importing.busy}
        {...(fresh === 0 ? { refused: say('page.import.nothing-new') } : {})}
        onClick={() => void run()}
      >
        {say('page.import.do', { count: fresh })}
      </Button>
    </div>
  )
}
