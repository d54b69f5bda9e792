import '../bank.css'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Dropzone, FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAccounts } from '../../contract.ts'
import { useTakeStatements } from '../useTakeStatements.ts'
import { type AccountLine, type BankKeys, printedNumber } from '../words.ts'
import { Matching } from './Matching.tsx'

/** Lines older than this many days say that somebody should fetch a statement. */
const staleAfterDays = 4

/** The bank: what each account holds and how fresh that is; the lines that nobody has matched. */
export default function Bank() {
  const say = useSay<BankKeys>()
  const accounts = useQuery<typeof listAccounts>('banking.list-accounts', { closed: false, limit: 100 })
  const [search, change] = useSearch()
  const taking = useTakeStatements()
  const mayAdd = usePermission('banking.add-account')
  const mayTake = usePermission('banking.take-statement')
  if (accounts.isError) return <QueryProblem fault={accounts.error} again={() => void accounts.refetch()} />
  if (!accounts.data) return <PageSkeleton />
  const { rows } = accounts.data
  const chosen = rows.find(one => one.id === search['account']) ?? rows.find(one => one.open > 0) ?? rows[0]
  const add = (look: 'primary' | 'quiet') => (
    <Button look={look} icon="plus" onClick={() => openCommand({ command: 'banking.add-account' })}>
      {say('banking.add-account')}
    </Button>
  )
  return (
    <Page
      title={say('page.bank')}
      end={
        <div className="bank-ends">
          <ButtonLink href="/bank/files">{say('page.statements')}</ButtonLink>
          {mayAdd && rows.length > 0 ? add('quiet') : null}
          {mayTake && rows.length > 0 ? (
            <FilePicker label={say('banking.take-statement')} look="primary" onFiles={taking.take} />
          ) : null}
        </div>
      }
    >
      {mayTake ? <Dropzone label={say('page.bank.drop')} onFiles={taking.take} /> : null}
      {taking.problem ? <Problem title={taking.problem} /> : null}
      {rows.length === 0 ? <Empty text={say('page.bank.empty')}>{mayAdd ? add('primary') : null}</Empty> : null}
      {rows.length > 0 ? (
        <ul className="bank-accounts" aria-label={say('kind.bank-account.plural')}>
          {rows.map(account => (
            <li key={account.id} data-chosen={account.id === chosen?.id ? '' : undefined}>
              <AccountCard
                account={account}
                chosen={account.id === chosen?.id}
                onChoose={() => change({ account: account.id })}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {chosen ? <Matching account={chosen} key={chosen.id} /> : null}
    </Page>
  )
}

interface CardProps {
  readonly account: AccountLine
  readonly chosen: boolean
  readonly onChoose: () => void
}

function AccountCard({ account, chosen, onChoose }: CardProps) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const { knownUntil } = account
  const stale = !knownUntil || daysSince(knownUntil, formats.today()) > staleAfterDays
  return (
    <>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        <b className="clip">{account.title}</b>
        <span className="t3 num clip">{printedNumber(account.scheme, account.number)}</span>
        <span className="bank-balance num">{account.balance ? formats.money(account.balance) : '–'}</span>
      </button>
      <p>
        <State glyph={stale ? 'blocked' : 'settled'}>
          {knownUntil ? say('page.bank.known-until', { on: formats.day(knownUntil) }) : say('page.bank.nothing-known')}
        </State>
        <Link href={`/bank/${account.id}`} aria-label={`${say('page.bank.account')}: ${account.title}`}>
          {say('page.bank.account')}
        </Link>
      </p>
    </>
  )
}

const daysSince = (day: string, today: string): number => (Date.parse(today) - Date.parse(day)) / 86_400_000
