import '../letters.css'
import '../office/office.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMergeRows, previewMergeRow, startMerge } from '../../contract.ts'
import { Paper } from '../paper.tsx'
import { type LetterKeys, type MergeDetail, mergeGlyphs, type MergeRowLine, rowGlyphs } from '../words.ts'
import { Columns } from './Columns.tsx'

export default function MergePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<MergeDetail> query="letters.get-merge" id={id}>
      {detail => <Merge detail={detail} key={id} />}
    </RecordOf>
  )
}

/** These have their own place on the page. */
const elsewhere = new Set(['letters.start-merge', 'letters.change-merge'])

function Merge({ detail }: { readonly detail: MergeDetail }) {
  const say = useSay<LetterKeys>()
  const formats = useFormats()
  const [shown, setShown] = useState(1)
  const { record } = detail
  const can = detail.can as readonly Can[]
  const mayStart = can.some(({ command }) => command === 'letters.start-merge')
  const mayChange = can.some(({ command }) => command === 'letters.change-merge')
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.merges'), href: '/letter-merges' }]}
      state={
        <State glyph={mergeGlyphs[record.state]} loud>
          {say(`state.letter-merge.${record.state}`)}
        </State>
      }
      figure={
        record.state === 'preparing' ? detail.rows : say('page.merges.count', { done: detail.done, rows: detail.rows })
      }
      due={formats.fullDay(detail.datedOn)}
      can={can.filter(({ command }) => !elsewhere.has(command))}
      first={mayStart ? <Start detail={detail} /> : null}
      last={<Results detail={detail} />}
      side={
        <RecordSide
          id={record.id}
          documents={detail.document ? [detail.document] : []}
          linked={detail.template ? [detail.template] : []}
        />
      }
    >
      {record.state === 'running' ? (
        <progress className="merge-progress" max={detail.rows} value={detail.done + detail.failed} />
      ) : null}
      {mayChange ? <Columns detail={detail} key={record.version} /> : null}
      <div className="letter-desk">
        <Rows detail={detail} shown={shown} onShow={setShown} />
        <OneLetter detail={detail} position={shown} onPosition={setShown} />
      </div>
    </RecordPage>
  )
}

function Start({ detail }: { readonly detail: MergeDetail }) {
  const say = useSay<LetterKeys>()
  const start = useCommand<typeof startMerge>('letters.start-merge')
  const { id, version, state } = detail.record
  const run = (how: 'print' | 'mail') => void start.run({ id, expectedVersion: version, how })
  return (
    <>
      <Button
        look={state === 'done' ? 'quiet' : 'primary'}
        icon="printer"
        busy={start.busy}
        onClick={() => run('print')}
      >
        {say(detail.drawsPdf ? 'page.merge.print' : 'page.merge.print-word')}
      </Button>
      <Button look="quiet" icon="mail" busy={start.busy} onClick={() => run('mail')}>
        {say('page.merge.mail')}
      </Button>
    </>
  )
}

const sheets = ['L7159', 'L7160', 'L7161', 'L7162', 'L7163', 'L7165'] as const

function Results({ detail }: { readonly detail: MergeDetail }) {
  const say = useSay<LetterKeys>()
  const at = `/api/letter-merges/${detail.record.id}`
  return (
    <Menu
      label={say('page.letter.files')}
      align="end"
      button={opener => (
        <Button look="quiet" icon="download" {...opener}>
          {say('page.letter.files')}
        </Button>
      )}
    >
      {detail.hasFile ? (
        <MenuItem onSelect={() => location.assign(`${at}/printed`)}>
          {say(detail.printed === 'pdf' ? 'page.merge.pdf' : 'page.merge.printed')}
        </MenuItem>
      ) : null}
      <MenuItem onSelect={() => location.assign(`${at}/letters.zip`)}>
        {say(detail.isOffice ? 'page.merge.zip-word' : 'page.merge.zip')}
      </MenuItem>
      {sheets.map(sheet => (
        <MenuItem key={sheet} onSelect={() => location.assign(`${at}/labels.pdf?sheet=${sheet}`)}>
          {say('page.merge.labels', { sheet })}
        </MenuItem>
      ))}
    </Menu>
  )
}

