import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { BacklogState } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

const glyphs: Readonly<Record<BacklogState, Glyph>> = {
  looking: 'waits',
  proposed: 'open',
  running: 'half',
  following: 'waits',
  stopped: 'blocked',
  finished: 'done',
  failed: 'late',
}

export function BacklogStateMark({ state, loud = false }: { readonly state: BacklogState; readonly loud?: boolean }) {
  const say = useSay<DocumentKeys>()
  return (
    <State glyph={glyphs[state]} loud={loud}>
      {say(`state.backlog.${state}`)}
    </State>
  )
}
