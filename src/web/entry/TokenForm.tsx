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
  /** Whose password it is, for the browser that keeps it. */
  readonly email?: string
  /** The name to begin with, where one is asked for. */
  readonly name?: string
  /** The password is one that they have; else they choose one. */
  readonly isKnown?: boolean
  readonly send: (token: string, password: string, name: string) => Promise<SessionAnswer>
}

/** What invitation and new password share: a one-time link, a password, and in. */
export function TokenForm({ title, text, submit, email, name, isKnown = false, send }: TokenFormProps) {
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
      String(form.get('password') ?? ''),
      String(form.get('name') ?? '').trim(),
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
        {email ? <input type="email" autoComplete="username" value={email} readOnly hidden /> : null}
        {name === undefined ? null : (
          <TextField
            label={say('first-run.name')}
            name="name"
            autoComplete="name"
            required
            maxLength={200}
            defaultValue={name}
          />
        )}
        {isKnown ? (
          <TextField
            label={say('password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
          />
        ) : (
          <TextField
            label={say('password.new')}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            autoFocus
            hint={say('password.hint', { count: shortestPassword })}
          />
        )}
        <EntryProblem problem={problem} />
        <Button look="primary" size="l" type="submit" busy={busy}>
          {submit}
        </Button>
      </form>
    </EntrySheet>
  )
}
