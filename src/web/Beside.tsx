import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react'
import { modulePages } from '../app/pages.ts'
import type { BesidePart, BesidePlace } from './page.ts'
import { holds } from './permissions.ts'
import { useSession } from './session.ts'

interface Part {
  readonly permission: string
  readonly Part: LazyExoticComponent<ComponentType<{ readonly id: string }>>
}

const partsOf = (place: BesidePlace): Part[] =>
  modulePages.flatMap(({ beside }) => {
    const part: BesidePart | undefined = beside?.[place]
    return part ? [{ permission: part.permission, Part: lazy(part.load) }] : []
  })
const parts: Readonly<Record<BesidePlace, readonly Part[]>> = { desk: partsOf('desk'), person: partsOf('person') }

/** What other modules say on a page that is not theirs: beside the desk's queue, or of a colleague on their card (`id`). */
export function Beside({ place, id = '' }: { readonly place: BesidePlace; readonly id?: string }) {
  const { permissions } = useSession()
  return (
    <Suspense fallback={null}>
      {parts[place].map(({ permission, Part: One }) =>
        holds(permissions, permission) ? <One key={permission} id={id} /> : null,
      )}
    </Suspense>
  )
}
