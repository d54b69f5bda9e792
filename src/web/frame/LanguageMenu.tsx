import { useQueryClient } from '@tanstack/react-query'
import { languages } from '../../kernel/language/catalogue.ts'
import { chooseLanguage } from '../client.ts'
import { Menu, MenuItem } from '../kit/Menu.tsx'
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
    <Menu
      label={say('language')}
      align="end"
      width={200}
      button={opener => (
        <button
          className="tool lang"
          type="button"
          aria-label={`${say('language')}: ${languageNames[current]}`}
          {...opener}
        >
          {languageNames[current]}
        </button>
      )}
    >
      {languages.map(language => (
        <MenuItem key={language} lang={language} checked={language === current} onSelect={() => void choose(language)}>
          {languageNames[language]}
        </MenuItem>
      ))}
    </Menu>
  )
}
