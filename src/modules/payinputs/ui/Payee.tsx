import './pay.css'
import type { Can } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { RecordOf, RecordPage } from '../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useParams } from '../../../web/useAddress.ts'
import { hours } from './quantity.ts'
import type { PayeeDetail, PayKeys } from './words.ts'

export default function PayeePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PayeeDetail> query="payinputs.get-payee" id={id}>
      {detail => <Payee detail={detail} key={id} />}
    </RecordOf>
  )
}

function Payee({ detail }: { readonly detail: PayeeDetail }) {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const { record } = detail
  const mayEnd = detail.can.some(({ command }) => command === 'payinputs.set-recurring')
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.pay'), href: '/pay' },
        { label: say('page.pay.people'), href: '/pay/people' },
      ]}
      state={
        <State glyph={record.state === 'active' ? 'done' : 'ended'} loud>
          {say(`state.payee.${record.state}`)}
        </State>
      }
      can={detail.can as readonly Can[]}
      facts={[
        { label: say('field.payinputs.employeeNumber'), value: detail.employeeNumber },
        { label: say('field.payinputs.dailyMinutes'), value: hours(formats, detail.dailyMinutes) },
        { label: say('field.payinputs.expectsHours'), value: detail.expectsHours ? '✓' : '–' },
        { label: say('field.payinputs.fromOn'), value: formats.day(detail.fromOn) },
        ...(detail.untilOn ? [{ label: say('field.payinputs.untilOn'), value: formats.day(detail.untilOn) }] : []),
      ]}
      side={<RecordTimeline id={record.id} />}
    >
      <Section title={say('page.pay.recurring')} count={detail.recurring.length} bare>
        <table className="tbl pay-entries">
          <tbody>
            {detail.recurring.map(one => (
              <tr key={one.id}>
                <td className="pay-what">
                  {say(`choice.payKind.${one.payKind}`)}
                  {one.note ? <span className="t3 pay-note">{one.note}</span> : null}
                </td>
                <td className="num">
                  {formats.day(one.fromOn)} – {one.untilOn ? formats.day(one.untilOn) : ''}
                </td>
                <td className="n num">{one.amount ? formats.money(one.amount) : hours(formats, one.minutes ?? 0)}</td>
                <td className="n">
                  {mayEnd && !one.untilOn ? (
                    <Button
                      size="s"
                      look="quiet"
                      icon="x"
                      onClick={() =>
                        openCommand({
                          command: 'payinputs.end-recurring',
                          input: { id: record.id, expectedVersion: record.version, recurringId: one.id },
                          about: say(`choice.payKind.${one.payKind}`),
                        })
                      }
                    >
                      {say('payinputs.end-recurring')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </RecordPage>
  )
}
