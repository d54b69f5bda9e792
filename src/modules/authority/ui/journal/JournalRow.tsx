import { memo } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { commandIcon } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { commandWords } from '../shared/words.ts'
import { JournalDetails } from './JournalDetails.tsx'
import type { JournalLine } from './journalInput.ts'

export interface JournalRowProps {
  readonly line: JournalLine
  readonly open: boolean
  readonly onToggle: () => void
}

function JournalRowOf({ line, open, onToggle }: JournalRowProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <>
      <button type="button" className="journal-line" id={`line-${line.seq}`} aria-expanded={open} onClick={onToggle}>
        <time dateTime={line.at}>{formats.time(line.at)}</time>
        <Icon name={line.erased ? 'trash' : commandIcon(line.command)} small />
        <span className={line.erased ? 'said clip t3' : 'said clip'}>{line.sentences.join(' · ')}</span>
        <span className="act clip">{commandWords(say, line.command)}</span>
        <span className="seq num">{formats.number(line.seq)}</span>
      </button>
      {open ? <JournalDetails seq={line.seq} /> : null}
    </>
  )
}

/** One line: when, what in words, which act. */
export const JournalRow = memo(
  JournalRowOf,
  (before, after) => before.line === after.line && before.open === after.open,
)
