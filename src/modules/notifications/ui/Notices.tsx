import './notices.css'
import { useRef } from 'react'
import type { OutputOf } from '../../../web/answers.ts'
import { Button, ButtonLink } from '../../../web/kit/Button.tsx'
import { Empty } from '../../../web/kit/Empty.tsx'
import { Icon } from '../../../web/kit/Icon.tsx'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useStepKeys } from '../../../web/kit/useStepKeys.ts'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { Link } from '../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../web/session.ts'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { listNotices, markRead } from '../contract.ts'
import type { NoticeKeys } from './words.ts'

type Notice = OutputOf<typeof listNotices>['rows'][number]

/** What one has been told of, newest first. */
export default function Notices() {
  const say = useSay<NoticeKeys>()
  const told = useQuery<typeof listNotices>('notifications.list-notices', { limit: 200 })
  const reading = useCommand<typeof markRead>('notifications.mark-read')
  const rows = told.data?.rows ?? []
  const unread = rows.filter(row => !row.read)
  const list = useRef<HTMLUListElement>(null)
  useStepKeys(list)
  return (
    <Page
      title={say('page.notices')}
      beside={unread.length ? say('page.notices.unread', { count: told.data?.unread ?? 0 }) : null}
      end={
        <>
          {unread.length ? (
            <Button
              look="quiet"
              icon="check"
              busy={reading.busy}
              onClick={() => void reading.run({ ids: unread.map(row => row.id) })}
            >
              {say('page.notices.read-all')}
            </Button>
          ) : null}
          <ButtonLink look="quiet" icon="settings" href="/notices/settings">
            {say('page.notices.settings')}
          </ButtonLink>
        </>
      }
    >
      {told.isPending ? <SkeletonRows rows={6} /> : null}
      {told.isError ? <QueryProblem fault={told.error} again={() => void told.refetch()} /> : null}
      {told.data && rows.length === 0 ? <Empty text={say('page.notices.empty')} /> : null}
      {rows.length ? (
        <ul className="told" ref={list}>
          {rows.map(row => (
            <Line key={row.id} notice={row} onOpen={() => (row.read ? null : void reading.run({ ids: [row.id] }))} />
          ))}
        </ul>
      ) : null}
    </Page>
  )
}

function Line({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const say = useSay<string>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const { record } = notice
  const href = record ? recordHref(kinds, record.kind, record.id) : null
  const words = `${say(notice.titleKey, notice.params)}${notice.times > 1 ? ` (${notice.times})` : ''}`
  return (
    <li className={notice.read ? 'read' : undefined}>
      <Icon name={kinds?.find(({ kind }) => kind === record?.kind)?.icon ?? 'bell'} small />
      {href ? (
        <Link href={href} onClick={onOpen}>
          {words}
        </Link>
      ) : (
        <button type="button" onClick={onOpen}>
          {words}
        </button>
      )}
      <time className="t3" dateTime={notice.at}>
        {formats.moment(notice.at)}
      </time>
    </li>
  )
}
