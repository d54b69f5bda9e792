import { useEffect, useState } from 'react'
import type { Refusal } from '../../../../web/answers.ts'
import type { ColumnMapping } from '../../contract.ts'
import { askPreview, firstColumnAsName, type Preview } from './askPreview.ts'

export interface Previewing {
  /** The last one that could be made: it stays while the next is asked, and when that is refused. */
  readonly preview: Preview | null
  readonly refusal: Refusal | null
  readonly isOffline: boolean
  readonly isAsking: boolean
}

/** How long after the last change the preview is asked, ms. */
const askAfter_ms = 250
const nothing: Previewing = { preview: null, refusal: null, isOffline: false, isAsking: false }

/** What importing the text would do, asked anew with every change of the text or its columns. */
export function usePreview(text: string, columns: ColumnMapping | undefined): Previewing {
  const [state, setState] = useState(nothing)
  useEffect(() => {
    if (!text.trim()) return setState(nothing)
    const leaving = new AbortController()
    const ask = async () => {
      let answer = await askPreview(text, columns, leaving.signal)
      let refusal: Refusal | null = answer !== 'offline' && 'refusal' in answer ? answer.refusal : null
      if (!columns && refusal?.name === 'columns-without-name')
        answer = await askPreview(text, firstColumnAsName(text), leaving.signal)
      if (answer !== 'offline' && 'preview' in answer) refusal = null
      setState(before => ({
        preview: answer !== 'offline' && 'preview' in answer ? answer.preview : before.preview,
        refusal,
        isOffline: answer === 'offline',
        isAsking: false,
      }))
    }
    setState(before => ({ ...before, isAsking: true }))
    const timer = setTimeout(() => void ask().catch(() => {}), askAfter_ms)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [text, columns])
  return state
}
