import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { type Language, nearestLanguage } from '../kernel/language/catalogue.ts'
import { type QueryFailure, fetchSession, onSignedOut } from './client.ts'
import { FieldWords } from './language/FieldWords.tsx'
import { furtherWords, loadCatalogue } from './language/load.ts'
import { Speak } from './language/Say.tsx'
import { NavigationProvider, type Navigation } from './Link.tsx'
import { languageStore, preferredLanguage, preferredScheme, rememberLanguage, schemeStore } from './preferences.ts'
import { makeRouter } from './router.tsx'
import { SessionContext } from './session.ts'
import { theme } from './theme/index.ts'
import { useStore } from './kit/store.ts'

const queries = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } })
const router = makeRouter()
const navigation: Navigation = {
  go: (href, options) => (options?.replace ? router.history.replace(href) : router.history.push(href)),
  prepare: href => void router.preloadRoute({ to: href.split('?')[0] ?? '/' }).catch(() => undefined),
}

export function App() {
  const scheme = useStore(schemeStore)
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      defaultColorScheme="auto"
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
    >
      <QueryClientProvider client={queries}>
        <NavigationProvider value={navigation}>
          <Desk />
        </NavigationProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** Session, then its language's words, then the pages. */
function Desk() {
  const cache = useQueryClient()
  const session = useQuery<Awaited<ReturnType<typeof fetchSession>>, QueryFailure>({
    queryKey: ['session'],
    queryFn: fetchSession,
    staleTime: 300_000,
    retry: (count, fault) => fault.reason === 'offline' && count < 3,
  })
  useEffect(() => onSignedOut(() => cache.setQueryData(['session'], null)), [cache])
  const known = session.data ?? null
  const chosen = useStore(languageStore)
  const wanted = known ? nearestLanguage(known.language) : chosen
  const words = useCatalogue(wanted)
  const office = known?.organisation
  if (!words || (session.isPending && !session.isError)) return <div className="app" aria-busy="true" />
  return (
    <Speak
      language={words.language}
      catalogue={words.catalogue}
      country={office?.country ?? 'GB'}
      currency={office?.currency ?? 'EUR'}
      zone={office?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
      bringMore={words.bringMore}
    >
      <FieldWords />
      <SessionContext value={known}>
        <RouterProvider router={router} />
      </SessionContext>
    </Speak>
  )
}

/** The catalogue of a language, the one before until the new one is there; and what brings its further words. */
function useCatalogue(language: Language) {
  const [loaded, setLoaded] = useState<{
    language: Language
    catalogue: Awaited<ReturnType<typeof loadCatalogue>>
  } | null>(null)
  useEffect(() => {
    let current = true
    void loadCatalogue(language).then(catalogue => {
      if (!current) return
      document.documentElement.lang = language
      rememberLanguage(language)
      setLoaded({ language, catalogue })
    })
    return () => {
      current = false
    }
  }, [language])
  // While something was drawn a word was not there: the others come, and what says it is drawn anew.
  const bringMore = useCallback(() => {
    const coming = furtherWords(language)
    void coming?.then(words =>
      setLoaded(before => (before?.language === language ? { language, catalogue: { ...words } } : before)),
    )
    return coming !== undefined
  }, [language])
  return loaded && { ...loaded, bringMore }
}

preferredScheme()
languageStore.set(preferredLanguage())
