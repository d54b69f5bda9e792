import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import type { listOwnKinds } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import type { Changing } from '../plan/ChangeForm.tsx'
import { PlanRow, PlanTable } from '../plan/PlanTable.tsx'

type OwnKind = OutputOf<typeof listOwnKinds>['rows'][number]

const fields = ['name', 'classCodeId', 'makesTask', 'title', 'ownerId', 'daysAfterArrival', 'wants', 'retired'] as const

/** Kinds of paper of the office's own, and whether Kontor knows them again by now. */
export function OwnKinds({
  at,
  onChange,
}: {
  readonly at: string | null
  /** Null: not permitted. */
  readonly onChange: ((changing: Changing) => void) | null
}) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof listOwnKinds>('documents.list-own-kinds', { limit: 100 } as never, { keep: true })
  const change = (kind: OwnKind) =>
    onChange?.({
      command: 'documents.change-own-kind',
      about: kind.name,
      input: { id: kind.id, expectedVersion: kind.version },
      fields,
      values: { ...kind, title: kind.taskTitle, classCodeId: kind.classCode?.id ?? null },
      needed: ['name'],
    })
  if (!data || (data.rows.length === 0 && !onChange)) return null
  return (
    <Section
      title={say('kind.own-kind.plural')}
      count={data.total || undefined}
      more={
        onChange ? (
          <Button
            size="s"
            look="quiet"
            icon="plus"
            onClick={() => openCommand({ command: 'documents.create-own-kind' })}
          >
            {say('documents.create-own-kind')}
          </Button>
        ) : null
      }
      bare={data.rows.length > 0}
    >
      {data.rows.length === 0 ? (
        <p className="t3">{say('page.own-kinds.empty')}</p>
      ) : (
        <PlanTable
          mayChange={onChange !== null}
          heads={
            <>
              <th>{say('kind.own-kind')}</th>
              <th className="wide">{say('page.own-kinds.base')}</th>
              <th className="wide">{say('field.classCode')}</th>
              <th>{say('page.own-kinds.known')}</th>
              <th className="n">{say('kind.document.plural')}</th>
            </>
          }
        >
          {data.rows.map(kind => (
            <PlanRow
              key={kind.id}
              id={kind.id}
              at={at}
              change={`${say('documents.change-own-kind')}: ${kind.name}`}
              onChange={onChange ? () => change(kind) : undefined}
            >
              <td>{kind.name}</td>
              <td className="t2 wide">{say(`choice.kind.${kind.kind}`)}</td>
              <td className="t2 wide">{kind.classCode ? `${kind.classCode.code} ${kind.classCode.name}` : ''}</td>
              <td className={kind.learnt ? 't2' : 't3'}>
                {say(kind.learnt ? 'page.own-kinds.learnt' : 'page.own-kinds.learning')}
              </td>
              <td className="n">
                <Link
                  className="link"
                  href={`/documents?ownKindId=${kind.id}`}
                  aria-label={`${kind.name}: ${formats.number(kind.examples)}`}
                >
                  {formats.number(kind.examples)}
                </Link>
              </td>
            </PlanRow>
          ))}
        </PlanTable>
      )}
    </Section>
  )
}
