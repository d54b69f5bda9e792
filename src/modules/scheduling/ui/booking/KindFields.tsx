import { Button } from '../../../../web/kit/Button.tsx'
import { DurationControl } from '../../../../web/kit/form/DurationControl.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPlaces } from '../../../calendar/contract.ts'
import type { Keys } from '../words.ts'
import type { Draft } from './draft.ts'
import { venues } from './words.ts'

type Kind = Draft['kinds'][number]

const plain = { schema: {}, words: (value: string) => value }

interface KindFieldsProps {
  readonly kinds: Draft['kinds']
  readonly onKinds: (kinds: Draft['kinds']) => void
}

/** What may be booked: each with its length and where it is. */
export function KindFields({ kinds, onKinds }: KindFieldsProps) {
  const say = useSay<Keys>()
  const add = () => {
    const key = Math.max(...kinds.map(one => one.key)) + 1
    onKinds([...kinds, { key, title: '', minutes: 30, venue: 'video' }])
  }
  return (
    <>
      {kinds.map((kind, at) => (
        <OneKind
          key={kind.key}
          kind={kind}
          legend={say('page.booking-edit.meeting', { number: at + 1 })}
          onKind={next => onKinds(kinds.map(one => (one === kind ? next : one)))}
          onRemove={kinds.length > 1 ? () => onKinds(kinds.filter(one => one !== kind)) : null}
        />
      ))}
      {kinds.length < 10 ? (
        <div>
          <Button size="s" icon="plus" onClick={add}>
            {say('page.booking-edit.add-kind')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

interface OneKindProps {
  readonly kind: Kind
  readonly legend: string
  readonly onKind: (kind: Kind) => void
  readonly onRemove: (() => void) | null
}

function OneKind({ kind, legend, onKind, onRemove }: OneKindProps) {
  const say = useSay<Keys>()
  const places = useQuery<typeof listPlaces>('calendar.list-places', {}, { fresh_ms: 60_000 })
  const rooms = (places.data?.rows ?? []).filter(({ type, retired }) => type === 'room' && !retired)
  return (
    <fieldset className="book-kind">
      <legend>{legend}</legend>
      <div className="two">
        <TextField
          label={say('field.scheduling.title')}
          value={kind.title}
          maxLength={200}
          onChange={event => onKind({ ...kind, title: event.target.value })}
        />
        <DurationControl
          {...plain}
          label={say('field.scheduling.minutes')}
          value={kind.minutes}
          onChange={value =>
            onKind({ ...kind, minutes: Math.max(5, Math.min(480, Number(value ?? kind.minutes) || 30)) })
          }
        />
        <SelectField
          label={say('field.scheduling.venue')}
          value={kind.venue}
          options={venues.map(venue => [venue, say(`choice.scheduling.venue.${venue}`)] as const)}
          onChange={value => onKind({ ...kind, venue: value })}
        />
        {kind.venue === 'room' ? (
          <SelectField
            label={say('field.scheduling.placeId')}
            value={kind.placeId ?? ''}
            options={[['', say('page.booking-edit.any-room')], ...rooms.map(room => [room.id, room.title] as const)]}
            onChange={value => onKind({ ...kind, placeId: value || null })}
          />
        ) : (
          <TextField
            label={say(kind.venue === 'video' ? 'page.booking-edit.details.video' : 'field.scheduling.details')}
            value={kind.details ?? ''}
            maxLength={500}
            onChange={event => onKind({ ...kind, details: event.target.value })}
          />
        )}
      </div>
      {onRemove ? (
        <div>
          <Button size="s" look="quiet" onClick={onRemove}>
            {say('page.booking-edit.remove')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}
