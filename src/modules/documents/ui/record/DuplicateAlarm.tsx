import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { isDuplicate, keepBoth } from '../../contract.ts'
import type { DocumentDetail, DocumentKeys } from '../confirm/confirmTypes.ts'

interface DuplicateAlarmProps {
  readonly detail: DocumentDetail
  readonly duplicate: NonNullable<DocumentDetail['duplicate']>
}

/** The same paper was here before: paid twice is money lost, so it is loud; nothing is rejected by itself. */
export function DuplicateAlarm({ detail, duplicate }: DuplicateAlarmProps) {
  const say = useSay<DocumentKeys>()
  const discarding = useCommand<typeof isDuplicate>('documents.is-duplicate')
  const keeping = useCommand<typeof keepBoth>('documents.keep-both')
  const input = { id: detail.record.id, expectedVersion: detail.record.version }
  const may = (command: string) => detail.can.some(one => one.command === command && !one.refusedBecause)
  return (
    <Alarm
      title={say('page.document.duplicate')}
      swap={{
        before: [say('page.document.earlier'), duplicate.title],
        after: [say('page.document.this'), detail.record.title],
      }}
      signs={[say(`choice.duplicateBy.${duplicate.by}`)]}
      footer={
        <>
          <p>
            <ButtonLink href={`/documents/${duplicate.id}`} look="quiet" icon="external-link">
              {say('page.document.open-earlier')}
            </ButtonLink>
          </p>
          {may('documents.is-duplicate') ? (
            <Button busy={discarding.busy} onClick={() => void discarding.run({ ...input, ofId: duplicate.id })}>
              {say('documents.is-duplicate')}
            </Button>
          ) : null}
          {may('documents.keep-both') ? (
            <Button busy={keeping.busy} onClick={() => void keeping.run(input)}>
              {say('documents.keep-both')}
            </Button>
          ) : null}
        </>
      }
    />
  )
}
