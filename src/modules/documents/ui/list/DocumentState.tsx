import type { Glyph } from '../../../../web/kit/State.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import type { DocumentLine, State as DocumentState } from '../kinds.ts'

const glyphs: Readonly<Record<DocumentState, Glyph>> = {
  arrived: 'waits',
  'to-confirm': 'half',
  'needs-help': 'blocked',
  confirmed: 'settled',
  'set-aside': 'draft',
  discarded: 'ended',
  replaced: 'ended',
}

type Line = Pick<DocumentLine, 'state' | 'duplicate'>

/** The state a document is in; a suspected duplicate says so first. */
export function DocumentStateMark({ line, loud }: { readonly line: Line; readonly loud?: boolean }) {
  const say = useSay<DocumentKeys>()
  if (line.duplicate && line.state !== 'discarded')
    return (
      <State glyph="blocked" {...(loud ? { loud } : {})}>
        {say('page.documents.duplicate')}
      </State>
    )
  return (
    <State glyph={glyphs[line.state]} {...(loud ? { loud } : {})}>
      {say(`choice.state.${line.state}`)}
    </State>
  )
}
