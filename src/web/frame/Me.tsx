import { useQueryClient } from '@tanstack/react-query'
import { languages } from '../../kernel/language/catalogue.ts'
import { signOut } from '../client.ts'
import type { IconName } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { Menu, MenuItem, MenuLabel } from '../kit/Menu.tsx'
import { keyHelpStore } from '../kit/openers.ts'
import { useStore } from '../kit/store.ts'
import { languageNames } from '../language/load.ts'
import { useLanguage, useSay } from '../language/Say.tsx'
import { chooseScheme, type Scheme, schemeStore } from '../preferences.ts'
import { useSession } from '../session.ts'
import { useChooseLanguage } from './LanguageMenu.tsx'

const schemes: readonly (readonly [Scheme, IconName])[] = [
  ['auto', 'circle'],
  ['light', 'sun'],
  ['dark', 'moon'],
]

export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

/** Who I am here; light or dark, keys, signing out. On the phone also the language. */
export function Me() {
  const say = useSay()
  const { account, principal } = useSession()
  const scheme = useStore(schemeStore)
  const current = useLanguage()
  const choose = useChooseLanguage()
  const queries = useQueryClient()
  const leave = async (everywhere: boolean) => {
    const answer = await signOut(everywhere)
    if (!answer.ok) return
    queries.clear()
    location.assign('/')
  }
  return (
    <Menu
      label={principal.name}
      align="end"
      width={250}
      button={opener => (
        <button type="button" className="me" {...opener}>
          <span>{principal.name}</span>
          <span className="face" aria-hidden="true">
            {initialsOf(principal.name)}
          </span>
        </button>
      )}
    >
      <MenuLabel>{account.email}</MenuLabel>
      <MenuItem icon="keyboard" end={<Kbd keys="?" />} onSelect={() => keyHelpStore.set(true)}>
        {say('keys')}
      </MenuItem>
      <hr />
      <MenuLabel>{say('scheme')}</MenuLabel>
      {schemes.map(([one, icon]) => (
        <MenuItem key={one} stays icon={icon} checked={scheme === one} onSelect={() => chooseScheme(one)}>
          {say(`scheme.${one}`)}
        </MenuItem>
      ))}
      <div className="phone-only" role="presentation">
        <hr />
        <MenuLabel>{say('language')}</MenuLabel>
        {languages.map(language => (
          <MenuItem
            key={language}
            lang={language}
            checked={language === current}
            onSelect={() => void choose(language)}
          >
            {languageNames[language]}
          </MenuItem>
        ))}
      </div>
      <hr />
      <MenuItem icon="logout" onSelect={() => void leave(false)}>
        {say('sign-out')}
      </MenuItem>
      <MenuItem icon="logout" onSelect={() => void leave(true)}>
        {say('sign-out.everywhere')}
      </MenuItem>
    </Menu>
  )
}
