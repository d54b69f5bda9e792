import { useEffect, useState } from 'react'
import type { CommandAnswer } from '../../answers.ts'
import { runCommand } from '../../client.ts'
import { Rich, useSay } from '../../language/Say.tsx'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { Problem } from '../Problem.tsx'
import type { CommandFormProps } from './CommandForm.tsx'
import type { FormValue } from './schema.ts'

interface PreviewProps {
  readonly command: string
  readonly input: FormValue
  readonly ready: boolean
  readonly effects: NonNullable<CommandFormProps['effects']>
}

/** What will happen, by a dry run: nothing is written. */
export function FormPreview({ command, input, effects, ready }: PreviewProps) {
  const say = useSay()
  const [answer, setAnswer] = useState<CommandAnswer | null>(null)
  const content = JSON.stringify(input)
  useEffect(() => setAnswer(null), [content])
  const listed = answer?.status === 'done' ? effects(answer) : []
  return (
    <div className="preview" aria-live="polite">
      {answer === null ? (
        <Button
          look="quiet"
          icon="eye"
          {...(ready ? {} : { refused: say('form.required') })}
          onClick={() => void runCommand(command, input, { dryRun: true }).then(setAnswer)}
        >
          {say('form.preview')}
        </Button>
      ) : null}
      {answer?.status === 'done' ? (
        <>
          <h3>{say('form.will-happen')}</h3>
          <ul>
            {listed.map(({ icon, text }) => (
              <li key={text}>
                <Icon name={icon} />
                <span>
                  <Rich>{text}</Rich>
                </span>
              </li>
            ))}
          </ul>
          {listed.length ? null : <p className="t3">{say('form.preview.nothing')}</p>}
        </>
      ) : null}
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
      {answer?.status === 'asked' ? <p>{say('notice.asked')}</p> : null}
    </div>
  )
}
