import type { RefObject } from 'react'
import { useSay } from '../language/Say.tsx'
import { useHotkeys } from './useHotkeys.ts'

/**
 * `j` and `k` in lists that are no table: they move the focus from line to line, to the first thing in each that can be
 * pressed, where Enter is its own. Lines are the elements that match `line`.
 */
export function useStepKeys(list: RefObject<HTMLElement | null>, line = 'li'): void {
  const say = useSay()
  const step = (by: 1 | -1) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>(line) ?? [])].filter(one => pressable(one))
    const at = lines.findIndex(one => one.contains(document.activeElement))
    const next = lines[at < 0 ? 0 : Math.max(0, Math.min(lines.length - 1, at + by))]
    if (next) pressable(next)?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useHotkeys([
    { keys: 'j', label: say('key.next'), run: () => step(1) },
    { keys: 'k', label: say('key.previous'), run: () => step(-1) },
  ])
}

const pressable = (element: HTMLElement): HTMLElement | null =>
  element.querySelector<HTMLElement>('a[href], button:not([tabindex="-1"])')
