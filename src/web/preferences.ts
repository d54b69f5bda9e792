/** What a person prefers on this computer before anybody is signed in: language and light or dark. */
import { type Language, languages, nearestLanguage } from '../kernel/language/catalogue.ts'
import { store } from './kit/store.ts'

export type Scheme = 'auto' | 'light' | 'dark'

const languagePlace = 'kontor.language'
const schemePlace = 'kontor.scheme'

/** Storage may be switched off; then the preference lasts as long as the page. */
export function remember(place: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(place)
    else localStorage.setItem(place, value)
  } catch {
    // Private windows and full disks refuse; nothing depends on it.
  }
}

export function recall(place: string): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

export const schemeStore = store<Scheme>('auto')

/** Takes up the remembered scheme; `auto` follows the system. */
export function preferredScheme(): void {
  const kept = recall(schemePlace)
  if (kept === 'light' || kept === 'dark') schemeStore.set(kept)
}

export function chooseScheme(scheme: Scheme): void {
  schemeStore.set(scheme)
  remember(schemePlace, scheme === 'auto' ? null : scheme)
}

/** The language used last here, else the browser's first that Kontor speaks. */
export function preferredLanguage(): Language {
  const kept = recall(languagePlace)
  if (kept && (languages as readonly string[]).includes(kept)) return kept as Language
  for (const tag of navigator.languages ?? []) {
    const language = nearestLanguage(tag)
    if (language !== 'en' || tag.toLowerCase().startsWith('en')) return language
  }
  return 'en'
}

/** The language before anybody is signed in; a session brings its own. */
export const languageStore = store<Language>('en')

export const rememberLanguage = (language: Language): void => {
  remember(languagePlace, language)
  languageStore.set(language)
}
