import { type RefObject, useEffect, useState } from 'react'

export interface BedSize {
  /** Pixels of the view; 0 until it has been measured. */
  readonly width: number
  readonly height: number
  readonly phone: boolean
}

const narrow = '(max-width: 720px)'

/** How much room the page has. */
export function useBedSize(view: RefObject<HTMLElement | null>): BedSize {
  const [size, setSize] = useState<BedSize>({ width: 0, height: 0, phone: matchMedia(narrow).matches })
  useEffect(() => {
    if (!view.current) return
    const measure = ({ clientWidth: width, clientHeight: height }: HTMLElement) =>
      setSize({ width, height, phone: matchMedia(narrow).matches })
    const watch = new ResizeObserver(([entry]) => entry && measure(entry.target as HTMLElement))
    watch.observe(view.current)
    return () => watch.disconnect()
  }, [view])
  return size
}

/** So much of the surroundings must show beside a place for it to count as seen. */
const around = 48

/** Scrolls the view alone, never the window, so that the lit place stands in it; what is well in sight stays where it is. */
export function bringIntoView(view: HTMLElement | null, always: boolean): void {
  const place = view?.querySelector('.place.lit')
  if (!view || !place) return
  const frame = view.getBoundingClientRect()
  const box = place.getBoundingClientRect()
  const seen =
    box.top >= frame.top + around &&
    box.bottom <= frame.bottom - around &&
    box.left >= frame.left &&
    box.right <= frame.right
  if (seen && !always) return
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
  view.scrollTo({
    left: view.scrollLeft + box.left - frame.left - Math.max(16, (frame.width - box.width) / 2),
    top: view.scrollTop + box.top - frame.top - Math.max(16, (frame.height - box.height) / 2),
    behavior,
  })
}
