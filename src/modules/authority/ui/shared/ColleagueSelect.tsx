import { Field } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPrincipals } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'

/** Most colleagues an office's list holds. */
const mostPeople = 1_000

export interface ColleagueSelectProps {
  readonly label: string
  readonly value: string | undefined
  readonly problem: string | undefined
  readonly onChange: (id: string | undefined) => void
}

/** One of the colleagues who may act, oneself left out: a plain list, so that haste never lends authority to the wrong one. */
export function ColleagueSelect({ label, value, problem, onChange }: ColleagueSelectProps) {
  const say = useSay<Keys>()
  const { principal } = useSession()
  const people = useQuery<typeof listPrincipals>('authority.list-principals', { limit: mostPeople })
  const rows = (people.data?.rows ?? []) as readonly { id: string; name: string; state: string }[]
  return (
    <Field label={label} problem={problem}>
      {control => (
        <select
          className="input"
          {...control}
          data-autofocus
          value={value ?? ''}
          onChange={event => onChange(event.target.value || undefined)}
        >
          <option value="">{say('form.choose')}</option>
          {rows
            .filter(({ id, state }) => id !== principal.id && state !== 'disabled')
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}
