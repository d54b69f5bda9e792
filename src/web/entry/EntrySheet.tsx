import './entry.css'
import type { ReactNode } from 'react'
import { type Language, languages } from '../../kernel/language/catalogue.ts'
import { Brand } from '../frame/Brand.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Menu, MenuItem } from '../kit/Menu.tsx'
import { useTitle } from '../kit/Page.tsx'
import { languageNames } from '../language/load.ts'
import { useLanguage, useSay } from '../language/Say.tsx'
import { languageStore } from '../preferences.ts'

/** A door's page: one sheet, the mark above it, the language at the corner. */
export function EntrySheet({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text?: ReactNode
  readonly children: ReactNode
}) {
  const say = useSay()
  const current = useLanguage()
  useTitle(title)
  return (
    <div className="entry">
      <header className="entry-top">
        <Brand />
        Kontor
        <Menu
          label={say('language')}
          align="end"
          width={200}
          button={opener => (
            <button
              type="button"
              className="tool"
              aria-label={`${say('language')}: ${languageNames[current]}`}
              {...opener}
            >
              <Icon name="language" />
              {languageNames[current]}
            </button>
          )}
        >
          {languages.map((language: Language) => (
            <MenuItem
              key={language}
              lang={language}
              checked={language === current}
              onSelect={() => languageStore.set(language)}
            >
              {languageNames[language]}
            </MenuItem>
          ))}
        </Menu>
      </header>
      <main className="entry-sheet">
        <h1>{title}</h1>
        {text ? <p>{text}</p> : null}
        {children}
      </main>
    </div>
  )
}
