import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { addStandardTemplates, listTemplates } from '../../contract.ts'
import type { LetterKeys } from '../words.ts'

interface ChoicesProps {
  readonly value: string
  readonly onValue: (id: string) => void
  /** There is no letter without one. */
  readonly needed?: boolean
}

/** Templates as cards, with the languages they are written in. */
export function Choices({ value, onValue, needed = false }: ChoicesProps) {
  const say = useSay<LetterKeys>()
  const templates = useQuery<typeof listTemplates>('letters.list-templates', { limit: 200 })
  const rows = templates.data?.rows ?? []
  const add = useCommand<typeof addStandardTemplates>('letters.add-standard-templates')
  const mayAdd = usePermission('letters.write-templates')
  const choice = (id: string, title: string, beneath: string) => (
    <label key={id} className="letter-choice">
      <input type="radio" name="template" value={id} checked={value === id} onChange={() => onValue(id)} />
      <span>{title}</span>
      {beneath ? <span className="t3">{beneath}</span> : null}
    </label>
  )
  return (
    <>
      <fieldset className="letter-choices">
        <legend>{say('page.letter.new.template')}</legend>
        {needed ? null : choice('', say('page.letter.new.empty'), '')}
        {rows.map(row => choice(row.id, row.title, row.languages.map(code => code.toUpperCase()).join(' · ')))}
      </fieldset>
      {templates.data && rows.length === 0 && mayAdd ? (
        <p className="t2">
          {say('page.letter.new.no-templates')}{' '}
          <Button size="s" busy={add.busy} onClick={() => void add.run({})}>
            {say('letters.add-standard-templates')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
