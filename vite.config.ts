import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Browsers that know light-dark(), cascade layers and the Intl of 2024; older ones would get a lowered, larger stylesheet. */
const browsers = ['chrome123', 'edge123', 'firefox120', 'safari17.5']

export default defineConfig({
  root: 'src/web',
  publicDir: false,
  plugins: [react()],
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
