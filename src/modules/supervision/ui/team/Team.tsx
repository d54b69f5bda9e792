import './team.css'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { liveDay } from '../../contract.ts'
import type { SupervisionKeys } from '../words.ts'
import { Days } from './Days.tsx'
import { WhoSees } from './WhoSees.tsx'

/** The day as it stands of the people one leads, and who sees one's own. */
export default function Team() {
  const say = useSay<SupervisionKeys>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const scope = search['scope'] === 'all' ? 'all' : 'led'
  const asked = useQuery<typeof liveDay>('supervision.live-day', { scope })
  if (asked.isPending) return <PageSkeleton />
  if (!asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error as Error} again={() => void asked.refetch()} />
      </div>
    )
  const { people, mayAll, today } = asked.data
  return (
    <Page
      title={say('page.team')}
      beside={formats.fullDay(today)}
      end={
        <>
          <ButtonLink look="quiet" icon="list-check" href="/reviews">
            {say('page.team.reviews')}
          </ButtonLink>
          {people.length > 0 ? (
            <Button icon="star" onClick={() => openCommand({ command: 'supervision.ask-review' })}>
              {say('supervision.ask-review')}
            </Button>
          ) : null}
        </>
      }
    >
      {mayAll ? (
        <p className="team-tabs no-print">
          {(['led', 'all'] as const).map(one => (
            <Button
              key={one}
              size="s"
              look={scope === one ? 'primary' : 'quiet'}
              aria-pressed={scope === one}
              onClick={() => change({ scope: one === 'all' ? 'all' : null }, { replace: true })}
            >
              {say(one === 'all' ? 'page.team.everybody' : 'page.team.led')}
            </Button>
          ))}
        </p>
      ) : null}
      {people.length === 0 ? <p className="t2">{say('page.team.nobody')}</p> : <Days people={people} maySet={mayAll} />}
      <WhoSees />
    </Page>
  )
}
