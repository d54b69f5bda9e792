import { useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listClasses } from '../../contract.ts'
import type { Consequence, DocumentKeys } from './confirmTypes.ts'
import { learntWords } from './learntWords.ts'
import type { Confirming } from './useConfirm.ts'

/** 0 open, 1 internal, 2 confidential, 3 secret. */
const classes = [0, 1, 2, 3] as const

/** Where it is filed, how long it is kept, and who may see it; each can be chosen otherwise. */
export function FilingLine({ work, effect }: { readonly work: Confirming; readonly effect: Consequence }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const plan = useQuery<typeof listClasses>('documents.list-classes', {}, { when: open, fresh_ms: 300_000 })
  const until = effect.keptForGood
    ? say('page.confirm.kept-for-good')
    : effect.keepUntil
      ? say('page.confirm.kept-until', { day: formats.fullDay(effect.keepUntil) })
      : null
  const words = effect.classCode
    ? say('page.confirm.filed', { class: `${effect.classCode.code} ${effect.classCode.name}` })
    : say('page.confirm.not-filed')
  const taught = work.edits.classCodeId === undefined ? effect.learnt.find(({ about }) => about === 'class') : undefined
  const learnt = taught && learntWords(say, formats, taught)
  return (
    <li>
      <Icon name="folder" small />
      <span>
        {[words, until, learnt].filter(Boolean).join(', ')}{' '}
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'page.confirm.close' : 'page.confirm.change')}
        </button>
      </span>
      {open ? (
        <div className="edit">
          <select
            aria-label={say('field.classCodeId')}
            value={effect.classCode?.id ?? ''}
            onChange={event => work.change({ classCodeId: event.target.value || null })}
          >
            <option value="">{say('page.confirm.not-filed')}</option>
            {(plan.data?.rows ?? (effect.classCode ? [effect.classCode] : [])).map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} {name}
              </option>
            ))}
          </select>
          <select
            aria-label={say('field.confidentiality')}
            value={effect.confidentiality}
            onChange={event => work.change({ confidentiality: Number(event.target.value) })}
          >
            {classes.map(one => (
              <option key={one} value={one}>
                {say(`record.class.${one}`)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </li>
  )
}
