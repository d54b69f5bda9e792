import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { languages } from '../../kernel/language/catalogue.ts'
import { signOut } from '../client.ts'
import { Icon, type IconName } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
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
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <button type="button" className="me">
          <span>{principal.name}</span>
          <span className="face" aria-hidden="true">
            {initialsOf(principal.name)}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.email}</Menu.Label>
        <Menu.Item
          leftSection={<Icon name="keyboard" />}
          rightSection={<Kbd keys="?" />}
          onClick={() => keyHelpStore.set(true)}
        >
          {say('keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say('scheme')}</Menu.Label>
        {schemes.map(([one, icon]) => (
          <Menu.Item
            key={one}
            closeMenuOnClick={false}
            leftSection={<Icon name={scheme === one ? 'check' : icon} />}
            onClick={() => chooseScheme(one)}
          >
            {say(`scheme.${one}`)}
          </Menu.Item>
        ))}
        <div className="phone-only">
          <Menu.Divider />
          <Menu.Label>{say('language')}</Menu.Label>
          {languages.map(language => (
            <Menu.Item
              key={language}
              lang={language}
              leftSection={<Icon name={language === current ? 'check' : 'language'} />}
              onClick={() => void choose(language)}
            >
              {languageNames[language]}
            </Menu.Item>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="logout" />} onClick={() => void leave(false)}>
          {say('sign-out')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="logout" />} onClick={() => void leave(true)}>
          {say('sign-out.everywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
