import { Field } from '../../../../web/kit/form/Field.tsx'
import { Finder } from '../../../../web/kit/form/Finder.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import type { Person } from './ask.ts'

interface PeopleProps {
  readonly label: string
  readonly people: readonly Person[]
  readonly onPeople: (people: readonly Person[]) => void
}

/** Colleagues, found by typing part of a name. */
export function People({ label, people, onPeople }: PeopleProps) {
  const say = useSay<Keys>()
  return (
    <Field label={label}>
      {control => (
        <>
          <Finder
            control={control}
            query="authority.list-principals"
            kind="principal"
            autoFocus={false}
            icon="user"
            onPick={({ id, title }) =>
              people.some(one => one.id === id) ? undefined : onPeople([...people, { id, title }])
            }
          />
          {people.length > 0 ? (
            <ul className="find-chosen">
              {people.map(one => (
                <li key={one.id}>
                  {one.title}
                  <button
                    type="button"
                    aria-label={say('page.find-time.remove', { name: one.title })}
                    onClick={() => onPeople(people.filter(({ id }) => id !== one.id))}
                  >
                    <Icon name="x" small />
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </Field>
  )
}
