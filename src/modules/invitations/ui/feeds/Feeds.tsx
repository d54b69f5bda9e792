import '../invitations.css'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listFeeds, refreshFeed } from '../../contract.ts'
import type { InvitationKeys } from '../words.ts'
import { ImportFile } from './ImportFile.tsx'

type Feed = OutputOf<typeof listFeeds>['rows'][number]

/** Calendars that others publish, and files brought in once. */
export default function Feeds() {
  const say = useSay<InvitationKeys>()
  const asked = useQuery<typeof listFeeds>('invitations.list-feeds', {})
  const mayImport = usePermission('invitations.import-events')
  const subscribe = () => openCommand({ command: 'invitations.subscribe-feed' })
  if (asked.isPending) return <PageSkeleton />
  const rows = asked.data?.rows ?? []
  return (
    <Page
      title={say('page.feeds')}
      end={
        <Button look="primary" icon="plus" onClick={subscribe}>
          {say('invitations.subscribe-feed')}
        </Button>
      }
    >
      {asked.isError ? <QueryProblem fault={asked.error} again={() => void asked.refetch()} /> : null}
      <Section title={say('page.feeds.subscribed')} count={rows.length}>
        <p className="t2 inv-text">{say('page.feeds.text')}</p>
        {rows.length === 0 ? <Empty text={say('page.feeds.none')} /> : null}
        <ul className="inv-lines">
          {rows.map(row => (
            <Line key={row.id} feed={row} />
          ))}
        </ul>
      </Section>
      {mayImport ? <ImportFile /> : null}
    </Page>
  )
}

const problems = ['address-private', 'unreachable', 'too-large', 'too-slow'] as const

function Line({ feed }: { readonly feed: Feed }) {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  const refresh = useCommand<typeof refreshFeed>('invitations.refresh-feed', { quiet: true })
  const known = problems.find(one => one === feed.problem)
  return (
    <li>
      <span className="what">
        {feed.title}
        <span className="t3"> {feed.url}</span>
      </span>
      <State glyph={feed.problem ? 'blocked' : feed.takenAt ? 'done' : 'open'}>
        {say('page.feeds.events', { count: feed.events })}
      </State>
      <span className="t3 nw">
        {feed.takenAt ? say('page.feeds.taken', { at: formats.moment(feed.takenAt) }) : say('page.feeds.never')}
      </span>
      {feed.can.length > 0 ? (
        <Button
          size="s"
          look="quiet"
          icon="refresh"
          busy={refresh.busy}
          onClick={() => void refresh.run({ id: feed.id })}
        >
          {say('invitations.refresh-feed')}
        </Button>
      ) : null}
      {feed.problem || feed.refused > 0 ? (
        <span className="why t3">
          {feed.problem
            ? known
              ? say(`page.feeds.problem.${known}`)
              : say('page.feeds.problem.other', { problem: feed.problem })
            : say('page.feeds.refused', { count: feed.refused })}
        </span>
      ) : null}
    </li>
  )
}
