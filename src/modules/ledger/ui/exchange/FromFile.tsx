import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { importParties } from '../../../directory/contract.ts'
import type { importBooks } from '../../contract.ts'
import type { BookKeys } from '../words.ts'

type Plan = OutputOf<typeof importBooks>
type Party = Plan['parties'][number]

/** VAT codes of another program's books, and what each becomes here. */
export function Codes({ codes }: { readonly codes: Plan['vatCodes'] }) {
  const say = useSay<BookKeys>()
  if (codes.length === 0) return null
  return (
    <details>
      <summary>
        {say('page.exchange.codes-file')} ({codes.length})
      </summary>
      <ul className="exchange-list">
        {codes.map(({ code, name, vatRate, here, isNew }) => (
          <li key={code}>
            <span>{[code, name === code ? null : name, vatRate && `${vatRate} %`].filter(Boolean).join(' · ')}</span>
            <span className="t3">
              {here === null
                ? say('page.exchange.code-unclear')
                : say(isNew ? 'page.exchange.code-new' : 'page.exchange.code-is', { code: here })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const cell = (text: string | null): string => (text ?? '').replace(/[\t\r\n]+/g, ' ')
const rowOf = ({ name, companyNumber, vatNumber, street, postalCode, town, country }: Party): string =>
  [name, companyNumber, vatNumber, street, postalCode, town, country].map(cell).join('\t')
const columns = ['name', 'companyNumber', 'vatNumber', 'street', 'postcode', 'city', 'country'] as const

/** Who in the file is known in the directory, and who might be added to it before the entries are taken in. */
export function Parties({ parties, again }: { readonly parties: Plan['parties']; readonly again: () => void }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const may = usePermission('directory.import-parties')
  const command = useCommand<typeof importParties>('directory.import-parties', { quiet: true })
  if (parties.length === 0) return null
  const fresh = parties.filter(({ known }) => known === null)
  const add = async () => {
    const answer = await command.run({
      text: fresh.map(rowOf).join('\n'),
      columns: { separator: '\t', header: false, columns: [...columns] },
      kind: 'organisation',
    })
    if (answer.status === 'done') again()
  }
  return (
    <details open={fresh.length > 0}>
      <summary>
        {say('page.exchange.parties', {
          count: formats.number(parties.length),
          known: formats.number(parties.length - fresh.length),
        })}
      </summary>
      <ul className="exchange-list">
        {parties.slice(0, 200).map((party, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of a file may bear one name
          <li key={at}>
            <span>{[party.name, party.vatNumber ?? party.companyNumber].filter(Boolean).join(' · ')}</span>
            <span className="t3">
              {party.known ? (
                <Link href={`/people/${party.known.id}`}>
                  {say('page.exchange.party-is', { name: party.known.title })}
                </Link>
              ) : (
                say('page.exchange.party-new')
              )}
            </span>
          </li>
        ))}
      </ul>
      {command.answer?.status === 'refused' ? (
        <Problem title={command.answer.refusal.message} todo={command.answer.refusal.todo} />
      ) : null}
      {may && fresh.length > 0 ? (
        <p>
          <Button icon="plus" busy={command.busy} onClick={() => void add()}>
            {say('page.exchange.add-parties', { count: formats.number(fresh.length) })}
          </Button>
        </p>
      ) : null}
    </details>
  )
}
