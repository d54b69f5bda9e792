import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../answers.ts'
import { signIn } from '../client.ts'
import { Button } from '../kit/Button.tsx'
import { TextField } from '../kit/form/Field.tsx'
import { useSay } from '../language/Say.tsx'
import { EntryProblem } from './EntryProblem.tsx'
import { EntrySheet } from './EntrySheet.tsx'

/** Stands where the page would be; after signing in one is on the page one wanted, drafts and all. */
export default function SignIn() {
  const say = useSay()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | 'offline' | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const answer = await signIn(String(form.get('email')), String(form.get('password')))
    setBusy(false)
    if (answer.ok) await queries.resetQueries()
    else setProblem(answer.refusal ?? 'offline')
  }
  return (
    <EntrySheet title={say('sign-in')}>
      <form onSubmit={event => void submit(event)}>
        <TextField label={say('email')} name="email" type="email" autoComplete="username" required autoFocus />
        <TextField label={say('password')} name="password" type="password" autoComplete="current-password" required />
        <EntryProblem problem={problem} />
        <Button look="primary" size="l" type="submit" busy={busy}>
          {say('sign-in')}
        </Button>
        <p className="below">{say('sign-in.forgotten')}</p>
      </form>
    </EntrySheet>
  )
}
