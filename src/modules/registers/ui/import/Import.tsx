import '../shared/register.css'
import { useEffect, useRef, useState } from 'react'
import type { OutputOf, Refusal } from '../../../../web/answers.ts'
import { runCommand } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { PassedFrom } from '../../../../web/kit/PassedFrom.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { usePassedTable } from '../../../../web/usePassedTable.ts'
import type { ImportColumns, importRows, previewImport } from '../../contract.ts'
import type { RegisterDetail, RegisterKeys } from '../shared/words.ts'

type Preview = OutputOf<typeof previewImport>

/** How long after the last change the preview is asked, ms. */
const askAfter_ms = 250

/** A table becomes entries: columns guessed and put right, rows counted, what does not fit told. */
export default function ImportPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RegisterDetail> query="registers.get-register" id={id}>
      {register => <Import register={register} key={id} />}
    </RecordOf>
  )
}

/** The preview is a question too long for an address: as a dry run it writes nothing by its very name. */
function usePreview(id: string, text: string, columns: ImportColumns | undefined) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    if (!text.trim()) {
      setPreview(null)
      setRefusal(null)
      return
    }
    const leaving = new AbortController()
    const ask = async () => {
      const input = columns ? { id, text, columns } : { id, text }
      const answer: unknown = await runCommand('registers.preview-import', input, {
        dryRun: true,
        signal: leaving.signal,
      })
      if (leaving.signal.aborted) return
      const { status, refusal: refused } = answer as { status?: string; refusal?: Refusal }
      setRefusal(status === 'refused' && refused ? refused : null)
      if (status === undefined) setPreview(answer as Preview)
    }
    const timer = setTimeout(() => void ask().catch(() => {}), askAfter_ms)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [id, text, columns])
  return { preview, refusal }
}

