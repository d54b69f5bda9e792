import { type ReactNode, useEffect, useState } from 'react'
import { Problem } from '../kit/Problem.tsx'
import { useLanguage, useSay } from '../language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../outside.ts'
import { EntryProblem } from './EntryProblem.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { tokenOf } from './token.ts'

/** Why a call of somebody outside was not answered. */
export type OutsideFault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

export interface Opened<Shown> {
  readonly shown: Shown
  readonly token: string
  /** Shows what an act answered. */
  readonly onShown: (shown: Shown) => void
}

interface Props<Shown> {
  /** Asked once, with the token that stands in the address. */
  readonly path: string
  /** Until it is known what the link opens. */
  readonly title: string
  /** The refusal of links that lead nowhere. */
  readonly closed: string
  readonly children: (opened: Opened<Shown>) => ReactNode
}

/** What the link of somebody outside opens; until then, or where it opens nothing, a sheet that says so. */
export function OpenedByLink<Shown>({ path, title, closed, children }: Props<Shown>) {
  const say = useSay<string>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [shown, setShown] = useState<Shown | null>(null)
  const [fault, setFault] = useState<OutsideFault | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (!token) return
    void askOutside<Shown>(path, { token, language }).then(answer =>
      answer.ok ? setShown(() => answer.body) : setFault(answer.refusal),
    )
  }, [])
  if (shown) return children({ shown, token, onShown: setShown })
  return (
    <EntrySheet title={title}>
      {token ? (
        <EntryProblem problem={fault} />
      ) : (
        <Problem title={say(`refusal.${closed}`)} todo={say(`refusal.${closed}.todo`)} />
      )}
    </EntrySheet>
  )
}
