import './plan.css'
import { OwnKinds } from '../own-kinds/OwnKinds.tsx'
import { Searches } from '../searches/Searches.tsx'
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listClasses, listRules, setUpPlan } from '../../contract.ts'
import type { Words } from '../keeping/keepingWords.ts'
import { ChangeForm, type Changing } from './ChangeForm.tsx'
import { Classes } from './Classes.tsx'
import { Rules } from './Rules.tsx'
import { useAt } from './useAt.ts'

/** Where papers lie and how long they are kept; what confirming each kind of them does. */
export default function Plan() {
  const say = useSay<Words>()
  const [retired, setRetired] = useState(false)
  const [changing, setChanging] = useState<Changing | null>(null)
  const may = usePermission('documents.change-plan')
  const classes = useQuery<typeof listClasses>('documents.list-classes', { retired }, { keep: true })
  const rules = useQuery<typeof listRules>('documents.list-rules')
  const at = useAt([...(classes.data?.rows ?? []), ...(rules.data?.rows ?? [])].map(({ id }) => id))
  // What is out of use is shown when it is pointed at.
  const missing =
    at !== null &&
    classes.data !== undefined &&
    rules.data !== undefined &&
    ![...classes.data.rows, ...rules.data.rows].some(({ id }) => id === at)
  useEffect(() => {
    if (missing) setRetired(true)
  }, [missing])
  const setUp = useCommand<typeof setUpPlan>('documents.set-up-plan')
  const change = may ? setChanging : null
  const fault = classes.error ?? rules.error
  return (
    <Page
      title={say('page.plan')}
      crumbs={[{ label: say('page.documents'), href: '/documents' }, { label: say('page.plan') }]}
      end={
        <>
          <ButtonLink href="/documents/lessons" look="quiet" icon="school">
            {say('page.lessons')}
          </ButtonLink>
          <ButtonLink href="/documents/due" look="quiet" icon="trash">
            {say('page.keeping.due')}
          </ButtonLink>
          {may && classes.data?.rows.length ? (
            <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'documents.create-class-code' })}>
              {say('documents.create-class-code')}
            </Button>
          ) : null}
        </>
      }
    >
      {fault ? (
        <QueryProblem fault={fault} again={() => void Promise.all([classes.refetch(), rules.refetch()])} />
      ) : null}
      {classes.isPending ? <SkeletonRows rows={12} /> : null}
      {classes.data?.rows.length === 0 && !retired ? (
        <Empty text={say('page.plan.empty')}>
          {may ? (
            <Button look="primary" busy={setUp.busy} onClick={() => void setUp.run({})}>
              {say('documents.set-up-plan')}
            </Button>
          ) : null}
        </Empty>
      ) : null}
      <Searches />
      {classes.data?.rows.length ? (
        <Section
          title={say('page.plan.classes')}
          count={classes.data.total}
          more={
            <label className="retired">
              <input
                className="box"
                type="checkbox"
                checked={retired}
                onChange={event => setRetired(event.target.checked)}
              />{' '}
              {say('page.plan.show-retired')}
            </label>
          }
          bare
        >
          <Classes rows={classes.data.rows} at={at} onChange={change} />
        </Section>
      ) : null}
      <OwnKinds at={at} onChange={change} />
      {rules.data?.rows.length ? (
        <Section title={say('page.plan.rules')} count={rules.data.total} bare>
          <Rules rows={rules.data.rows} at={at} onChange={change} />
        </Section>
      ) : null}
      {changing ? <ChangeForm changing={changing} onClose={() => setChanging(null)} /> : null}
    </Page>
  )
}