/** A file's table: a workbook's first sheet, else its text as spreadsheets of this part of the world save it. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { isWorkbook, tableOfWorkbook } = await import('./workbook.ts')
  if (isWorkbook(bytes)) return tableOfWorkbook(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function Import({ register }: { readonly register: RegisterDetail }) {
  const say = useSay<RegisterKeys>()
  const go = useGo()
  const { id } = register.record
  const [text, setText] = useState('')
  const [columns, setColumns] = useState<ImportColumns | undefined>(undefined)
  const [withRules, setWithRules] = useState(false)
  const [isUnreadable, setUnreadable] = useState(false)
  const { preview, refusal } = usePreview(id, text, columns)
  const importing = useCommand<typeof importRows>('registers.import-rows', { said: say('page.registers.import.done') })
  const change = (next: string) => {
    setText(next)
    setColumns(undefined)
    setUnreadable(false)
  }
  const passed = usePassedTable(change)
  const isReady = preview !== null && preview.fits > 0 && !refusal
  const run = async () => {
    if (!isReady || importing.busy) return
    const from = passed ? { sourceId: passed.id } : {}
    const input = { id, text, columns: columns ?? preview.columns, withRules, ...from }
    const { status } = await importing.run(input as never)
    if (status === 'done') go(`/registers/${id}`)
  }
  useHotkeys([{ keys: 'mod+enter', label: say('registers.import-rows'), run: () => void run() }])
  return (
    <Page
      title={say('page.registers.import')}
      crumbs={[
        { label: say('page.registers'), href: '/registers' },
        { label: register.plural, href: `/registers/${id}` },
      ]}
    >
      <div className="register-grid">
        <PassedFrom table={passed} />
        <Paste
          text={text}
          isSmall={preview !== null}
          onChange={change}
          onFile={file => void textOf(file).then(change, () => setUnreadable(true))}
        />
        {isUnreadable ? <Problem title={say('page.registers.import.unreadable')} /> : null}
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        {preview && text ? (
          <>
            <Counted preview={preview}>
              {register.rules.some(rule => rule.enabled && rule.when.on === 'added') ? (
                <label className="tick">
                  <input
                    className="box"
                    type="checkbox"
                    checked={withRules}
                    onChange={event => setWithRules(event.target.checked)}
                  />
                  {say('field.withRules')}
                </label>
              ) : null}
              <Button look="primary" keys="mod+enter" busy={importing.busy} onClick={() => void run()}>
                {say('page.registers.import.do')}
              </Button>
            </Counted>
            <Columns register={register} preview={preview} columns={columns ?? preview.columns} onChange={setColumns} />
            <Problems preview={preview} />
          </>
        ) : null}
      </div>
    </Page>
  )
}

interface PasteProps {
  readonly text: string
  readonly isSmall: boolean
  readonly onChange: (text: string) => void
  readonly onFile: (file: File) => void
}

function Paste({ text, isSmall, onChange, onFile }: PasteProps) {
  const say = useSay<RegisterKeys>()
  const chosen = useRef<HTMLInputElement>(null)
  return (
    <div className="register-grid register-paste">
      <label htmlFor="pasted">{say('page.registers.import.paste')}</label>
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
      <div>
        <Button look="quiet" icon="upload" onClick={() => chosen.current?.click()}>
          {say('page.registers.import.file')}
        </Button>
      </div>
      <input
        ref={chosen}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        aria-label={say('page.registers.import.file')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </div>
  )
}

function Counted({ preview, children }: { readonly preview: Preview; readonly children: React.ReactNode }) {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  const { fits, total, missing } = preview
  return (
    <div className="register-line" role="status">
      <p>
        <Rich>{say('page.registers.import.result', { fits: formats.number(fits), total: formats.number(total) })}</Rich>
        {missing.length ? (
          <span className="blocked"> {say('page.registers.import.missing', { names: missing.join(', ') })}</span>
        ) : null}
      </p>
      {children}
    </div>
  )
}

interface ColumnsProps {
  readonly register: RegisterDetail
  readonly preview: Preview
  readonly columns: ImportColumns
  readonly onChange: (columns: ImportColumns) => void
}

/** Each column under the field it was taken for, with its first rows. */
function Columns({ register, preview, columns, onChange }: ColumnsProps) {
  const say = useSay<RegisterKeys>()
  const set = (at: number, key: string) =>
    onChange({
      ...columns,
      columns: columns.columns.map((one, place) => (place === at ? key || null : one === key ? null : one)),
    })
  return (
    <Section
      title={say('field.columns')}
      more={
        <label className="tick">
          <input
            className="box"
            type="checkbox"
            checked={columns.header}
            onChange={event => onChange({ ...columns, header: event.target.checked })}
          />
          {say('page.registers.import.header')}
        </label>
      }
    >
      <div className="register-scroll">
        <table className="tbl">
          <thead>
            <tr>
              {columns.columns.map((key, at) => (
                <th key={at}>
                  <select
                    className="input"
                    aria-label={preview.headers[at] || say('page.registers.import.column', { n: at + 1 })}
                    value={key ?? ''}
                    onChange={event => set(at, event.target.value)}
                  >
                    <option value="">{say('page.registers.import.left-out')}</option>
                    {register.fields
                      .filter(field => field.type !== 'computed')
                      .map(field => (
                        <option key={field.id} value={field.key}>
                          {field.name}
                        </option>
                      ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((cells, row) => (
              <tr key={row}>
                {columns.columns.map((_, at) => (
                  <td key={at} className="clip">
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Problems({ preview }: { readonly preview: Preview }) {
  const say = useSay<RegisterKeys>()
  if (!preview.problems.length) return null
  return (
    <Section title={say('page.registers.import.problems')} count={preview.total - preview.fits}>
      <ul>
        {preview.problems.slice(0, 100).map(({ row, problems }) => (
          <li key={row}>
            <b>{say('page.registers.import.row', { n: row })}</b>{' '}
            {problems
              .map(
                ({ name, because, given }) =>
                  `${name}: ${say(`because.${because}` as RegisterKeys)}${given ? ` (${given})` : ''}`,
              )
              .join(' · ')}
          </li>
        ))}
      </ul>
    </Section>
  )
}
