import { useCallback } from 'react'
import { useFormats, useSay } from '../../language/Say.tsx'
import { Link } from '../../Link.tsx'
import { usePermission } from '../../session.ts'
import { useCommand } from '../../useCommand.ts'
import { useQuery } from '../../useQuery.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { Section } from '../SectionHead.tsx'

/** Something that corrections taught of one sender's papers, as the documents answer it. */
export interface LessonLine {
  readonly id: string
  readonly about: 'place' | 'value' | 'kind' | 'class' | 'owner' | 'wording'
  readonly field: string | null
  readonly kind: string | null
  readonly side: 'beside' | 'below' | 'spot' | null
  readonly words: string | null
  readonly taughtAt: string
}

interface Lessons {
  readonly rows: readonly LessonLine[]
  readonly total: number
}

/** A lesson as a sentence: `Due date stands beside “Pengar hos oss”`. */
export function useLessonWords(): (lesson: LessonLine) => string {
  const say = useSay<string>()
  return useCallback(
    ({ about, field, kind, side, words }) => {
      const named = {
        field: field ? say(`field.${field}`) : '',
        kind: kind ? say(`choice.kind.${kind}`) : '',
        words:
          about === 'kind'
            ? say(`choice.kind.${words ?? 'other'}`).toLocaleLowerCase()
            : about === 'owner'
              ? (words && (say.maybe(`choice.key.${words}`) ?? words)) || say('lesson.nobody')
              : (words ?? ''),
      }
      return say(about === 'place' ? `lesson.place.${side ?? 'spot'}` : `lesson.${about}`, named)
    },
    [say],
  )
}

const mostShown = 8

/** What corrections taught of the papers of one sender; each can be forgotten. Nothing where nothing was. */
export function Learnt({ senderId }: { readonly senderId: string }) {
  const say = useSay<string>()
  const formats = useFormats()
  const words = useLessonWords()
  const may = usePermission('documents.list-documents')
  const mayForget = usePermission('documents.correct-field')
  const { data } = useQuery('documents.list-lessons', { senderId, limit: mostShown }, { when: may })
  const forgetting = useCommand('documents.forget-lessons')
  const lessons = data as Lessons | undefined
  if (!lessons?.rows.length) return null
  return (
    <Section
      title={say('page.lessons')}
      count={lessons.total}
      more={
        lessons.total > lessons.rows.length ? (
          <Link className="link" href={`/documents/lessons?senderId=${senderId}`}>
            {say('page.lessons.all')}
          </Link>
        ) : null
      }
    >
      <ul className="reach">
        {lessons.rows.map(lesson => (
          <li key={lesson.id}>
            <Icon name="school" small />
            <span className="what">{words(lesson)}</span>
            <span className="d">{formats.weekday(formats.dayOf(lesson.taughtAt))}</span>
            {mayForget ? (
              <Button
                look="quiet"
                size="s"
                icon="x"
                className="away"
                aria-label={`${say('documents.forget-lessons')}: ${words(lesson)}`}
                title={say('documents.forget-lessons')}
                onClick={() => void forgetting.run({ ids: [lesson.id] })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
