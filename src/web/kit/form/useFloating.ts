import { type RefObject, useLayoutEffect, useRef } from 'react'
import { placed } from './placed.ts'

/**
 * Lays a `popover="manual"` part beneath its field, in the browser's top layer: a short dialog or a scrolling sheet does not
 * cut it off. It follows the field while the page moves.
 */
export function useFloating(field: RefObject<HTMLElement | null>, open: boolean): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const part = sheet.current
    if (!open || !part || !field.current) return
    part.showPopover()
    const lay = () => {
      if (!field.current) return
      // Its own height, before the room that is there limits it.
      part.style.maxHeight = ''
      const at = placed(field.current.getBoundingClientRect(), part.scrollHeight, window.innerHeight)
      part.style.left = `${at.left}px`
      part.style.top = `${at.top}px`
      part.style.width = `${at.width}px`
      part.style.maxHeight = `${at.maxHeight}px`
    }
    lay()
    const onScroll = (event: Event) => {
      if (event.target !== part) lay()
    }
    const rows = new MutationObserver(lay)
    rows.observe(part, { childList: true })
    window.addEventListener('resize', lay)
    document.addEventListener('scroll', onScroll, true)
    return () => {
      rows.disconnect()
      window.removeEventListener('resize', lay)
      document.removeEventListener('scroll', onScroll, true)
    }
  }, [open, field])
  return sheet
}
