import { useLocation } from '@tanstack/react-router'
import { Icon } from '../kit/Icon.tsx'
import { Menu, MenuItem } from '../kit/Menu.tsx'
import { useSay } from '../language/Say.tsx'
import { Link, useGo } from '../Link.tsx'
import { isWithin, type Place, type Places } from './places.ts'

/** The phone's rail: the first four places, the rest under More. A place of a long name may have a `.short` one. */
export function BottomBar({ places }: { readonly places: Places }) {
  const say = useSay<string>()
  const go = useGo()
  const { pathname } = useLocation()
  const all = [...places.groups.flat(), ...places.machine]
  const shown = all.length > 5 ? all.slice(0, 4) : all
  const more = all.slice(shown.length)
  return (
    <nav className="bottombar" aria-label={say('rail')}>
      {shown.map(place => (
        <Link key={place.path} href={place.path} aria-current={isWithin(pathname, place) ? 'page' : undefined}>
          <Icon name={place.icon} />
          <span className="clip">{say.maybe(`${place.message}.short`) ?? say(place.message)}</span>
        </Link>
      ))}
      {more.length ? (
        <Menu
          label={say('more')}
          align="end"
          button={opener => (
            <button
              type="button"
              aria-current={more.some(place => isWithin(pathname, place)) ? 'page' : undefined}
              {...opener}
            >
              <Icon name="dots" />
              {say('more')}
            </button>
          )}
        >
          {more.flatMap((place: Place) => [
            <MenuItem key={place.path} icon={place.icon} onSelect={() => go(place.path)}>
              {say(place.message)}
            </MenuItem>,
            ...(isWithin(pathname, place) ? place.pages : []).map(page => (
              <MenuItem key={page.path} icon={page.icon} onSelect={() => go(page.path)}>
                {say(page.message)}
              </MenuItem>
            )),
          ])}
        </Menu>
      ) : null}
    </nav>
  )
}
