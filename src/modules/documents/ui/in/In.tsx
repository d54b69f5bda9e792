import '../../../../web/kit/list/list.css'
import './in.css'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { counts } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { useConfirmSure } from '../confirm/useConfirmSure.ts'
import { TakeIn } from './TakeIn.tsx'
import { stateOf } from './tray.ts'
import { TrayHead } from './TrayHead.tsx'
import { TrayRow } from './TrayRow.tsx'
import { useTray } from './useTray.ts'
import { useTrayFilters, useTrayViews } from './useTrayFilters.ts'

/** The one tray: what came in and is nobody's yet, filtered by chips that stand in the address. */
export default function In() {
  const say = useSay<DocumentKeys>()
  const go = useGo()
  const [search] = useSearch()
  const tray = useTray()
  const filters = useTrayFilters(tray.all)
  const views = useTrayViews(tray.all, search)
  const sureCount = useQuery<typeof counts>('documents.counts').data?.sure ?? 0
  const sure = useConfirmSure()
  useTitle(say('page.in'))
  const first = tray.shown.find(item => stateOf(item) === 'to-confirm')
  const look = () => first && go(`/confirm/${first.id}`)
  const confirmAll = () => void sure.run()
  const sureWords = say('page.in.sure', { count: sureCount })
  const group = say('page.in')
  useHotkeys([
    sureCount > 0
      ? { keys: 'enter', label: sureWords, group, run: event => event.repeat || confirmAll() }
      : { keys: 'enter', label: say('page.in.look'), group, run: () => look() },
    { keys: 'e', label: say('page.in.look'), group, run: () => look() },
    { keys: 'j', label: say('key.next'), group, run: () => moveFocus(1) },
    { keys: 'k', label: say('key.previous'), group, run: () => moveFocus(-1) },
  ])
  return (
    <div className="page">
      <div className="body">
        <TrayHead
          views={views}
          filters={filters}
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
        />
        <TakeIn isRead={tray.isRead} />
        {tray.papers.isError ? (
          <QueryProblem fault={tray.papers.error} again={() => void tray.papers.refetch()} />
        ) : null}
        {tray.papers.isPending ? <SkeletonRows rows={6} /> : null}
        {tray.papers.data ? <Rows tray={tray} /> : null}
        <Doors />
      </div>
    </div>
  )
}

/** Other ways by which papers come in. */
function Doors() {
  const say = useSay<DocumentKeys>()
  const folders = usePermission('documents.use-folders')
  const mailboxes = usePermission('documents.change-mailboxes')
  return (
    <p className="doors-line t3">
      {folders ? (
        <Link className="link" href="/documents/folders">
          {say('page.folders')}
        </Link>
      ) : null}
      {folders && mailboxes ? ' · ' : null}
      {mailboxes ? (
        <Link className="link" href="/documents/mailboxes">
          {say('page.mailboxes')}
        </Link>
      ) : null}
    </p>
  )
}

function Rows({ tray }: { readonly tray: ReturnType<typeof useTray> }) {
  const say = useSay<DocumentKeys>()
  if (tray.all.length === 0) return <Empty text={say('page.in.empty')} />
  if (tray.shown.length === 0)
    return (
      <Empty text={say('list.nothing-found')}>
        <ButtonLink href="/in">{say('list.clear-filters')}</ButtonLink>
      </Empty>
    )
  return (
    <>
      <ul className="tray" aria-label={say('page.in')}>
        {tray.shown.map(item => (
          <TrayRow key={item.id} item={item} />
        ))}
      </ul>
      {tray.more ? (
        <p>
          <Link className="link" href="/documents?state=arrived,to-confirm,needs-help">
            {say('list.all')}
          </Link>
        </p>
      ) : null}
    </>
  )
}

/** The keyboard walks from paper to paper. */
function moveFocus(by: number): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.tray .what')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
}
