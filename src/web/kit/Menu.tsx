import './menu.css'
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export interface MenuProps {
  /** Draws the button that opens it. */
  readonly button: (props: {
    readonly popoverTarget: string
    readonly 'aria-haspopup': 'menu'
    readonly 'aria-expanded': boolean
    readonly ref: (element: HTMLButtonElement | null) => void
  }) => ReactNode
  readonly label: string
  /** Which edges of button and menu meet. */
  readonly align?: 'start' | 'end'
  readonly width?: number
  /** Opened from elsewhere, by a key. */
  readonly opened?: boolean
  readonly onOpened?: (opened: boolean) => void
  readonly children: ReactNode
}

/** Distance between button and menu, and from the window's edge, px. */
const gap = 6

/** Beneath its button, or above where there is no room; always within the window. */
function place(menu: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const at = button.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const left = align === 'start' ? at.left : at.right - width
  const below = at.bottom + gap
  menu.style.left = `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`
  const top = below + height > innerHeight - gap ? Math.max(gap, at.top - height - gap) : below
  menu.style.top = `${top}px`
  // What is unfolded within it scrolls.
  menu.style.maxHeight = `${innerHeight - top - gap}px`
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
]

/** A menu on the browser's own popover: light to load, closes by Escape and by a click beside it, gives the focus back. */
export function Menu({ button, label, align = 'start', width = 240, opened, onOpened, children }: MenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (opened === undefined || opened === menu.current?.matches(':popover-open')) return
    menu.current?.togglePopover(opened)
  }, [opened])
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const isOpen = event.newState === 'open'
    setOpen(isOpen)
    onOpened?.(isOpen)
    if (!isOpen || !menu.current || !opener.current) return
    place(menu.current, opener.current, align)
    itemsOf(menu.current)[0]?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current)
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }
    const next = to[event.key]
    if (next === undefined) return
    event.preventDefault()
    items[next]?.focus()
  }
  const shared = {
    popoverTarget: id,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    ref: (element: HTMLButtonElement | null) => {
      opener.current = element
    },
  } as const
  return (
    <>
      {button(shared)}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu"
        style={{ width }}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </>
  )
}

export interface MenuItemProps {
  readonly icon?: IconName | (string & {})
  /** At the right: a key. */
  readonly end?: ReactNode
  readonly lang?: string
  /** Of a choice: whether it is the one. */
  readonly checked?: boolean
  /** Stays open after it is chosen. */
  readonly stays?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

export function MenuItem({ icon, end, lang, checked, stays, onSelect, children }: MenuItemProps) {
  const mark = checked ? 'check' : icon
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={-1}
      lang={lang}
      onClick={event => {
        if (!stays) event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        onSelect()
      }}
    >
      {mark ? <Icon name={mark} small /> : <span className="i-s" />}
      <span className="clip">{children}</span>
      {end}
    </button>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return (
    <div className="menu-label" role="presentation">
      {children}
    </div>
  )
}
