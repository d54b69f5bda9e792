import { useCallback, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../../web/language/Say.tsx'
import { sendOutside } from '../../../../web/outside.ts'

/** A request as its page is told it. */
export interface Asked {
  readonly office: string
  readonly askedBy: string
  readonly title: string
  readonly letter: string
  readonly dueOn: string
  readonly isComplete: boolean
  readonly items: readonly { readonly position: number; readonly label: string; readonly ticked: boolean }[]
  readonly files: readonly { readonly name: string; readonly sizeBytes: number; readonly position: number | null }[]
  readonly largestFileBytes: number
}

export interface OnItsWay {
  readonly key: number
  readonly name: string
  readonly position: number | null
  /** 0 to 1. */
  readonly part: number
  /** Why it was not taken; empty where Kontor was not reached. */
  readonly problem: string | null
}

export interface Sending {
  readonly files: readonly OnItsWay[]
  add(files: readonly File[], position: number | null): void
  again(key: number): void
}

let count = 0

/** Sends files one after the other, in the order they were chosen; those that fail stay, with the reason. */
export function useSending(token: string, onAsked: (asked: Asked) => void): Sending {
  const language = useLanguage()
  const [files, setFiles] = useState<readonly OnItsWay[]>([])
  const bytes = useRef(new Map<number, File>())
  const queue = useRef<OnItsWay[]>([])
  const working = useRef(false)
  const change = useCallback(
    (key: number, to: Partial<OnItsWay>) =>
      setFiles(before => before.map(file => (file.key === key ? { ...file, ...to } : file))),
    [],
  )
  const work = useCallback(async () => {
    if (working.current) return
    working.current = true
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { key, position } = next
      const call = { token, language, item: position }
      const answer = await sendOutside<Asked>('requests/file', call, bytes.current.get(key)!, part =>
        change(key, { part }),
      )
      if (answer.ok) {
        bytes.current.delete(key)
        setFiles(before => before.filter(file => file.key !== key))
        onAsked(answer.body)
      } else change(key, { problem: answer.refusal === 'offline' ? '' : answer.refusal.message })
    }
    working.current = false
  }, [token, language, change, onAsked])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (files.some(({ problem }) => problem === null)) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [files])
  return {
    files,
    add(chosen, position) {
      const added = chosen.map(file => {
        const one = { key: ++count, name: file.name, position, part: 0, problem: null }
        bytes.current.set(one.key, file)
        return one
      })
      setFiles(before => [...before, ...added])
      queue.current.push(...added)
      void work()
    },
    again(key) {
      const file = files.find(one => one.key === key)
      if (!file) return
      change(key, { problem: null, part: 0 })
      queue.current.push(file)
      void work()
    },
  }
}
