/**
 * What makes a line of the bank the same line in however many files it stands. Equal lines of a day are twins, and are counted: the
 * first is the first in every file. A file that tells a day from its beginning counts them alike, so files may overlap as they like.
 */
import { createHash } from 'node:crypto'
import type { Statement, StatementLine } from './model.ts'

/**
 * The identity of a line within its account: the same for the same booking, however often it is read. `ordinal` (from 1) is
 * which of its twins of that day it is.
 */
export function lineIdentity(statement: Pick<Statement, 'kind'>, line: StatementLine, ordinal: number): string {
  return `${baseOf(statement, line)}#${ordinal}`
}

/**
 * Identities of all lines of a statement, in their order. Where a bank cuts a day (a second statement of the day begins where the
 * first one ended), `earlier` are the identities that lines of that day were given out of the statements which this one follows:
 * its twins count on from there. Otherwise there is none.
 */
export function identitiesOf(statement: Statement, earlier: Iterable<string> = []): string[] {
  const counts = new Map<string, number>()
  for (const identity of earlier) {
    const cut = identity.lastIndexOf('#')
    const [base, ordinal] = [identity.slice(0, cut), Number(identity.slice(cut + 1))]
    counts.set(base, Math.max(counts.get(base) ?? 0, ordinal))
  }
  return statement.lines.map(line => {
    const base = baseOf(statement, line)
    const ordinal = (counts.get(base) ?? 0) + 1
    counts.set(base, ordinal)
    return `${base}#${ordinal}`
  })
}

/** Day and a digest of what tells the line: the bank's own name for it where it has one, else all that the bank says of it. */
function baseOf(statement: Pick<Statement, 'kind'>, line: StatementLine): string {
  const { amount, counterparty } = line
  const facts = line.bankRef
    ? ['ref', line.bankRef, line.endToEndId ?? '']
    : [
        'said',
        line.valueOn ?? '',
        line.endToEndId ?? '',
        line.instructionId ?? '',
        counterparty?.account?.number ?? '',
        folded(counterparty?.name ?? ''),
        line.references.map(one => one.value).join(' '),
        folded(line.text),
      ]
  // What stands inside a sum is another line than the sum, though it may carry its reference.
  const inside = statement.kind === 'advice' ? 'inside' : ''
  const text = JSON.stringify([inside, amount.minor.toString(), amount.currency, ...facts])
  return `${line.bookedOn}/${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
