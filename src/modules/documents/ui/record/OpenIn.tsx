import { useState } from 'react'
import { runQuery } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { type OfficeProgram, openInProgram, programNames } from '../../../../web/openInProgram.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { beginOpening, showDocumentOpening } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

interface OpenInProps {
  readonly id: string
  /** The program that such files are made with; LibreOffice opens all of them. */
  readonly program: OfficeProgram
}

/** Opens the paper itself in a program of one's own; what is saved there comes back as its newest version. */
export function OpenIn({ id, program }: OpenInProps) {
  const say = useSay<DocumentKeys>()
  const [opened, setOpened] = useState(false)
  const begin = useCommand<typeof beginOpening>('documents.begin-opening', { quiet: true })
  const open = async (chosen: OfficeProgram) => {
    const answer = await begin.run({ id })
    if (answer.status !== 'done') return
    const { path } = await runQuery<typeof showDocumentOpening>('documents.show-opening', { id: answer.output.id })
    setOpened(true)
    openInProgram(chosen, path)
  }
  const refusal = begin.answer?.status === 'refused' ? begin.answer.refusal : null
  return (
    <div className="open-in">
      {([program, 'libreoffice'] as const).map(one => (
        <Button key={one} size="s" icon="external-link" busy={begin.busy} onClick={() => void open(one)}>
          {say('page.document.open-in', { program: programNames[one] })}
        </Button>
      ))}
      {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      {opened ? (
        <p className="t2" role="status">
          {say('page.document.opened')} <span className="t3">{say('page.document.open-none')}</span>
        </p>
      ) : null}
    </div>
  )
}