interface RowsProps {
  readonly detail: MergeDetail
  readonly shown: number
  readonly onShow: (position: number) => void
}

/** Why a row was left out, in words. */
function reasonWords(say: ReturnType<typeof useSay<LetterKeys>>, reason: string): string {
  if (reason.startsWith('fields: ')) return say('page.merge.reason.fields', { fields: reason.slice(8) })
  return say(`page.merge.reason.${reason}` as LetterKeys)
}

/** What came of each; those that need somebody first. */
function Rows({ detail, shown, onShow }: RowsProps) {
  const say = useSay<LetterKeys>()
  const rows = useQuery<typeof listMergeRows>(
    'letters.list-merge-rows',
    { id: detail.record.id, limit: 5000 },
    { keep: true },
  )
  const rank = (row: MergeRowLine) => (row.state === 'unsure' ? 0 : row.state === 'failed' ? 1 : 2)
  const sorted = (rows.data?.rows ?? []).toSorted((a, b) => rank(a) - rank(b) || a.position - b.position)
  return (
    <Section title={say('page.merge.rows')} count={detail.rows}>
      <ul className="letter-versions merge-rows">
        {sorted.slice(0, 500).map(row => (
          <li key={row.position} data-on={row.position === shown || undefined}>
            <button
              type="button"
              className="link"
              aria-current={row.position === shown || undefined}
              onClick={() => onShow(row.position)}
            >
              {row.name}
            </button>
            <State glyph={rowGlyphs[row.state]}>
              {row.reason ? reasonWords(say, row.reason) : say(`page.merge.row.${row.state}`)}
            </State>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The words are shown; how they look stands in the file. */
function OneFile({ detail, position }: Pick<OneLetterProps, 'detail' | 'position'>) {
  const say = useSay<LetterKeys>()
  const at = `/api/letter-merges/${detail.record.id}/rows/${position}/letter`
  return (
    <div className="letter-words">
      <p className="t2">{say('page.letter.words')}</p>
      <div className="letter-tabs">
        {detail.drawsPdf ? (
          <Button size="s" icon="eye" onClick={() => window.open(`${at}.pdf`, '_blank', 'noopener')}>
            {say('page.letter.see-pdf')}
          </Button>
        ) : null}
        <Button size="s" icon="download" onClick={() => location.assign(`${at}.docx`)}>
          {say('page.letter.docx')}
        </Button>
      </div>
      {detail.drawsPdf ? null : <p className="t2">{say('page.merge.no-pdf')}</p>}
    </div>
  )
}

interface OneLetterProps {
  readonly detail: MergeDetail
  readonly position: number
  readonly onPosition: (position: number) => void
}

function OneLetter({ detail, position, onPosition }: OneLetterProps) {
  const say = useSay<LetterKeys>()
  const { data, isPlaceholderData } = useQuery<typeof previewMergeRow>(
    'letters.preview-merge-row',
    { id: detail.record.id, position },
    { keep: true },
  )
  return (
    <section className="letter-bed" aria-label={say('page.letter.preview')}>
      <div className="letter-tabs merge-turn">
        <Button
          size="s"
          icon="chevron-left"
          aria-label={say('page.merge.before')}
          onClick={() => onPosition(Math.max(1, position - 1))}
        />
        <span role="status">
          {say('page.merge.row', { number: position })}
          {data ? ` · ${data.problem ? reasonWords(say, data.problem) : say('page.merge.ready')}` : ''}
        </span>
        <Button
          size="s"
          icon="chevron-right"
          aria-label={say('page.merge.after')}
          onClick={() => onPosition(Math.min(detail.rows, position + 1))}
        />
      </div>
      {data?.isFile ? <OneFile detail={detail} position={position} /> : null}
      <Paper pages={data?.pages ?? []} old={isPlaceholderData} />
    </section>
  )
}
