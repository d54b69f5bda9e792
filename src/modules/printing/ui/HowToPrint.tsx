import { SelectField } from '../../../web/kit/form/SelectField.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import type { Abilities } from '../contract.ts'
import { colours, sides } from './choices.ts'
import type { PrintingKeys } from './words.ts'

export interface Wish {
  readonly copies: string
  readonly sides: (typeof sides)[number]
  readonly colour: (typeof colours)[number]
  readonly staple: boolean
  readonly tray: string
}

export const plainly: Wish = { copies: '1', sides: 'one-sided', colour: 'auto', staple: false, tray: '' }

/** As far as the printer can: what was wished of another one is forgotten. */
export function wishFor(wish: Wish, abilities: Abilities | null) {
  const copies = Math.max(1, Number(wish.copies) || 1)
  if (!abilities) return { copies, sides: wish.sides, colour: wish.colour }
  return {
    copies,
    sides: abilities.sides.includes(wish.sides) ? wish.sides : ('one-sided' as const),
    colour: abilities.colour ? wish.colour : ('auto' as const),
    staple: abilities.staple && wish.staple,
    ...(abilities.trays.includes(wish.tray) ? { tray: wish.tray } : {}),
  }
}

interface HowProps {
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
  /** Null: the printer was never reached, and may be able to do anything. */
  readonly abilities: Abilities | null
}

export function HowToPrint({ wish, onWish, abilities }: HowProps) {
  const say = useSay<PrintingKeys>()
  const possible = sides.filter(one => one === 'one-sided' || !abilities || abilities.sides.includes(one))
  const trays = abilities?.trays.filter(tray => tray !== 'auto') ?? []
  return (
    <>
      {possible.length > 1 ? (
        <SelectField
          label={say('field.printing.sides')}
          value={wish.sides}
          options={possible.map(one => [one, say(`choice.printing.sides.${one}`)])}
          onChange={sides => onWish({ ...wish, sides })}
        />
      ) : null}
      {!abilities || abilities.colour ? (
        <SelectField
          label={say('field.printing.colour')}
          value={wish.colour}
          options={colours.map(one => [one, say(`choice.printing.colour.${one}`)])}
          onChange={colour => onWish({ ...wish, colour })}
        />
      ) : null}
      {trays.length > 0 ? (
        <SelectField
          label={say('field.printing.tray')}
          value={wish.tray}
          options={[['', say('page.printing.tray.any')], ...trays.map((tray): [string, string] => [tray, tray])]}
          onChange={tray => onWish({ ...wish, tray })}
        />
      ) : null}
      {abilities?.staple ? (
        <label className="tick">
          <input
            className="box"
            type="checkbox"
            checked={wish.staple}
            onChange={event => onWish({ ...wish, staple: event.target.checked })}
          />
          {say('field.printing.staple')}
        </label>
      ) : null}
    </>
  )
}
