import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { LetterDetail, LetterKeys } from '../words.ts'
import type { Opening } from './useOpenIn.ts'

/** What became of opening: open there, or why not. */
export function Opened({ opening }: { readonly opening: Opening }) {
  const say = useSay<LetterKeys>()
  if (opening.refusal) return <Problem title={opening.refusal.message} todo={opening.refusal.todo} />
  if (!opening.opened) return null
  return (
    <p className="t2" role="status">
      {say('page.letter.opened')} <span className="t3">{say('page.letter.open-none')}</span>
    </p>
  )
}

/** Who has it open in a program just now. */
export function Held({ detail }: { readonly detail: LetterDetail }) {
  const say = useSay<LetterKeys>()
  const formats = useFormats()
  return detail.editing.map(({ who, until }) => (
    <p key={`${who} ${until}`} className="t2" role="status">
      {say('page.letter.held', { who, time: formats.time(until) })}
    </p>
  ))
}
