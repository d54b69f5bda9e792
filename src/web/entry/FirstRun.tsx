import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Language, languages } from '../../kernel/language/catalogue.ts'
import type { Refusal } from '../answers.ts'
import { firstRun } from '../client.ts'
import { Button } from '../kit/Button.tsx'
import { Field, TextField } from '../kit/form/Field.tsx'
import { languageNames } from '../language/load.ts'
import { useLanguage, useSay } from '../language/Say.tsx'
import { useGo } from '../Link.tsx'
import { languageStore } from '../preferences.ts'
import { countriesIn, likelyCountry } from './countries.ts'
import { EntryProblem } from './EntryProblem.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { shortestPassword, tokenOf } from './token.ts'

/** The first hour begins: my language, three questions, how I sign in; nothing more. */
export default function FirstRun() {
  const say = useSay()
  const [step, setStep] = useState<'language' | 'questions'>('language')
  if (step === 'questions') return <Questions />
  return (
    <EntrySheet title={say('first-run.language')}>
      <LanguageChoice onChosen={() => setStep('questions')} />
    </EntrySheet>
  )
}

function LanguageChoice({ onChosen }: { readonly onChosen: () => void }) {
  const current = useLanguage()
  const choose = (language: Language) => {
    languageStore.set(language)
    onChosen()
  }
  return (
    <div className="entry-languages">
      {languages.map(language => (
        <Button
          key={language}
          size="l"
          lang={language}
          aria-pressed={language === current}
          autoFocus={language === current}
          onClick={() => choose(language)}
        >
          {languageNames[language]}
        </Button>
      ))}
    </div>
  )
}

function Questions() {
  const say = useSay()
  const language = useLanguage()
  const go = useGo()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | 'offline' | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? '').trim()
    setBusy(true)
    const answer = await firstRun({
      token: tokenOf(location),
      language,
      organisation: said('organisation'),
      country: said('country'),
      name: said('name'),
      email: said('email'),
      password: String(form.get('password') ?? ''),
    })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.refusal ?? 'offline')
    // In this order: while the session is fetched anew no page stands, and none would hear where to go.
    go('/', { replace: true })
    await queries.resetQueries()
  }
  const beside = (name: string) =>
    problem && problem !== 'offline' && problem.field === name ? problem.message : undefined
  return (
    <EntrySheet title={say('first-run')} text={say('first-run.text')}>
      <form onSubmit={event => void submit(event)}>
        <TextField
          label={say('first-run.organisation')}
          name="organisation"
          autoComplete="organization"
          required
          autoFocus
          maxLength={200}
          problem={beside('organisation')}
        />
        <Field label={say('first-run.country')} problem={beside('country')}>
          {control => (
            <select className="input" name="country" key={language} defaultValue={likelyCountry(language)} {...control}>
              {countriesIn(language).map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={say('first-run.name')}
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          problem={beside('name')}
        />
        <TextField
          label={say('email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          problem={beside('email')}
        />
        <TextField
          label={say('password')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={shortestPassword}
          hint={say('password.hint', { count: shortestPassword })}
          problem={beside('password')}
        />
        <EntryProblem problem={problem && (problem === 'offline' || !problem.field) ? problem : null} />
        <Button look="primary" size="l" type="submit" busy={busy}>
          {say('first-run.begin')}
        </Button>
      </form>
    </EntrySheet>
  )
}
