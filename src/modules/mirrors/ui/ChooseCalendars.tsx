import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { listCalendars } from '../../calendar/contract.ts'
import type { mirrorCalendar } from '../contract.ts'
import type { AccountLine } from './Elsewhere.tsx'
import type { MirrorKeys } from './words.ts'

interface RemoteLine {
  readonly id: string
  readonly name: string
  readonly writable: boolean
}
type CalendarLine = OutputOf<typeof listCalendars>['rows'][number]

/** The calendars of an account as it tells of them now, each to be kept in step with one here. */
export function ChooseCalendars({
  account,
  onChosen,
}: {
  readonly account: AccountLine
  readonly onChosen: () => void
}) {
  const say = useSay<MirrorKeys>()
  const asking = useCommand('mirrors.remote-calendars', { quiet: true })
  const own = useQuery<typeof listCalendars>('calendar.list-calendars', {})
  const { run } = asking
  useEffect(() => void run({ accountId: account.id } as never), [run, account.id])
  const { answer } = asking
  if (answer?.status === 'refused') return <Problem title={answer.refusal.message ?? ''} todo={answer.refusal.todo} />
  if (answer?.status !== 'done') return <SkeletonRows rows={2} />
  const taken = new Set(account.mirrors.map(({ remoteName }) => remoteName))
  const rows = (answer.output as { readonly rows: readonly RemoteLine[] }).rows.filter(({ name }) => !taken.has(name))
  const mine = (own.data?.rows ?? []).filter(({ mine: isMine, type }) => isMine && (type === 'main' || type === 'own'))
  const used = new Set(account.mirrors.map(({ calendar }) => calendar.id))
  if (rows.length === 0) return <p className="t3 lead">{say('page.elsewhere.none-left')}</p>
  return (
    <ul className="rows">
      {rows.map(row => (
        <Remote
          key={row.id}
          row={row}
          accountId={account.id}
          calendars={mine.filter(({ id }) => !used.has(id))}
          onChosen={onChosen}
        />
      ))}
    </ul>
  )
}

interface RemoteProps {
  readonly row: RemoteLine
  readonly accountId: string
  readonly calendars: readonly CalendarLine[]
  readonly onChosen: () => void
}

function Remote({ row, accountId, calendars, onChosen }: RemoteProps) {
  const say = useSay<MirrorKeys>()
  const [into, setInto] = useState('')
  const keeping = useCommand<typeof mirrorCalendar>('mirrors.mirror-calendar')
  const keep = async () => {
    const chosen = { accountId, remoteId: row.id, remoteName: row.name, writable: row.writable }
    const direction = row.writable ? ('both' as const) : ('in' as const)
    const answer = await keeping.run({ ...chosen, direction, ...(into ? { calendarId: into } : {}) })
    if (answer.status === 'done') onChosen()
  }
  return (
    <li>
      <span className="what">
        {row.name}
        {row.writable ? null : <span className="t3"> {say('page.elsewhere.read-only')}</span>}
      </span>
      {row.writable ? (
        <select
          className="input"
          aria-label={`${say('page.elsewhere.into')}: ${row.name}`}
          value={into}
          onChange={event => setInto(event.target.value)}
        >
          <option value="">{say('page.elsewhere.new-calendar')}</option>
          {calendars.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      ) : null}
      <Button
        size="s"
        look="primary"
        busy={keeping.busy}
        aria-label={`${say('page.elsewhere.keep')}: ${row.name}`}
        onClick={() => void keep()}
      >
        {say('page.elsewhere.keep')}
      </Button>
    </li>
  )
}
