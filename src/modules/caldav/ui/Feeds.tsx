import type { OutputOf } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { listFeeds, revokeFeed } from '../contract.ts'
import type { Keys } from '../messages/en.ts'
import { Copied } from './Copied.tsx'

type Line = OutputOf<typeof listFeeds>['rows'][number]

/** Links to calendars for programs that only read: made, copied, ended here. */
export function Feeds() {
  const say = useSay<Keys>()
  const feeds = useQuery<typeof listFeeds>('caldav.list-feeds')
  const rows = feeds.data?.rows ?? []
  const holding = rows.filter(({ revokedAt }) => !revokedAt)
  const ended = rows.filter(({ revokedAt }) => revokedAt)
  const again = () => void feeds.refetch()
  const make = () => openCommand({ command: 'caldav.create-feed', done: again })
  const makeOfDays = () => openCommand({ command: 'caldav.create-day-feed', done: again })
  return (
    <Section
      title={say('page.programs.feeds')}
      count={holding.length || undefined}
      more={
        <>
          <Button size="s" look="quiet" icon="plus" onClick={makeOfDays}>
            {say('page.programs.feeds.days')}…
          </Button>
          <Button size="s" icon="plus" onClick={make}>
            {say('caldav.create-feed')}…
          </Button>
        </>
      }
    >
      <p className="lead t2">{say('page.programs.feeds.lead')}</p>
      {feeds.isPending ? <SkeletonRows rows={2} /> : null}
      {feeds.isError ? <QueryProblem fault={feeds.error} again={again} /> : null}
      {feeds.data && holding.length === 0 ? <p className="t3">{say('page.programs.feeds.empty')}</p> : null}
      <Lines rows={holding} again={again} />
      {ended.length > 0 ? (
        <details className="fold">
          <summary>{say('page.programs.feeds.ended', { count: ended.length })}</summary>
          <Lines rows={ended} again={again} />
        </details>
      ) : null}
    </Section>
  )
}

function Lines({ rows, again }: { readonly rows: readonly Line[]; readonly again: () => void }) {
  return (
    <ul className="feed-rows">
      {rows.map(row => (
        <FeedLine key={row.id} row={row} again={again} />
      ))}
    </ul>
  )
}

function FeedLine({ row, again }: { readonly row: Line; readonly again: () => void }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const revoke = useCommand<typeof revokeFeed>('caldav.revoke-feed', { said: say('done.caldav.revoke-feed') })
  const day = (at: string) => formats.day(formats.dayOf(at))
  const words = [
    ...(row.days
      ? [say(`choice.caldav.days.${row.days}`)]
      : [
          row.calendar?.title ?? '',
          say(row.scope === 'full' ? 'choice.caldav.scope.full' : 'choice.caldav.scope.busy'),
        ]),
    row.revokedAt
      ? say('page.programs.ended-on', { day: day(row.revokedAt) })
      : say('page.programs.made-on', { day: day(row.madeAt) }),
  ]
  const end = async () => {
    const answer = await revoke.run({ id: row.id })
    if (answer.status === 'done') again()
  }
  return (
    <li>
      <div className="head">
        <span className="what">
          <b>{row.name}</b>
          <span className="t3 below">{words.join(' · ')}</span>
        </span>
        {row.path ? (
          <Button
            size="s"
            look="quiet"
            busy={revoke.busy}
            aria-label={`${say('caldav.revoke-feed')}: ${row.name}`}
            onClick={() => void end()}
          >
            {say('caldav.revoke-feed')}
          </Button>
        ) : null}
      </div>
      {row.path ? <Copied label={row.name} value={`${window.location.origin}${row.path}`} /> : null}
    </li>
  )
}
