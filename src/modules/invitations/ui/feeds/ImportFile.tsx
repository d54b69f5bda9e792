import { useState } from 'react'
import type { JsonSchema, OutputOf } from '../../../../web/answers.ts'
import { runQuery } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { importEvents, previewFile } from '../../contract.ts'
import type { InvitationKeys } from '../words.ts'

const aCalendar = { control: 'record', kind: 'calendar' } as JsonSchema

interface Chosen {
  readonly name: string
  readonly calendar: string
  readonly preview: OutputOf<typeof previewFile>
}

/** A calendar file, looked at before it is brought in. */
export function ImportFile() {
  const say = useSay<InvitationKeys>()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [calendarId, setCalendar] = useState<string | null>(null)
  const bring = useCommand<typeof importEvents>('invitations.import-events', { quiet: true })
  const choose = async (file: File | undefined) => {
    bring.clear()
    if (!file) return setChosen(null)
    const calendar = await file.text()
    setChosen({
      name: file.name,
      calendar,
      preview: await runQuery<typeof previewFile>('invitations.preview-file', { calendar }),
    })
  }
  const ready = chosen && calendarId && chosen.preview.total > 0
  const answer = bring.answer
  return (
    <Section title={say('page.feeds.import')}>
      <p className="t2 inv-text">{say('page.feeds.import.text')}</p>
      <div className="inv-day">
        <div>
          <FilePicker
            label={say('page.feeds.import.choose')}
            accept=".ics,text/calendar"
            onFiles={([file]) => void choose(file)}
          />
        </div>
        <RecordPicker
          label={say('field.invitations.calendarId')}
          schema={aCalendar}
          words={String}
          value={calendarId}
          onChange={one => setCalendar(typeof one === 'string' && one ? one : null)}
        />
      </div>
      {chosen ? <Preview chosen={chosen} /> : null}
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
      {chosen && chosen.preview.total > 0 ? (
        <Button
          look="primary"
          busy={bring.busy}
          refused={ready ? undefined : say('field.invitations.calendarId')}
          onClick={() => {
            if (ready) void bring.run({ calendarId, calendar: chosen.calendar })
          }}
        >
          {say('page.feeds.import.run')}
        </Button>
      ) : null}
      <div role="status">
        {answer?.status === 'done' ? (
          <>
            <p>{say('page.feeds.import.done', { count: answer.output.imported })}</p>
            {answer.output.refused.map(one => (
              <p key={one.line} className="t2">
                {say('page.feeds.import.left', {
                  title: one.title,
                  line: one.line,
                  because: say.maybe(`refusal.${one.because}`) ?? one.because,
                })}
              </p>
            ))}
          </>
        ) : null}
      </div>
    </Section>
  )
}

function Preview({ chosen: { name, preview } }: { readonly chosen: Chosen }) {
  const say = useSay<InvitationKeys>()
  if (preview.problem)
    return (
      <Problem title={say('page.feeds.import.problem', { line: preview.problem.line, why: preview.problem.why })} />
    )
  return (
    <>
      <p>{say('page.feeds.import.found', { count: preview.total, name })}</p>
      <ul className="inv-lines">
        {preview.rows.slice(0, 12).map(row => (
          <li key={row.line}>
            <span className="what">{row.title}</span>
            <span className="t3 nw">{row.start}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
