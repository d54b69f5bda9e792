import './desk.css'
import { useMemo, useState } from 'react'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { desk } from '../../contract.ts'
import { Beside } from './Beside.tsx'
import type { DeskAnswer, WorkKeys } from './deskTypes.ts'
import { Queue } from './Queue.tsx'
import { QuickEntry } from './QuickEntry.tsx'
import { Ruler } from './Ruler.tsx'
import { useQueueKeys } from './useQueueKeys.ts'
import { useWorkday } from './useWorkday.ts'

/** The first page: my queue in its order with a reason a line, and beside it what waits elsewhere. */
export default function Desk() {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const today = formats.today()
  useTitle(say('page.desk'))
  const answer = useQuery<typeof desk>('work.desk')
  return (
    <div className="desk">
      <section className="queue" aria-labelledby="day">
        <div className="dayhead">
          <h1 className="h1" id="day">
            {formats.longDay(today)}
          </h1>
          <span className="wk">{say('page.desk.week', { week: formats.week(today) })}</span>
          <span className="keys">
            {say('keys')} <Kbd keys="?" />
          </span>
        </div>
        {answer.isError ? (
          <QueryProblem fault={answer.error} again={() => void answer.refetch()} />
        ) : answer.data ? (
          <Day desk={answer.data} />
        ) : (
          <SkeletonRows rows={8} />
        )}
      </section>
      <aside className="desk-aside" aria-label={say('page.desk.beside')}>
        {answer.data ? <Beside desk={answer.data} /> : null}
      </aside>
    </div>
  )
}

function Day({ desk: answer }: { readonly desk: DeskAnswer }) {
  const say = useSay<WorkKeys>()
  const [here, setHere] = useState<string | null>(null)
  const mayTakeIn = usePermission('documents.take-in')
  const groups = answer.groups.filter(group => group.rows.length > 0)
  const lines = useMemo(() => groups.flatMap(group => group.rows), [groups])
  const workday = useWorkday()
  const keys = useQueueKeys(lines, here, setHere)
  return (
    <>
      <Fit desk={answer} isOver={workday.now >= workday.until} />
      <Ruler lines={lines} workday={workday} free={answer.sum.freeMinutes} />
      <QuickEntry />
      {lines.length === 0 ? (
        <Empty text={say('page.desk.empty')}>
          {mayTakeIn ? (
            <ButtonLink href="/in" look="primary" icon="inbox">
              {say('page.desk.first')}
            </ButtonLink>
          ) : null}
        </Empty>
      ) : (
        <Queue groups={groups} here={keys.here} onHere={setHere} keys={keys} />
      )}
    </>
  )
}

/** The sum done for the person: does today's work fit into what is left of the day? */
function Fit({ desk: { sum }, isOver }: { readonly desk: DeskAnswer; readonly isOver: boolean }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const params = {
    work: formats.minutes(sum.workMinutes),
    free: formats.minutes(sum.freeMinutes),
    spare: formats.minutes(Math.abs(sum.spareMinutes)),
  }
  // Of a day off or an evening no sum is made: "0 min free" would be no news.
  const outside = isOver ? 'page.desk.day-over' : 'page.desk.day-off'
  const inside = sum.fits ? 'page.desk.fits' : 'page.desk.over'
  const sentence =
    sum.workMinutes === 0 ? say('page.desk.nothing-due') : say(sum.freeMinutes === 0 ? outside : inside, params)
  return (
    <p className="fit">
      {sum.workMinutes > 0 ? <i className="sw work" /> : null}
      <Rich>{sentence}</Rich>
      {sum.unestimated > 0 ? (
        <span className="t3"> {say('page.desk.unestimated', { count: sum.unestimated })}</span>
      ) : null}
    </p>
  )
}
