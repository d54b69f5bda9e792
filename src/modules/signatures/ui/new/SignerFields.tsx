import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { useRecordTitles } from '../../../../web/kit/form/recordTitles.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { type Keys, roles, ways } from '../words.ts'
import type { Wanted } from './wanted.ts'

interface Props {
  readonly one: Wanted
  readonly onChange: (one: Wanted) => void
  /** A service is connected: all sign by it, or nobody. */
  readonly byService?: boolean
}

const aColleague = { control: 'record', kind: 'principal' } as const

/** One signer: how they sign, who they are, as what. */
export function SignerFields({ one, onChange, byService = false }: Props) {
  const say = useSay<Keys>()
  const set = (change: Partial<Wanted>) => onChange({ ...one, ...change })
  return (
    <div className="sign-fields">
      <SelectField
        label={say('field.signatures.way')}
        value={one.way}
        options={ways
          .filter(way => byService || way !== 'service')
          .map(value => [value, say(`choice.signatures.way.${value}`)])}
        onChange={way => set({ way: way as Wanted['way'] })}
      />
      {one.way === 'screen' ? <Colleague one={one} set={set} /> : <Outside one={one} set={set} />}
      <SelectField
        label={say('field.signatures.role')}
        value={one.role}
        options={roles.map(value => [value, say(`choice.signatures.role.${value}`)])}
        onChange={role => set({ role: role as Wanted['role'] })}
      />
    </div>
  )
}

type Set = (change: Partial<Wanted>) => void

function Colleague({ one, set }: { readonly one: Wanted; readonly set: Set }) {
  const say = useSay<Keys>()
  const { titleOf } = useRecordTitles('principal', one.personId ? [one.personId] : [])
  const title = one.personId ? titleOf(one.personId) : null
  if (title && title !== one.personName) queueMicrotask(() => set({ personName: title }))
  return (
    <RecordPicker
      label={say('field.signatures.personId')}
      schema={aColleague as never}
      value={one.personId}
      onChange={value => set({ personId: (value as string | undefined) ?? null, personName: '' })}
      words={String}
    />
  )
}

function Outside({ one, set }: { readonly one: Wanted; readonly set: Set }) {
  const say = useSay<Keys>()
  return (
    <>
      <TextField
        label={say('field.signatures.name')}
        value={one.name}
        maxLength={120}
        onChange={event => set({ name: event.target.value })}
      />
      <TextField
        label={say('field.signatures.email')}
        type="email"
        value={one.email}
        maxLength={254}
        onChange={event => set({ email: event.target.value })}
      />
      {one.way === 'link' || one.way === 'service' ? (
        <TextField
          label={say('field.signatures.phone')}
          type="tel"
          value={one.phone}
          maxLength={30}
          onChange={event => set({ phone: event.target.value })}
        />
      ) : null}
    </>
  )
}
