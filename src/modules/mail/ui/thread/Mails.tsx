import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSay } from '../../../../web/language/Say.tsx'
import type { MailKeys, MailLine, ThreadDetail } from '../words.ts'
import { Message } from './Message.tsx'
import type { How } from './Thread.tsx'

/** Fewer are not worth a line that hides them. */
const fewestHidden = 3

export interface MailsProps {
  readonly thread: ThreadDetail
  readonly begin: (how: How, id: string) => void
}

const isNews = (line: MailLine): boolean => !line.seen && line.direction === 'in'

/** Which of them lie hidden between the first, which began it, and the last ones: nothing that was not read. */
export function hiddenOf(lines: readonly MailLine[]): readonly [from: number, until: number] {
  const unread = lines.findIndex(isNews)
  const until = Math.min(lines.length - fewestHidden, unread < 0 ? lines.length : unread)
  return until - 1 >= fewestHidden ? [1, until] : [0, 0]
}

/** Of many mails the last ones are open, and what was not read; the others are one line each, or lie behind one. All are printed. */
export function Mails({ thread, begin }: MailsProps) {
  const say = useSay<MailKeys>()
  const { lines, record } = thread
  const [all, setAll] = useState(false)
  const isPrinted = usePrinted()
  const [from, until] = all || isPrinted ? [0, 0] : hiddenOf(lines)
  const opened = (line: MailLine, index: number) => index >= lines.length - 2 || isNews(line)
  return (
    <ol className="mails" aria-label={say('page.mail.mails')}>
      {lines.map((line, index) =>
        index > from && index < until ? null : from > 0 && index === from ? (
          <li key="hidden" className="earlier">
            <button type="button" onClick={() => setAll(true)}>
              {say('page.mail.earlier', { count: until - from })}
            </button>
          </li>
        ) : (
          <Message
            key={line.id}
            line={line}
            threadId={record.id}
            classified={record.class}
            startsOpen={opened(line, index)}
            isPrinted={isPrinted}
            onAnswer={how => begin(how, line.id)}
          />
        ),
      )}
    </ol>
  )
}

/** On paper nothing can be unfolded: what is printed stands open before the browser takes its picture. */
function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false)
  useEffect(() => {
    const begins = () => flushSync(() => setPrinted(true))
    const ends = () => setPrinted(false)
    addEventListener('beforeprint', begins)
    addEventListener('afterprint', ends)
    return () => {
      removeEventListener('beforeprint', begins)
      removeEventListener('afterprint', ends)
    }
  }, [])
  return isPrinted
}
