import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { languages } from '../../kernel/language/catalogue.ts'
import { chooseLanguage } from '../client.ts'
import { Icon } from '../kit/Icon.tsx'
import { languageNames } from '../language/load.ts'
import { useLanguage, useSay } from '../language/Say.tsx'
import { rememberLanguage } from '../preferences.ts'

/** Keeps the person's choice at the server and asks everything anew: refusals and titles come in it. */
export function useChooseLanguage() {
  const queries = useQueryClient()
  return async (language: (typeof languages)[number]) => {
    rememberLanguage(language)
    const answer = await chooseLanguage(language)
    if (answer.ok) await queries.invalidateQueries()
  }
}

export function LanguageMenu() {
  const say = useSay()
  const current = useLanguage()
  const choose = useChooseLanguage()
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <button className="tool lang" type="button" aria-label={`${say('language')}: ${languageNames[current]}`}>
          {languageNames[current]}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(language => (
          <Menu.Item
            key={language}
            lang={language}
            leftSection={
              <Icon
                name={language === current ? 'check' : 'circle'}
                style={language === current ? {} : { opacity: 0 }}
              />
            }
            onClick={() => void choose(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
