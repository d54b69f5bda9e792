import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { readAgain } from '../../contract.ts'
import type { DocumentKeys, StackRow } from '../confirm/confirmTypes.ts'

/** Why a paper could not be read, and what to do: its password, or another try. */
export function NeedsHelp({ row }: { readonly row: StackRow }) {
  const say = useSay<DocumentKeys>()
  const [password, setPassword] = useState('')
  const reading = useCommand<typeof readAgain>('documents.read-again', { quiet: true })
  // Not a command: a password may stand in no journal. Its address has the shape of one, and so have its answers.
  const unlocking = useCommand(`documents.${row.id}/password`, { quiet: true })
  const locked = row.readError === 'password-needed'
  const answer = (locked ? unlocking : reading).answer
  return (
    <form
      className="help-row"
      onSubmit={event => {
        event.preventDefault()
        void (locked ? unlocking : reading).run(
          (locked ? { password, expectedVersion: row.version } : { id: row.id, expectedVersion: row.version }) as never,
        )
      }}
    >
      <span className="blocked">{row.readError ? (say.maybe(`reading.${row.readError}`) ?? row.readError) : ''}</span>
      {locked ? (
        <input
          type="password"
          autoComplete="off"
          value={password}
          onChange={event => setPassword(event.target.value)}
          aria-label={say('page.in.password')}
          placeholder={say('page.in.password')}
        />
      ) : null}
      <Button size="s" type="submit" busy={reading.busy || unlocking.busy}>
        {say('page.in.try-again')}
      </Button>
      {answer?.status === 'refused' ? <span className="late">{answer.refusal.message}</span> : null}
    </form>
  )
}
