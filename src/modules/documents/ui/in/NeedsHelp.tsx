import { useRef, useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { discard, readAgain } from '../../contract.ts'
import type { DocumentKeys, StackRow } from '../confirm/confirmTypes.ts'

const lockedBy: ReadonlySet<string | null> = new Set(['password-needed', 'password-wrong'])

/** Why a paper could not be read, and what to do: its password, another try, entering it by hand, or away with it. */
export function NeedsHelp({ row }: { readonly row: StackRow }) {
  const say = useSay<DocumentKeys>()
  const reading = useCommand<typeof readAgain>('documents.read-again', { quiet: true })
  const discarding = useCommand<typeof discard>('documents.discard')
  const now = { id: row.id, expectedVersion: row.version }
  const locked = lockedBy.has(row.readError)
  const why = row.readError ? (say.maybe(`reading.${row.readError}`) ?? row.readError) : ''
  return (
    <div className="help-row">
      <span className="why">{why}</span>
      {locked ? (
        <Password key={row.version} row={row} />
      ) : (
        <Button size="s" busy={reading.busy} onClick={() => void reading.run(now as never)}>
          {say('page.in.try-again')}
        </Button>
      )}
      <ButtonLink size="s" look="quiet" href={`/confirm/${row.id}`}>
        {say('page.in.by-hand')}
      </ButtonLink>
      <Button size="s" look="quiet" busy={discarding.busy} onClick={() => void discarding.run(now as never)}>
        {say('documents.discard')}
      </Button>
      <Refusal answer={reading.answer} />
    </div>
  )
}

function Refusal({ answer }: { readonly answer: ReturnType<typeof useCommand>['answer'] }) {
  const say = useSay<DocumentKeys>()
  if (answer?.status === 'refused')
    return (
      <span className="late" role="alert">
        {answer.refusal.message}
      </span>
    )
  if (answer?.status === 'offline')
    return (
      <span className="late" role="alert">
        {say('problem.offline')}
      </span>
    )
  return null
}

/** Not a command: a password may stand in no journal. Its address has the shape of one, and so have its answers. */
function Password({ row }: { readonly row: StackRow }) {
  const say = useSay<DocumentKeys>()
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const unlocking = useCommand(`documents.${row.id}/password`, { quiet: true })
  return (
    <form
      onSubmit={async event => {
        event.preventDefault()
        if (!password) return
        const answer = await unlocking.run({ password, expectedVersion: row.version } as never)
        if (answer.status !== 'refused') return
        setPassword('')
        field.current?.focus()
      }}
    >
      <input
        ref={field}
        type="password"
        // A browser that offers to keep it, or fills in the one for signing in, would be wrong here.
        autoComplete="new-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
        aria-label={`${say('page.in.password')}, ${row.name}`}
        aria-describedby={`kept-${row.id}`}
        aria-invalid={unlocking.answer?.status === 'refused' || undefined}
        placeholder={say('page.in.password')}
      />
      <Button size="s" type="submit" busy={unlocking.busy}>
        {say('page.in.unlock')}
      </Button>
      <span className="t3" id={`kept-${row.id}`}>
        {say('page.in.password-kept')}
      </span>
      <Refusal answer={unlocking.answer} />
    </form>
  )
}
