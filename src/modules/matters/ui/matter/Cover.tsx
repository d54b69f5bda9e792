import './matter.css'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Facts } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getCover } from '../../contract.ts'
import { useFacts } from './Matter.tsx'

/** The cover sheet: what lies at the front of the paper file, with a code that leads to the matter. */
export default function CoverPage() {
  const { id = '' } = useParams()
  const cover = useQuery<typeof getCover>('matters.get-cover', { id })
  if (cover.isPending) return <PageSkeleton />
  if (cover.isError)
    return (
      <div className="body">
        <QueryProblem fault={cover.error} again={() => void cover.refetch()} />
      </div>
    )
  return <Cover cover={cover.data as OutputOf<typeof getCover>} />
}

function Cover({ cover }: { readonly cover: OutputOf<typeof getCover> }) {
  const say = useSay<string>()
  const formats = useFormats()
  const { matter, code } = cover
  const facts = useFacts(cover)
  return (
    <Page
      title={say('page.matter.print')}
      crumbs={[
        { label: say('page.matters'), href: '/matters' },
        { label: matter.title, href: `/matters/${matter.id}` },
      ]}
      end={
        <Button look="primary" icon="printer" onClick={() => window.print()}>
          {say('page.matter.cover.print')}
        </Button>
      }
    >
      <div className="cover">
        <div className="cover-head">
          <div>
            <p className="t2">{cover.organisation}</p>
            <p className="cover-number">{matter.number}</p>
            <p className="cover-name">{matter.name}</p>
          </div>
          <div>
            <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={say('page.matter.cover.address')}>
              <path d={code.path} />
            </svg>
            <p className="cover-address">{cover.address}</p>
          </div>
        </div>
        <Facts facts={facts} />
        {cover.parties.length ? (
          <Section title={say('page.matter.people')}>
            <ul className="matter-rows">
              {cover.parties.map(({ party, role }) => (
                <li key={`${party.id} ${role}`}>
                  <span>{party.title}</span>
                  <span className="d">{say(`choice.role.${role}`)}</span>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {cover.bound.length ? (
          <Section title={say('page.matter.bound')} count={cover.bound.length}>
            <ul className="matter-rows">
              {cover.bound.map(({ record, amount }) => (
                <li key={record.id}>
                  <span>{record.title}</span>
                  <span className="d num">{amount ? formats.money(amount) : kindWords(say, record.kind)}</span>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </Page>
  )
}
