import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { dropSearch, listSearches } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { addressOf } from './addressOf.ts'

/** Beside the file plan: folders that fill themselves. */
export function Searches() {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof listSearches>('documents.list-searches', { limit: 100 }, { keep: true })
  const dropping = useCommand<typeof dropSearch>('documents.drop-search')
  if (!data?.rows.length) return null
  return (
    <Section title={say('kind.saved-search.plural')} count={data.total} bare>
      <table className="tbl plan">
        <thead>
          <tr>
            <th>{say('kind.saved-search')}</th>
            <th className="wide">{say('field.documents.shared')}</th>
            <th className="n">{say('kind.document.plural')}</th>
            <th className="act">
              <span className="vh">{say('page.confirm.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ id, title, version, shared, mine, owner, search, documents }) => (
            <tr key={id}>
              <td>
                <Icon name="folder-search" small />{' '}
                <Link className="link" href={addressOf(search)}>
                  {title}
                </Link>
              </td>
              <td className="t2 wide">
                {shared
                  ? say(mine ? 'page.searches.shared-mine' : 'page.searches.shared', { owner })
                  : say('page.searches.mine')}
              </td>
              <td className="n">{formats.number(documents)}</td>
              <td className="act nw">
                {mine ? (
                  <>
                    <button
                      type="button"
                      className="link"
                      aria-label={`${say('documents.change-search')}: ${title}`}
                      onClick={() =>
                        openCommand({
                          command: 'documents.change-search',
                          input: { id, expectedVersion: version, name: title, shared },
                          about: title,
                        })
                      }
                    >
                      {say('page.confirm.change')}
                    </button>{' '}
                    <Button
                      look="quiet"
                      size="s"
                      icon="x"
                      aria-label={`${say('documents.drop-search')}: ${title}`}
                      title={say('documents.drop-search')}
                      onClick={() => void dropping.run({ id, expectedVersion: version })}
                    />
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
