/** The API to read: one plain page without scripts, made from the OpenAPI document. */

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: unknown }[]
  readonly requestBody?: { content: { 'application/json': { schema: unknown; example: unknown } } }
  readonly responses: Readonly<Record<string, { description: string }>>
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, letter => escapes[letter]!)
const code = (value: unknown): string => `<pre tabindex="0">${escape(JSON.stringify(value, null, 2))}</pre>`

function operationSection(path: string, method: string, operation: Operation): string {
  const own = (operation.parameters ?? []).filter(parameter => parameter.in === 'query')
  const parameters = own.length
    ? `<p>${own.map(p => `<code>${escape(p.name)}</code>${p.required ? '' : ' (optional)'}`).join(', ')}</p>`
    : ''
  const body = operation.requestBody?.content['application/json']
  return `<details id="${escape(operation.operationId)}"><summary><b>${method.toUpperCase()}</b> <code>${escape(path)}</code> <span>${escape(operation.summary)}</span></summary>
${parameters}${body ? `<p>For example</p>${code(body.example)}<p>Schema</p>${code(body.schema)}` : ''}
<ul>${Object.entries(operation.responses)
    .map(([status, response]) => `<li><b>${status}</b> ${escape(response.description)}</li>`)
    .join('')}</ul></details>`
}

export function openApiPage(document: Record<string, unknown>): string {
  const paths = document['paths'] as Record<string, Record<string, Operation>>
  const tags = (document['tags'] as { name: string }[]).map(({ name }) => {
    const sections = Object.entries(paths)
      .filter(([path]) => path.startsWith(`/api/${name}/`))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => operationSection(path, method, operation)),
      )
    return `<h2>${escape(name)} <small>${sections.length}</small></h2>${sections.join('\n')}`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kontor API</title><style>
:root{color-scheme:light dark}body{font:14px/20px "IBM Plex Sans",system-ui,sans-serif;max-width:960px;margin:32px auto;padding:0 20px}
h2{font-size:16px;border-bottom:1px solid #8884;padding-bottom:6px;margin-top:32px}small{font-weight:400;opacity:.7}
summary{padding:6px 0;cursor:pointer}summary b{font-weight:600;display:inline-block;width:44px}summary span{opacity:.8}
pre{background:#8881;padding:10px 12px;border-radius:6px;overflow:auto;font-size:12px}</style></head><body><main>
<h1>Kontor API</h1><p>Every command and query of this Kontor. Sign in, or send <code>Authorization: Bearer …</code> with an API token.
The same as <a href="/api/openapi.json">OpenAPI 3.1</a>; software assistants find the same acts as MCP tools under <code>/mcp</code>.</p>
${tags.join('\n')}</main></body></html>`
}
