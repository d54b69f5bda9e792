import { useSay } from '../../../web/language/Say.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import type { FaxKeys, NumberCheck } from './words.ts'

interface DoubtProps {
  readonly check: NumberCheck
  readonly sure: boolean
  readonly onSure: (sure: boolean) => void
}

/** Whose the number is; what is doubtful of it is loud only where somebody else might read what is not theirs. */
export function Doubt({ check, sure, onSure }: DoubtProps) {
  const say = useSay<FaxKeys>()
  const [owner] = check.owners
  if (!check.valid) return <p className="late">{say('page.fax.send.wrong')}</p>
  if (!check.doubt) return <p className="t2">{say('page.fax.send.theirs', { name: owner?.title ?? '' })}</p>
  const words = [
    ...(check.doubt === 'not-theirs' ? [say('page.fax.send.not-theirs', { name: owner?.title ?? '' })] : []),
    ...(check.doubt === 'similar' || check.doubt === 'unknown' ? [say('page.fax.send.unknown')] : []),
    ...check.near.map(({ title, number }) => say('page.fax.send.similar', { name: title, number })),
  ].join(' ')
  if (!check.asks) return <p className="t2">{words}</p>
  return (
    <div className="doubt">
      <Problem title={words} />
      <label className="tick">
        <input className="box" type="checkbox" checked={sure} onChange={event => onSure(event.target.checked)} />
        {say('page.fax.send.sure', { number: check.shown })}
      </label>
    </div>
  )
}
