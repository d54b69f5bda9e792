import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { modulePages } from '../app/pages.ts'
import { Fault } from './frame/Fault.tsx'
import { Frame } from './frame/Frame.tsx'
import { Missing } from './frame/Missing.tsx'
import { PageSkeleton } from './kit/Skeleton.tsx'
import { withAllWords } from './language/load.ts'
import type { PageDefinition } from './page.ts'

/** Pages for who is not signed in; they stand outside the frame. */
const doors: readonly PageDefinition[] = [
  { path: '/first-run', load: () => import('./entry/FirstRun.tsx') },
  { path: '/invitation', load: () => import('./entry/Invitation.tsx') },
  { path: '/reset-password', load: () => import('./entry/ResetPassword.tsx') },
]

/** The kit's own pages, reached by address alone: every part with example data. */
const gallery: readonly PageDefinition[] = [
  { path: '/kit', load: () => import('./gallery/GalleryParts.tsx') },
  { path: '/kit/list', load: () => import('./gallery/GalleryList.tsx') },
  { path: '/kit/record', load: () => import('./gallery/GalleryRecord.tsx') },
  { path: '/kit/form', load: () => import('./gallery/GalleryForm.tsx') },
  { path: '/kit/calendar', load: () => import('./gallery/GalleryCalendar.tsx') },
]

const all = modulePages.flatMap(module => module.pages)
export const pages: readonly PageDefinition[] = all.filter(page => !page.outside)

/** `/documents/:id` is written in kinds, `/documents/$id` in pages; both mean the same. */
const routePath = (path: string) => path.replace(/:(\w+)/g, '$$$1')

export function makeRouter() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: InFrameMissing, errorComponent: Fault })
  const framed = createRoute({ getParentRoute: () => root, id: 'frame', component: InFrame })
  const inside = [...pages, ...gallery].map(page =>
    createRoute({
      getParentRoute: () => framed,
      path: routePath(page.path),
      component: lazyRouteComponent(page.path === '/' ? page.load : () => withAllWords(page.load())),
      errorComponent: Fault,
    }),
  )
  const outside = [...doors, ...all.filter(page => page.outside)].map(page =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(doors.includes(page) ? page.load : () => withAllWords(page.load())),
      errorComponent: Fault,
    }),
  )
  return createRouter({
    routeTree: root.addChildren([framed.addChildren(inside), ...outside]),
    defaultPreload: false,
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 120,
    defaultPendingMinMs: 0,
    parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: search => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text ? `?${text}` : ''
    },
  })
}

function InFrame() {
  return (
    <Frame pages={pages}>
      <Outlet />
    </Frame>
  )
}

function InFrameMissing() {
  return (
    <Frame pages={pages}>
      <Missing />
    </Frame>
  )
}
