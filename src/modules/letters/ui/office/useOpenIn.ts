/** Hands a letter to a word processor on this computer: by an address that opens this one letter, for a day. */
import { useState } from 'react'
import { runQuery } from '../../../../web/client.ts'
import { type OfficeProgram, openInProgram } from '../../../../web/openInProgram.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { beginLetterEditing, showOpening } from '../../contract.ts'

export type Program = Extract<OfficeProgram, 'word' | 'libreoffice'>

export function useOpenIn(id: string, before: () => Promise<boolean>) {
  const [opened, setOpened] = useState(false)
  const begin = useCommand<typeof beginLetterEditing>('letters.begin-editing', { quiet: true })
  const open = async (program: Program) => {
    if (!(await before())) return
    const answer = await begin.run({ id })
    if (answer.status !== 'done') return
    const { path } = await runQuery<typeof showOpening>('letters.show-opening', { id: answer.output.id })
    setOpened(true)
    openInProgram(program, path)
  }
  const refusal = begin.answer?.status === 'refused' ? begin.answer.refusal : null
  return { open: (program: Program) => void open(program), opened, busy: begin.busy, refusal }
}
export type Opening = ReturnType<typeof useOpenIn>
