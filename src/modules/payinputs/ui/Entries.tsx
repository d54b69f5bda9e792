import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useCommand } from '../../../web/useCommand.ts'
import type { removeInputs } from '../contract.ts'
import { quantityWords } from './quantity.ts'
import type { PayInput, PayKeys, PeriodDetail } from './words.ts'

interface EntriesProps {
  readonly detail: PeriodDetail
  readonly person: PeriodDetail['people'][number]
}

/** What one person has in the month, each with where it came from. */
export function Entries({ detail, person }: EntriesProps) {
  const say = useSay<PayKeys>()
  const { record } = detail
  const inputs = detail.inputs.filter(({ payeeId }) => payeeId === person.id)
  const mayAdd = detail.can.some(({ command }) => command === 'payinputs.add-input')
  return (
    <Section
      title={person.name}
      count={inputs.length}
      bare
      more={
        mayAdd ? (
          <Button
            size="s"
            icon="plus"
            onClick={() =>
              openCommand({
                command: 'payinputs.add-input',
                input: { id: record.id, expectedVersion: record.version, payeeId: person.id, on: detail.untilOn },
                about: person.name,
              })
            }
          >
            {say('payinputs.add-input')}
          </Button>
        ) : null
      }
    >
      <table className="tbl pay-entries">
        <tbody>
          {inputs.map(input => (
            <Entry key={input.id} detail={detail} input={input} mayChange={mayAdd} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

interface EntryProps {
  readonly detail: PeriodDetail
  readonly input: PayInput
  readonly mayChange: boolean
}

function Entry({ detail, input, mayChange }: EntryProps) {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const remove = useCommand<typeof removeInputs>('payinputs.remove-inputs', { said: say('page.pay.done') })
  const mayCorrect = usePermission('payinputs.correct-input')
  const { id, version, state } = detail.record
  const about = say(`choice.payKind.${input.payKind}`)
  const days = [...new Set([input.on, input.untilOn])].map(on => formats.weekday(on)).join(' – ')
  const closed = state === 'locked' || state === 'handed-on'
  return (
    <tr>
      <td className="num">{days}</td>
      <td className="pay-what">
        {about}
        <span className="t3 pay-note">
          {[input.note, say(`page.pay.source.${input.source}`)].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className="n num">{quantityWords(say, formats, input)}</td>
      <td className="n">
        {mayChange ? (
          <>
            <Button
              size="s"
              look="quiet"
              icon="edit"
              onClick={() =>
                openCommand({
                  command: 'payinputs.change-input',
                  input: { id, expectedVersion: version, inputId: input.id, ...formOf(input) },
                  about,
                })
              }
            >
              {say('payinputs.change-input')}
            </Button>
            <Button
              size="s"
              look="quiet"
              icon="trash"
              busy={remove.busy}
              onClick={() => void remove.run({ id, expectedVersion: version, inputIds: [input.id] })}
            >
              {say('payinputs.remove-inputs')}
            </Button>
          </>
        ) : null}
        {closed && mayCorrect ? (
          <Button
            size="s"
            look="quiet"
            icon="edit"
            onClick={() => openCommand({ command: 'payinputs.correct-input', input: { id, inputId: input.id }, about })}
          >
            {say('payinputs.correct-input')}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

const formOf = (input: PayInput): Record<string, unknown> => ({
  payKind: input.payKind,
  on: input.on,
  ...(input.untilOn === input.on ? {} : { untilOn: input.untilOn }),
  ...(input.minutes === null ? {} : { minutes: input.minutes }),
  ...(input.amount ? { amount: input.amount } : {}),
  ...(input.note ? { note: input.note } : {}),
})
