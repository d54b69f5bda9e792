import './pay.css'
import { useState } from 'react'
import type { Can } from '../../../web/answers.ts'
import { Alarm } from '../../../web/kit/record/Alarm.tsx'
import { RecordOf, RecordPage } from '../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../web/kit/record/RecordTimeline.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../web/language/Say.tsx'
import { useParams } from '../../../web/useAddress.ts'
import { Entries } from './Entries.tsx'
import { FileButtons } from './FileButtons.tsx'
import { Grid } from './Grid.tsx'
import { monthWords } from './quantity.ts'
import { type PayKeys, type PayProblem, type PeriodDetail, periodGlyphs } from './words.ts'

export default function PeriodPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PeriodDetail> query="payinputs.get-period" id={id}>
      {detail => <Period detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'payinputs.gather-period': 'g',
  'payinputs.check-period': 'e',
  'payinputs.add-input': 'a',
  'payinputs.paste-inputs': 'p',
}

function Period({ detail }: { readonly detail: PeriodDetail }) {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const { record } = detail
  const [chosen, choose] = useState<string | null>(null)
  const person = detail.people.find(({ id }) => id === chosen) ?? detail.people[0]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.pay'), href: '/pay' }, { label: monthWords(language, detail.month) }]}
      title={monthWords(language, detail.month)}
      state={
        <State glyph={periodGlyphs[record.state]} loud>
          {say(`state.pay-period.${record.state}`)}
        </State>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      last={record.state === 'locked' || record.state === 'handed-on' ? <FileButtons id={record.id} /> : null}
      alarm={<Problems detail={detail} />}
      facts={[
        { label: say('page.pay.people'), value: formats.number(detail.people.length) },
        { label: say('page.pay.working-days'), value: formats.number(detail.workingDays) },
        { label: say('page.pay.entries'), value: formats.number(detail.inputs.length) },
        ...(detail.handedOnAt
          ? [{ label: say('state.pay-period.handed-on'), value: formats.moment(detail.handedOnAt) }]
          : []),
      ]}
      side={<RecordTimeline id={record.id} />}
    >
      <Grid detail={detail} chosen={person?.id} onChoose={choose} />
      {person ? <Entries detail={detail} person={person} /> : null}
    </RecordPage>
  )
}

/** What cannot be or is missing, by person. */
function Problems({ detail }: { readonly detail: PeriodDetail }) {
  const say = useSay<PayKeys>()
  const words = useProblemWords()
  const { problems, people, record } = detail
  if (problems.length === 0 || record.state === 'locked' || record.state === 'handed-on') return null
  return (
    <Alarm
      title={say('page.pay.problems')}
      signs={problems.map((one, index) => (
        <span key={`${one.code} ${one.inputId} ${one.payeeId} ${index}`}>
          <b>{people.find(({ id }) => id === one.payeeId)?.name}: </b>
          {words(one)}
        </span>
      ))}
    />
  )
}

function useProblemWords(): (problem: PayProblem) => string {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  return ({ code, params }) => {
    const { on, hours, ...rest } = params
    return say(`problem.${code}`, {
      ...rest,
      ...(typeof on === 'string' ? { on: formats.weekday(on) } : {}),
      ...(typeof hours === 'number' ? { hours: formats.number(hours) } : {}),
    })
  }
}
