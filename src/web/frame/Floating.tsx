import { lazy, Suspense, useEffect, useState } from 'react'
import { modulePages } from '../../app/pages.ts'
import { holds } from '../permissions.ts'

const parts = modulePages.flatMap(({ everywhere }) =>
  everywhere ? [{ permission: everywhere.permission, Part: lazy(everywhere.load) }] : [],
)

/** What of modules stands over every page. It waits until the first page is there, so that nothing of it is loaded before. */
export function Floating({ permissions }: { readonly permissions: readonly string[] }) {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const wait = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 200))
    const leave = window.cancelIdleCallback ?? window.clearTimeout
    const handle = wait(() => setIdle(true))
    return () => leave(handle)
  }, [])
  if (!isIdle) return null
  return (
    <Suspense fallback={null}>
      {parts.map(({ permission, Part }) => (holds(permissions, permission) ? <Part key={permission} /> : null))}
    </Suspense>
  )
}
