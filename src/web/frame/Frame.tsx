import './frame.css'
import { useLocation } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useContext, useEffect, useRef } from 'react'
import { commandStore, keyHelpStore, newMenuStore, openPalette, paletteStore } from '../kit/openers.ts'
import { Notices } from '../kit/Notices.tsx'
import { useStore } from '../kit/store.ts'
import { useHotkeys } from '../kit/useHotkeys.ts'
import { withAllWords } from '../language/load.ts'
import { useSay } from '../language/Say.tsx'
import { useGo } from '../Link.tsx'
import type { PageDefinition } from '../page.ts'
import { SessionContext, useRegistry, useSession } from '../session.ts'
import { useLive } from '../useLive.ts'
import { ActingBand, OfflineBand } from './Bands.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Floating } from './Floating.tsx'
import { WindowDrop } from './WindowDrop.tsx'
import { placesOf } from './places.ts'
import { Rail } from './Rail.tsx'
import { Top } from './Top.tsx'

const Palette = lazy(() => withAllWords(import('./Palette.tsx')))
const CommandDialog = lazy(() => withAllWords(import('../kit/form/CommandDialog.tsx')))
const SignIn = lazy(() => import('../entry/SignIn.tsx'))
const KeyHelp = lazy(() => import('./KeyHelp.tsx'))

/** Rail, top bar and sheet; asks to sign in where nobody is. */
export function Frame({
  pages,
  children,
}: {
  readonly pages: readonly PageDefinition[]
  readonly children: ReactNode
}) {
  if (!useContext(SessionContext))
    return (
      <Suspense fallback={null}>
        <SignIn />
      </Suspense>
    )
  return <SignedIn pages={pages}>{children}</SignedIn>
}

function SignedIn({ pages, children }: { readonly pages: readonly PageDefinition[]; readonly children: ReactNode }) {
  const session = useSession()
  const say = useSay()
  const places = placesOf(pages, session.permissions)
  useLive(useRegistry())
  useFrameKeys(pages)
  const main = useMainFocus()
  return (
    <div className="app" data-acting={session.acting ? '' : undefined}>
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <div className="bands">
        <OfflineBand />
        <ActingBand />
      </div>
      <Top />
      <Rail places={places} />
      <main className="main" id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <BottomBar places={places} />
      <Notices />
      <WindowDrop />
      <Opened />
      <Floating permissions={session.permissions} />
    </div>
  )
}

/** Dialogs that float over any page; their code is fetched when they are first opened. */
function Opened() {
  const palette = useStore(paletteStore)
  const command = useStore(commandStore)
  const keyHelp = useStore(keyHelpStore)
  return (
    <Suspense fallback={null}>
      {palette ? <Palette key={palette.text} opened={palette.text} /> : null}
      {command ? <CommandDialog open={command} /> : null}
      {keyHelp ? <KeyHelp /> : null}
    </Suspense>
  )
}

function useFrameKeys(pages: readonly PageDefinition[]): void {
  const say = useSay<string>()
  const go = useGo()
  const group = say('keys.everywhere')
  useHotkeys([
    { keys: 'mod+k', label: say('commands'), group, run: () => openPalette() },
    { keys: '/', label: say('search'), group, run: () => openPalette() },
    { keys: 'c', label: say('new'), group, run: () => newMenuStore.set(true) },
    { keys: '?', label: say('keys'), group, run: () => keyHelpStore.set(true) },
    ...pages.flatMap(({ keys, rail, named = rail, path }) =>
      keys && named ? [{ keys, label: say(named.message), group: say('keys.go'), run: () => go(path) }] : [],
    ),
  ])
}

/** After moving to another page the keyboard and the screen reader begin at its top. */
function useMainFocus() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true })
      main.current?.scrollTo(0, 0)
    }
    first.current = false
  }, [pathname])
  return main
}
