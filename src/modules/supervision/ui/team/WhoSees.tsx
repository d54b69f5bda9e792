import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { endReviewMark, resumeReviewMark, whoSeesMe } from '../../contract.ts'
import { RecordLink } from '../RecordLink.tsx'
import type { Seen, SupervisionKeys } from '../words.ts'

type Mark = Seen['marks'][number]

/** Nobody is watched in secret: who sees one's own day and why, and what is looked at. */
export function WhoSees() {
  const say = useSay<SupervisionKeys>()
  const { data } = useQuery<typeof whoSeesMe>('supervision.who-sees-me', {})
  if (!data) return null
  return (
    <>
      <Section title={say('page.team.seen')} count={data.seenBy.length}>
        {data.seenBy.length === 0 ? <p className="t2">{say('page.team.seen.none')}</p> : null}
        <ul>
          {data.seenBy.map(({ person, how }) => (
            <li key={person.id}>
              <RecordLink to={person} /> <span className="t2">{say(`page.team.seen.${how}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      {data.marks.length > 0 ? (
        <Section title={say('page.team.marks')} count={data.marks.length}>
          <ul>
            {data.marks.map(mark => (
              <li key={mark.id}>
                {mark.superior?.title} <MarkWords mark={mark} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {data.asked.length > 0 ? (
        <Section title={say('page.team.asked')} count={data.asked.length}>
          <ul>
            {data.asked.map(mark => (
              <li key={mark.id}>
                {mark.person?.title} <MarkWords mark={mark} /> <EndMark mark={mark} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

function MarkWords({ mark }: { readonly mark: Mark }) {
  const say = useSay<SupervisionKeys>()
  return (
    <span className="t2">
      {[
        mark.every === 1 ? say('page.team.mark.all') : say('page.team.mark', { n: mark.every }),
        mark.words ? say('page.team.mark.named', { words: mark.words }) : null,
        say(`choice.moment.${mark.moment}`),
        say('page.team.mark.pieces', { count: mark.pieces }),
        mark.note || null,
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

function EndMark({ mark: { id, version, ended, person } }: { readonly mark: Mark }) {
  const say = useSay<SupervisionKeys>()
  const end = useCommand<typeof endReviewMark>('supervision.end-review-mark')
  const resume = useCommand<typeof resumeReviewMark>('supervision.resume-review-mark')
  const [run, name] = ended
    ? ([resume, 'supervision.resume-review-mark'] as const)
    : ([end, 'supervision.end-review-mark'] as const)
  return (
    <Button
      size="s"
      look="quiet"
      busy={run.busy}
      aria-label={`${say(name)}: ${person?.title ?? ''}`}
      onClick={() => void run.run({ id, expectedVersion: version })}
    >
      {say(name)}
    </Button>
  )
}
