import { useQueryClient } from '@tanstack/react-query'
import { chooseOrganisation } from '../client.ts'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { Menu, MenuItem } from '../kit/Menu.tsx'
import { openPalette } from '../kit/openers.ts'
import { useSay } from '../language/Say.tsx'
import { Link } from '../Link.tsx'
import { useSession } from '../session.ts'
import { Bell } from './Bell.tsx'
import { Brand } from './Brand.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { Me } from './Me.tsx'
import { NewMenu } from './NewMenu.tsx'

/** Organisation, search, commands, new, language, me. */
export function Top() {
  const say = useSay()
  return (
    <header className="top">
      <OrganisationMenu />
      <button type="button" className="seek" onClick={() => openPalette()}>
        <Icon name="search" />
        <span className="long">{say('search.long')}</span>
        <span className="short">{say('search')}</span>
        <Kbd keys="/" />
      </button>
      <div className="top-end">
        <button className="tool cmd" type="button" onClick={() => openPalette('>')}>
          {say('commands')} <Kbd keys="mod+k" />
        </button>
        <NewMenu />
        <Bell />
        <LanguageMenu />
        <Me />
      </div>
    </header>
  )
}

function OrganisationMenu() {
  const { organisation, organisations } = useSession()
  const queries = useQueryClient()
  if (organisations.length < 2) {
    return (
      <Link className="org" href="/">
        <Brand />
        <span className="org-name">{organisation.name}</span>
      </Link>
    )
  }
  const change = async (id: string) => {
    const answer = await chooseOrganisation(id)
    if (answer.ok) await queries.resetQueries()
  }
  return (
    <Menu
      label={organisation.name}
      width={260}
      button={opener => (
        <button type="button" className="org" {...opener}>
          <Brand />
          <span className="org-name">{organisation.name}</span>
          <Icon name="chevron-down" />
        </button>
      )}
    >
      {organisations.map(({ id, name }) => (
        <MenuItem key={id} icon="building" checked={id === organisation.id} onSelect={() => void change(id)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  )
}
