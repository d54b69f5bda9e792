import { useLocation } from '@tanstack/react-router'
import { Fragment } from 'react'
import { Icon } from '../kit/Icon.tsx'
import { useSay } from '../language/Say.tsx'
import { Link } from '../Link.tsx'
import { useQuery } from '../useQuery.ts'
import { useTraySources } from '../useTraySources.ts'
import { isWithin, openPage, type Place, type Places } from './places.ts'

/** The modules, short; what runs the machine stands apart behind one door at the foot. */
export function Rail({ places }: { readonly places: Places }) {
  const say = useSay()
  const { pathname } = useLocation()
  const inMachine = places.machine.some(place => isWithin(pathname, place))
  const door = places.machine[0]
  return (
    <nav className="rail" aria-label={say('rail')}>
      {places.groups.map((group, index) => (
        <Fragment key={group[0]?.path}>
          {index ? <hr /> : null}
          {group.map(place => (
            <RailPlace key={place.path} place={place} pathname={pathname} />
          ))}
        </Fragment>
      ))}
      {door ? (
        <div className="machine">
          {inMachine ? (
            <>
              <p>{say('machine')}</p>
              {places.machine.map(place => (
                <RailLink key={place.path} place={place} current={isWithin(pathname, place)} />
              ))}
            </>
          ) : (
            <Link href={door.path}>
              <Icon name="server" />
              {say('machine')}
            </Link>
          )}
        </div>
      ) : null}
    </nav>
  )
}

/** A place, and beneath it the pages of its section while one is in it. */
function RailPlace({ place, pathname }: { readonly place: Place; readonly pathname: string }) {
  const say = useSay<string>()
  const current = isWithin(pathname, place)
  const open = openPage(pathname, place)
  if (!current || place.pages.length === 0) return <RailLink place={place} current={current} />
  return (
    <>
      <RailLink place={place} current={!open} />
      <div className="section-pages">
        {place.pages.map(page => (
          <Link key={page.path} href={page.path} aria-current={page === open ? 'page' : undefined}>
            <span className="clip">{say(page.message)}</span>
          </Link>
        ))}
      </div>
    </>
  )
}

function RailLink({ place, current }: { readonly place: Place; readonly current: boolean }) {
  const say = useSay<string>()
  return (
    <Link href={place.path} aria-current={current ? 'page' : undefined}>
      <Icon name={place.icon} />
      <span className="clip">{say(place.message)}</span>
      {place.count ? <Waiting query={place.count} tray={place.section === 'in'} /> : null}
    </Link>
  )
}

/** How many things wait there, in the tray those of every module; nothing when none do. */
function Waiting({ query, tray }: { readonly query: string; readonly tray: boolean }) {
  const { data } = useQuery<unknown>(query, {})
  const others = useTraySources().total
  const count = Number(data?.total ?? data?.count ?? 0) + (tray ? others : 0)
  return count ? <span className="n">{count}</span> : null
}
