/** Asking a server that keeps calendars: its answer, or what keeps one from it in words that a person understands. */
import { type Fetched, FetchFailed, fetchOutside } from '../../../kernel/outside/fetch.ts'
import { MirrorFault } from '../provider.ts'

const mostBytes = 60_000_000
const timeoutMs = 60_000

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal | undefined
}

/** How long it wants to be left alone, seconds (RFC 9110, 10.2.3). */
function retryAfterOf({ headers }: Fetched): number | null {
  const said = Number(headers['retry-after'])
  return Number.isFinite(said) && said > 0 ? Math.min(said, 86_400) : null
}

/** The answer, whatever it says, but that one may not come in or should come later. */
export async function ask(url: string, asked: Ask): Promise<Fetched> {
  const answer = await fetchOutside(url, { ...asked, mostBytes, timeoutMs }).catch((thrown: unknown) => {
    if (thrown instanceof FetchFailed) throw new MirrorFault(thrown.problem, thrown.message.slice(0, 200))
    throw thrown
  })
  if (answer.status === 401) throw new MirrorFault('sign-in-refused')
  if (answer.status === 429 || answer.status === 503) throw new MirrorFault('too-slow', '', retryAfterOf(answer))
  if (answer.status >= 500 && answer.status !== 501 && answer.status !== 507)
    throw new MirrorFault('answer-wrong', String(answer.status))
  return answer
}
