import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setProgramme } from '../../contract.ts'
import type { OutingDetail, OutingKeys } from '../words.ts'
import { linesIn } from './programmeLines.ts'

/** What happens when; written as lines of text, which is how a programme is thought of. */
export function Programme({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const may = usePermission('outings.set-programme') && detail.record.state !== 'cancelled'
  const [text, setText] = useState<string | null>(null)
  const save = useCommand<typeof setProgramme>('outings.set-programme')
  const { programme, record } = detail
  if (programme.length === 0 && !may) return null
  const keep = async () => {
    const answer = await save.run({ id: record.id, expectedVersion: record.version, lines: linesIn(text ?? '') })
    if (answer.status === 'done') setText(null)
  }
  return (
    <Section
      title={say('page.outing.programme')}
      more={
        may && text === null ? (
          <Button
            size="s"
            look="quiet"
            icon="edit"
            aria-label={`${say('page.outing.edit')}: ${say('page.outing.programme')}`}
            onClick={() => setText(programme.map(line => `${line.time} ${line.what}`).join('\n'))}
          >
            {say('page.outing.edit')}
          </Button>
        ) : undefined
      }
    >
      {text === null ? (
        <ul className="outing-rows">
          {programme.map((line, at) => (
            <li key={at}>
              <span className="time">{line.time}</span>
              <span className="what">{line.what}</span>
            </li>
          ))}
        </ul>
      ) : (
        <div className="form">
          <Field label={say('page.outing.programme')} hint={say('page.outing.programme.hint')}>
            {control => (
              <textarea
                className="input"
                {...control}
                rows={6}
                value={text}
                onChange={event => setText(event.target.value)}
              />
            )}
          </Field>
          <div className="form-foot">
            <Button look="primary" busy={save.busy} onClick={() => void keep()}>
              {say('page.outing.save')}
            </Button>
            <Button look="quiet" onClick={() => setText(null)}>
              {say('page.outing.leave')}
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}
