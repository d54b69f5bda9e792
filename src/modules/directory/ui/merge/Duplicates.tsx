import './merge.css'
import { useRef, useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useStepKeys } from '../../../../web/kit/useStepKeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { keepApart as keepApartCommand, listDuplicates } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'
import { Merge } from './Merge.tsx'

type Pair = OutputOf<typeof listDuplicates>['rows'][number]

const hrefOf = ({ kind, id }: Pair['a']) => `/${kind === 'person' ? 'people' : 'organisations'}/${id}`

/** Pairs that may be one, the likeliest first. */
export default function Duplicates() {
  const say = useSay<DirectoryKeys>()
  const [looked, setLooked] = useState<Pair | null>(null)
  const pairs = useQuery<typeof listDuplicates>('directory.list-duplicates')
  const rows = pairs.data?.rows ?? []
  const apart = useCommand<typeof keepApartCommand>('directory.keep-apart')
  const keepApart = ({ a, b }: Pair) => apart.run({ id: a.id, kind: a.kind, otherId: b.id })
  const list = useRef<HTMLUListElement>(null)
  useStepKeys(list)
  return (
    <Page title={say('page.duplicates')} crumbs={[{ label: say('page.people'), href: '/people' }]}>
      {pairs.isPending ? <SkeletonRows rows={5} /> : null}
      {pairs.isError ? <QueryProblem fault={pairs.error} again={() => void pairs.refetch()} /> : null}
      {pairs.data && rows.length === 0 ? <Empty text={say('page.duplicates.empty')} /> : null}
      {rows.length ? (
        <Section title={say('page.duplicates.pairs')} count={rows.length}>
          <ul className="pairs" ref={list}>
            {rows.map(pair => (
              <li key={`${pair.a.id} ${pair.b.id}`}>
                <Icon name={pair.a.kind === 'person' ? 'user' : 'building'} small />
                <div>
                  <Link href={hrefOf(pair.a)}>{pair.a.title}</Link>
                  <span className="t3"> · </span>
                  <Link href={hrefOf(pair.b)}>{pair.b.title}</Link>
                  <p className="t3">
                    {pair.because
                      .flatMap(scheme => (scheme === 'word' ? [] : [say(`choice.because.${scheme}`)]))
                      .join(', ')}
                  </p>
                </div>
                <span className="ends">
                  <Button look="quiet" onClick={() => void keepApart(pair)}>
                    {say('directory.keep-apart')}
                  </Button>
                  <Button onClick={() => setLooked(pair)}>{say('page.duplicates.compare')}</Button>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {looked ? <Merge keepId={looked.a.id} otherId={looked.b.id} onClose={() => setLooked(null)} /> : null}
    </Page>
  )
}
