import './proof.css'
import { useEffect, useId, useRef } from 'react'
import { runCommand } from '../../client.ts'
import { useSay } from '../../language/Say.tsx'
import { useSentence } from '../../language/sentence.ts'
import { usePermission } from '../../session.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import type { Finding, Misspelling } from './findings.ts'
import type { Proof } from './useProof.ts'

export interface ProofPanelProps {
  readonly proof: Proof
  /** Goes to the place in the text. */
  readonly onGo?: ((finding: Pick<Finding, 'at' | 'words'>) => void) | undefined
  /** Puts what is meant in its place. */
  readonly onReplace?: ((finding: Pick<Finding, 'at' | 'words'>, by: string) => void) | undefined
  /** Sends it as it is, once everything loud has been let pass. */
  readonly onSend?: (() => void) | undefined
}

/** What is doubtful of a text, beside it: loud ones wait for a word of the sender, quiet ones for nothing. */
export function ProofPanel({ proof, onGo, onReplace, onSend }: ProofPanelProps) {
  const say = useSay<string>()
  const heading = useId()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (proof.stopped) first.current?.focus()
  }, [proof.stopped])
  const { answer, open } = proof
  if (!answer) return null
  const quiet = answer.findings.filter(one => one.severity === 'quiet' && !proof.passed.has(one.key))
  const loud = answer.findings.filter(one => one.severity === 'loud')
  const words = answer.misspellings
  const count = open.length + quiet.length
  return (
    <section
      className="proof"
      aria-labelledby={heading}
      data-stopped={proof.stopped || undefined}
      aria-busy={proof.checking || undefined}
    >
      <header>
        <Icon name={open.length ? 'alert-triangle' : 'shield-check'} small />
        <b id={heading}>{say('page.proof.title')}</b>
        <span className="t3" role="status">
          {count ? say('page.proof.found', { count }) : say('page.proof.nothing')}
        </span>
      </header>
      {loud.length || quiet.length ? (
        <ul>
          {[...loud, ...quiet].map((finding, index) => (
            <Line
              key={finding.key}
              finding={finding}
              proof={proof}
              onGo={onGo}
              onReplace={onReplace}
              focus={index === 0 ? first : undefined}
            />
          ))}
        </ul>
      ) : null}
      {words.length ? <Words words={words} proof={proof} onGo={onGo} onReplace={onReplace} /> : null}
      {proof.stopped ? (
        <footer>
          <p>{say('page.proof.stopped', { count: open.length })}</p>
          <Button
            size="s"
            icon="send"
            onClick={() => {
              proof.letPass(open.map(one => one.key))
              onSend?.()
            }}
          >
            {say('page.proof.anyway')}
          </Button>
        </footer>
      ) : null}
    </section>
  )
}

interface LineProps extends Pick<ProofPanelProps, 'proof' | 'onGo' | 'onReplace'> {
  readonly finding: Finding
  readonly focus: React.RefObject<HTMLButtonElement | null> | undefined
}

function Line({ finding, proof, onGo, onReplace, focus }: LineProps) {
  const say = useSay<string>()
  const tell = useSentence()
  const passed = proof.passed.has(finding.key)
  const { suggestion } = finding
  return (
    <li data-tone={passed ? 'passed' : finding.severity}>
      <button type="button" className="proof-where" ref={focus} onClick={() => onGo?.(finding)}>
        {finding.words ? <q>{finding.words}</q> : null}
        <span>{tell(finding.reason)}</span>
      </button>
      <span className="proof-acts">
        {suggestion !== null && onReplace && finding.at ? (
          <Button size="s" look="quiet" onClick={() => onReplace(finding, suggestion)}>
            {say('page.proof.change-to', { words: suggestion })}
          </Button>
        ) : null}
        {passed ? (
          <span className="t3">{say('page.proof.let-pass.done')}</span>
        ) : (
          <Button size="s" look="quiet" onClick={() => proof.letPass([finding.key])}>
            {say('page.proof.let-pass')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** Words that no dictionary knows: one line, as quiet as their underline. */
function Words({
  words,
  proof,
  onGo,
  onReplace,
}: { readonly words: readonly Misspelling[] } & Pick<ProofPanelProps, 'proof' | 'onGo' | 'onReplace'>) {
  const say = useSay<string>()
  const may = usePermission('proofing.add-word')
  const keep = (word: string) => void runCommand('proofing.add-word', { word }).then(() => proof.recheck())
  const once = words.filter((one, index) => words.findIndex(other => other.word === one.word) === index).slice(0, 12)
  return (
    <div className="proof-words">
      <span className="t3">{say('page.proof.unknown-words')}</span>
      {once.map(one => (
        <span key={one.word} className="proof-word">
          <button type="button" className="link" onClick={() => onGo?.({ at: one.at, words: one.word })}>
            {one.word}
          </button>
          {one.suggestions[0] && onReplace ? (
            <button
              type="button"
              className="link t3"
              onClick={() => onReplace({ at: one.at, words: one.word }, one.suggestions[0]!)}
            >
              {one.suggestions[0]}
            </button>
          ) : null}
          {may ? (
            <button
              type="button"
              className="link proof-keep"
              aria-label={`${say('proofing.add-word')}: ${one.word}`}
              title={say('proofing.add-word')}
              onClick={() => keep(one.word)}
            >
              <Icon name="plus" small />
            </button>
          ) : null}
        </span>
      ))}
    </div>
  )
}
