import { Button } from '../../../../web/kit/Button.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { type Keys, visitorGlyphs, type VisitorLine } from '../words.ts'

/** From when on a wait is long: the host is told again then. */
const longWait = 5

const minutesSince = (at: string | null): number =>
  at ? Math.max(0, Math.floor((Date.now() - Date.parse(at)) / 60_000)) : 0

/** One visitor of the day, with the one thing to do next. */
export function VisitLine({ row }: { readonly row: VisitorLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const waited = minutesSince(row.arrivedAt)
  const isWaiting = row.state === 'waiting'
  const isOver = ['gone', 'missed', 'cancelled'].includes(row.state)
  return (
    <li
      data-waits={isWaiting ? '' : undefined}
      data-late={isWaiting && waited >= longWait ? '' : undefined}
      data-over={isOver ? '' : undefined}
    >
      <span className="at num">{formats.time(row.arrivedAt ?? row.start)}</span>
      <span className="who">
        <Link href={`/visitors/${row.id}`}>
          <b>{row.title}</b>
        </Link>
        <span>
          {[row.company, row.badgeNo ? say('page.visitors.badge', { number: row.badgeNo }) : null, row.plate]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="host">
        {row.host?.title ?? say('page.visitors.at-counter')}
        <span>{detailOf(say, formats, row, waited)}</span>
      </span>
      <Acts row={row} />
    </li>
  )
}

function detailOf(
  say: ReturnType<typeof useSay<Keys>>,
  formats: ReturnType<typeof useFormats>,
  row: VisitorLine,
  waited: number,
): string {
  if (row.state === 'waiting') {
    const number = row.ticket
      ? [say('page.visitors.number', { number: row.ticket }), row.called ? say('page.visitors.called') : null]
      : []
    return [
      ...number,
      say('page.visitors.waits', { count: waited }),
      row.told > 1 ? say('page.visitors.told', { count: row.told }) : null,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  if (row.leftAt && row.arrivedAt)
    return row.forgot
      ? say('page.visitors.forgot')
      : say('page.visitors.span', { from: formats.time(row.arrivedAt), until: formats.time(row.leftAt) })
  return row.place ?? ''
}

function Acts({ row }: { readonly row: VisitorLine }) {
  const say = useSay<Keys>()
  const input = { id: row.id, expectedVersion: row.version }
  const signIn = useCommand('visitors.sign-in-visitor', { said: say('state.visitor.waiting') })
  const meet = useCommand('visitors.meet-visitor', { said: say('page.visitors.met') })
  const call = useCommand('visitors.call-visitor', { said: say('page.visitors.called') })
  const signOut = useCommand('visitors.sign-out-visitor', { said: say('state.visitor.gone') })
  const maySignIn = usePermission('visitors.sign-in-visitor')
  const mayMeet = usePermission('visitors.meet-visitor')
  const maySignOut = usePermission('visitors.sign-out-visitor')
  const named = (words: string) => `${words}: ${row.title}`
  switch (row.state) {
    case 'expected':
      return (
        <span className="acts">
          {maySignIn ? (
            <Button
              size="s"
              busy={signIn.busy}
              aria-label={named(say('page.visitors.sign-in'))}
              onClick={() => void signIn.run(input)}
            >
              {say('page.visitors.sign-in')}
            </Button>
          ) : null}
        </span>
      )
    case 'waiting':
      return (
        <span className="acts">
          {maySignIn && row.ticket && !row.called ? (
            <Button
              size="s"
              busy={call.busy}
              aria-label={named(say('page.visitors.call'))}
              onClick={() => void call.run(input)}
            >
              {say('page.visitors.call')}
            </Button>
          ) : null}
          {mayMeet ? (
            <Button
              size="s"
              busy={meet.busy}
              aria-label={named(say('page.visitors.met'))}
              onClick={() => void meet.run(input)}
            >
              {say('page.visitors.met')}
            </Button>
          ) : null}
          {maySignOut ? (
            <Out
              busy={signOut.busy}
              label={named(say('page.visitors.sign-out'))}
              onClick={() => void signOut.run(input)}
            />
          ) : null}
        </span>
      )
    case 'received':
      return (
        <span className="acts">
          {maySignOut ? (
            <Out
              busy={signOut.busy}
              label={named(say('page.visitors.sign-out'))}
              onClick={() => void signOut.run(input)}
            />
          ) : null}
        </span>
      )
    default:
      return (
        <span className="acts">
          <State glyph={visitorGlyphs[row.state]}>{say(`state.visitor.${row.state}`)}</State>
        </span>
      )
  }
}

function Out({
  busy,
  label,
  onClick,
}: {
  readonly busy: boolean
  readonly label: string
  readonly onClick: () => void
}) {
  const say = useSay<Keys>()
  return (
    <Button size="s" look="quiet" busy={busy} aria-label={label} onClick={onClick}>
      {say('page.visitors.sign-out')}
    </Button>
  )
}
