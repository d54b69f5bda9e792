import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { type LinkedThing, Links } from '../../../../web/kit/record/Side.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { kindWords, stateWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listTasks } from '../../../work/contract.ts'
import { SharedWith } from '../outside/SharedWith.tsx'
import type { DocumentDetail, DocumentKeys } from '../confirm/confirmTypes.ts'
import { Versions } from './Versions.tsx'

/** The paper itself, what belongs to it, what happened. */
export function DocumentSide({ detail }: { readonly detail: DocumentDetail }) {
  return (
    <>
      <Paper detail={detail} />
      <Versions detail={detail} />
      <SharedWith documentId={detail.record.id} />
      <Links links={useLinks(detail)} />
      <RecordTimeline id={detail.record.id} />
    </>
  )
}

/** So many pages are shown at the side; the rest is in the confirm view. */
const shownPages = 3

function Paper({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const { record, row } = detail
  const pages = detail.pages.filter(page => page.source !== 'flow')
  const file = `/api/documents/${record.id}`
  return (
    <Section
      title={say('page.confirm.paper')}
      count={pages.length > 1 ? say('page.confirm.pages', { count: pages.length }) : undefined}
      more={
        <a href={`${file}/original`} download>
          {say('page.confirm.original')}
        </a>
      }
    >
      {pages.slice(0, shownPages).map(page => (
        <Link
          key={page.number}
          className="doc-page"
          href={`/confirm/${record.id}`}
          style={{ aspectRatio: `${page.width} / ${page.height}` }}
        >
          <img
            src={`${file}/pages/${page.number}.webp?width=800`}
            alt={say('page.confirm.page', { number: page.number })}
            loading={page.number > 1 ? 'lazy' : 'eager'}
          />
        </Link>
      ))}
      {pages.length > shownPages ? (
        <p>
          <Link className="link file-link" href={`/confirm/${record.id}`}>
            {say('page.document.all-pages', { count: pages.length })}
          </Link>
        </p>
      ) : null}
      <PagesLeft detail={detail} />
      <p className="t3 file-line">
        <span className="clip" title={row.name}>
          {row.name}
        </span>
        <span className="nw">{formats.size(detail.sizeBytes)}</span>
      </p>
      {pages.some(({ source }) => source === 'ocr') ? (
        <p>
          <a className="link file-link" href={`${file}/searchable.pdf`} download>
            {say('page.document.searchable')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

/** Where its pages are arranged, and how many of them are not shown. */
function PagesLeft({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const { blank, other } = detail.pagesLeft
  const hidden = blank + other
  if (!detail.can.some(({ command }) => command === 'documents.change-pages')) return null
  if (!detail.pages.some(({ source }) => source !== 'flow')) return null
  return (
    <p>
      <Link className="link file-link" href={`/documents/${detail.record.id}/pages`}>
        {say('documents.change-pages')}
      </Link>
      {hidden > 0 ? <span className="t2"> {say('page.pages.not-shown', { count: hidden })}</span> : null}
    </p>
  )
}

/** Every state: also what is done says that somebody dealt with it. */
const everyState = ['open', 'waiting', 'done', 'dropped'] as const

function useLinks(detail: DocumentDetail): readonly LinkedThing[] {
  const say = useSay<string>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const may = usePermission('work.list-tasks')
  const tasks = useQuery<typeof listTasks>(
    'work.list-tasks',
    { sourceId: detail.record.id, states: [...everyState], limit: 20 },
    { when: may },
  )
  const { sender } = detail.row
  const icon = (kind: string) => kinds?.find(one => one.kind === kind)?.icon ?? 'link'
  return [
    ...(sender?.id
      ? [
          {
            id: sender.id,
            icon: icon('organisation'),
            title: sender.name,
            href: recordHref(kinds, 'organisation', sender.id),
            detail: kindWords(say, 'organisation'),
          },
        ]
      : []),
    ...(tasks.data?.rows ?? []).map(task => ({
      id: task.id,
      icon: icon('task'),
      title: task.title,
      href: recordHref(kinds, 'task', task.id),
      detail: task.state === 'open' && task.dueOn ? formats.weekday(task.dueOn) : stateWords(say, 'task', task.state),
    })),
    ...(detail.duplicate
      ? [
          {
            id: detail.duplicate.id,
            icon: 'copy',
            title: detail.duplicate.title,
            href: `/documents/${detail.duplicate.id}`,
            detail: say('page.document.earlier'),
          },
        ]
      : []),
  ]
}
