/** Many documents at once: downloaded together. */
import { query } from '../../../kernel/declare.ts'
import { count, id, z } from '../../../kernel/schema.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

/** So many go into one archive: their ids fit into one address. */
export const mostInArchive = 300

export const originals = query({
  name: 'documents.originals',
  summary: 'The files of several documents, for downloading them together; what one may not see is left out.',
  permission: 'documents.get-document',
  input: z.strictObject({ ids: z.array(id('document')).min(1).max(mostInArchive) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        title: z.string(),
        receivedAt: z.string(),
        digest: z.string(),
        sizeBytes: count(),
      }),
    ),
  }),
  tool: false,
  example: { ids: [exampleId] },
})

export const manyQueries = [originals]
