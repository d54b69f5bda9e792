import { Page } from '../../../../web/kit/Page.tsx'
import { CommandForm } from '../../../../web/kit/form/CommandForm.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { openingOf } from '../../contract.ts'
import type { CaseKeys } from '../words.ts'

/** A new case about a record: a customer's own, or made from a paper, a mail, a call, as confidential as that is. */
export default function NewCase() {
  const say = useSay<CaseKeys>()
  const go = useGo()
  const [search] = useSearch()
  const aboutId = search['about']
  const asked = useQuery<typeof openingOf>('cases.opening-of', { id: aboutId ?? '' }, { when: aboutId !== undefined })
  if (asked.isError) return <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
  if (aboutId !== undefined && !asked.data) return <PageSkeleton />
  const { about, isParty } = asked.data ?? {}
  const input = about ? (isParty ? { partyId: about.id } : { sourceId: about.id, title: about.title }) : {}
  return (
    <Page title={say('cases.open-case')} beside={about?.title} crumbs={[{ label: say('page.cases'), href: '/cases' }]}>
      <div className="case-new">
        <CommandForm
          command="cases.open-case"
          input={input}
          onDone={answer => go(`/cases/${(answer.output as { readonly id: string }).id}`)}
          onCancel={() => history.back()}
        />
      </div>
    </Page>
  )
}
