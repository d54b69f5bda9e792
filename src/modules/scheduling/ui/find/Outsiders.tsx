import { Button } from '../../../../web/kit/Button.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import type { Outsider } from './ask.ts'

interface OutsidersProps {
  readonly people: readonly Outsider[]
  readonly onPeople: (people: readonly Outsider[]) => void
}

/** People from outside, each with a name and an address. */
export function Outsiders({ people, onPeople }: OutsidersProps) {
  const say = useSay<Keys>()
  const put = (index: number, part: Partial<Outsider>) =>
    onPeople(people.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <>
      {people.map((one, index) => (
        <div key={index} className="find-outside">
          <TextField
            label={say('field.scheduling.name')}
            value={one.name}
            maxLength={200}
            onChange={event => put(index, { name: event.target.value })}
          />
          <TextField
            label={say('field.scheduling.email')}
            type="email"
            value={one.email}
            maxLength={254}
            onChange={event => put(index, { email: event.target.value })}
          />
          <Button
            look="quiet"
            aria-label={say('page.find-time.remove', { name: one.name })}
            onClick={() => onPeople(people.filter((_, at) => at !== index))}
          >
            <Icon name="x" small />
          </Button>
        </div>
      ))}
      <Button size="s" icon="plus" onClick={() => onPeople([...people, { name: '', email: '' }])}>
        {say('page.find-time.add-outside')}
      </Button>
    </>
  )
}
