import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { DirectoryKeys } from '../words.ts'
import type { Preview } from './askPreview.ts'

type UnderstoodRow = Preview['rows'][number]

/** Whom the rows make: new, known already, said twice, or left out. */
export function Understood({ preview: { rows, unusable } }: { readonly preview: Preview }) {
  const say = useSay<DirectoryKeys>()
  return (
    <Section title={say('page.import.understood')} count={rows.length} bare>
      <table className="tbl understood">
        <thead>
          <tr>
            <th className="n wide">{say('page.import.row')}</th>
            <th>{say('field.name')}</th>
            <th className="wide">{say('field.kind')}</th>
            <th className="wide">{say('field.emails')}</th>
            <th className="wide">{say('field.phone')}</th>
            <th className="wide">{say('page.import.place')}</th>
            <th>{say('page.import.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one row may make two, a person and the employer
            <tr key={index}>
              <td className="n wide t3">{row.row}</td>
              <td>
                <span className="nm">{row.name}</span>
                {row.organisation ? <span className="t3"> {row.organisation}</span> : null}
              </td>
              <td className="wide">{say(`choice.kind.${row.kind}`)}</td>
              <td className="wide">{row.email}</td>
              <td className="wide num">{row.phone}</td>
              <td className="wide">{row.place}</td>
              <td>
                <Fate row={row} />
              </td>
            </tr>
          ))}
          {unusable.map(({ row }) => (
            <tr key={`unusable-${row}`}>
              <td className="n wide t3">{row}</td>
              <td className="t3">{say('why.no-name')}</td>
              <td className="wide" colSpan={4} />
              <td>
                <State glyph="blocked">{say('page.import.left-out')}</State>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Fate({ row }: { readonly row: UnderstoodRow }) {
  const say = useSay<DirectoryKeys>()
  if (row.knownAs)
    return (
      <State glyph="settled">
        <Link
          href={`/${row.knownAs.kind === 'person' ? 'people' : 'organisations'}/${row.knownAs.id}`}
          title={row.knownAs.title}
        >
          {say('page.import.known')}
        </Link>
      </State>
    )
  if (row.repeats !== null) return <State glyph="ended">{say('page.import.repeats', { row: row.repeats })}</State>
  return <State glyph="open">{say('page.import.new')}</State>
}
