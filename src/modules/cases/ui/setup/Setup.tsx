import '../cases.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listCauses, listKinds, setCause, setKind } from '../../contract.ts'
import type { CaseKeys, KindLine } from '../words.ts'

const begun = {
  sort: 'complaint',
  answerMinutes: 1440,
  warnMinutes: 480,
  stopsForCustomer: true,
  stopsInside: false,
  asksVerdict: true,
}
const inputOf = ({
  id,
  name,
  sort,
  answerMinutes,
  warnMinutes,
  stopsForCustomer,
  stopsInside,
  asksVerdict,
  escalateTo,
}: KindLine) => ({
  id,
  ...(name ? { name } : {}),
  sort,
  answerMinutes,
  warnMinutes,
  stopsForCustomer,
  stopsInside,
  asksVerdict,
  ...(escalateTo ? { escalateToId: escalateTo.id } : {}),
})

/** What is promised for each kind of case, and the causes that complaints are closed with. */
export default function Setup() {
  const say = useSay<CaseKeys>()
  return (
    <Page title={say('page.cases.setup')} crumbs={[{ label: say('page.cases'), href: '/cases' }]}>
      <Kinds />
      <Causes />
    </Page>
  )
}

function Kinds() {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const may = usePermission('cases.set-kind')
  const set = useCommand<typeof setKind>('cases.set-kind')
  const { data } = useQuery<typeof listKinds>('cases.list-kinds', { retired: true, limit: 200 })
  const words = (kind: KindLine) =>
    [
      say(`choice.cases.sort.${kind.sort}`),
      kind.answerMinutes === null
        ? say('page.setup.no-promise')
        : say('page.setup.within', { time: formats.minutes(kind.answerMinutes) }),
      kind.answerMinutes === null ? null : say('page.setup.warn', { time: formats.minutes(kind.warnMinutes) }),
      kind.escalateTo?.title,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section
      title={say('page.setup.kinds')}
      more={
        may ? (
          <Button size="s" icon="plus" onClick={() => openCommand({ command: 'cases.set-kind', input: begun })}>
            {say('page.setup.add-kind')}
          </Button>
        ) : undefined
      }
    >
      <ul className="case-lines">
        {(data?.rows ?? []).map(kind => (
          <li key={kind.id}>
            <span className="what">
              <b className={kind.retired ? 't3' : undefined}>{kind.title}</b>
              <br />
              <span className="t3">{words(kind)}</span>
            </span>
            {may ? (
              <Button
                size="s"
                icon="edit"
                aria-label={`${say('cases.change-case')}: ${kind.title}`}
                onClick={() => openCommand({ command: 'cases.set-kind', input: inputOf(kind), about: kind.title })}
              >
                {say('cases.change-case')}
              </Button>
            ) : null}
            {may && kind.name ? (
              <Button
                size="s"
                look="quiet"
                busy={set.busy}
                onClick={() => void set.run({ ...inputOf(kind), retired: !kind.retired })}
              >
                {say(kind.retired ? 'page.setup.restore' : 'page.setup.retire')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Causes() {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const may = usePermission('cases.set-kind')
  const set = useCommand<typeof setCause>('cases.set-cause')
  const { data } = useQuery<typeof listCauses>('cases.list-causes', { retired: true, limit: 500 })
  return (
    <Section
      title={say('page.setup.causes')}
      more={
        may ? (
          <Button size="s" icon="plus" onClick={() => openCommand({ command: 'cases.set-cause' })}>
            {say('page.setup.add-cause')}
          </Button>
        ) : undefined
      }
    >
      {data?.rows.length === 0 ? <p className="t3">{say('page.setup.causes.none')}</p> : null}
      <ul className="case-lines">
        {(data?.rows ?? []).map(cause => (
          <li key={cause.id}>
            <span className={cause.retired ? 'what t3' : 'what'}>{cause.title}</span>
            <span className="t3 num">{formats.number(cause.count)}</span>
            {may ? (
              <>
                <Button
                  size="s"
                  icon="edit"
                  aria-label={`${say('cases.change-case')}: ${cause.title}`}
                  onClick={() =>
                    openCommand({
                      command: 'cases.set-cause',
                      input: { id: cause.id, name: cause.title },
                      about: cause.title,
                    })
                  }
                >
                  {say('cases.change-case')}
                </Button>
                <Button
                  size="s"
                  look="quiet"
                  busy={set.busy}
                  onClick={() => void set.run({ id: cause.id, name: cause.title, retired: !cause.retired })}
                >
                  {say(cause.retired ? 'page.setup.restore' : 'page.setup.retire')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
