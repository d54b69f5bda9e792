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

export default defineConfig({
  root: 'src/web',
  publicDir: false,
  plugins: [react(), layersFirst],
  build: {
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
