/** What is told at the foot of the page: only of things that have left it, or that could not be done. The newest replaces the one before. */
import type { Call } from '../answers.ts'
import { store } from './store.ts'

export interface Notice {
  readonly kind: 'done' | 'undone' | 'asked' | 'refused' | 'offline' | 'progress'
  /** Null: the kind's own words. */
  readonly text: string | null
  readonly todo?: string | undefined
  readonly undo?: Call | null
  /** Instead of one: many acts, taken back from the last to the first. */
  readonly undoAll?: readonly Call[]
  /** Long work can be stopped; what is done stays done. */
  readonly stop?: () => void
  readonly href?: string
  /** 0 to 1, of long work. */
  readonly part?: number
}

export interface ToldNotice extends Notice {
  readonly id: number
}

let count = 0

export const noticeStore = store<ToldNotice | null>(null)

/** Says it; the returned function takes it away if it still stands. */
export function tell(notice: Notice): () => void {
  const told = { ...notice, id: ++count }
  noticeStore.set(told)
  return () => {
    if (noticeStore.get()?.id === told.id) noticeStore.set(null)
  }
}

/** Says how far long work is, in the place of what it said before. */
export function tellProgress(text: string, stop?: () => void) {
  const id = ++count
  const say = (part?: number, words = text) =>
    noticeStore.set({
      kind: 'progress',
      text: words,
      id,
      ...(part === undefined ? {} : { part }),
      ...(stop ? { stop } : {}),
    })
  say()
  return {
    at: (part: number, words?: string) => {
      // Somebody said something since: that stands until it is read.
      if (noticeStore.get()?.id === id) say(part, words)
    },
    end: () => {
      if (noticeStore.get()?.id === id) noticeStore.set(null)
    },
  }
}

export const clearNotice = (): void => noticeStore.set(null)
