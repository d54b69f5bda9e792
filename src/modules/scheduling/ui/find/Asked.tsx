import { Button } from '../../../../web/kit/Button.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import type { Ask } from './ask.ts'

interface AskedProps {
  readonly ask: Ask
  readonly papers: readonly { readonly title: string }[]
  readonly onChange: () => void
}

/** What was understood, a line for each. */
export function Asked({ ask, papers, onChange }: AskedProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const names = (people: readonly { readonly title: string }[]) => people.map(({ title }) => title).join(', ')
  // The last moment is the midnight after the last day.
  const lastDay = formats.dayOf(new Date(Date.parse(ask.until) - 60_000).toISOString())
  const needs = [
    ...(ask.room ? [say('page.find-time.needs.room')] : []),
    ...ask.equipment,
    ...(ask.site ? [ask.site] : []),
    ...(ask.seats > 0 ? [say('page.find-time.needs.seats', { count: ask.seats })] : []),
  ]
  const facts: [string, string][] = [
    [say('field.scheduling.title'), ask.title],
    [
      say('field.scheduling.minutes'),
      [
        say('page.find-time.by', { length: formats.minutes(ask.minutes), day: formats.weekday(lastDay) }),
        ...(ask.between ? [`${ask.between.from}–${ask.between.until}`] : []),
        ...(ask.weeks > 1 ? [say('page.find-time.weeks', { count: ask.weeks })] : []),
      ].join(', '),
    ],
    [say('field.scheduling.must'), names(ask.must)],
    [say('field.scheduling.may'), names(ask.may)],
    [say('field.scheduling.outside'), ask.outside.map(({ name }) => name).join(', ')],
    [say('page.find-time.needs'), needs.join(', ')],
    [say('field.scheduling.documentIds'), names(papers)],
  ]
  return (
    <div className="find-asked">
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Button size="s" look="quiet" icon="edit" onClick={onChange}>
        {say('page.find-time.change')}
      </Button>
    </div>
  )
}
