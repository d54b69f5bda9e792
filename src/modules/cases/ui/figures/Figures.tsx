import '../cases.css'
import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { addDays } from '../../../../web/format/day.ts'
import { dateFormat } from '../../../../web/format/locale.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { caseFigures } from '../../contract.ts'
import { type CaseKeys, type FiguresOf, sorts } from '../words.ts'
import { csvOf, saveText } from './csv.ts'
import { Plot } from './Plot.tsx'

/** How many came, why, how fast they were answered and how content people were; each with its table. */
export default function Figures() {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const today = formats.today()
  const until = search['until'] ?? today
  const from = search['from'] ?? addDays(today, -364)
  const sort = sorts.find(one => one === search['sort'])
  const asked = useQuery<typeof caseFigures>(
    'cases.case-figures',
    { from, until, ...(sort ? { sort } : {}) },
    { keep: true },
  )
  if (asked.isError) return <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
  const { data } = asked
  return (
    <Page
      title={say('page.cases.figures')}
      crumbs={[{ label: say('page.cases'), href: '/cases' }]}
      beside={data ? say('page.figures.total', { count: data.total }) : undefined}
      end={
        data ? (
          <Button icon="download" onClick={() => saveText('cases.csv', csvOf(data, say))}>
            {say('page.figures.csv')}
          </Button>
        ) : undefined
      }
    >
      <div className="case-span">
        <DateControl
          label={say('page.figures.from')}
          schema={{}}
          words={String}
          value={from}
          onChange={day => change({ from: typeof day === 'string' ? day : undefined })}
        />
        <DateControl
          label={say('page.figures.until')}
          schema={{}}
          words={String}
          value={until}
          onChange={day => change({ until: typeof day === 'string' ? day : undefined })}
        />
        <SelectField
          label={say('field.cases.sort')}
          value={sort ?? ''}
          options={[
            ['', say('page.figures.all')],
            ...sorts.map(one => [one, say(`choice.cases.sort.${one}`)] as const),
          ]}
          onChange={value => change({ sort: value || undefined })}
        />
      </div>
      {!data ? (
        <PageSkeleton />
      ) : data.total === 0 ? (
        <p className="t3">{say('page.figures.none')}</p>
      ) : (
        <All figures={data} />
      )}
    </Page>
  )
}

function All({ figures }: { readonly figures: FiguresOf }) {
  return (
    <>
      <Months figures={figures} />
      <Causes figures={figures} />
      <Kinds figures={figures} />
    </>
  )
}

function Table({
  heads,
  label,
  children,
}: {
  readonly heads: readonly string[]
  readonly label: string
  readonly children: React.ReactNode
}) {
  return (
    <div className="case-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="tbl">
        <thead>
          <tr>
            {heads.map((head, n) => (
              <th key={head || n} scope="col" className={n > 0 ? 'n' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function Months({ figures: { months } }: { readonly figures: FiguresOf }) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const monthName = dateFormat(wordLocale(useLanguage()), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const monthWords = (month: string) => monthName.format(new Date(`${month}-15T12:00:00Z`))
  const heads = [
    say('page.figures.month'),
    ...sorts.map(one => say(`choice.cases.sort.${one}`)),
    say('page.figures.kept'),
    say('page.figures.broken'),
  ]
  return (
    <Section title={say('page.figures.months')}>
      <Plot months={months} label={say('page.figures.plot')} />
      <p className="case-legend t2">
        {sorts.map((one, n) => (
          <span key={one}>
            <i className={`s${n}`} />
            {say(`choice.cases.sort.${one}`)}
          </span>
        ))}
      </p>
      <Table heads={heads} label={say('page.figures.months')}>
        {months.map(row => (
          <tr key={row.month}>
            <td>{monthWords(row.month)}</td>
            {[row.questions, row.complaints, row.requests, row.kept, row.broken].map((figure, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand in one order
              <td key={n} className={n === 4 && figure > 0 ? 'n late' : 'n'}>
                {figure > 0 ? formats.number(figure) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Section>
  )
}

function Causes({ figures: { causes } }: { readonly figures: FiguresOf }) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const mayImprove = usePermission('work.create-task')
  const most = Math.max(1, ...causes.map(one => one.count))
  const heads = [
    say('field.cases.causeId'),
    say('page.figures.count'),
    say('page.figures.before'),
    say('page.figures.repeats'),
    say('choice.cases.verdict.not'),
    say('page.figures.remedies'),
    '',
  ]
  return (
    <Section title={say('page.figures.causes')}>
      <Table heads={heads} label={say('page.figures.causes')}>
        {causes.map(row => (
          <tr key={row.id ?? ''}>
            <td>
              {row.id ? (
                <Link href={`/cases?causeId=${row.id}`}>{row.title}</Link>
              ) : (
                <span className="t3">{say('page.figures.no-cause')}</span>
              )}
              <span
                className="case-bar"
                aria-hidden="true"
                style={{ inlineSize: `${Math.round((row.count / most) * 100)}%` }}
              />
            </td>
            <td className="n">{formats.number(row.count)}</td>
            <td className="n">{formats.number(row.before)}</td>
            <td className="n">{formats.number(row.repeats)}</td>
            <td className="n">{formats.number(row.not)}</td>
            <td className="n">{row.remedies.map(sum => formats.money(sum)).join(' · ')}</td>
            <td className="n">
              {row.title && mayImprove ? (
                <Button
                  size="s"
                  look="quiet"
                  aria-label={`${say('page.figures.improve')}: ${row.title}`}
                  onClick={() =>
                    openCommand({
                      command: 'work.create-task',
                      input: { title: say('page.figures.improve.task', { cause: row.title }) },
                      about: row.title ?? '',
                    })
                  }
                >
                  {say('page.figures.improve')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

function Kinds({ figures: { kinds } }: { readonly figures: FiguresOf }) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const heads = [
    say('field.cases.kindId'),
    say('page.figures.count'),
    say('page.figures.kept'),
    say('page.figures.broken'),
    say('page.figures.median'),
    say('choice.cases.verdict.content'),
    say('choice.cases.verdict.partly'),
    say('choice.cases.verdict.not'),
    say('page.figures.reopened'),
  ]
  return (
    <Section title={say('page.figures.kinds')}>
      <Table heads={heads} label={say('page.figures.kinds')}>
        {kinds.map(row => (
          <tr key={row.id}>
            <td>{row.title}</td>
            <td className="n">{formats.number(row.count)}</td>
            <td className="n">{formats.number(row.kept)}</td>
            <td className={row.broken > 0 ? 'n late' : 'n'}>{formats.number(row.broken)}</td>
            <td className="n">{row.medianMinutes === null ? '–' : formats.minutes(row.medianMinutes)}</td>
            <td className="n">{formats.number(row.content)}</td>
            <td className="n">{formats.number(row.partly)}</td>
            <td className="n">{formats.number(row.not)}</td>
            <td className="n">{formats.number(row.reopened)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
