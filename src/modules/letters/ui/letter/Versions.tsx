import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getLetterVersion, restoreLetterVersion } from '../../contract.ts'
import { Paper } from '../paper.tsx'
import type { LetterDetail, LetterKeys } from '../words.ts'

/** What the letter said before: looked at, and put back while it is being written. */
export function Versions({ detail }: { readonly detail: LetterDetail }) {
  const say = useSay<LetterKeys>()
  const formats = useFormats()
  const [shown, setShown] = useState<number | null>(null)
  if (detail.versions.length < 2) return null
  const now = nowIs(detail)
  return (
    <Section title={say('page.letter.versions')} count={detail.versions.length}>
      <ul className="letter-versions">
        {detail.versions.map(({ number, at, by, isFile, aside }) => (
          <li key={number}>
            <button type="button" className="link" onClick={() => setShown(number)}>
              {say('page.letter.version', { number })}
            </button>
            <span className="t3">
              {by?.title} · {formats.moment(at)}
              {number === now ? ` · ${say('page.letter.versions.now')}` : ''}
              {aside ? ` · ${say('page.letter.aside')}` : ''}
            </span>
            {isFile ? (
              <a className="link" href={`/api/letters/${detail.record.id}/versions/${number}/letter.docx`} download>
                {say('page.letter.word-file')}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
      {shown === null ? null : <OneVersion detail={detail} number={shown} onClose={() => setShown(null)} />}
    </Section>
  )
}

/** The version that the letter is: what was kept aside is not. */
const nowIs = (detail: LetterDetail) => detail.versions.find(({ aside }) => !aside)?.number

interface OneVersionProps {
  readonly detail: LetterDetail
  readonly number: number
  readonly onClose: () => void
}

function OneVersion({ detail, number, onClose }: OneVersionProps) {
  const say = useSay<LetterKeys>()
  const { record } = detail
  const { data } = useQuery<typeof getLetterVersion>('letters.get-version', { id: record.id, number })
  const restore = useCommand<typeof restoreLetterVersion>('letters.restore-version')
  const may = record.state === 'draft' && number !== nowIs(detail)
  const back = async () => {
    const answer = await restore.run({ id: record.id, number })
    if (answer.status === 'done') location.reload()
  }
  return (
    <Dialog title={say('page.letter.version', { number })} about={record.title} onClose={onClose}>
      <Paper pages={data?.pages ?? []} />
      {may ? (
        <Button look="primary" busy={restore.busy} onClick={() => void back()}>
          {say('letters.restore-version')}
        </Button>
      ) : null}
    </Dialog>
  )
}
