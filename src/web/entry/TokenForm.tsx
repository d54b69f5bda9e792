import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../answers.ts'
import type { SessionAnswer } from '../client.ts'
import { Button } from '../kit/Button.tsx'
import { TextField } from '../kit/form/Field.tsx'
import { useSay } from '../language/Say.tsx'
import { useGo } from '../Link.tsx'
import { EntryProblem } from './EntryProblem.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { shortestPassword, tokenOf } from './token.ts'

export interface TokenFormProps {
  readonly title: string
  readonly text: string
  readonly submit: string
  readonly asksName?: boolean
  readonly send: (token: string, name: string, password: string) => Promise<SessionAnswer>
}

/** What invitation and new password share: a one-time link, a password, and in. */
export function TokenForm({ title, text, submit, asksName, send }: TokenFormProps) {
  const say = useSay()
  const go = useGo()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | 'offline' | null>(null)
  const take = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const answer = await send(
      tokenOf(location),
      String(form.get('name') ?? '').trim(),
      String(form.get('password') ?? ''),
    )
    setBusy(false)
    if (!answer.ok) return setProblem(answer.refusal ?? 'offline')
    // In this order: while the session is fetched anew no page stands, and none would hear where to go.
    go('/', { replace: true })
    await queries.resetQueries()
  }
  return (
    <EntrySheet title={title} text={text}>
      <form onSubmit={event => void take(event)}>
        {asksName ? (
          <TextField label={say('first-run.name')} name="name" autoComplete="name" required autoFocus maxLength={200} />
        ) : null}
        <TextField
          label={say('password.new')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={shortestPassword}
          autoFocus={!asksName}
          hint={say('password.hint', { count: shortestPassword })}
        />
        <EntryProblem problem={problem} />
        <Button look="primary" size="l" type="submit" busy={busy}>
          {submit}
        </Button>
      </form>
    </EntrySheet>
  )
}
