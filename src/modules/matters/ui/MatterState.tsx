import { State } from '../../../web/kit/State.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import type { MatterRow, MattersKeys } from './words.ts'

/** Open, waiting, closed with its outcome; late where the target day has passed. */
export function MatterState({ matter, loud = false }: { readonly matter: MatterRow; readonly loud?: boolean }) {
  const say = useSay<MattersKeys>()
  if (matter.state === 'closed')
    return (
      <State glyph={matter.outcome === 'mistake' || matter.outcome === 'withdrawn' ? 'ended' : 'settled'} loud={loud}>
        {say(`choice.outcome.${matter.outcome ?? 'settled'}`)}
      </State>
    )
  const glyph = matter.late ? 'late' : matter.state === 'waiting' ? 'waits' : 'open'
  return (
    <State glyph={glyph} loud={loud}>
      {matter.late ? say('field.late') : say(`state.matter.${matter.state}`)}
    </State>
  )
}
