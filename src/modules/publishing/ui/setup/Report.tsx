import '../publishing.css'
import { addMonths } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { monthName } from '../../../../web/kit/calendar/dayHead.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { monthReport } from '../../contract.ts'
import type { PublishingKeys } from '../words.ts'

const figureKeys = ['likes', 'shares', 'replies', 'views'] as const

/** What was published in a month, and how it did: figures that somebody typed, or that the outlet told. */
export default function Report() {
  const say = useSay<PublishingKeys>()
  const language = useLanguage()
  const formats = useFormats()
  const [search, change] = useSearch()
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(search['month'] ?? '') ? search['month']! : formats.today().slice(0, 7)
  const { data } = useQuery<typeof monthReport>('publishing.month-report', { month }, { keep: true })
  const step = (by: 1 | -1) => change({ month: addMonths(`${month}-01`, by).slice(0, 7) })
  const shown = (value: number | null) => (value === null ? '–' : formats.number(value))
  const heads = (
    <>
      {figureKeys.map(key => (
        <th key={key} className="n">
          {say(`field.publishing.${key}`)}
        </th>
      ))}
    </>
  )
  return (
    <Page
      title={say('page.publishing.report')}
      beside={monthName(`${month}-01`, language)}
      crumbs={[{ label: say('page.publishing'), href: '/publishing' }]}
      end={
        <div className="pub-acts">
          <Button aria-label={say('page.publishing.previous')} onClick={() => step(-1)}>
            <Icon name="chevron-left" small />
          </Button>
          <Button aria-label={say('page.publishing.next')} onClick={() => step(1)}>
            <Icon name="chevron-right" small />
          </Button>
        </div>
      }
    >
      {data?.rows.length === 0 ? <p className="t3">{say('page.publishing.report.empty')}</p> : null}
      {data?.rows.length ? (
        <section className="pub-table" aria-label={say('page.publishing.report')} tabIndex={0}>
          <table className="tbl">
            <thead>
              <tr>
                <th>{say('kind.outlet')}</th>
                <th className="n">{say('kind.publication.plural')}</th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {data.rows.map(row => (
                <tr key={row.id}>
                  <td>{row.outlet}</td>
                  <td className="n">{formats.number(row.posts)}</td>
                  {figureKeys.map(key => (
                    <td key={key} className="n">
                      {shown(row[key])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {data?.best.length ? (
        <Section title={say('page.publishing.report.best')}>
          <ul className="pub-places">
            {data.best.map(row => (
              <li key={`${row.id}-${row.outlet}`}>
                <div className="pub-place-head">
                  <Link href={`/publishing/${row.id}`}>{row.title}</Link>
                  <span className="t3">{row.outlet}</span>
                  <span className="t2 num">
                    {figureKeys
                      .filter(key => row[key] !== null)
                      .map(key => `${say(`field.publishing.${key}`)} ${formats.number(row[key] ?? 0)}`)
                      .join(' · ')}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
