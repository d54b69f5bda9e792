/** Ways in over the wire, for tests that come by several of them. */
import { after } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

// biome-ignore lint/suspicious/noExplicitAny: answers as they come over the wire
type Any = any

/** A way in: an answer is what it says, a refusal included, without the request's own id. */
export interface Door {
  act(command: string, input: object, options?: { key?: string; dryRun?: boolean }): Promise<Any>
  see(query: string, input: object): Promise<Any>
}

const bare = ({ requestId: _, ...answer }: Any): Any => answer

/** Commands and queries as any program calls them. */
export function restDoor(address: string, token: string): Door {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const path = (name: string) => `${address}/api/${name.replace('.', '/')}`
  return {
    async act(command, input, { key, dryRun } = {}) {
      const asked = { ...headers, ...(key ? { 'idempotency-key': key } : {}), ...(dryRun ? { 'dry-run': 'true' } : {}) }
      return bare(
        await (await fetch(path(command), { method: 'POST', headers: asked, body: JSON.stringify(input) })).json(),
      )
    },
    see: async (query, input) =>
      bare(await (await fetch(path(query), { method: 'POST', headers, body: JSON.stringify(input) })).json()),
  }
}

/** As a software assistant calls them. */
export async function mcpDoor(address: string, token: string): Promise<Door> {
  const client = new Client({ name: 'story', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL(`${address}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  })
  await client.connect(transport as Parameters<typeof client.connect>[0])
  after(() => client.close())
  const call = async (name: string, args: object): Promise<Any> => {
    const { content } = (await client.callTool({ name: name.replace('.', '_'), arguments: { ...args } })) as {
      content: { text: string }[]
    }
    return JSON.parse(content[0]!.text)
  }
  return {
    act: (command, input, { key, dryRun } = {}) =>
      call(command, { ...input, ...(key ? { idempotencyKey: key } : {}), ...(dryRun ? { dryRun } : {}) }),
    see: call,
  }
}
