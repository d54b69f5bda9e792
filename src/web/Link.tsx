import { type AnchorHTMLAttributes, createContext, type MouseEvent, useContext } from 'react'

/** How the frame moves between pages; the kit knows no router. */
export interface Navigation {
  readonly go: (href: string, options?: { readonly replace?: boolean }) => void
  /** Fetches a page's code before it is opened. */
  readonly prepare: (href: string) => void
}

const NavigationContext = createContext<Navigation>({ go: href => location.assign(href), prepare: () => {} })
export const NavigationProvider = NavigationContext

/** `go('/documents?state=to-confirm')` */
export const useGo = (): Navigation['go'] => useContext(NavigationContext).go

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** A link within Kontor; it prepares its page when pointed at or focused. */
export function Link({ href = '', onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { go, prepare } = useContext(NavigationContext)
  return (
    <a
      href={href}
      onPointerEnter={() => prepare(href)}
      onFocus={() => prepare(href)}
      onClick={event => {
        onClick?.(event)
        if (event.defaultPrevented || !isPlainClick(event) || rest.target || rest.download !== undefined) return
        event.preventDefault()
        go(href)
      }}
      {...rest}
    />
  )
}
