import type { Refusal } from '../answers.ts'
import { Problem } from '../kit/Problem.tsx'
import { useSay } from '../language/Say.tsx'

/** What a door refused, in its words. */
export function EntryProblem({ problem }: { readonly problem: Refusal | 'offline' | null }) {
  const say = useSay()
  if (!problem) return null
  if (problem === 'offline') return <Problem title={say('problem.offline')} />
  return <Problem title={problem.message} todo={problem.todo} />
}
