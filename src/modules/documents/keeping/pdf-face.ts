import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The interface's own face, for papers that Kontor writes: it has the letters of all six languages. */
export const regularFace = (): string =>
  require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf')
