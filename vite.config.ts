import { globSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Browsers that know light-dark(), cascade layers and the Intl of 2024; older ones would get a lowered, larger stylesheet. */
const browsers = ['chrome123', 'edge123', 'firefox120', 'safari17.5']

/**
 * Says the order of the cascade layers at the head of every stylesheet: the bundler cuts them into files that may load in any
 * order, and the first one to name a layer would else decide.
 */
const layersFirst: Plugin = {
  name: 'layers-first',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = `@layer tokens, base, mantine, kit, page;${file.source}`
    }
  },
}

/**
 * Gathers a language's catalogues while building, as JSON (half the time to parse) without what the browser never says: one of the
 * words that are there at first, one of those that pages bring.
 */
const catalogues: Plugin = {
  name: 'catalogues',
  apply: 'build',
  resolveId: id => (id.startsWith('apart-') ? id : null),
  async load(id) {
    const [, which, language] = /(?:^|\/language\/)(apart|gathered)-(\w\w)(?:\.ts)?$/.exec(id) ?? []
    if (!language) return null
    const { wordsSorter } = await import('./src/web/language/firstWords.ts')
    const { gather } = await import('./src/web/language/gather.ts')
    const read = async (path: string) => (await import(join(import.meta.dirname, path))) as Record<string, never>
    const paths = globSync(['src/kernel/**/messages', 'src/modules/*/messages'], { cwd: import.meta.dirname }).sort()
    const files = await Promise.all(paths.map(async path => [path, await read(`${path}/${language}.ts`)] as const))
    const web = (await read(`src/web/messages/${language}.ts`))[language] as never
    const { first, apart } = wordsSorter(import.meta.dirname)(gather(language, web, Object.fromEntries(files)))
    const written = (words: object) => `export default JSON.parse(${JSON.stringify(JSON.stringify(words))})`
    return which === 'apart'
      ? written(apart)
      : `${written(first)}\nexport const apart = () => import('apart-${language}')`
  },
}

export default defineConfig({
  root: 'src/web',
  publicDir: false,
  plugins: [react(), layersFirst, catalogues],
  build: {
    // The kiosk is a page of its own, that loads nothing of the office’s interface.
    rollupOptions: { input: ['src/web/index.html', 'src/web/kiosk.html'].map(path => join(import.meta.dirname, path)) },
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { port: 8121, strictPort: true, proxy: { '/api': 'http://localhost:8120' } },
})
