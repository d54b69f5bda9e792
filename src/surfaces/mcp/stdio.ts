import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import { type McpCaller, mcpServer } from './tools.ts'

/** Serves MCP on standard input and output until the client goes. */
export async function serveMcpStdio(
  kernel: Kernel,
  caller: McpCaller,
  language: Language,
  version: string,
): Promise<void> {
  const server = mcpServer(kernel, caller, language, version)
  const closed = new Promise<void>(resolve => {
    server.onclose = resolve
    process.stdin.once('end', () => void server.close())
  })
  await server.connect(new StdioServerTransport())
  await closed
}
