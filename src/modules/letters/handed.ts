/** What every file of a letter has in common: who may have it, and how it is handed out. */
import {
  fileNamed,
  refusedAnswer,
  shut,
  type StreamAnswer,
  type StreamRequest,
  unkept,
} from '../../kernel/files/stream.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { getLetter } from './contract.ts'

export type Letter = ReturnType<(typeof getLetter)['output']['parse']>

export const handed = (
  bytes: Buffer,
  name: string,
  type: string,
  how: 'attachment' | 'inline' = 'attachment',
): StreamAnswer => ({
  headers: {
    ...shut,
    'content-type': type,
    'content-disposition': fileNamed(name, how),
    'content-length': String(bytes.byteLength),
    ...unkept,
  },
  body: bytes,
})

/** The letter as whoever asks may see it, or their refusal. */
export async function asked(kernel: Kernel, request: StreamRequest): Promise<Letter | StreamAnswer> {
  const { caller, requestId } = request
  const input = { id: request.params['id'] }
  const answer = await kernel.ask({ ...caller, query: getLetter.name, input, requestId })
  return answer.status === 'refused'
    ? refusedAnswer(kernel, request, answer.refusal)
    : getLetter.output.parse(answer.output)
}

export const isAnswer = (one: Letter | StreamAnswer): one is StreamAnswer => 'headers' in one
