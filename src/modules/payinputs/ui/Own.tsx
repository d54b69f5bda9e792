import './pay.css'
import { Button, ButtonLink } from '../../../web/kit/Button.tsx'
import { Empty } from '../../../web/kit/Empty.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useSearch } from '../../../web/useAddress.ts'
import type { OutputOf } from '../../../web/answers.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { getOwn, handInOwn, removeOwn, takeBackOwn } from '../contract.ts'
import { monthWords, quantityWords } from './quantity.ts'
import type { PayKeys } from './words.ts'

type OwnMonth = OutputOf<typeof getOwn>

const moved = (month: string, by: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** One's own hours and absence: entered day by day, handed in when the month is complete. */
export default function Own() {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const [search, change] = useSearch()
  const month = search['month'] ?? formats.today().slice(0, 7)
  const own = useQuery<typeof getOwn>('payinputs.get-own', { month })
  const enter = () =>
    openCommand({
      command: 'payinputs.enter-own',
      input: {
        payKind: 'hours',
        on: month === formats.today().slice(0, 7) ? formats.today() : `${month}-01`,
        minutes: own.data?.dailyMinutes ?? 480,
      },
    })
  const ready = own.data?.onPayroll && own.data.open
  return (
    <Page
      title={`${say('page.pay.own')} · ${monthWords(language, month)}`}
      crumbs={[]}
      end={
        <div className="pay-ends">
          <Button onClick={() => change({ month: moved(month, -1) })}>{say('page.pay.before')}</Button>
          <Button onClick={() => change({ month: moved(month, 1) })}>{say('page.pay.after')}</Button>
          {ready && !own.data?.handedIn ? (
            <Button look="primary" icon="plus" keys="a" onClick={enter}>
              {say('payinputs.enter-own')}
            </Button>
          ) : null}
        </div>
      }
    >
      {own.isPending ? <SkeletonRows rows={6} /> : null}
      {own.isError ? <QueryProblem fault={own.error} again={() => void own.refetch()} /> : null}
      {own.data && !own.data.onPayroll ? <Empty text={say('page.pay.own.not')} /> : null}
      {own.data?.onPayroll && !own.data.open ? <p className="t2">{say('page.pay.own.closed')}</p> : null}
      {own.data?.onPayroll ? <Month own={own.data} /> : null}
    </Page>
  )
}

function Month({ own }: { readonly own: OwnMonth }) {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const remove = useCommand<typeof removeOwn>('payinputs.remove-own', { said: say('page.pay.done') })
  const handIn = useCommand<typeof handInOwn>('payinputs.hand-in-own', { said: say('page.pay.done') })
  const takeBack = useCommand<typeof takeBackOwn>('payinputs.take-back-own', { said: say('page.pay.done') })
  const { month } = own
  return (
    <Section title={say('page.pay.entries')} count={own.inputs.length} bare>
      {own.inputs.length === 0 ? <p className="t2">{say('page.pay.own.empty')}</p> : null}
      <table className="tbl pay-entries">
        <tbody>
          {own.inputs.map(input => (
            <tr key={input.id}>
              <td className="num">
                {[...new Set([input.on, input.untilOn])].map(on => formats.weekday(on)).join(' – ')}
              </td>
              <td className="pay-what">
                {say(`choice.payKind.${input.payKind}`)}
                {input.note ? <span className="t3 pay-note">{input.note}</span> : null}
              </td>
              <td className="n num">{quantityWords(say, formats, input)}</td>
              <td className="n">
                {own.open && !own.handedIn && input.source === 'person' ? (
                  <Button
                    size="s"
                    look="quiet"
                    icon="trash"
                    busy={remove.busy}
                    onClick={() => void remove.run({ inputId: input.id })}
                  >
                    {say('payinputs.remove-own')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {own.handedIn ? <State glyph="done">{say('page.pay.own.handed-in')}</State> : null}
      {own.open ? (
        <div className="pay-ends pay-foot">
          {own.handedIn ? (
            <Button busy={takeBack.busy} onClick={() => void takeBack.run({ month })}>
              {say('payinputs.take-back-own')}
            </Button>
          ) : (
            <Button busy={handIn.busy} icon="check" onClick={() => void handIn.run({ month })}>
              {say('payinputs.hand-in-own')}
            </Button>
          )}
          <ButtonLink href="/cover" look="quiet">
            {say('choice.payKind.away')}
          </ButtonLink>
        </div>
      ) : null}
    </Section>
  )
}
