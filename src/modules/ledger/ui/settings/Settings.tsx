import '../ledger.css'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getSettings } from '../../contract.ts'
import type { BookKeys } from '../words.ts'
import { Codes } from './Codes.tsx'
import { Purposes } from './Purposes.tsx'
import { Revaluation } from './Revaluation.tsx'
import { SetUp } from './SetUp.tsx'
import { Years } from './Years.tsx'

/** How the books are kept; the three questions while they have not been begun. */
export default function SettingsPage() {
  const say = useSay<BookKeys>()
  const settings = useQuery<typeof getSettings>('ledger.get-settings', {})
  if (settings.isError) return <QueryProblem fault={settings.error} again={() => void settings.refetch()} />
  if (!settings.data) return <PageSkeleton />
  const { data } = settings
  return (
    <Page
      title={say('page.books.settings')}
      crumbs={[{ label: say('page.books'), href: '/books' }, { label: say('page.books.settings') }]}
    >
      {data.mode === null ? (
        <SetUp settings={data} />
      ) : (
        <>
          <Years />
          {data.mode === 'books' ? <Revaluation /> : null}
          <Purposes settings={data} />
          <Codes settings={data} />
        </>
      )}
    </Page>
  )
}
