import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { kernelRefusals, refuse } from '../../kernel/refusal.ts'
import type { HttpParts } from './server.ts'

const year = 31_536_000

/** The built interface; every address that is not the API's is a page of it. */
export async function mountWeb(app: FastifyInstance, { webRoot }: HttpParts): Promise<void> {
  const built = existsSync(join(webRoot, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: webRoot,
      index: false,
      wildcard: false,
      preCompressed: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${year}, immutable` : 'no-cache')
      },
    })
  }
  const index = built ? await readFile(join(webRoot, 'index.html')) : null
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0]!
    if (
      path.startsWith('/api/') ||
      path.startsWith('/assets/') ||
      path.startsWith('/public/') ||
      request.method !== 'GET' ||
      !index
    )
      refuse(kernelRefusals.unknownAct, { act: path })
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'x-robots-tag': 'noindex, nofollow' })
      .send(index)
  })
}
