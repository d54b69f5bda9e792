import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { BookKeys, BookSettings } from '../words.ts'

/** Which account serves what, and in which series each book counts. */
export function Purposes({ settings }: { readonly settings: BookSettings }) {
  const say = useSay<BookKeys>()
  const may = settings.can.some(({ command }) => command === 'ledger.assign-account-role')
  return (
    <>
      <Section title={say('page.purposes')} count={settings.roles.length} bare>
        <table className="tbl book-card">
          <caption className="vh">{say('page.purposes')}</caption>
          <tbody>
            {settings.roles.map(({ role, account, name }) => (
              <tr key={role}>
                <td>{say(`choice.role.${role}`)}</td>
                <td>
                  {account ? (
                    <Link href={`/books/accounts/${account}`}>
                      <span className="num">{account}</span> {name}
                    </Link>
                  ) : (
                    '–'
                  )}
                </td>
                <td className="n">
                  {may ? (
                    <Button
                      size="s"
                      look="quiet"
                      icon="edit"
                      onClick={() =>
                        openCommand({
                          command: 'ledger.assign-account-role',
                          input: { role },
                          about: say(`choice.role.${role}`),
                        })
                      }
                    >
                      <span className="vh">{say('page.purposes.change', { purpose: say(`choice.role.${role}`) })}</span>
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={say('page.series')}>
        <p className="t2">
          {settings.series.map(({ book, code }) => `${say(`choice.book.${book}`)} ${code}`).join(' · ')}
        </p>
      </Section>
    </>
  )
}
