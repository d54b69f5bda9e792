/** Files that leave: a run's once it was handed out, and the bank's own as it came. Each answers as its caller. */
import type { Readable } from 'node:stream'
import type { Kernel } from '../../kernel/kernel.ts'
import { fileOf } from './contract.ts'

interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly caller: { readonly organisationId: string; readonly principalId: string; readonly mandateId: string | null }
  readonly requestId: string
}
interface Answer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Uint8Array | null
}

const shut = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
}

/** File name in a header (RFC 6266, RFC 8187). */
function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, '_')}`
}

export const bankingRoutes = [
  {
    path: '/api/banking/files/:id',
    async answer(kernel: Kernel, { params, caller, requestId }: Request): Promise<Answer> {
      const asked = await kernel.ask({ ...caller, query: fileOf.name, input: { id: params['id'] }, requestId })
      if (asked.status === 'refused') {
        const { status, name } = asked.refusal
        const body = { status: 'refused', refusal: { name }, requestId }
        return {
          status,
          headers: { ...shut, 'content-type': 'application/json; charset=utf-8' },
          body: Buffer.from(JSON.stringify(body)),
        }
      }
      const { digest, name, sizeBytes } = fileOf.output.parse(asked.output)
      return {
        headers: {
          ...shut,
          'content-type': 'application/octet-stream',
          'content-disposition': attachment(name),
          'content-length': String(sizeBytes),
        },
        body: await kernel.files.open(caller.organisationId, Buffer.from(digest, 'hex')),
      }
    },
  },
] as const
