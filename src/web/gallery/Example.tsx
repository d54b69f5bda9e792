import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import type { Registry } from '../answers.ts'
import { ExtraWords } from '../language/Say.tsx'
import { useRegistry } from '../session.ts'
import { withExamples } from './exampleAnswers.ts'
import { exampleWords } from './exampleRegistry.ts'

/** Puts the imagined module's commands and words beneath a gallery page. */
export function Example({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const registry = useRegistry()
  const ready = registry?.commands.some(({ module }) => module === 'kit')
  useEffect(() => {
    if (registry && !ready) queries.setQueryData<Registry>(['registry'], withExamples)
  }, [registry, ready, queries])
  return ready ? <ExtraWords words={exampleWords}>{children}</ExtraWords> : null
}
