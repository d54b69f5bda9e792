import './in.css'
import { useRef } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useStore } from '../../../../web/kit/store.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { confirmSure, counts, listDocuments } from '../../contract.ts'
import type { DocumentKeys, StackRow } from '../confirm/confirmTypes.ts'
import { NeedsHelp } from './NeedsHelp.tsx'
import { Untaken } from './Untaken.tsx'
import { takeFilesIn, uploadStore } from './uploads.ts'

/** The one tray: what came in and is nobody's yet. */
export default function In() {
  const say = useSay<DocumentKeys>()
  const go = useGo()
  const waiting = useQuery<typeof listDocuments>('documents.list-documents', {
    state: ['arrived', 'to-confirm', 'needs-help'],
    order: 'ascending',
    limit: 200,
  } as never)
  const counted = useQuery<typeof counts>('documents.counts')
  const sure = useCommand<typeof confirmSure>('documents.confirm-sure')
  const rows = waiting.data?.rows ?? []
  const of = (state: StackRow['state']) => rows.filter(row => row.state === state)
  const toConfirm = of('to-confirm')
  const sureCount = counted.data?.sure ?? 0
  const first = toConfirm[0]
  const group = say('page.in')
  const look = () => first && go(`/confirm/${first.id}`)
  const confirmAll = () => void sure.run({})
  const sureWords = say('page.in.sure', { count: sureCount })
  useHotkeys([
    sureCount > 0
      ? { keys: 'enter', label: sureWords, group, run: confirmAll }
      : { keys: 'enter', label: say('page.in.look'), group, run: () => look() },
    { keys: 'e', label: say('page.in.look'), group, run: () => look() },
    { keys: 'j', label: say('key.next'), group, run: () => moveFocus(1) },
    { keys: 'k', label: say('key.previous'), group, run: () => moveFocus(-1) },
  ])
  return (
    <Page
      title={say('page.in')}
      end={
        <>
          {first ? (
            <ButtonLink href={`/confirm/${first.id}`} {...(sureCount > 0 ? {} : { look: 'primary' })} keys="e">
              {say('page.in.look')}
            </ButtonLink>
          ) : null}
          {sureCount > 0 ? (
            <Button look="primary" keys="enter" busy={sure.busy} onClick={confirmAll}>
              {sureWords}
            </Button>
          ) : null}
        </>
      }
    >
      <TakeIn />
      {waiting.isError ? <QueryProblem fault={waiting.error} again={() => void waiting.refetch()} /> : null}
      {waiting.isPending ? <SkeletonRows rows={6} /> : null}
      {waiting.data && rows.length === 0 ? <Empty text={say('page.in.empty')} /> : null}
      <Rows title={say('page.in.help')} rows={of('needs-help')} help />
      <Rows title={say('choice.state.to-confirm')} rows={toConfirm} total={counted.data?.toConfirm} />
      <Rows title={say('page.in.reading')} rows={of('arrived')} />
      <Untaken />
    </Page>
  )
}

/** The keyboard walks from paper to paper. */
function moveFocus(by: number): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.tray a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
}

function Rows({
  title,
  rows,
  total,
  help,
}: {
  readonly title: string
  readonly rows: readonly StackRow[]
  readonly total?: number | undefined
  readonly help?: boolean
}) {
  if (rows.length === 0) return null
  return (
    <Section title={title} count={total ?? rows.length}>
      <ul className="tray">
        {rows.map(row => (
          <li key={row.id}>
            <Paper row={row} />
            {help ? <NeedsHelp row={row} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Paper({ row }: { readonly row: StackRow }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const href = row.state === 'to-confirm' ? `/confirm/${row.id}` : `/documents/${row.id}`
  return (
    <Link href={href} className="paper-row">
      <Icon name={row.arrivedBy === 'mail' ? 'mail' : row.arrivedBy === 'scan' ? 'scan' : 'file-text'} />
      <span className="what">
        <b className="clip">{row.state === 'arrived' ? row.name : row.title}</b>
        <span className="d clip">
          {row.state === 'arrived' ? say('choice.state.arrived') : say(`choice.kind.${row.kind}`)}
          {row.state === 'to-confirm'
            ? ` · ${row.sure ? say('page.confirm.all-sure') : say('page.confirm.unsure', { count: row.doubts })}`
            : ''}
          {row.duplicate ? <span className="blocked"> · {say('field.duplicates')}</span> : null}
        </span>
      </span>
      <span className="n">{row.total ? formats.money(row.total) : ''}</span>
      <span className="n t3">{formats.moment(row.receivedAt)}</span>
    </Link>
  )
}

/** Choosing files, or photographing a paper; dropping works everywhere in the window. */
function TakeIn() {
  const say = useSay<DocumentKeys>()
  const uploads = useStore(uploadStore)
  const choose = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => void takeFilesIn([...(files ?? [])])
  useHotkeys([{ keys: 'u', label: say('page.in.choose'), group: say('page.in'), run: () => choose.current?.click() }])
  return (
    <div className="take-in">
      <p>{say('page.in.drop')}</p>
      <Button icon="upload" keys="u" onClick={() => choose.current?.click()}>
        {say('page.in.choose')}
      </Button>
      <Button icon="camera" className="touch" onClick={() => camera.current?.click()}>
        {say('page.in.camera')}
      </Button>
      <input
        ref={choose}
        type="file"
        multiple
        hidden
        aria-label={say('page.in.choose')}
        onChange={event => take(event.target.files)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={say('page.in.camera')}
        onChange={event => take(event.target.files)}
      />
      {uploads.length > 0 ? (
        <ul aria-live="polite">
          {uploads.slice(-8).map(upload => (
            <li key={upload.key} className={upload.state === 'failed' ? 'late' : 't3'}>
              {upload.state === 'failed'
                ? `${say('page.in.upload-failed', { name: upload.name })}. ${upload.problem ?? ''}`
                : upload.state === 'taken'
                  ? say('page.in.taken-in', { name: upload.name })
                  : `${upload.name} …`}
              {upload.state === 'going' ? <progress value={upload.part} max={1} aria-label={upload.name} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
