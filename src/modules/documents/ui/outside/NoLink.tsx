import type { Refusal } from '../../../../web/answers.ts'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Words } from './outsideWords.ts'

/** What is said where the link opens nothing; an address without a link is said so without asking. */
export function NoLink({
  token,
  fault,
  problem,
}: {
  readonly token: string
  readonly fault: Refusal | 'offline' | null
  readonly problem: 'share-link-closed' | 'request-link-closed'
}) {
  const say = useSay<Words>()
  if (token) return <EntryProblem problem={fault} />
  return <Problem title={say(`refusal.${problem}`)} todo={say(`refusal.${problem}.todo`)} />
}
