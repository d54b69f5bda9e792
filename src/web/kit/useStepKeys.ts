import type { RefObject } from 'react'
import { useSay } from '../language/Say.tsx'
import { useHotkeys } from './useHotkeys.ts'

/**
 * `j` and `k` in lists that are no table: they move the focus from line to line, to the first thing in each that can be
 * pressed, where Enter is its own. Lines are the elements that match `line`; with `part`, `Shift+j` and `Shift+k` move from part
 * to part of a long page.
 */
export function useStepKeys(list: RefObject<HTMLElement | null>, line = 'li', part?: string): void {
  const say = useSay()
  const step = (what: string, by: 1 | -1) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>(what) ?? [])].filter(one => pressable(one))
    const at = all.findIndex(one => one.contains(document.activeElement))
    const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]
    if (next) pressable(next)?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useHotkeys([
    { keys: 'j', label: say('key.next'), run: () => step(line, 1) },
    { keys: 'k', label: say('key.previous'), run: () => step(line, -1) },
    part && { keys: 'shift+j', label: say('key.next-part'), run: () => step(part, 1) },
    part && { keys: 'shift+k', label: say('key.previous-part'), run: () => step(part, -1) },
  ])
}

const pressable = (element: HTMLElement): HTMLElement | null =>
  element.querySelector<HTMLElement>('a[href], button:not([tabindex="-1"])')
